"""Freeze the joint applications into the contents that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.contents.bridges.papers import (
    ConditionPart,
    OutgoingPart,
    SecurityApplicationContents,
    TrafficRequestContents,
)
from app.domain.contents.parts import SigningPart
from app.domain.contents.party_parts import party_part, party_signers
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock
from app.domain.duties.bridges.security import SecurityAnswers, SecurityCondition
from app.domain.duties.bridges.traffic import TrafficAnswers
from app.domain.errors import RuleRefusal


def security_application_contents(
    case: Case,
    answers: SecurityAnswers,
    conditions: Iterable[SecurityCondition],
    *,
    committee: str,
    agreement_number: str,
    outgoing: tuple[OutgoingPart, ...],
) -> SecurityApplicationContents:
    """Freeze 治安案件不予处罚共同申请书; who did it signs in person, never by an agent (art. 181)."""
    if case.effective_on is None or case.performed_on is None:
        raise RuleRefusal("document.not_performed_yet")
    applying = _among(case, (*answers.offender_ids, *answers.victim_ids))
    return SecurityApplicationContents(
        number=case.intake_number,
        committee=committee,
        addressee=answers.station,
        police_number=answers.police_number,
        title=case.title,
        parties=tuple(party_part(party, answers.applied_on) for party in applying),
        offenders=_names(case, answers.offender_ids),
        victims=_names(case, answers.victim_ids),
        offence=answers.offence.term,
        happened_on=answers.happened_on,
        place=answers.place,
        facts=case.facts,
        agreement_number=agreement_number,
        effective_on=case.effective_on,
        performed_on=case.performed_on,
        performance=case.performance_note,
        conditions=tuple(
            ConditionPart(text=entry.text, answer=entry.answer, basis=entry.basis) for entry in conditions
        ),
        outgoing=outgoing,
        applied_on=answers.applied_on,
        signers=tuple(_signer(party, answers) for party in applying),
    )


def traffic_request_contents(
    case: Case, answers: TrafficAnswers, clock: CaseClock, *, committee: str, termination_number: str
) -> TrafficRequestContents:
    """Freeze 道路交通事故损害赔偿调解共同申请书, with how its last day was counted."""
    if case.termination_reason is None:
        raise RuleRefusal("document.not_terminated")
    terminated: date = clock.start
    return TrafficRequestContents(
        number=case.intake_number,
        committee=committee,
        addressee=answers.addressee,
        finding_number=answers.finding_number,
        title=case.title,
        parties=tuple(party_part(party, answers.requested_on) for party in case.parties),
        happened_on=answers.happened_on,
        place=answers.place,
        facts=case.facts,
        requests=answers.requests,
        terminated_on=terminated,
        termination_number=termination_number,
        reason=case.termination_reason.term,
        due=clock.explanation,
        papers=answers.papers,
        requested_on=answers.requested_on,
        signers=party_signers(case.parties),
    )


def _signer(party: CaseParty, answers: SecurityAnswers) -> SigningPart:
    [place] = party_signers((party,))
    if party.id not in answers.offender_ids:
        return SigningPart(
            label="被侵害人", name=place.name, agents=place.agents, has_fingerprint=place.has_fingerprint
        )
    guardians = tuple(agent for agent in place.agents if agent.startswith("法定代理人"))
    label = "双方互有侵害" if party.id in answers.victim_ids else "行为人"
    return SigningPart(label=label, name=place.name, agents=guardians, has_fingerprint=place.has_fingerprint)


def _among(case: Case, ids: tuple[UUID, ...]) -> tuple[CaseParty, ...]:
    return tuple(party for party in case.parties if party.id in ids)


def _names(case: Case, ids: tuple[UUID, ...]) -> tuple[str, ...]:
    return tuple(party.name for party in _among(case, ids))
