"""What a registered intake becomes: a case, its four duties and its parties in the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.case_parties import CaseParty, PartySide, in_order
from app.domain.disputes.cases import Case
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.sources import suggested_risk
from app.domain.disputes.states import CaseEvent
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.duties.ladder import EscalationLadder, duty_dates, first_level, in_force
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import NumberSeries
from app.domain.people.organisations import Organisation
from app.domain.people.parties import PartyDetails, PartyRecord
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import last_day
from app.domain.values.ids import new_id
from app.persistence.work import UnitOfWork
from app.services.disputes.intake import Intake
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.incoming import write_incoming
from app.services.transactions.moving import save_moved
from app.services.transactions.numbering import take_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The circumstances of one registration."""

    case_id: UUID
    number: str
    organisation: Organisation
    actor: Actor
    now: datetime


def register_case(work: UnitOfWork, intake: Intake, rules: Rules, *, actor: Actor, now: datetime) -> Case:
    """Register and triage a checked intake in an open transaction: its number, duties, incoming paper."""
    organisation = work.organisations.get(intake.organisation_id)
    if intake.studio_id is not None and organisation.studio(intake.studio_id) is None:
        raise InvalidInput("intake.studio_of_another_committee", field="studio_id")
    case_id, year = new_id(), local_day(now).year
    number = take_number(work, NumberSeries.INTAKE, organisation, year=year, subject_id=case_id)
    parties = registered_parties(work, intake.parties)
    entry = Entry(case_id=case_id, number=number.text, organisation=organisation, actor=actor, now=now)
    ladder = in_force(work.ladders.all(), local_day(now))
    case = on_ladder(new_case(intake, parties, entry, rules), ladder)
    case = work.cases.add(case, act="case.registered")
    triaged = _triaged(case, intake, rules)
    saved = save_moved(work, case, triaged, CaseEvent.TRIAGE, act="case.triaged", note=_told(intake))
    work.duties.add(new_duties(saved, rules, ladder), act="duties.opened")
    write_incoming(work, saved, intake.paper, actor=actor, today=local_day(now))
    wind(work, rules, saved.id, local_day(now))
    return saved


def new_case(intake: Intake, parties: tuple[CaseParty, ...], entry: Entry, rules: Rules) -> Case:
    """Make the case an intake asks for; what was left empty is suggested, never invented."""
    types = list_valid_on(rules.dispute_types, local_day(entry.now))
    return Case(
        id=entry.case_id,
        intake_number=entry.number,
        title=intake.title.strip() or title_for(types.name_of(intake.dispute_type), parties),
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
        tier=intake.tier or entry.organisation.tier,
        organisation_id=entry.organisation.id,
        studio_id=intake.studio_id,
        received_at=intake.received_at or entry.now,
        registered_at=entry.now,
        registrar_id=entry.actor.id,
        registrar_name=entry.actor.name,
        parties=in_order(parties),
        risk_dismissals=intake.risk_dismissals,
        accidents=intake.accidents,
        treatments=intake.treatments,
    )


def on_ladder(case: Case, ladder: EscalationLadder | None) -> Case:
    """Put a new case on its level where a ladder is in force."""
    return case if ladder is None else replace(case, levels=(first_level(ladder, case),))


def new_duties(case: Case, rules: Rules, ladder: EscalationLadder | None = None) -> FourDuties:
    """Open the four duties, unassigned; their due days come from the ladder, else from local defaults."""
    registered_on = local_day(case.registered_at)
    placed = duty_dates(ladder, registered_on, rules.calendar) if ladder is not None else {}
    due = {
        entry.duty: last_day(registered_on, entry.period, rules.calendar).last_day
        for entry in rules.duty_defaults
    }
    return FourDuties(
        id=new_id(),
        case_id=case.id,
        duties=tuple(
            Duty(id=new_id(), kind=kind, due_on=placed[kind][0], due_basis=placed[kind][1])
            if kind in placed
            else Duty(id=new_id(), kind=kind, due_on=due.get(kind))
            for kind in DutyKind
        ),
    )


def registered_parties(work: UnitOfWork, parties: Iterable[CaseParty]) -> tuple[CaseParty, ...]:
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


def title_for(dispute_type_name: str, parties: tuple[CaseParty, ...]) -> str:
    """Suggest a title: 甲与乙等3方合同纠纷."""
    told = [_names(parties, side) for side in (PartySide.APPLICANT, PartySide.RESPONDENT)]
    kind = dispute_type_name.removesuffix("纠纷") + "纠纷"
    return "与".join(name for name in told if name) + kind


def _triaged(case: Case, intake: Intake, rules: Rules) -> Case:
    decision = intake.decision
    family, code = rules.all_channels().settled(
        intake.channel_code,
        case.channel if decision is None else decision.channel,
        case.source,
        case.dispute_type,
        local_day(case.registered_at),
    )
    return steps.triage(
        case,
        channel=family,
        channel_code=code,
        risk=case.risk,
        tier=case.tier,
        decision=decision,
        mode=intake.handling_mode,
    )


def _told(intake: Intake) -> str:
    """Say in the history where the dispute was sent, and why if not as advised."""
    if intake.decision is None:
        return ""
    return "：".join(part for part in (intake.decision.unit_name, intake.decision.override_reason) if part)


def _record(party: CaseParty) -> PartyRecord:
    details = {entry.name: getattr(party, entry.name) for entry in fields(PartyDetails)}
    return PartyRecord(id=new_id(), **details)


def _names(parties: tuple[CaseParty, ...], side: PartySide) -> str:
    names = [party.name.strip() for party in parties if party.side is side and party.name.strip()]
    if len(names) > 1:
        return f"{names[0]}等{len(names)}方"
    return names[0] if names else ""
