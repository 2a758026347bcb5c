"""The checks of a file, each a small pure function: what it finds, or None where it does not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.case_file.checklist import FilePresence, checklist
from app.domain.case_file.facts import FileFacts, FileLack
from app.domain.case_file.media import may_be_bound
from app.domain.disputes.recusal.findings import ConflictStrength
from app.domain.disputes.states import CaseState
from app.domain.filing.items import FileItem
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.check.findings import FindingLevel
from app.domain.settlements.checking import check_agreement
from app.domain.settlements.signing import still_missing
from app.domain.values.days.moments import local_day


@dataclass(frozen=True, slots=True)
class ReviewFault:
    """What a check found; faults are weighed out of ``out_of`` things looked at."""

    lacks: tuple[FileLack, ...] = ()
    out_of: int = 1


Check = Callable[[FileFacts], ReviewFault | None]


def _found(lacks: Iterable[FileLack], out_of: int = 1) -> ReviewFault:
    return ReviewFault(tuple(lacks), max(out_of, 1))


# 受理合法


def _consent(facts: FileFacts) -> ReviewFault | None:
    if facts.case.accepted_on is None:
        return None
    waiting = facts.case.not_yet_consenting()
    return _found(FileLack("review.consent", (("party", party.name),)) for party in waiting)


def _request_item(facts: FileFacts) -> ReviewFault | None:
    [first, *_others] = checklist(facts)
    return _found(first.lacks)


def _accepted_in_order(facts: FileFacts) -> ReviewFault | None:
    case = facts.case
    if case.accepted_on is None:
        return None
    is_early = case.accepted_on < local_day(case.received_at)
    return _found([FileLack("review.accepted_before_request")] if is_early else [])


def _recusal(facts: FileFacts) -> ReviewFault | None:
    if not facts.case.mediators and not facts.case.former_mediators:
        return None
    standing = [
        finding
        for finding in facts.conflicts
        if finding.strength is ConflictStrength.MUST_RECUSE and not facts.case.is_waived(finding.staff_id)
    ]
    return _found(FileLack("review.recusal", (("name", finding.staff_name),)) for finding in standing)


# 材料齐全


def _items(facts: FileFacts) -> ReviewFault | None:
    """Weigh what is missing; the note and the covers are judged as binding."""
    entries = [entry for entry in checklist(facts) if entry.item not in (FileItem.NOTE, FileItem.BACK_COVER)]
    required = [entry for entry in entries if entry.is_required]
    missing = [entry for entry in required if entry.presence is FilePresence.MISSING]
    return _found((FileLack("review.item", (("item", entry.item.term),)) for entry in missing), len(required))


# 文书标准


def _signed(facts: FileFacts) -> ReviewFault | None:
    if not facts.standing_agreements:
        return None
    return _found(
        FileLack("review.signature", (("number", agreement.number), ("name", place.name)))
        for agreement in facts.standing_agreements
        if agreement.state is AgreementState.ISSUED
        for place in still_missing(agreement, facts.case, facts.committee)
    )


def _dates(facts: FileFacts) -> ReviewFault | None:
    """Rights are told before the first session, papers of the end come after acceptance (trap 26)."""
    case, lacks = facts.case, []
    held = sorted(local_day(session.held_at) for session in facts.sessions)
    if held and (case.rights_notice_on is None or case.rights_notice_on > held[0]):
        lacks.append(FileLack("review.notice_after_session"))
    if held and case.accepted_on is not None and held[0] < case.accepted_on:
        lacks.append(FileLack("review.session_before_acceptance"))
    agreed = [entry.issued_day for entry in facts.standing_agreements if entry.issued_day is not None]
    if agreed and held and min(agreed) < held[0]:
        lacks.append(FileLack("review.agreement_before_session"))
    return _found(lacks) if held or agreed else None


def _stored(facts: FileFacts) -> ReviewFault | None:
    waiting = [paper for paper in facts.documents if not paper.sha256 and not paper.void_reason]
    return _found(FileLack("review.page_waits", (("title", paper.title),)) for paper in waiting)


# 证据恰当


def _facts_supported(facts: FileFacts) -> ReviewFault | None:
    if not facts.is_agreed and facts.case.termination_reason is None:
        return None
    told = any(session.undisputed_facts.strip() for session in facts.sessions)
    kept = any(part.item in (FileItem.EVIDENCE, FileItem.INVESTIGATION) for part in facts.parts)
    return _found([] if told or kept else [FileLack("review.no_support")])


def _described(facts: FileFacts) -> ReviewFault | None:
    files = [part for part in facts.parts if part.item is FileItem.EVIDENCE]
    if not files:
        return None
    bare = [part for part in files if not part.note.strip()]
    return _found((FileLack("review.not_described", (("name", part.title),)) for part in bare), len(files))


# 协议适用法律准确


def _checked(level: FindingLevel, code: str) -> Check:
    def check(facts: FileFacts) -> ReviewFault | None:
        if not facts.standing_agreements:
            return None
        counts = [
            (
                agreement,
                len(
                    [
                        finding
                        for finding in check_agreement(
                            agreement, facts.case, facts.today, facts.book, facts.days_met
                        )
                        if finding.level is level
                    ]
                ),
            )
            for agreement in facts.standing_agreements
        ]
        return _found(
            FileLack(code, (("number", agreement.number), ("count", count)))
            for agreement, count in counts
            if count
        )

    return check


# 回访及时


def _visited(facts: FileFacts) -> ReviewFault | None:
    is_due = facts.case.state in {CaseState.FOLLOWED_UP, CaseState.CLOSED, CaseState.ARCHIVED}
    if not facts.is_agreed or not is_due:
        return None
    return _found([] if facts.visits_made else [FileLack("review.not_visited")])


def _visit_is_real(facts: FileFacts) -> ReviewFault | None:
    """Find visits on the day of the agreement: they look made up (traps 25, 26)."""
    if not facts.visits_made:
        return None
    same = [visit for visit in facts.visits_made if visit.visited_on == facts.case.effective_on]
    return _found(FileLack("review.visit_same_day") for _visit in same)


def _visited_by_another(facts: FileFacts) -> ReviewFault | None:
    if not facts.visits_made:
        return None
    mediating = set(facts.case.mediating)
    own = [v for v in facts.visits_made if v.visitor in mediating and not v.same_person_reason.strip()]
    return _found(FileLack("review.visit_by_mediator", (("name", visit.visitor),)) for visit in own)


# 装订规范


def _bound(facts: FileFacts) -> ReviewFault | None:
    if not facts.is_over:
        return None
    lacks = [entry for item in checklist(facts) if item.item is FileItem.NOTE for entry in item.lacks]
    if facts.archived_at is not None and not facts.file.shelf_mark:
        lacks.append(FileLack("review.no_shelf_mark"))
    return _found(lacks)


def _retention(facts: FileFacts) -> ReviewFault | None:
    if not facts.is_over:
        return None
    return _found([] if facts.file.retention.strip() else [FileLack("review.no_retention")])


def _printable(facts: FileFacts) -> ReviewFault | None:
    if not facts.attachments:
        return None
    odd = [entry for entry in facts.attachments if not may_be_bound(entry.media_type, entry.name)]
    return _found(
        (FileLack("review.not_printable", (("name", entry.name),)) for entry in odd), len(facts.attachments)
    )


CHECKS: dict[str, Check] = {
    "consent": _consent,
    "request": _request_item,
    "accepted_in_order": _accepted_in_order,
    "recusal": _recusal,
    "items": _items,
    "signed": _signed,
    "dates": _dates,
    "stored": _stored,
    "facts_supported": _facts_supported,
    "described": _described,
    "agreement_must": _checked(FindingLevel.MUST, "review.agreement_must"),
    "agreement_advice": _checked(FindingLevel.ADVICE, "review.agreement_advice"),
    "visited": _visited,
    "visit_is_real": _visit_is_real,
    "visited_by_another": _visited_by_another,
    "bound": _bound,
    "retention": _retention,
    "printable": _printable,
}
"""Every check by its id; the rows of the score sheet name no other."""
