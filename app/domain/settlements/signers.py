"""Who may sign for whom and in which way: representatives, agents, children, interpreters, the screen."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import PERSONAL_STATUS_TYPES
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.settlements.agreements import (
    MediationAgreement,
    Signature,
    SignerCapacity,
    SignerRole,
    SigningManner,
)

NEEDED_AUTHORITY = (AuthorityScope.DISPOSE_OF_CLAIMS, AuthorityScope.SIGN)
"""What a power of attorney must name before its holder settles for somebody (民法典 art. 165)."""
CHILD_BELOW = 8
"""Below this age nobody acts but through a statutory agent: 民法典 art. 20, a definition."""
STATUS_MATTER = re.compile(r"离婚|婚姻|收养|继承|遗产|亲子")
"""Words of matters that touch personal status or inheritance."""


def is_status_paper(case: Case, agreement: MediationAgreement) -> bool:
    """Tell a paper about marriage, adoption or inheritance, which is signed by hand (电子签名法 art. 3)."""
    if case.dispute_type in PERSONAL_STATUS_TYPES:
        return True
    told = [agreement.facts, agreement.matters, agreement.responsibilities]
    told += [part for term in agreement.terms for part in (term.act, term.nature, term.edited_text or "")]
    return any(STATUS_MATTER.search(text) for text in told)


def refuse_status_paper(case: Case, agreement: MediationAgreement) -> None:
    """Refuse an electronic signature on a paper about personal status."""
    if is_status_paper(case, agreement):
        raise RuleRefusal("signature.status_by_hand", article="电子签名法第三条")


def missing_authority(agent: Agent) -> tuple[AuthorityScope, ...]:
    """Give what an agent's power of attorney does not name; a statutory agent needs none."""
    if agent.kind is AgentKind.STATUTORY:
        return ()
    return tuple(scope for scope in NEEDED_AUTHORITY if scope not in agent.authority)


def is_child(party: CaseParty, signature: Signature) -> bool:
    """Tell whether a party cannot sign for itself on that day."""
    age = party.age_on(signature.signed_on)
    return party.is_person and age is not None and age < CHILD_BELOW


def checked(agreement: MediationAgreement, case: Case, signature: Signature) -> Signature:
    """Give a signature with its capacity told, or refuse what the law does not let count."""
    if signature.manner is SigningManner.DRAWN:
        _check_drawn(agreement, case, signature)
    _check_interpreter(signature)
    party = case.party(signature.signer_id) if signature.signer_id is not None else None
    if signature.role is not SignerRole.PARTY or party is None:
        return replace(signature, agent_name="", capacity=SignerCapacity.SELF)
    if signature.capacity is SignerCapacity.REPRESENTATIVE:
        _check_representative(party, signature)
        return signature
    if signature.agent_name:
        agent = _agent_of(party, signature)
        is_statutory = agent.kind is AgentKind.STATUTORY
        capacity = SignerCapacity.STATUTORY if is_statutory else SignerCapacity.AGENT
        return replace(signature, capacity=capacity)
    if is_child(party, signature):
        raise RuleRefusal("signature.child_by_itself", party=party.name, article="民法典第二十条")
    return replace(signature, capacity=SignerCapacity.SELF)


def _agent_of(party: CaseParty, signature: Signature) -> Agent:
    named = [agent for agent in party.agents if agent.name == signature.agent_name]
    if not named:
        raise RuleRefusal("signature.not_an_agent", agent=signature.agent_name, party=party.name)
    agent = next((entry for entry in named if entry.may_sign), named[0])
    lacking = missing_authority(agent)
    if lacking:
        raise RuleRefusal(
            "signature.agent_without_authority",
            agent=agent.name,
            party=party.name,
            missing="”“".join(scope.term for scope in lacking),
            article="民法典第一百六十五条、第一百七十一条",
        )
    if agent.authorised_on is not None and agent.authorised_on > signature.signed_on:
        raise RuleRefusal("signature.before_authority", agent=agent.name, day=agent.authorised_on.isoformat())
    return agent


def _check_representative(party: CaseParty, signature: Signature) -> None:
    if party.is_person:
        raise RuleRefusal("signature.person_has_no_representative", party=party.name)
    if not signature.agent_name.strip():
        raise InvalidInput("signature.representative_missing", field="representative")
    known = party.legal_representative.strip()
    if known and known != signature.agent_name:
        raise RuleRefusal(
            "signature.other_representative", party=party.name, known=known, name=signature.agent_name
        )


def _check_interpreter(signature: Signature) -> None:
    if not signature.interpreter.strip():
        if signature.was_read_out or signature.language.strip():
            raise InvalidInput("signature.interpreter_missing", field="interpreter")
        return
    if not signature.language.strip():
        raise InvalidInput("signature.language_missing", field="language")
    if not signature.was_read_out:
        raise InvalidInput("signature.not_read_out", field="was_read_out", language=signature.language)


def _check_drawn(agreement: MediationAgreement, case: Case, signature: Signature) -> None:
    refuse_status_paper(case, agreement)
    if signature.image_id is None or signature.role is SignerRole.SEAL:
        raise RuleRefusal("signature.nothing_drawn")
