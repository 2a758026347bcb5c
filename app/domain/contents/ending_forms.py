"""Freeze how a case ended or left: oral register, termination notice, withdrawal, transfer letter."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.contents import rights
from app.domain.contents.endings import (
    OralRegisterContents,
    RoutePart,
    TerminationContents,
    TransferContents,
    WithdrawalContents,
)
from app.domain.contents.party_parts import party_part, party_signers, staff_signers
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.states import CaseState
from app.domain.errors import NotFound, RuleRefusal
from app.domain.people.organisations import Organisation
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day


def oral_register_contents(
    agreement: OralAgreement, case: Case, committee: str, number: str
) -> OralRegisterContents:
    """Freeze 人民调解口头协议登记表; mediators sign, the parties need not."""
    parties = tuple(party for party in case.parties if party.id in agreement.party_ids)
    mediators = case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)
    recorders = case.mediators_in(MediatorRole.RECORDER)
    return OralRegisterContents(
        number=number or agreement.number,
        committee=committee,
        parties=tuple(party_part(party, agreement.reached_on) for party in parties),
        facts=agreement.facts,
        matters=agreement.matters,
        terms=agreement.terms,
        performance=agreement.performance,
        due_on=agreement.due_on,
        mediators=tuple(mediator.name for mediator in mediators),
        recorders=tuple(recorder.name for recorder in recorders),
        signers=staff_signers(case.mediators),
        reached_on=agreement.reached_on,
    )


def termination_contents(
    case: Case, committee: str, number: str, partial_number: str = ""
) -> TerminationContents:
    """Freeze 终止调解通知书 of a case, or of the rest a partial agreement left open."""
    if case.termination_reason is None or case.ended_on is None:
        raise RuleRefusal("document.not_terminated")
    told = tuple(
        RoutePart(route=entry.route.term, organ=entry.organ, papers=entry.papers)
        for entry in case.hand_overs
        if entry.told_on == case.ended_on
    )
    return TerminationContents(
        number=number,
        committee=committee,
        addressees=tuple(party.name for party in case.parties),
        title=case.title,
        accepted_on=case.accepted_on or local_day(case.received_at),
        partial_number=partial_number,
        reason=case.termination_reason.term,
        note=case.termination_note,
        told=told,
        routes=rights.OTHER_ROUTES,
        issued_day=case.ended_on,
    )


def withdrawal_contents(case: Case, committee: str) -> WithdrawalContents:
    """Freeze 撤回申请书 of whoever withdrew."""
    left = next((entry for entry in reversed(case.departures) if entry.state is CaseState.WITHDRAWN), None)
    party = case.party(left.party_id) if left is not None and left.party_id is not None else None
    if left is None or party is None:
        raise RuleRefusal("document.not_withdrawn")
    return WithdrawalContents(
        number=case.intake_number,
        committee=committee,
        party=party_part(party, left.on),
        title=case.title,
        received_on=local_day(case.received_at),
        reason=left.reason,
        withdrawn_on=left.on,
        signers=party_signers((party,)),
    )


def transfer_contents(
    case: Case, organisation: Organisation, transfer_id: UUID | None, *, dispute_type: str, number: str
) -> TransferContents:
    """Freeze 移交函 of one transfer; taking a case back needs no letter."""
    handed = next((entry for entry in case.transfers if entry.id == transfer_id and entry.receiver), None)
    if handed is None:
        raise NotFound("transfer.not_found", id=str(transfer_id))
    issued: date = handed.on
    contact = (case.lead.name if case.lead else case.registrar_name, organisation.phone)
    return TransferContents(
        number=number,
        committee=organisation.name,
        receiver=handed.receiver,
        intake_number=case.intake_number,
        title=case.title,
        dispute_type=dispute_type,
        received_on=local_day(case.received_at),
        parties=tuple(
            f"{side.term}：{'、'.join(party.name for party in case.on_side(side))}"
            for side in PartySide
            if case.on_side(side)
        ),
        facts=case.facts,
        requests=case.requests,
        state=case.state.term,
        reason=handed.reason,
        papers=handed.papers,
        contact="　".join(part for part in contact if part),
        issued_day=issued,
    )
