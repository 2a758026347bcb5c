"""What a supplementary agreement does to the one it changes: changes, drops, adds, and leaves the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.terms import BINDING, Term, TermKind
from app.domain.settlements.wording import Clause, Names, clauses
from app.domain.values.chinese_numbers import count_in_words

REST = "本补充协议没有变更、取消的，其余仍按原协议履行；此前已经履行的，继续有效。"
"""What every supplement ends with: silence changes nothing, and what was performed stays."""
ADDED = "增加约定："


def place_of(term_id: UUID | None, original: MediationAgreement) -> int | None:
    """Give the number under which a term stands on the paper of the original, None for no term of it."""
    ids = [term.id for term in original.terms]
    return ids.index(term_id) + 1 if term_id in ids else None


def amended(agreement: MediationAgreement) -> frozenset[UUID]:
    """Give the terms of the original that an agreement changes or drops."""
    return frozenset(term.amends_id for term in agreement.terms if term.amends_id is not None)


def lead_in(term: Term, original: MediationAgreement) -> str:
    """Say what a term of a supplement does to the original, before what it says itself.

    Whoever must still do something is told of what is left to do: what was performed is not undone.
    """
    if term.amends_id is None:
        return ADDED
    place = place_of(term.amends_id, original)
    if place is None:
        return ""  # the check refuses it: no term of the original is meant
    named = f"原协议第{count_in_words(place)}条"
    is_binding = original.terms[place - 1].kind in BINDING
    if term.kind is TermKind.DROPPED:
        return f"取消{named}，尚未履行的部分不再履行。" if is_binding else f"取消{named}。"
    return f"变更{named}，尚未履行的部分改为：" if is_binding else f"变更{named}，改为："


def worded(
    agreement: MediationAgreement, original: MediationAgreement | None, names: Names
) -> tuple[Clause, ...]:
    """Word the terms as they print; in a supplement each says what it does to the original."""
    told = clauses(agreement.terms, names)
    if original is None:
        return told
    leads = [lead_in(term, original) for term in agreement.terms]
    return tuple(
        Clause(term_id=clause.term_id, text=lead + clause.text, generated=lead + clause.generated)
        for lead, clause in zip(leads, told, strict=True)
    )


def original_of(
    agreement: MediationAgreement, others: Iterable[MediationAgreement]
) -> MediationAgreement | None:
    """Find the agreement that a supplement changes among those of its case."""
    return next((other for other in others if other.id == agreement.supplements_id), None)


def overtaken_by(
    term: Term, owner: MediationAgreement, others: Iterable[MediationAgreement]
) -> MediationAgreement | None:
    """Give the supplement in effect that changed or dropped a term, None while the term stands.

    A term of a supplement is overtaken as well where a later one changes the same term of the original.
    """
    for other in others:
        if other.id == owner.id or other.state is not AgreementState.EFFECTIVE:
            continue
        changes = amended(other)
        if term.id in changes:
            return other
        is_later = _day(other) > _day(owner)
        if is_later and term.amends_id in changes and other.supplements_id == owner.supplements_id:
            return other
    return None


def _day(agreement: MediationAgreement) -> tuple[date, str]:
    return agreement.effective_on or date.max, agreement.created_at.isoformat()
