"""The oral agreement: nobody signs it, the mediator must record it (人民调解法 arts. 28, 30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import InvalidInput

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OralAgreement:
    """What the parties agreed by word of mouth, in effect since ``reached_on``.

    ``terms`` and ``performance`` are in the mediator's words; ``due_on`` is the last day to perform
    where they name one. ``document_id`` is the frozen 口头协议登记表.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    number: str = ""
    reached_on: date
    facts: str
    matters: str = ""
    terms: str
    performance: str = ""
    due_on: date | None = None
    party_ids: tuple[UUID, ...]
    recorded_at: datetime
    document_id: UUID | None = None


def check_oral(agreement: OralAgreement) -> None:
    """Refuse what a register could not show: no terms, no facts, fewer than two parties."""
    if not agreement.facts.strip():
        raise InvalidInput("intake.facts_missing", field="facts")
    if not agreement.terms.strip():
        raise InvalidInput("oral.terms_missing", field="terms")
    if len(agreement.party_ids) < _FEWEST:
        raise InvalidInput("oral.parties_missing", field="parties")
    if agreement.due_on is not None and agreement.due_on < agreement.reached_on:
        raise InvalidInput("oral.due_before_agreement", field="due_on")
