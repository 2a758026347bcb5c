"""Signing: who must still sign, and the day an agreement takes effect (人民调解法 art. 29)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.agreements import (
    AgreementState,
    MediationAgreement,
    Signature,
    SignerRole,
    SigningRefusal,
)
from app.domain.settlements.signers import checked


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerPlace:
    """One place on the paper that must be filled before the agreement is effective, and by whom it was.

    ``refusal`` is the latest of whoever has not signed here and said so.
    """

    role: SignerRole
    signer_id: UUID | None
    name: str
    signature: Signature | None
    is_required: bool = True
    refusal: SigningRefusal | None = None


def signer_places(agreement: MediationAgreement, case: Case, committee_name: str) -> tuple[SignerPlace, ...]:
    """List every place in signing order: parties, mediators, recorder, the committee's seal."""
    places = [
        _place(agreement, SignerRole.PARTY, party.id, party.name)
        for party in case.parties
        if party.id in agreement.party_ids
    ]
    mediators = case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)
    places.extend(
        _place(agreement, SignerRole.MEDIATOR, id_, name)
        for id_, name in _serving(agreement, SignerRole.MEDIATOR, mediators)
    )
    places.extend(
        _place(agreement, SignerRole.RECORDER, id_, name, is_required=False)
        for id_, name in _serving(agreement, SignerRole.RECORDER, case.mediators_in(MediatorRole.RECORDER))
    )
    places.append(_place(agreement, SignerRole.SEAL, None, committee_name))
    return tuple(places)


def still_missing(agreement: MediationAgreement, case: Case, committee_name: str) -> tuple[SignerPlace, ...]:
    """Give the required places that are still empty; the agreement is not effective while there is one."""
    return tuple(
        place
        for place in signer_places(agreement, case, committee_name)
        if place.is_required and place.signature is None
    )


def effective_day(
    agreement: MediationAgreement,
    case: Case,
    committee_name: str,
    changed: MediationAgreement | None = None,
) -> date | None:
    """Give the day of the last required signature or seal, or None while one is missing (art. 29, trap 3).

    ``changed`` is the agreement a supplementary one changes: what does not bind yet cannot be changed
    (民法典 arts. 136, 543), so the supplement waits for it and takes effect with it at the earliest.
    """
    places = [place for place in signer_places(agreement, case, committee_name) if place.is_required]
    if not any(place.role is SignerRole.PARTY for place in places):
        return None
    if not any(place.role is SignerRole.MEDIATOR for place in places):
        return None
    days = [place.signature.signed_on for place in places if place.signature is not None]
    if len(days) < len(places):
        return None
    if changed is None:
        return max(days)
    return None if changed.effective_on is None else max(*days, changed.effective_on)


def sign(
    agreement: MediationAgreement,
    case: Case,
    committee_name: str,
    signature: Signature,
    changed: MediationAgreement | None = None,
) -> MediationAgreement:
    """Record a signature; the agreement takes effect with the last required one, never before ``changed``."""
    if agreement.state is not AgreementState.ISSUED:
        raise RuleRefusal("agreement.not_waiting_for_signatures", state=agreement.state.term)
    if agreement.issued_day is not None and signature.signed_on < agreement.issued_day:
        raise InvalidInput("signature.before_issue", field="signed_on", day=signature.signed_on.isoformat())
    signature = checked(agreement, case, signature)
    kept = _without(agreement, signature.role, signature.signer_id)
    return settled(replace(agreement, signatures=(*kept, signature)), case, committee_name, changed)


def settled(
    agreement: MediationAgreement, case: Case, committee_name: str, changed: MediationAgreement | None
) -> MediationAgreement:
    """Let an issued agreement take effect if nothing is missing any more; else give it as it is."""
    effective_on = effective_day(agreement, case, committee_name, changed)
    if effective_on is None:
        return agreement
    return replace(agreement, state=AgreementState.EFFECTIVE, effective_on=effective_on)


def withdraw_signature(
    agreement: MediationAgreement, role: SignerRole, signer_id: UUID | None
) -> MediationAgreement:
    """Take back a signature recorded by mistake, as long as the agreement is not effective."""
    if agreement.state is not AgreementState.ISSUED:
        raise RuleRefusal("agreement.not_waiting_for_signatures", state=agreement.state.term)
    return replace(agreement, signatures=_without(agreement, role, signer_id))


def refuse(agreement: MediationAgreement, refusal: SigningRefusal) -> MediationAgreement:
    """Record that somebody would not sign; the agreement does not take effect while the place is empty."""
    if agreement.state is not AgreementState.ISSUED:
        raise RuleRefusal("agreement.not_waiting_for_signatures", state=agreement.state.term)
    if agreement.issued_day is not None and refusal.refused_on < agreement.issued_day:
        raise InvalidInput("signature.before_issue", field="refused_on", day=refusal.refused_on.isoformat())
    if not refusal.reason.strip():
        raise InvalidInput("signature.refusal_reason_missing", field="reason")
    if any((s.role, s.signer_id) == (refusal.role, refusal.signer_id) for s in agreement.signatures):
        raise RuleRefusal("signature.already_signed", name=refusal.name)
    return replace(agreement, refusals=(*agreement.refusals, refusal))


def withdraw_refusal(agreement: MediationAgreement, refusal_id: UUID) -> MediationAgreement:
    """Take back a refusal recorded by mistake, as long as the agreement is not effective."""
    if agreement.state is not AgreementState.ISSUED:
        raise RuleRefusal("agreement.not_waiting_for_signatures", state=agreement.state.term)
    kept = tuple(entry for entry in agreement.refusals if entry.id != refusal_id)
    if len(kept) == len(agreement.refusals):
        raise RuleRefusal("signature.no_such_refusal")
    return replace(agreement, refusals=kept)


def _serving(
    agreement: MediationAgreement, role: SignerRole, staff: tuple[CaseMediator, ...]
) -> tuple[tuple[UUID | None, str], ...]:
    """Give who signs for the committee: whoever serves now, on an agreement in effect whoever signed it.

    The rest of a partly settled dispute may get other mediators; what is signed stays signed.
    """
    if agreement.effective_on is None:
        return tuple((member.id, member.name) for member in staff)
    return tuple((s.signer_id, s.name) for s in agreement.signatures if s.role is role)


def _without(
    agreement: MediationAgreement, role: SignerRole, signer_id: UUID | None
) -> tuple[Signature, ...]:
    return tuple(s for s in agreement.signatures if (s.role, s.signer_id) != (role, signer_id))


def _place(
    agreement: MediationAgreement,
    role: SignerRole,
    signer_id: UUID | None,
    name: str,
    *,
    is_required: bool = True,
) -> SignerPlace:
    found = [s for s in agreement.signatures if (s.role, s.signer_id) == (role, signer_id)]
    refused = [r for r in agreement.refusals if (r.role, r.signer_id) == (role, signer_id)]
    return SignerPlace(
        role=role,
        signer_id=signer_id,
        name=name,
        signature=found[-1] if found else None,
        is_required=is_required,
        refusal=refused[-1] if refused and not found else None,
    )
