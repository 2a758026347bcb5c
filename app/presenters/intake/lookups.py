"""Looking beside the typing: is this person known, is there an open case between the same names."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import KnownParty
from app.domain.values.naming.masking import mask_identity, mask_phone
from app.presenters.desk import Desk
from app.presenters.intake.entries import PartyEntry
from app.presenters.intake.shown import CompareRow, IntakeView, KnownOffer, SimilarCase

LOOKED_UP = frozenset({"name", "identity_number", "credit_code", "phone"})
"""Leaving one of these fields looks the party up."""
_FEWEST = 2
"""A name of one sign alone would find half the register."""


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    number: str
    phone: str


class Lookups:
    """Asks the register and the open cases; answers that come late for something else are dropped."""

    def __init__(self, desk: Desk, view: IntakeView) -> None:
        self._desk, self._view = desk, view
        self._asked: dict[UUID, _Asked] = {}
        self._found: dict[UUID, tuple[KnownParty, ...]] = {}
        self._pair: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        self._current: UUID | None = None

    def start_over(self) -> None:
        """Forget all answers: another page is shown."""
        self._asked, self._found, self._current = {}, {}, None
        self._pair = (frozenset(), frozenset())
        self._view.show_known(None)
        self._view.show_similar(())

    def look_for(self, party: PartyEntry, told: CaseParty | None) -> None:
        """Ask the register for a party, unless it is linked or nothing new was typed."""
        name = told.name if told else ""
        number = (told.identity_number or told.credit_code) if told else ""
        asked = _Asked(name if len(name) >= _FEWEST else "", number, told.phone if told else "")
        if party.record_id is not None or self._asked.get(party.id) == asked:
            self.turn_to(party)
            return
        self._asked[party.id] = asked
        if not (asked.name or asked.number or asked.phone):
            self._answer(party, (), asked)
            return
        self._desk.runner.submit(
            lambda: self._desk.services.registration.known_parties(asked.name, asked.number, asked.phone),
            lambda known: self._answer(party, known, asked),
            lambda _error: self._answer(party, (), asked),
        )

    def turn_to(self, party: PartyEntry) -> None:
        """Show what is known of the party now being typed."""
        self._current = party.id
        offered = self.offered(party)
        if offered is not None:
            self._view.show_known(self._offer(party, offered, len(self._left(party)) - 1))
        else:
            self._view.show_known(None)

    @property
    def current(self) -> UUID | None:
        """Give the party the offer on the screen is for."""
        return self._current

    def offered(self, party: PartyEntry) -> KnownParty | None:
        """Give the entry of the register offered for a party."""
        left = self._left(party)
        return left[0] if left and party.record_id is None else None

    def look_for_same(self, parties: tuple[CaseParty, ...]) -> None:
        """Ask for open cases between the same names once both sides have one."""
        pair = (_names(parties, PartySide.APPLICANT), _names(parties, PartySide.RESPONDENT))
        if pair == self._pair:
            return
        self._pair = pair
        if not all(pair):
            self._view.show_similar(())
            return
        self._desk.runner.submit(
            lambda: self._desk.services.registration.similar_open_cases(parties),
            lambda lines: self._show_similar(lines, pair),
            lambda _error: self._show_similar((), pair),
        )

    def _left(self, party: PartyEntry) -> tuple[KnownParty, ...]:
        return tuple(k for k in self._found.get(party.id, ()) if k.record.id not in party.not_these)

    def _answer(self, party: PartyEntry, known: tuple[KnownParty, ...], asked: _Asked) -> None:
        if self._asked.get(party.id) != asked:
            return
        self._found[party.id] = known
        if self._current in (None, party.id):
            self.turn_to(party)

    def _show_similar(self, lines: tuple[CaseLine, ...], pair: tuple[frozenset[str], frozenset[str]]) -> None:
        if pair == self._pair:
            self._view.show_similar(
                tuple(SimilarCase(line.id, line.intake_number, line.title) for line in lines)
            )

    def _offer(self, party: PartyEntry, known: KnownParty, others: int) -> KnownOffer:
        text, record = self._desk.translator.text, known.record
        ended = known.all_cases - known.open_cases
        cases = text("在办 {open}，已结 {closed}", open=known.open_cases, closed=ended)
        number = party.identity_number if party.is_person else party.credit_code
        rows = (
            CompareRow(
                text("证件"),
                _tail(number),
                _tail(_number(record)),
                known.same_identity if number.strip() and _number(record) else None,
            ),
            CompareRow(
                text("电话"),
                mask_phone(party.phone),
                mask_phone(record.phone),
                known.same_phone if party.phone.strip() and record.phone else None,
            ),
            CompareRow(text("案件"), text("本件"), cases),
        )
        more = text("名册中另有 {n} 位相近", n=others) if others > 0 else ""
        told = tuple(row for row in rows if row.here or row.register)
        return KnownOffer(party.id, text("名册中已有{name}", name=record.name), told, more)


def _number(record: PartyRecord) -> str:
    return record.identity_number if record.is_person else record.credit_code


def _tail(number: str) -> str:
    """Show the end of a number only: parties see the screen."""
    masked = mask_identity(number)
    return masked[-6:] if masked else ""


def _names(parties: tuple[CaseParty, ...], side: PartySide) -> frozenset[str]:
    return frozenset(party.name for party in parties if party.side is side and party.name)
