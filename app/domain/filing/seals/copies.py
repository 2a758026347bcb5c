"""Sealed copies of issued papers, and which kinds of paper are sealed electronically."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind

SEALED_KINDS = frozenset(
    {
        DocumentKind.AGREEMENT,
        DocumentKind.NON_ACCEPTANCE,
        DocumentKind.ACCEPTANCE_NOTICE,
        DocumentKind.MEDIATION_NOTICE,
        DocumentKind.TERMINATION,
        DocumentKind.TRANSFER,
        DocumentKind.URGING_LETTER,
        DocumentKind.REFERRAL_LETTER,
        DocumentKind.REFERRAL_RECEIPT,
        DocumentKind.REFERRAL_REPLY,
        DocumentKind.GUIDANCE_LETTER,
        DocumentKind.ORDER_REPLY,
        DocumentKind.SUPERVISION_ORDER,
    }
)
"""Agreements, and what leaves under the seal of the organisation alone; what parties sign stays on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCopy:
    """A copy of an issued paper with the electronic seal behind its frozen bytes.

    ``agreed`` tells how the parties agreed on it; a withdrawn copy stays and says so in ``void_reason``.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    document_id: UUID
    sha256: str
    size: int
    subject: str
    fingerprint: str
    reason: str
    location: str = ""
    agreed: str = ""
    sealed_at: datetime
    sealed_by: str
    void_reason: str = ""


def copies_of(copies: Iterable[SealedCopy], document_id: UUID) -> tuple[SealedCopy, ...]:
    """Give the sealed copies of one paper, withdrawn ones too."""
    return tuple(copy for copy in copies if copy.document_id == document_id)


def may_offer(document: IssuedDocument) -> bool:
    """Tell whether a paper is of a kind that is sealed and still stands."""
    return document.kind in SEALED_KINDS and bool(document.sha256) and not document.void_reason


def withdrawn(copy: SealedCopy, reason: str) -> SealedCopy:
    """Withdraw a sealed copy with the reason."""
    if copy.void_reason:
        raise RuleRefusal("seal.withdrawn_already")
    if not reason.strip():
        raise InvalidInput("seal.reason_missing", field="reason")
    return replace(copy, void_reason=reason)
