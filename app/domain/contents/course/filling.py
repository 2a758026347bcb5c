"""Freeze the papers by which a dispute is taken up: notice, inquiry, authority, investigation, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.contents.course.investigating import InvestigationAnswers
from app.domain.contents.course.papers import (
    AcceptanceNoticeContents,
    AuthorityLetterContents,
    ConsentInquiryContents,
    EvidenceListContents,
    EvidencePart,
    InvestigationContents,
)
from app.domain.contents.parts import SigningPart
from app.domain.contents.party_parts import party_part, party_signers
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.sources import MediationChannel
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.documents import Attachment
from app.domain.filing.items import FileItem
from app.domain.people.agents import AgentKind
from app.domain.people.organisations import Organisation
from app.domain.values.days.moments import local_day

ASSURANCE: tuple[str, ...] = (
    "参加人民调解自愿，不收取任何费用（人民调解法第三条、第四条）。",
    "您可以选择或者接受人民调解员，要求公开或者不公开进行，接受、拒绝或者要求终止调解（人民调解法第二十三条）。",
    "不因调解而妨碍您依法通过仲裁、行政、司法等途径维护自己的权利（人民调解法第三条）。",
)
"""What is assured of people's mediation, with the articles."""

ELSEWHERE: tuple[str, ...] = (
    "参加调解自愿，可以接受、拒绝或者要求终止调解。",
    "不因调解而妨碍您依法通过仲裁、行政、司法等途径维护自己的权利。",
)
"""What is assured outside people's mediation, whose own law says the rest."""


def assurance_of(case: Case) -> tuple[str, ...]:
    """Give what a notice of this case may assure."""
    return ASSURANCE if case.channel is MediationChannel.PEOPLES else ELSEWHERE


def acceptance_notice_contents(
    case: Case, organisation: Organisation, *, dispute_type: str, number: str, on: date
) -> AcceptanceNoticeContents:
    """Freeze 受理通知书; the case must have been accepted."""
    if case.accepted_on is None:
        raise RuleRefusal("document.not_accepted_yet")
    return AcceptanceNoticeContents(
        number=number,
        committee=organisation.name,
        addressees=tuple(party.name for party in case.parties),
        title=case.title,
        dispute_type=dispute_type,
        received_on=local_day(case.received_at),
        accepted_on=case.accepted_on,
        mediators=case.mediating,
        assurance=assurance_of(case),
        handler=case.lead.name if case.lead is not None else case.registrar_name,
        phone=organisation.phone,
        issued_day=on,
    )


def consent_inquiry_contents(
    case: Case, organisation: Organisation, party_id: UUID | None, on: date
) -> ConsentInquiryContents:
    """Freeze 征求调解意见书 to one party."""
    party = case.party(party_id) if party_id is not None else None
    if party is None:
        raise NotFound("party.not_found", id=str(party_id))
    return ConsentInquiryContents(
        number=case.intake_number,
        committee=organisation.name,
        addressee=party.name,
        label=party.side.term,
        title=case.title,
        applicants=tuple(applicant.name for applicant in case.on_side(PartySide.APPLICANT)),
        received_on=local_day(case.received_at),
        requests=case.requests,
        assurance=assurance_of(case),
        phone=organisation.phone,
        signers=party_signers((party,)),
        issued_day=on,
    )


def authority_letter_contents(
    case: Case, committee: str, agent_id: UUID | None, on: date
) -> AuthorityLetterContents:
    """Freeze 授权委托书 of one agent; a statutory agent acts by law and needs none."""
    for party in case.parties:
        for part, agent in zip(party_part(party, on).agents, party.agents, strict=True):
            if agent.id != agent_id:
                continue
            if agent.kind is AgentKind.STATUTORY:
                raise RuleRefusal("document.statutory_agent", name=agent.name)
            return AuthorityLetterContents(
                number=case.intake_number,
                committee=committee,
                title=case.title,
                party=replace(party_part(party, on), agents=()),
                agent=part,
                signers=tuple(replace(s, label="委托人", agents=()) for s in party_signers((party,))),
                issued_day=agent.authorised_on or on,
            )
    raise NotFound("agent.not_found", id=str(agent_id))


def evidence_list_contents(
    case: Case, committee: str, attachments: Iterable[Attachment], on: date
) -> EvidenceListContents:
    """Freeze 人民调解证据材料 from the files of the case that stand under evidence."""
    files = [entry for entry in attachments if entry.item is FileItem.EVIDENCE]
    if not files:
        raise RuleRefusal("document.no_evidence")
    received_by = case.lead.name if case.lead is not None else case.registrar_name
    return EvidenceListContents(
        number=case.intake_number,
        committee=committee,
        title=case.title,
        items=tuple(
            EvidencePart(position=n, name=entry.name, source=entry.note, taken_on=local_day(entry.added_at))
            for n, entry in enumerate(files, start=1)
        ),
        signers=(SigningPart(label="提供人", name=""), SigningPart(label="接收人", name=received_by)),
        listed_on=on,
    )


def investigation_contents(
    case: Case, committee: str, answers: InvestigationAnswers
) -> InvestigationContents:
    """Freeze 人民调解调查记录 from what its form was told."""
    return InvestigationContents(
        number=case.intake_number,
        committee=committee,
        matter=answers.matter.strip() or case.title,
        held_at=answers.held_at,
        ended_at=answers.ended_at,
        place=answers.place,
        asked=answers.asked,
        asked_about=answers.asked_about,
        present=answers.present,
        investigators=answers.investigators,
        recorder=answers.recorder,
        record=answers.record,
        signers=(
            SigningPart(label="被调查人", name=answers.asked, has_fingerprint=True),
            *(SigningPart(label="调查人", name=name) for name in answers.investigators),
            SigningPart(label="记录人", name=answers.recorder),
        ),
    )
