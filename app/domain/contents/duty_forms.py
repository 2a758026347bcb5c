"""Freeze the four duties of one case, and the ledger of many."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.domain.contents.duties import (
    DutyPart,
    ExtensionPart,
    FourDutiesContents,
    FourDutiesLedgerContents,
    LedgerDutyPart,
    LedgerLinePart,
)
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.duties.board import BoardLine
from app.domain.duties.four_duties import Duty, FourDuties
from app.domain.values.days.moments import local_day


def four_duties_contents(
    case: Case,
    duties: FourDuties,
    *,
    organisation: str,
    dispute_type: str,
    evidence_names: Mapping[UUID, str],
    on: date,
) -> FourDutiesContents:
    """Copy the four duties of a case with everything typed about them."""
    return FourDutiesContents(
        number=case.intake_number,
        organisation=organisation,
        title=case.title,
        dispute_type=dispute_type,
        source=case.source.term,
        parties=tuple(
            f"{side.term}：{'、'.join(party.name for party in case.on_side(side))}"
            for side in PartySide
            if case.on_side(side)
        ),
        tier=case.tier,
        risk=case.risk.term,
        headcount=case.headcount,
        facts=case.facts,
        registered_on=local_day(case.registered_at),
        mediators=tuple(m.name for m in case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)),
        duties=tuple(_duty_part(duties, duty, evidence_names, on) for duty in duties.duties),
        discharged_on=duties.discharged_on,
        discharge_note=duties.discharge_note,
        printed_on=on,
    )


def ledger_contents(
    lines: tuple[BoardLine, ...], *, organisation: str, scope: str, printed_by: str, on: date
) -> FourDutiesLedgerContents:
    """Copy the lines of the board, in the board's order."""
    return FourDutiesLedgerContents(
        organisation=organisation,
        scope=scope,
        lines=tuple(_ledger_line(n, line, on) for n, line in enumerate(lines, start=1)),
        printed_on=on,
        printed_by=printed_by,
    )


def _duty_part(duties: FourDuties, duty: Duty, evidence_names: Mapping[UUID, str], on: date) -> DutyPart:
    return DutyPart(
        duty=duty.kind.term,
        status=duties.status(duty.kind, on).term,
        lead_official=duty.lead_official,
        responsible_unit=duty.responsible_unit,
        responsible_person=duty.responsible_person,
        co_units=duty.co_units,
        measures=duty.measures,
        due_on=duty.due_on,
        completed_on=duty.completed_on,
        outcome=duty.outcome,
        same_person_reason=duty.same_person_reason,
        evidence=tuple(evidence_names[entry] for entry in duty.evidence_ids if entry in evidence_names),
        extensions=tuple(
            ExtensionPart(
                previous_due=extension.previous_due,
                new_due=extension.new_due,
                reason=extension.reason,
                approver=extension.approver,
                approved_on=extension.approved_on,
            )
            for extension in duty.extensions
        ),
    )


def _ledger_line(position: int, line: BoardLine, on: date) -> LedgerLinePart:
    respondents = f" 对 {line.case.respondents}" if line.case.respondents else ""
    return LedgerLinePart(
        position=position,
        number=line.case.intake_number,
        title=line.case.title,
        parties=f"{line.case.applicants}{respondents}",
        risk=line.case.risk.term,
        tier=line.case.tier,
        state=line.case.state.term,
        duties=tuple(
            LedgerDutyPart(
                duty=duty.kind.term,
                person=duty.responsible_person,
                lead_official=duty.lead_official,
                due_on=duty.due_on,
                completed_on=duty.completed_on,
                status=line.duties.status(duty.kind, on).term,
            )
            for duty in line.duties.duties
        ),
    )
