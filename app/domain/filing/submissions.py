"""Handing a paper in: when, at which organ, who took it; only then does the organ have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.values.days.moments import local_day

HANDED_IN = frozenset({DocumentKind.SECURITY_APPLICATION, DocumentKind.TRAFFIC_REQUEST})
"""Papers that parties sign here and somebody carries to another organ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One handing in of one issued paper; a mistaken entry stays and says so in ``void_reason``."""

    id: UUID
    version: int = 0
    case_id: UUID
    document_id: UUID
    handed_on: date
    organ: str
    receiver: str
    handed_by: str = ""
    note: str = ""
    void_reason: str = ""


Submissions = tuple[Submission, ...]


def submission_of(submissions: Iterable[Submission], document_id: UUID) -> Submission | None:
    """Give the entry that stands for a paper."""
    found = [one for one in submissions if one.document_id == document_id and not one.void_reason]
    return found[-1] if found else None


def check_submission(submission: Submission, document: IssuedDocument, earlier: Submissions) -> None:
    """Refuse an entry about a paper that is not handed in, was voided, or was handed in before."""
    if document.kind not in HANDED_IN or document.void_reason:
        raise RuleRefusal("submission.not_of_this_paper", kind=document.kind.term)
    before = submission_of(earlier, document.id)
    if before is not None:
        raise RuleRefusal("submission.handed_in_already", day=before.handed_on.isoformat())
    if not submission.organ.strip():
        raise InvalidInput("submission.organ_missing", field="organ")
    if not submission.receiver.strip():
        raise InvalidInput("submission.receiver_missing", field="receiver")
    issued_on = local_day(document.issued_at)
    if submission.handed_on < issued_on:
        raise InvalidInput("submission.before_issue", field="handed_on", day=issued_on.isoformat())


def submission_taken_back(submission: Submission, reason: str) -> Submission:
    """Take back an entry made by mistake, with the reason."""
    if submission.void_reason:
        raise RuleRefusal("submission.taken_back_already")
    if not reason.strip():
        raise InvalidInput("submission.reason_missing", field="reason")
    return replace(submission, void_reason=reason)
