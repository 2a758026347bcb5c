"""Showing a masked number in full: who looked at whose number, and when, is in the history."""

from __future__ import annotations

from uuid import UUID

from app.domain.errors import NotFound
from app.domain.people.parties import PartyRecord
from app.domain.trust.actors import Actor
from app.domain.trust.reveals import MaskedNumber
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done


class RevealService:
    """Gives full numbers, one at a time, never without an entry in the history."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def number(self, record_id: UUID, number: MaskedNumber, *, actor: Actor) -> Done[str]:
        """Give a number of an entry of the register."""
        with self._store.unit_of_work(actor) as work:
            record = work.parties.get(record_id)
            note_reveal(work, record, number)
            return Done(str(getattr(record, number.value)), work.commit())

    def number_in_case(
        self, case_id: UUID, party_id: UUID, number: MaskedNumber, *, actor: Actor
    ) -> Done[str]:
        """Give a number of a party as told for a case; the entry stands in the history of the case."""
        with self._store.unit_of_work(actor) as work:
            party = work.cases.get(case_id).party(party_id)
            if party is None:
                raise NotFound("party.not_found", id=str(party_id))
            work.history.note(
                act="party.revealed",
                kind="case",
                subject_id=case_id,
                case_id=case_id,
                note=f"{party.name}　{number.term}",
            )
            return Done(str(getattr(party, number.value)), work.commit())

    def for_change(self, record_id: UUID, *, actor: Actor) -> Done[PartyRecord]:
        """Give an entry to be corrected; its form shows the numbers in full, so each is noted."""
        with self._store.unit_of_work(actor) as work:
            record = work.parties.get(record_id)
            for number in MaskedNumber:
                if getattr(record, number.value):
                    note_reveal(work, record, number)
            return Done(record, work.commit())


def note_reveal(work: UnitOfWork, record: PartyRecord, number: MaskedNumber) -> None:
    """Note in the history of an entry that one of its numbers was shown in full."""
    work.history.note(act="party.revealed", kind="party", subject_id=record.id, note=number.term)
