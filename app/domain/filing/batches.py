"""A batch of papers: one kind for many cases, case by case, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.filing.catalogue.entries import DRAWN_WITH_OTHERS
from app.domain.filing.kinds import DocumentKind
from app.domain.values.termed import Termed

BATCH_KINDS = (
    DocumentKind.MEDIATION_NOTICE,
    DocumentKind.URGING_LETTER,
    DocumentKind.FOUR_DUTIES,
    DocumentKind.RIGHTS_NOTICE,
    DocumentKind.ACCEPTANCE_REGISTER,
    DocumentKind.APPLICATION,
    DocumentKind.SESSION_RECORD,
    DocumentKind.PERFORMANCE_RECEIPT,
    DocumentKind.FOLLOW_UP_RECORD,
    DocumentKind.SERVICE_ADDRESS,
    DocumentKind.NON_ACCEPTANCE,
    DocumentKind.TERMINATION,
    DocumentKind.WITHDRAWAL,
    DocumentKind.TRANSFER,
)
"""What is issued without another question, the most wanted first."""

PRINTED_ALONE = tuple(
    kind
    for kind in DocumentKind
    if kind not in {*BATCH_KINDS, *DRAWN_WITH_OTHERS, DocumentKind.FOUR_DUTIES_LEDGER}
)
"""What has a form of its own: a batch prints what was issued and refuses the other cases one by one."""


class BatchOutcome(Termed):
    """What became of one case of a batch."""

    ISSUED = "issued", "已出具"
    STANDING = "standing", "原已出具"
    SKIPPED = "skipped", "未出具"
    FAILED = "failed", "出错"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWish:
    """What a batch makes; ``on`` keeps notices to the appointments of one day."""

    kind: DocumentKind
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCase:
    """One case of a batch, by the words people know it by."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """One case of a batch that was seen to: its papers in the order of print, and what stood in the way.

    ``document_ids`` holds the papers of earlier days too, so that one print holds every case.
    """

    case: BatchCase
    outcome: BatchOutcome
    document_ids: tuple[UUID, ...] = ()
    issued: int = 0
    trouble: Exception | None = None


def counted(lines: tuple[BatchLine, ...], outcome: BatchOutcome) -> int:
    """Count the cases with one outcome."""
    return sum(line.outcome is outcome for line in lines)
