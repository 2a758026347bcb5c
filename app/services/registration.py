"""Registering a dispute: number, case, duties and register entries in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.sources import suggested_risk
from app.domain.disputes.states import CLOSED_STATES
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clocks import CaseClock
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.duties.rules import Rules
from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.kinds import NumberSeries
from app.domain.people.parties import PartyDetails, PartyRecord
from app.domain.people.party_lines import KnownParty
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.ids import new_id
from app.domain.values.moments import Clock, local_day
from app.domain.values.periods import last_day
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.intake import Intake, check_intake
from app.services.leading_clock import wind
from app.services.numbering import take_number

__all__ = ["Intake", "RegistrationService"]


class RegistrationService:
    """Takes disputes in.

    Kill-safety: the form's draft is discarded in the transaction that registers the case, so after
    a kill there is either the draft and no case, or the case and no draft; the number is taken in
    it too, so no number is ever lost.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def check(self, intake: Intake) -> tuple[DomainError, ...]:
        """Give every problem of an intake at once, each with its field; empty when it may be registered."""
        now = self._clock.now()
        return check_intake(intake, list_valid_on(self._rules.dispute_types, local_day(now)), now)

    def register(self, intake: Intake, *, actor: Actor, draft_key: str | None = None) -> Done[Case]:
        """Register and triage a dispute: the case, its four duties, its parties in the register.

        Raises the first problem ``check`` would give. ``draft_key`` names the form's draft of this
        actor, which is discarded in the same transaction.
        """
        if problems := self.check(intake):
            raise problems[0]
        with self._store.unit_of_work(actor) as work:
            parties = _registered_parties(work, intake.parties)
            case = work.cases.add(self._case(work, intake, parties, actor), act="case.registered")
            triaged = steps.triage(case, channel=case.channel, risk=case.risk, tier=case.tier)
            case = work.cases.save(triaged, act="case.triaged")
            work.duties.add(self._duties(case), act="duties.opened")
            wind(work, self._rules, case.id, local_day(self._clock.now()))
            if draft_key is not None:
                work.drafts.discard(actor.id, draft_key)
            return Done(case, work.commit())

    def clocks_ahead(self, intake: Intake) -> tuple[CaseClock, ...]:
        """Give the clocks that registering now would start, with their arithmetic; nothing is written.

        The intake may still be incomplete: clocks hang on its channel and on when it was received.
        """
        now = self._clock.now()
        case = Case(
            id=new_id(),
            intake_number="",
            title=intake.title,
            source=intake.source,
            dispute_type=intake.dispute_type,
            facts=intake.facts,
            channel=intake.channel,
            organisation_id=intake.organisation_id,
            received_at=intake.received_at or now,
            registered_at=now,
            registrar_id=SYSTEM.id,
            registrar_name=SYSTEM.name,
            parties=intake.parties,
        )
        return case_clocks(case, self._duties(case), (), self._rules, local_day(now))

    def known_parties(
        self, name: str = "", identity_number: str = "", phone: str = ""
    ) -> tuple[KnownParty, ...]:
        """Offer entries of the register that may be the person being typed, the surest first."""
        with self._store.reads() as reads:
            return tuple(reads.parties.known(name=name, identity_number=identity_number, phone=phone))

    def similar_open_cases(self, parties: tuple[CaseParty, ...]) -> tuple[CaseLine, ...]:
        """Give the open cases in which an applicant and a respondent of these names both take part."""
        with self._store.reads() as reads:

            def open_cases(side: PartySide) -> set[UUID]:
                names = {party.name.strip() for party in parties if party.side is side and party.name.strip()}
                known = [
                    entry.record.id for name in names for entry in reads.parties.known(name=name) if entry.same_name
                ]
                cases = [case for record_id in known for case in reads.parties.cases_of(record_id)]
                return {case.case_id for case in cases if case.state not in CLOSED_STATES}

            both = open_cases(PartySide.APPLICANT) & open_cases(PartySide.RESPONDENT)
            return tuple(reads.cases.line(case_id) for case_id in sorted(both, reverse=True))

    def title_for(self, dispute_type_name: str, parties: tuple[CaseParty, ...]) -> str:
        """Suggest a title when none was typed: 甲与乙等3方合同纠纷."""
        told = [_names(parties, side) for side in (PartySide.APPLICANT, PartySide.RESPONDENT)]
        kind = dispute_type_name.removesuffix("纠纷") + "纠纷"
        return "与".join(name for name in told if name) + kind

    def _case(self, work: UnitOfWork, intake: Intake, parties: tuple[CaseParty, ...], actor: Actor) -> Case:
        organisation = work.organisations.get(intake.organisation_id)
        if intake.studio_id is not None and organisation.studio(intake.studio_id) is None:
            raise InvalidInput("intake.studio_of_another_committee", field="studio_id")
        now = self._clock.now()
        case_id = new_id()
        number = take_number(work, NumberSeries.INTAKE, organisation, year=local_day(now).year, subject_id=case_id)
        types = list_valid_on(self._rules.dispute_types, local_day(now))
        return Case(
            id=case_id,
            intake_number=number.text,
            title=intake.title.strip() or self.title_for(types.name_of(intake.dispute_type), parties),
            source=intake.source,
            source_note=intake.source_note,
            dispute_type=intake.dispute_type,
            amount=intake.amount,
            place=intake.place,
            facts=intake.facts,
            requests=intake.requests,
            headcount=intake.headcount or sum(party.headcount for party in parties if party.is_person),
            risk_flags=intake.risk_flags,
            risk=suggested_risk(intake.risk_flags) if intake.risk is None else intake.risk,
            channel=intake.channel,
            tier=intake.tier or organisation.tier,
            organisation_id=organisation.id,
            studio_id=intake.studio_id,
            received_at=intake.received_at or now,
            registered_at=now,
            registrar_id=actor.id,
            registrar_name=actor.name,
            parties=parties,
        )

    def _duties(self, case: Case) -> FourDuties:
        """Open the four duties, unassigned, with the due dates the local defaults propose."""
        registered_on = local_day(case.registered_at)
        defaults = {entry.duty: entry.period for entry in self._rules.duty_defaults}
        due = {
            kind: last_day(registered_on, period, self._rules.calendar).last_day for kind, period in defaults.items()
        }
        return FourDuties(
            id=new_id(),
            case_id=case.id,
            duties=tuple(Duty(id=new_id(), kind=kind, due_on=due.get(kind)) for kind in DutyKind),
        )


def _registered_parties(work: UnitOfWork, parties: Iterable[CaseParty]) -> tuple[CaseParty, ...]:
    """Put parties nobody linked into the register; linked entries are left as they are."""
    linked = []
    for party in parties:
        if party.record_id is None:
            record = work.parties.add(_record(party), act="party.added")
            linked.append(replace(party, record_id=record.id))
        else:
            work.parties.get(party.record_id)
            linked.append(party)
    return tuple(linked)


def _record(party: CaseParty) -> PartyRecord:
    details = {entry.name: getattr(party, entry.name) for entry in fields(PartyDetails)}
    return PartyRecord(id=new_id(), **details)


def _names(parties: tuple[CaseParty, ...], side: PartySide) -> str:
    names = [party.name.strip() for party in parties if party.side is side and party.name.strip()]
    if len(names) > 1:
        return f"{names[0]}等{len(names)}方"
    return names[0] if names else ""
