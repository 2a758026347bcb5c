"""登记: one page from the first key to the number, nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.errors import DomainError
from app.domain.filing.drafts import Draft
from app.presenters.desk import Desk
from app.presenters.intake.ahead import ahead_lines
from app.presenters.intake.entries import ORDER_FIELDS, IntakeEntry, blank_entry, from_payload
from app.presenters.intake.page import ALL, DRAFT_KEY, FIRST_FIELD, IntakePage
from app.presenters.intake.parties import IntakeParties
from app.presenters.intake.paths import field_name, holder_of, party_of
from app.presenters.intake.shown import IntakeView
from app.presenters.intake.triage.advising import Advising
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.services.done import Done


class IntakePresenter:
    """Everything the page does; ``parties`` has the acts on cards."""

    def __init__(self, desk: Desk, view: IntakeView, navigator: Navigator) -> None:
        self._desk, self._view, self._navigator = desk, view, navigator
        self._page = IntakePage(desk, view)
        self.parties = IntakeParties(self._page, navigator)
        self.advising = Advising(self._page, view)
        self._is_registering = False

    @property
    def entry(self) -> IntakeEntry:
        """What stands on the page now."""
        return self._page.entry

    # opening

    def open(self) -> None:
        """Reopen the draft at the field where it was left, or start with an empty page."""
        self._page.replace(blank_entry())
        self.advising.start_over()
        self._page.keeper.opened(None)
        self._desk.runner.submit(
            lambda: self._desk.services.drafts.get(DRAFT_KEY, actor=self._desk.actor),
            self._on_draft,
            self._on_draft_unread,
        )
        self.show_ahead()

    def resume(self) -> None:
        """Come back to the page as it stands, to the field last edited."""
        self._page.go_to(self._page.focus, self._page.cursor)

    def show_ahead(self) -> None:
        """Say what registering will do: number, clocks and their dates."""
        intake = self._page.verdict.reading.intake
        self._desk.runner.submit(
            lambda: self._desk.services.registration.clocks_ahead(intake),
            lambda clocks: self._view.show_ahead(ahead_lines(self._desk, clocks)),
            lambda _error: self._view.show_ahead(()),
        )

    def _on_draft(self, draft: Draft | None) -> None:
        if draft is None or not self._page.entry.is_blank:
            return
        try:
            entry = from_payload(draft.payload)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            self._on_draft_unread(error)
            return
        focus, _, cursor = draft.focus.partition("@")
        known = holder_of(entry, focus) is not None
        self._page.replace(entry, focus if known else FIRST_FIELD, int(cursor or -1) if known else -1)
        self._page.keeper.opened(None if entry.is_blank else draft.saved_at)
        self.advising.start_over()
        self.show_ahead()

    def _on_draft_unread(self, _error: Exception) -> None:
        self._view.show_failure(
            self._desk.translator.text("上次的草稿没读出来，请告诉管理员；现在可以照常登记")
        )

    # user → presenter

    def typed(self, key: str, value: object) -> None:
        """Take what now stands in a field, readable or not."""
        holder = holder_of(self._page.entry, key)
        if holder is None or self._is_registering:
            return
        setattr(holder, field_name(key), value)
        self._page.touched()
        party = party_of(self._page.entry, key)
        if party is not None:
            if field_name(key) == "kind":
                self._page.show_side(party.side)
            self._page.show_words(party)
        elif key in {"channel", "source", *ORDER_FIELDS}:
            self.show_ahead()

    def focused(self, key: str, cursor: int = -1) -> None:
        """Note where the user is, for the draft and for Alt+A and Alt+L."""
        self._page.arrive(key, cursor)

    def left(self, key: str, cursor: int = -1) -> None:
        """Check a field on leaving it, write it in its own form, look the party up, keep the draft."""
        if not self._is_registering:
            self._page.leave(key, cursor)

    def save_draft(self) -> None:
        """Keep what stands there now (a breath after typing, Ctrl+S, the retry of a failed one)."""
        if not self._is_registering:
            self._page.keeper.save()

    def tick(self) -> None:
        """Show the time anew: a second has passed."""
        self._view.show_elapsed(self._page.stopwatch.text())

    def clear(self) -> None:
        """Empty the page; the toast brings everything back."""
        page, before = self._page, self._page.entry
        if before.is_blank:
            page.replace(blank_entry())
            return
        before = replace(before, seconds=page.stopwatch.seconds)
        self._show_and_keep(blank_entry())
        self._navigator.toast(self._desk.translator.text("已清空登记页"), lambda: self._show_and_keep(before))

    def next_problem(self, step: int = 1) -> None:
        """Go to the next field that stands in the way (F8), or the one before (Shift+F8)."""
        page = self._page
        page.seen.add(ALL)
        page.refresh()
        keys = [problem.key for problem in page.verdict.blocking]
        if not keys:
            return
        at = keys.index(page.focus) if page.focus in keys else -1 if step > 0 else 0
        self._go_to(keys[(at + step) % len(keys)])

    def submit(self) -> None:
        """Register, or go to the first thing that is missing."""
        page = self._page
        if self._is_registering:
            return
        page.seen.add(ALL)
        page.refresh()
        if page.verdict.blocking:
            self._go_to(page.verdict.blocking[0].key)
            return
        if self.advising.lacks_reason():
            self._view.show_failure(self._desk.translator.text("改派请写明理由，再登记"))
            self._view.focus_field("override_reason")
            return
        self._is_registering = True
        self._view.show_failure("")
        self._view.set_busy(is_busy=True)
        intake = self.advising.complete(page.verdict.reading.intake)
        self._desk.runner.submit(
            lambda: self._desk.services.registration.register(
                intake, actor=self._desk.actor, draft_key=DRAFT_KEY
            ),
            self._on_registered,
            self._on_refused,
        )

    # answers

    def _on_registered(self, done: Done[Case]) -> None:
        self._is_registering = False
        self._view.set_busy(is_busy=False)
        self._page.replace(blank_entry())
        self.advising.start_over()
        self._page.keeper.dropped()
        self.show_ahead()
        self._desk.feed.announce(done.changes)
        text = self._desk.translator.text
        self._navigator.toast(text("已登记 {number}，再登记按 F2", number=done.value.intake_number))
        self._navigator.open_case(done.value.id)

    def _on_refused(self, error: Exception) -> None:
        self._is_registering = False
        self._view.set_busy(is_busy=False)
        self._view.show_failure(sentence(self._desk.translator, error))
        self._page.go_to(self._page.focus, self._page.cursor)
        if not isinstance(error, DomainError):
            raise error

    # pieces

    def _go_to(self, key: str) -> None:
        """Open what hides a field, then take the user there."""
        page, party = self._page, party_of(self._page.entry, key)
        if party is not None:
            is_hidden = not party.is_open or field_name(key) not in _ALWAYS_SHOWN or key.count(".") > 1
            if is_hidden:
                self._unfold(party.side, key)
        page.go_to(key)

    def _unfold(self, side: PartySide, key: str) -> None:
        party = party_of(self._page.entry, key)
        for other in self._page.entry.on_side(side):
            other.is_open = other is party
        if party is not None and (field_name(key) not in _ALWAYS_SHOWN or key.count(".") > 1):
            party.is_more_open = True
        self._page.show_side(side)
        self._page.refresh()

    def _show_and_keep(self, entry: IntakeEntry) -> None:
        self._page.replace(entry)
        self.advising.start_over()
        self._page.keeper.touch()
        self._page.keeper.save()


_ALWAYS_SHOWN = frozenset({"name", "identity_number", "credit_code", "phone", "language", "contact_person"})
"""Fields of a card that do not hide under 更多."""
