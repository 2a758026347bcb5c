"""Copy a case's parties into the blocks and signing places that forms print."""

from __future__ import annotations

from datetime import date

from app.domain.contents.parts import AgentPart, ConsentPart, PartyPart, SigningPart
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.people.agents import Agent, AgentKind


def party_part(party: CaseParty, on: date) -> PartyPart:
    """Copy one party as it stands on the document's day; the age is that day's (trap 11)."""
    return PartyPart(
        label=party.side.term,
        name=party.name,
        is_person=party.is_person,
        former_name=party.former_name,
        sex=party.sex,
        ethnicity=party.ethnicity,
        birth_date=party.birth_date,
        age=party.age_on(on),
        occupation=party.occupation,
        workplace=party.workplace,
        identity_title=party.identity_kind.term if party.identity_number else "",
        identity_number=party.identity_number,
        phone=party.phone,
        address=party.address,
        language=party.language,
        credit_code=party.credit_code,
        legal_representative=party.legal_representative,
        legal_representative_post=party.legal_representative_post,
        contact_person=party.contact_person,
        headcount=party.headcount,
        is_group_representative=party.is_group_representative,
        agents=tuple(_agent_part(agent) for agent in party.agents),
    )


def party_parts(case: Case, on: date) -> tuple[PartyPart, ...]:
    """Copy every party of a case, in order of registration within applicants, respondents, third parties."""
    return tuple(party_part(party, on) for party in case.parties)


def party_signers(parties: tuple[CaseParty, ...]) -> tuple[SigningPart, ...]:
    """Give one signing place for each party, however many."""
    return tuple(
        SigningPart(
            label=party.side.term,
            name=party.name,
            agents=tuple(f"{_title(agent)} {agent.name}" for agent in party.agents if agent.may_sign),
            has_fingerprint=party.is_person,
        )
        for party in parties
    )


def staff_signers(mediators: tuple[CaseMediator, ...]) -> tuple[SigningPart, ...]:
    """Give the signing places of mediators, then recorders."""
    order = {MediatorRole.FIRST: 0, MediatorRole.SECOND: 1, MediatorRole.RECORDER: 2}
    return tuple(
        SigningPart(
            label="记录人" if staff.role is MediatorRole.RECORDER else "人民调解员",
            name=staff.name,
        )
        for staff in sorted(mediators, key=lambda staff: order[staff.role])
    )


def consent_parts(case: Case) -> tuple[ConsentPart, ...]:
    """Copy every inquiry for consent, each try included."""
    names = {party.id: party.name for party in case.parties}
    return tuple(
        ConsentPart(
            name=names.get(inquiry.party_id, ""),
            answer=inquiry.answer.term,
            manner=inquiry.manner.term,
            asked_on=inquiry.asked_on,
            note=inquiry.note,
        )
        for inquiry in case.consents
    )


def _agent_part(agent: Agent) -> AgentPart:
    return AgentPart(
        title=_title(agent),
        name=agent.name,
        sex=agent.sex,
        identity_number=agent.identity_number,
        phone=agent.phone,
        address=agent.address,
        workplace=agent.workplace,
        licence_number=agent.licence_number,
        relation=agent.relation,
        authority=tuple(scope.term for scope in agent.authority),
        authority_note=agent.authority_note,
        authorised_on=agent.authorised_on,
    )


def _title(agent: Agent) -> str:
    return "法定代理人" if agent.kind is AgentKind.STATUTORY else f"委托代理人（{agent.kind.term}）"
