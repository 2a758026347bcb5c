"""Organisations, the roster, the register of parties and the list of dispute types."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import PartyCase
from app.domain.disputes.dispute_types import DisputeTypeList, list_valid_on
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.organisations import Organisation, OrganisationKind
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import PartyLine
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.trust.history import HistoryEntry
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look

MOST_HISTORY = 30
"""How many acts the card of a party shows."""


class PeopleService:
    """Reads and writes who works here and who has been a party; nothing here is ever deleted."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store = store
        self._rules = rules

    # organisations and staff
    def organisations(self) -> tuple[Organisation, ...]:
        """Give every organisation, by name."""
        with look(self._store) as work:
            return tuple(sorted(work.organisations.all(), key=lambda organisation: organisation.name))

    def organisation(self, organisation_id: UUID) -> Organisation:
        """Give one organisation; NotFound when there is none."""
        with look(self._store) as work:
            return work.organisations.get(organisation_id)

    def save_organisation(self, organisation: Organisation, *, actor: Actor) -> Done[Organisation]:
        """Add or change an organisation; refused without a name, or a committee without its short form.

        Two committees of one short form would give two papers one number: ``organisation.code_taken``.
        """
        check_organisation(organisation)
        with self._store.unit_of_work(actor) as work:
            for other in work.organisations.all():
                if other.id != organisation.id and _number_alike(other, organisation):
                    raise InvalidInput("organisation.code_taken", field="number_code", name=other.name)
            if work.organisations.find(organisation.id) is None:
                saved = work.organisations.add(organisation, act="organisation.added")
            else:
                saved = work.organisations.save(organisation, act="organisation.changed")
            return Done(saved, work.commit())

    def staff(self) -> tuple[StaffMember, ...]:
        """Give the whole roster, by name; those who left included."""
        with look(self._store) as work:
            return tuple(sorted(work.staff.all(), key=lambda member: member.name))

    def save_staff(self, member: StaffMember, *, actor: Actor) -> Done[StaffMember]:
        """Add or change a member of staff; the organisation and studio named must exist."""
        check_staff(member)
        with self._store.unit_of_work(actor) as work:
            organisation = work.organisations.get(member.organisation_id)
            if member.studio_id is not None and organisation.studio(member.studio_id) is None:
                raise InvalidInput("staff.studio_of_another_committee", field="studio_id")
            if work.staff.find(member.id) is None:
                saved = work.staff.add(member, act="staff.added")
            else:
                saved = work.staff.save(member, act="staff.changed")
            return Done(saved, work.commit())

    def loads(self) -> dict[UUID, int]:
        """Count the open cases each lead mediator carries."""
        with self._store.reads() as reads:
            return dict(reads.counts.open_by_lead())

    # parties
    def parties(self, text: str = "", offset: int = 0, limit: int = 50) -> tuple[PartyLine, ...]:
        """Give a page of the register of parties."""
        with self._store.reads() as reads:
            return tuple(reads.parties.page(text, offset, limit))

    def party_count(self, text: str = "") -> int:
        """Count the parties that a text finds; an empty text counts all."""
        with self._store.reads() as reads:
            return reads.parties.count(text)

    def party(self, record_id: UUID) -> PartyRecord:
        """Give one entry of the register; NotFound when there is none."""
        with look(self._store) as work:
            return work.parties.get(record_id)

    def save_party(self, record: PartyRecord, *, actor: Actor) -> Done[PartyRecord]:
        """Add or change an entry of the register; cases keep the details they were told."""
        if not record.name.strip():
            raise InvalidInput("party.name_missing", field="name")
        with self._store.unit_of_work(actor) as work:
            stored = work.parties.find(record.id)
            if stored is not None and stored.merged_into_id is not None:
                raise RuleRefusal("party.already_merged", party=stored.name)
            if stored is None:
                saved = work.parties.add(record, act="party.added")
            else:
                saved = work.parties.save(record, act="party.changed")
            return Done(saved, work.commit())

    def party_cases(self, record_id: UUID) -> tuple[PartyCase, ...]:
        """Give the cases a party of the register took part in, the newest first."""
        with self._store.reads() as reads:
            return tuple(reads.parties.cases_of(record_id))

    def party_history(self, record_id: UUID) -> tuple[HistoryEntry, ...]:
        """Give what was done with an entry, the latest first; looks at its numbers among it."""
        with self._store.reads() as reads:
            return reads.history.of_subject(record_id, MOST_HISTORY)

    # dated lists
    def dispute_types(self, on: date) -> DisputeTypeList:
        """Give the list of dispute types in force on a day."""
        return list_valid_on(self._rules.dispute_types, on)


def check_organisation(organisation: Organisation) -> None:
    """Refuse an organisation without a name, or a committee without the short form its numbers bear."""
    if not organisation.name.strip():
        raise InvalidInput("organisation.name_missing", field="name")
    if organisation.kind is OrganisationKind.COMMITTEE and not organisation.number_code.strip():
        raise InvalidInput("organisation.code_missing", field="number_code")
    for position, studio in enumerate(organisation.studios):
        if not studio.name.strip():
            raise InvalidInput("studio.name_missing", field=f"studios.{position}.name")


def _number_alike(one: Organisation, other: Organisation) -> bool:
    are_committees = one.kind is other.kind is OrganisationKind.COMMITTEE
    return are_committees and one.number_code.strip() == other.number_code.strip()


def check_staff(member: StaffMember) -> None:
    """Refuse a member of staff without a name, or one who left before the appointment."""
    if not member.name.strip():
        raise InvalidInput("staff.name_missing", field="name")
    if (
        member.appointed_on is not None
        and member.left_on is not None
        and member.left_on < member.appointed_on
    ):
        raise InvalidInput("staff.left_before_appointed", field="left_on", day=member.left_on.isoformat())
