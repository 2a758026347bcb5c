"""What happened in a case, as far as clocks ask: the days of events, of the case and of each agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.periods.triggers import Trigger
from app.domain.duties.performance_clocks import performance_end
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.values.days.moments import local_day
from app.domain.values.days.working_days import WorkCalendar

Days = Mapping[Trigger, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """What is known beside the case, its agreements and its duties; a fact nobody recorded is absent.

    ``days`` are events of the case, ``of_agreements`` those of its agreements (application for judicial
    confirmation, ruling), ``moments`` those that start hours or minutes (a whistle). ``awaits_file``
    says that a closed case is still to be archived.
    """

    days: Days = field(default_factory=dict)
    of_agreements: Mapping[UUID, Days] = field(default_factory=dict)
    moments: Mapping[Trigger, datetime] = field(default_factory=dict)
    awaits_file: bool = False


NO_FURTHER_FACTS = ClockFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """The events of one subject: of the case (no id, no name), or of one agreement under its number."""

    subject_id: UUID | None = None
    name: str = ""
    days: Days
    moments: Mapping[Trigger, datetime] = field(default_factory=dict)


def case_sheet(case: Case, facts: ClockFacts) -> FactSheet:
    """Gather the events of a case: its own steps, the days recorded by hand, what others know."""
    steps = {
        Trigger.RECEIVED: local_day(case.received_at),
        Trigger.REGISTERED: local_day(case.registered_at),
        Trigger.ACCEPTED: case.accepted_on,
        Trigger.TERMINATED: case.ended_on if case.non_acceptance_reason is None else None,
        Trigger.PERFORMED: case.performed_on,
        Trigger.CLOSED: case.closed_on,
    }
    days = {trigger: on for trigger, on in steps.items() if on is not None}
    days |= {recorded.trigger: recorded.on_day for recorded in case.trigger_days}
    days |= facts.days
    days |= {trigger: local_day(moment) for trigger, moment in facts.moments.items()}
    return FactSheet(days=days, moments=facts.moments)


def agreement_sheets(
    agreements: tuple[MediationAgreement, ...], facts: ClockFacts, calendar: WorkCalendar
) -> Iterator[FactSheet]:
    """Gather the events of each agreement that was issued; the period of performance only once confirmed."""
    for agreement in agreements:
        told = dict(facts.of_agreements.get(agreement.id, {}))
        if agreement.state is AgreementState.ISSUED and agreement.issued_day is not None:
            told[Trigger.ISSUED] = agreement.issued_day
        if agreement.state is AgreementState.EFFECTIVE and agreement.effective_on is not None:
            told[Trigger.EFFECTIVE] = agreement.effective_on
            confirmed_on = told.get(Trigger.CONFIRMED)
            if confirmed_on is not None and (end := performance_end(agreement, confirmed_on, calendar)):
                told[Trigger.PERFORMANCE_ENDS] = end
        if told:
            yield FactSheet(subject_id=agreement.id, name=agreement.number, days=told)
