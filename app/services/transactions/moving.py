"""Moving a case inside one transaction: what guards look at, who may, the move in its log, the lock."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.guards import Circumstances
from app.domain.disputes.lifecycle.transitions import transition_for
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.errors import RuleRefusal
from app.domain.people.staff import StaffRole
from app.domain.settlements.agreements import AgreementState
from app.persistence.work import UnitOfWork


def save_moved(
    work: UnitOfWork,
    before: Case,
    after: Case,
    event: CaseEvent,
    *,
    act: str,
    note: str = "",
    document_id: UUID | None = None,
    twin_id: UUID | None = None,
) -> Case:
    """Save a case that an event moved, with one history entry and one move in its log."""
    saved = work.cases.save(after, act=act, note=note)
    log_move(work, before, saved, event, note=note, document_id=document_id, twin_id=twin_id)
    return saved


def log_move(
    work: UnitOfWork,
    before: Case,
    after: Case,
    event: CaseEvent,
    *,
    note: str = "",
    document_id: UUID | None = None,
    twin_id: UUID | None = None,
) -> None:
    """Write the move of a case that is saved already."""
    work.moves.record(before, after, event, reason=note, document_id=document_id, twin_id=twin_id)


def circumstances(work: UnitOfWork, case_id: UUID) -> Circumstances:
    """Count what is unfinished in a case."""
    agreements = work.agreements.of_case(case_id)
    return Circumstances(
        open_sessions=len([s for s in work.sessions.of_case(case_id) if not s.is_finished]),
        drafts=len([a for a in agreements if a.state is AgreementState.DRAFT]),
        waiting_agreements=len([a for a in agreements if a.state is AgreementState.ISSUED]),
        unstored_pages=len([d for d in work.documents.of_case(case_id) if not d.sha256]),
    )


def refuse_unauthorised(work: UnitOfWork, case: Case, event: CaseEvent) -> None:
    """Refuse an event that only certain roles may do, where this centre has somebody in such a role."""
    row = transition_for(case.state, event)
    roles = set(row.roles) if row is not None else set[StaffRole]()
    member = work.staff.find(work.actor.id)
    if not roles or member is None or roles & set(member.roles):
        return
    able = [m for m in work.staff.all() if m.left_on is None and roles & set(m.roles)]
    if able:
        wanted = "、".join(role.term for role in roles)
        raise RuleRefusal("case.role_missing", event=event.term, role=wanted, name=able[0].name)


def refuse_locked(case: Case) -> None:
    """Refuse to write into an archived case: it is annotated, or taken up again."""
    if case.state is CaseState.ARCHIVED:
        raise RuleRefusal("case.archived", number=case.intake_number)
