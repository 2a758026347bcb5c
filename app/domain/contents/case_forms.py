"""Freeze a case into the contents of its forms: application, acceptance register, notices, session record."""

from __future__ import annotations

from datetime import date

from app.domain.contents import rights
from app.domain.contents.channels.particulars import particulars_parts
from app.domain.contents.forms import (
    AcceptanceRegisterContents,
    ApplicationContents,
    NonAcceptanceContents,
    ParticipantPart,
    RightsNoticeContents,
    SessionContents,
    StatementPart,
)
from app.domain.contents.parts import SigningPart
from app.domain.contents.party_parts import (
    consent_parts,
    party_part,
    party_parts,
    party_signers,
    staff_signers,
)
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.errors import RuleRefusal
from app.domain.mediation.sessions import SessionRecord
from app.domain.values.days.moments import local_day


def application_contents(case: Case, committee: str) -> ApplicationContents:
    """Freeze 人民调解申请书; a case on the committee's initiative has none (trap 7)."""
    if case.is_initiative:
        raise RuleRefusal("document.no_application_on_initiative", article="人民调解法第十七条")
    applied_on = local_day(case.received_at)
    return ApplicationContents(
        number=case.intake_number,
        committee=committee,
        parties=party_parts(case, applied_on),
        facts=case.facts,
        requests=case.requests,
        amount=case.amount,
        applied_on=applied_on,
        signers=party_signers(case.on_side(PartySide.APPLICANT)),
    )


def acceptance_register_contents(case: Case, committee: str, dispute_type: str) -> AcceptanceRegisterContents:
    """Freeze 人民调解受理登记表; the case must have been accepted."""
    if case.accepted_on is None:
        raise RuleRefusal("document.not_accepted_yet")
    registrar = SigningPart(label="登记人", name=case.registrar_name)
    return AcceptanceRegisterContents(
        number=case.intake_number,
        committee=committee,
        accepted_on=case.accepted_on,
        is_initiative=case.is_initiative,
        source=case.source.term,
        source_note=case.source_note,
        dispute_type=dispute_type,
        title=case.title,
        parties=party_parts(case, case.accepted_on),
        facts=case.facts,
        requests=case.requests,
        amount=case.amount,
        place=case.place,
        particulars=particulars_parts(case),
        received_at=case.received_at,
        headcount=case.headcount,
        consents=consent_parts(case),
        mediators=_mediator_names(case),
        registrar=case.registrar_name,
        signers=(*party_signers(case.parties), registrar),
    )


def rights_notice_contents(case: Case, committee: str, on: date) -> RightsNoticeContents:
    """Freeze 人民调解当事人权利义务告知书 for all parties of a case."""
    return RightsNoticeContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        mediators=_mediator_names(case),
        principles=rights.PRINCIPLES,
        rights=rights.RIGHTS,
        duties=rights.DUTIES,
        effects=rights.EFFECTS,
        served_on=case.rights_notice_on or on,
        signers=party_signers(case.parties),
    )


def session_contents(case: Case, session: SessionRecord, committee: str) -> SessionContents:
    """Freeze 人民调解记录; caucus notes and concessions stay behind (trap 15)."""
    held_on = local_day(session.held_at)
    attending = tuple(p for p in case.parties if p.id in session.attending)
    names = {party.id: party for party in case.parties}
    statements = tuple(
        StatementPart(label=names[s.party_id].side.term, name=names[s.party_id].name, text=s.text)
        for s in session.statements
        if s.party_id in names and s.text
    )
    recorder = session.recorder_name
    staff = tuple(SigningPart(label="人民调解员", name=name) for name in session.mediator_names)
    recorders = (SigningPart(label="记录人", name=recorder),) if recorder else ()
    fee = case.fees[-1] if case.fees else None
    appointed = case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)
    return SessionContents(
        number=case.intake_number,
        committee=committee,
        sequence=session.sequence,
        held_at=session.held_at,
        ended_at=session.ended_at,
        place=session.place,
        matter=session.matter or case.title,
        is_public=session.is_public,
        parties=tuple(party_part(party, held_on) for party in attending),
        participants=tuple(
            ParticipantPart(name=p.name, role=p.role.term, unit=p.unit) for p in session.participants
        ),
        mediators=session.mediator_names,
        recorder=recorder,
        rights_told=session.rights_told,
        statements=statements,
        record=session.record,
        undisputed_facts=session.undisputed_facts,
        result=session.result.term if session.result else "",
        result_note=session.result_note,
        routes_told=session.routes_told,
        fee=None if fee is None else fee.amount,
        fee_basis="" if fee is None else fee.basis,
        fee_payers="" if fee is None else fee.payers,
        signers=(*party_signers(attending), *(staff or staff_signers(appointed)), *recorders),
    )


def non_acceptance_contents(case: Case, committee: str, number: str) -> NonAcceptanceContents:
    """Freeze 不予受理通知书 of a declined case."""
    if case.non_acceptance_reason is None or case.ended_on is None:
        raise RuleRefusal("document.not_declined")
    return NonAcceptanceContents(
        number=number,
        committee=committee,
        addressees=tuple(p.name for p in case.on_side(PartySide.APPLICANT)),
        title=case.title,
        received_on=local_day(case.received_at),
        reason=case.non_acceptance_reason.term,
        note=case.non_acceptance_note,
        routes=rights.OTHER_ROUTES,
        issued_day=case.ended_on,
    )


def _mediator_names(case: Case) -> tuple[str, ...]:
    return tuple(m.name for m in case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND))
