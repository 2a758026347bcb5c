"""The check before mediators are appointed: nobody mediates where the law asks to step back."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.recusal.conflicts import conflicts, standing
from app.domain.disputes.recusal.findings import ConflictFinding
from app.domain.errors import RuleRefusal
from app.domain.people.staff import StaffMember
from app.persistence.store import Store
from app.persistence.work import UnitOfWork

Found = dict[UUID, tuple[ConflictFinding, ...]]
"""What was found about members of staff, by their ids; nothing found, no entry."""

_FIELDS = {MediatorRole.FIRST: "first", MediatorRole.SECOND: "second"}


def refuse_conflicts(work: UnitOfWork, case: Case, *, field: str = "") -> None:
    """Raise RuleRefusal ``recusal.must_recuse`` for a mediator who must step back and was not waived.

    ``field`` names the place on the form; empty takes that of the mediator's role. Earlier cases only
    ask to be verified, so this needs no lookup beyond the roster.
    """
    for mediator in case.mediators:
        member = work.staff.find(mediator.staff_id)
        if member is None or mediator.role is MediatorRole.RECORDER:
            continue
        for finding in standing(conflicts(member, case), case):
            raise RuleRefusal(
                "recusal.must_recuse",
                field=field or _FIELDS[mediator.role],
                person=finding.staff_name,
                party=finding.subject_name,
                ground=finding.ground.term,
                article="最高人民法院关于人民法院特邀调解的规定第十五条",
            )


def found_about(store: Store, case: Case, members: tuple[StaffMember, ...]) -> Found:
    """Look for what stands between these members and a case, earlier cases included."""
    with store.reads() as reads:
        past = reads.recusal.past_cases(case, members)
    found = {member.id: conflicts(member, case, past) for member in members}
    return {staff_id: findings for staff_id, findings in found.items() if findings}


def found_about_serving(store: Store, work: UnitOfWork, case: Case) -> tuple[ConflictFinding, ...]:
    """Give what is found about those who mediate a case now; relations may come up after the appointment."""
    serving = [m.staff_id for m in case.mediators if m.role is not MediatorRole.RECORDER]
    members = tuple(member for staff_id in serving if (member := work.staff.find(staff_id)) is not None)
    found = found_about(store, case, members)
    return tuple(finding for findings in found.values() for finding in findings)
