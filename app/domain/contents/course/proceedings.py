"""Freeze what happens while a case is mediated: extension, recusal, interpreter, facts, report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.contents.course.papers import (
    AnswerPart,
    ClosingReportContents,
    DisclosureContents,
    ExtensionConsentContents,
    InterpreterContents,
    RecusalContents,
    UndisputedFactsContents,
)
from app.domain.contents.parts import SigningPart
from app.domain.contents.party_parts import party_part, party_signers, staff_signers
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.errors import NotFound, RuleRefusal
from app.domain.mediation.sessions import ParticipantRole, SessionRecord
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.settlements.supplementing import original_of, worded
from app.domain.values.days.moments import local_day

ACCEPTS, OBJECTS, SILENT = "同意继续由其调解", "不同意", "未表态"


def extension_consent_contents(
    case: Case, committee: str, extension_id: UUID | None
) -> ExtensionConsentContents:
    """Freeze 延期同意书 of one extension, with the day of every party's consent."""
    extension = next((entry for entry in case.extensions if entry.id == extension_id), None)
    if extension is None:
        raise NotFound("extension.not_found", id=str(extension_id))
    agreed = {consent.party_id: consent.agreed_on for consent in extension.consents}
    parties = tuple(party for party in case.parties if party.id in agreed)
    return ExtensionConsentContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        accepted_on=case.accepted_on or local_day(case.received_at),
        previous_last_day=extension.previous_last_day,
        new_last_day=extension.new_last_day,
        reason=extension.note,
        answers=tuple(
            AnswerPart(label=party.side.term, name=party.name, answer="同意延期", on=agreed[party.id])
            for party in parties
        ),
        signers=party_signers(parties),
        agreed_on=extension.agreed_on,
    )


def disclosure_contents(case: Case, committee: str, disclosure_id: UUID | None) -> DisclosureContents:
    """Freeze 调解员披露书: silence is not acceptance, and is printed as silence."""
    told = next((entry for entry in case.disclosures if entry.id == disclosure_id), None)
    if told is None:
        raise NotFound("disclosure.not_found", id=str(disclosure_id))
    answers = dict.fromkeys(told.accepting, ACCEPTS) | dict.fromkeys(told.objecting, OBJECTS)
    return DisclosureContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        mediator=told.staff_name,
        what=told.what,
        answers=tuple(
            AnswerPart(label=party.side.term, name=party.name, answer=answers.get(party.id, SILENT))
            for party in case.parties
        ),
        signers=(SigningPart(label="人民调解员", name=told.staff_name), *party_signers(case.parties)),
        disclosed_on=told.disclosed_on,
    )


def recusal_contents(case: Case, committee: str, recusal_id: UUID | None) -> RecusalContents:
    """Freeze 回避申请和决定书 of one request."""
    asked = next((entry for entry in case.recusals if entry.id == recusal_id), None)
    if asked is None:
        raise NotFound("recusal.not_found", id=str(recusal_id))
    party = case.party(asked.asked_by) if asked.asked_by is not None else None
    own = (SigningPart(label="人民调解员", name=asked.staff_name),)
    return RecusalContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        mediator=asked.staff_name,
        asked_by=asked.asked_by_name or asked.staff_name,
        is_own_wish=asked.asked_by is None,
        reason=asked.reason,
        asked_on=asked.asked_on,
        decided_by=asked.decided_by,
        replaced_by=asked.replaced_by_name,
        signers=party_signers((party,)) if party is not None else own,
    )


def interpreter_contents(
    case: Case, committee: str, sessions: Iterable[SessionRecord], participant_id: UUID | None
) -> InterpreterContents:
    """Freeze 翻译声明 of one interpreter in one session."""
    for session in sessions:
        for person in session.participants:
            if person.id != participant_id or person.role is not ParticipantRole.INTERPRETER:
                continue
            attending = tuple(party for party in case.parties if party.id in session.attending)
            spoken = dict.fromkeys(party.language for party in attending if party.language.strip())
            return InterpreterContents(
                number=case.intake_number,
                committee=committee,
                title=case.title,
                sequence=session.sequence,
                held_at=session.held_at,
                interpreter=person.name,
                unit=person.unit,
                languages=tuple(spoken),
                parties=tuple(party.name for party in attending),
                signers=(SigningPart(label="翻译", name=person.name), *party_signers(attending)),
            )
    raise NotFound("interpreter.not_found", id=str(participant_id))


def undisputed_facts_contents(case: Case, committee: str, session: SessionRecord) -> UndisputedFactsContents:
    """Freeze 无争议事实记载 of one session; concessions stay behind (dossier 7.2)."""
    if not session.undisputed_facts.strip():
        raise RuleRefusal("document.no_undisputed_facts", n=session.sequence)
    attending = tuple(party for party in case.parties if party.id in session.attending)
    held_on = local_day(session.held_at)
    staff = tuple(SigningPart(label="人民调解员", name=name) for name in session.mediator_names)
    return UndisputedFactsContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        sequence=session.sequence,
        held_at=session.held_at,
        parties=tuple(party_part(party, held_on) for party in attending),
        facts=session.undisputed_facts,
        signers=(*party_signers(attending), *staff),
    )


def closing_report_contents(
    case: Case,
    committee: str,
    *,
    dispute_type: str,
    agreements: Iterable[MediationAgreement],
    oral: Iterable[OralAgreement],
    on: date,
) -> ClosingReportContents:
    """Freeze 调解结案报告表 of a case that is over, agreed or not."""
    if case.is_open and case.closed_on is None and case.ended_on is None:
        raise RuleRefusal("document.case_not_over")
    written, spoken = tuple(agreements), tuple(oral)
    names = {party.id: party.name for party in case.parties}
    terms = (
        *(clause.text for one in written for clause in worded(one, original_of(one, written), names)),
        *(entry.terms for entry in spoken),
    )
    numbers = [entry.number for entry in written] + [entry.number for entry in spoken]
    recorders = case.mediators_in(MediatorRole.RECORDER)
    return ClosingReportContents(
        number=case.intake_number,
        committee=committee,
        file_number="、".join(number for number in numbers if number) or case.intake_number,
        title=case.title,
        dispute_type=dispute_type,
        source=case.source.term,
        mediators=case.mediating,
        parties=tuple(
            f"{side.term}：{'、'.join(party.name for party in case.on_side(side))}"
            for side in PartySide
            if case.on_side(side)
        ),
        received_on=local_day(case.received_at),
        accepted_on=case.accepted_on,
        closed_on=case.closed_on or case.ended_on or on,
        facts=case.facts,
        requests=case.requests,
        outcome=_outcome(case, is_agreed=bool(written or spoken)),
        terms=terms,
        performed_on=case.performed_on,
        performance=case.performance_note,
        followed_up_on=case.followed_up_on,
        signers=(
            *staff_signers(tuple(m for m in case.mediators if m not in recorders)),
            SigningPart(label="审批人", name=""),
        ),
    )


def _outcome(case: Case, *, is_agreed: bool) -> str:
    """Say how the case ended; an agreement is no performance (trap 6)."""
    if case.non_acceptance_reason is not None:
        return f"不予受理：{case.non_acceptance_reason.term}"
    if case.termination_reason is not None:
        part = "达成部分协议，其余终止调解" if is_agreed else "终止调解"
        return f"{part}：{case.termination_reason.term}"
    if not is_agreed:
        return case.state.term
    return "达成协议，已履行" if case.performed_on is not None else "达成协议，未全部履行"
