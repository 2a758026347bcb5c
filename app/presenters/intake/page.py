"""The state of the intake page: what stands in it, what is wrong with it, where the user is."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.risk.grading import RiskFinding
from app.domain.disputes.sources import RiskLevel
from app.presenters.desk import Desk
from app.presenters.intake.checks import Verdict, footer_of, judge, notes_of, sides_done
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.intake.entries import IntakeEntry, PartyEntry, blank_entry, to_payload
from app.presenters.intake.lookups import LOOKED_UP, Lookups
from app.presenters.intake.paths import field_name, holder_of, party_of
from app.presenters.intake.shown import IntakeView
from app.presenters.intake.stopwatch import Stopwatch
from app.presenters.intake.words import party_words
from app.presenters.intake.written import written

DRAFT_KEY = "intake"
"""One draft of the page per user."""
FIRST_FIELD = "source"
ALL = "*"
"""Stands for every field once the user has asked to register."""


class IntakePage:
    """One user's page; presenters of its parts share it."""

    def __init__(self, desk: Desk, view: IntakeView) -> None:
        self.desk, self.view = desk, view
        self.entry: IntakeEntry = blank_entry()
        self.lookups = Lookups(desk, view)
        self.stopwatch = Stopwatch(desk.clock)
        self.keeper = DraftKeeper(desk, DRAFT_KEY, self._payload, view.show_saved)
        self.seen: set[str] = set()
        self.focus, self.cursor = FIRST_FIELD, -1
        self.verdict: Verdict = self._judged()

    def replace(self, entry: IntakeEntry, focus: str = FIRST_FIELD, cursor: int = -1) -> None:
        """Show another page as a whole and take the user to a field of it."""
        self.entry, self.focus, self.cursor = entry, focus, cursor
        self.seen = set()
        self.stopwatch.reset(entry.seconds)
        self.lookups.start_over()
        self.view.show_failure("")
        self.view.show_entry(entry)
        for party in entry.parties:
            self.show_words(party)
        self.view.show_elapsed(self.stopwatch.text())
        self.refresh()
        self.view.focus_field(focus, cursor)

    def arrive(self, key: str, cursor: int = -1) -> None:
        """Note where the user is: for the draft, and for the acts on the party being typed."""
        self.focus, self.cursor = key, cursor
        party = self.current_party()
        if party is not None:
            self.lookups.turn_to(party)

    def go_to(self, key: str, cursor: int = -1) -> None:
        """Take the user to a field.

        The place is noted here too: where a card's fields pass to another party, the same widget
        keeps the focus and nobody would tell.
        """
        self.arrive(key, cursor)
        self.view.focus_field(key, cursor)

    def leave(self, key: str, cursor: int = -1) -> None:
        """Check a field on leaving it, write it in its own form, look the party up, keep the draft."""
        holder, name = holder_of(self.entry, key), field_name(key)
        if holder is None:
            return
        self.cursor = cursor if key == self.focus else self.cursor
        own = written(self.desk, holder, name)
        if own is not None and own != getattr(holder, name):
            setattr(holder, name, own)
            self.view.show_value(key, own)
            self.keeper.touch()
        self.seen.add(key)
        self.refresh()
        party = party_of(self.entry, key)
        if party is not None and holder is party and name in LOOKED_UP:
            self.lookups.look_for(party, self.told(party))
            self.lookups.look_for_same(self.verdict.reading.intake.parties)
        self.keeper.save()

    def leave_here(self) -> None:
        """Leave the field the user is in, before its card passes to another party."""
        self.leave(self.focus, self.cursor)

    def touched(self) -> None:
        """Something was typed or chosen: check it, and keep it in a breath."""
        self.stopwatch.start()
        self.keeper.touch()
        self.view.expect_save()
        self.refresh()

    def refresh(self) -> None:
        """Check the page anew and show what follows from it."""
        self.verdict = self._judged()
        view = self.view
        view.show_notes(notes_of(self.desk, self.verdict, self.seen))
        view.show_footer(footer_of(self.desk, self.entry, self.verdict))
        view.show_sides_done(sides_done(self.entry, self.verdict))
        text = self.desk.translator.text
        level = text(self.risk_level().term)
        view.show_risk_hint(text("建议：{level}", level=level))
        view.show_title_hint(self._suggested_title())

    def risks(self) -> tuple[RiskFinding, ...]:
        """Find what warns of worse in the page as it stands."""
        return self.desk.services.triage.risks_of_intake(self.verdict.reading.intake)

    def risk_level(self) -> RiskLevel:
        """Give the level the user chose, or the one suggested by what stands."""
        if self.entry.risk is not None:
            return self.entry.risk
        aside = frozenset(entry.code for entry in self.entry.dismissed)
        return self.desk.services.triage.grade(self.risks(), self.verdict.reading.intake, aside)

    def show_side(self, side: PartySide) -> None:
        """Show the cards of a side anew, with their words (numbers change when cards come and go)."""
        parties = self.entry.on_side(side)
        self.view.show_side(side, parties)
        for party in parties:
            self.show_words(party)

    def show_words(self, party: PartyEntry) -> None:
        """Show what a card says about itself."""
        words = party_words(self.desk.translator, self.entry, party, self.desk.today)
        self.view.show_party_words(party.id, words)

    def told(self, party: PartyEntry) -> CaseParty | None:
        """Give a party as it was read; None while its card is blank."""
        return next((p for p in self.verdict.reading.intake.parties if p.id == party.id), None)

    def current_party(self) -> PartyEntry | None:
        """Give the party the user is typing, if any."""
        return party_of(self.entry, self.focus)

    def _judged(self) -> Verdict:
        return judge(self.desk, self.entry, self._organisation_id())

    def _organisation_id(self) -> UUID:
        return self.desk.me.organisation_id

    def _suggested_title(self) -> str:
        intake = self.verdict.reading.intake
        if not intake.dispute_type and not intake.parties:
            return ""
        types = self.desk.services.people.dispute_types(self.desk.today)
        name = types.name_of(intake.dispute_type) if intake.dispute_type else ""
        return self.desk.services.registration.title_for(name, intake.parties)

    def _payload(self) -> tuple[str, str]:
        self.entry.seconds = self.stopwatch.seconds
        return to_payload(self.entry), f"{self.focus}@{self.cursor}"
