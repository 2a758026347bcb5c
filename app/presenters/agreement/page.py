"""What the parts of the agreement pane share: the case, the agreement on show, its fields and its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.errors import DomainError, StaleWrite
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check.findings import Supplemented
from app.presenters.agreement.entries import AgreementEntry, TermEntry, entry_of
from app.presenters.agreement.keeper import AgreementKeeper, ToKeep
from app.presenters.agreement.original.lines import original_words
from app.presenters.agreement.reading import (
    Reading,
    field_name,
    holder_of,
    read_agreement,
    read_term,
    term_id_of,
)
from app.presenters.agreement.shown import AgreementView, Moment, TermWords
from app.presenters.agreement.words import AgreementWords
from app.presenters.desk import Desk
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.field_names import field_name as named
from app.presenters.workspace.forms.view import Conflict
from app.services.done import Done

_LIT = 9
"""So many characters of a term are lit up: they stand on its first line whatever the page."""


class AgreementPage:
    """The state of the pane; a draft's fields live in ``entry``, the stored agreement in ``agreement``."""

    def __init__(self, desk: Desk, view: AgreementView) -> None:
        self.desk, self.view = desk, view
        self.words = AgreementWords(desk.translator, desk.formats)
        self.folder: CaseFolder | None = None
        self.agreement: MediationAgreement | None = None
        self.entry = AgreementEntry()
        self.focus, self.cursor = "", -1
        self.fresh: set[UUID] = set()
        """Terms and lines added just now: they are not marked before their fields were left once."""
        self.seen: set[str] = set()
        self.keeper = AgreementKeeper(desk, self._to_keep, view.show_saved, self._on_stored, self._on_refused)
        self._redrawn: list[Callable[[], None]] = []

    # what stands here

    @property
    def today(self) -> date:
        """The present day."""
        return self.desk.today

    @property
    def is_editing(self) -> bool:
        """Tell whether a draft is on show."""
        return self.agreement is not None and self.agreement.is_draft

    @property
    def supplemented(self) -> Supplemented | None:
        """Give what the agreement on show changes; None for one that is no supplement."""
        if self.agreement is None or self.folder is None:
            return None
        return Supplemented.by(self.agreement, self.folder.agreements, self.folder.performance.plans)

    def names(self) -> Mapping[UUID, str]:
        """Give the names of the case's parties."""
        return {p.id: p.name for p in self.folder.case.parties} if self.folder else {}

    def reading(self) -> Reading:
        """Read the fields as they stand."""
        agreement = self.agreement
        if agreement is None:
            raise RuntimeError("there is no agreement to read")
        return read_agreement(self.entry, agreement, self.today)

    # showing

    def on_changed(self, callback: Callable[[], None]) -> None:
        """Call back after the content changed, whoever changed it."""
        self._redrawn.append(callback)

    def show_all(self) -> None:
        """Show the draft as a whole."""
        if self.folder is None:
            return
        parties = [self.words.party(party, self.today) for party in self.folder.case.parties]
        self.view.show_entry(self.entry, parties)
        self.show_all_words()

    def show_all_words(self) -> None:
        """Word every term, the copies and the signers."""
        for term in self.entry.terms:
            self.show_words(term.id)
        self.view.show_original(
            original_words(
                self.supplemented, self.entry, self.names(), self.desk.translator, self.desk.formats
            )
        )
        self.show_copies()

    def show_words(self, term_id: UUID) -> None:
        """Word one term."""
        for position, term in enumerate(self.entry.terms, start=1):
            if term.id == term_id:
                self.view.show_term_words(term_id, self._words_of(term, position))

    def printed_start(self, term_id: UUID | None) -> str:
        """Give the first words of a term as they stand on the paper, to light them up there."""
        for term in self.entry.terms:
            if term.id == term_id:
                words = self._words_of(term, 1)
                return f"{words.lead}{words.sentence}"[:_LIT]
        return ""

    def _words_of(self, term: TermEntry, position: int) -> TermWords:
        whole = self.supplemented
        read = read_term(term, self.today).term
        original = None if whole is None else whole.original
        return self.words.term(term, read, position, self.names(), original)

    def take_to(self, key: str, words: str) -> None:
        """Take the user to a field, in it to these words, which the paper lights up."""
        self.view.focus_field(key, self._place_of(key, words))
        if words:
            self.view.light_up(words)

    def _place_of(self, key: str, words: str) -> int:
        holder = holder_of(self.entry, key) if words else None
        typed = getattr(holder, field_name(key), None)
        return typed.find(words) if isinstance(typed, str) else -1

    def show_copies(self) -> None:
        """Word copies and signers."""
        if self.agreement is None or self.folder is None:
            return
        meant = replace(self.agreement, party_ids=self.entry.party_ids, court_copy=self.entry.court_copy)
        case, committee = self.folder.case, self.folder.organisation.name
        self.view.show_copies(self.words.copies(meant, case), self.words.signers(meant, case, committee))

    # changing

    def touched(self, key: str = "") -> None:
        """Take note of a change: word it, and keep, check and draw it a breath later."""
        self.keeper.touch()
        term_id = term_id_of(key) if key else None
        if term_id is not None:
            self.show_words(term_id)
        for moment in Moment:
            self.view.expect(moment)

    def restructured(self) -> None:
        """Take note of a change of the terms themselves: kept at once, checked and drawn a breath later."""
        self.view.show_terms(self.entry.terms)
        self.show_all_words()
        self.touched()
        self.keeper.store()

    def tell_changed(self) -> None:
        """Tell whoever follows the content."""
        for callback in self._redrawn:
            callback()

    def said(self, error: Exception) -> str:
        """Say what stands in the way; a character no font has is named with its field in words."""
        if not isinstance(error, DomainError) or error.code != "document.unprintable_character":
            return sentence(self.desk.translator, error)
        return _unprintable(self.desk, error)

    def fail(self, error: Exception) -> None:
        """Say what failed; what nobody expected also goes to the one handler."""
        self.view.show_failure(self.said(error))
        if not isinstance(error, DomainError):
            raise error

    # keeping

    def _to_keep(self) -> ToKeep:
        reading = self.reading()
        focus = f"{self.focus}@{self.cursor}"
        version = reading.agreement.version
        agreement = None if reading.unreadable else reading.agreement
        return ToKeep(self.entry, focus, version, agreement)

    def _on_stored(self, done: Done[MediationAgreement]) -> None:
        self.agreement = done.value
        self.view.show_failure("")
        self.desk.feed.announce(done.changes)

    def _on_refused(self, error: DomainError) -> None:
        if not isinstance(error, StaleWrite):
            self.fail(error)
            return
        self.keeper.is_conflicting = True
        words = self.desk.translator.text("他人刚保存过这份协议，您的输入仍在。对照后选择")
        told = [
            Conflict(named(self.desk.translator, path), ours, theirs)
            for path, (theirs, ours) in error.conflicts.items()
            if path != "version"
        ]
        self.view.show_conflicts(words, told)

    def settle_conflict(self, *, keep_ours: bool) -> None:
        """End a conflict by the user's choice: with these fields, or with what the other saved."""
        agreement, services = self.agreement, self.desk.services
        if agreement is not None:
            self.desk.runner.submit(
                lambda: services.settlements.agreement(agreement.id),
                lambda stored: self._settle(stored, keep_ours=keep_ours),
                self.fail,
            )

    def _settle(self, stored: MediationAgreement, *, keep_ours: bool) -> None:
        self.agreement = stored
        self.keeper.is_conflicting = False
        self.view.show_conflicts("", ())
        if not keep_ours:
            self.entry = entry_of(stored, self.desk.formats)
            self.show_all()
        self.touched()
        self.keeper.store()


def _unprintable(desk: Desk, error: DomainError) -> str:
    path = error.field
    say = desk.translator.text
    parts = {
        "facts": say("主要事实"),
        "matters": say("争议事项"),
        "responsibilities": say("各方责任"),
        "clauses": say("协议内容"),
        "signers": say("签名人"),
    }
    known = [parts[part] for part in path.split(".") if part in parts]
    place = known[0] if known else named(desk.translator, path)
    return desk.translator.text(
        "字体里没有“{character}”（{codepoint}），在“{place}”里换用通行字后再送签",
        character=error.facts.get("character", ""),
        codepoint=error.facts.get("codepoint", ""),
        place=place,
    )
