"""Follow-up visits: planned, made, given up; a visit made completes the duty 包回访 of an ended case."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.transitions import is_allowed
from app.domain.disputes.states import CaseEvent
from app.domain.duties.follow_up import visits
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties, follow_up_by_mediator
from app.domain.errors import InvalidInput
from app.domain.trust.actors import Actor
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.settlements.performance.action_acts import ActionActs
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import duties_of, wind
from app.services.transactions.moving import refuse_locked, save_moved


class VisitActs(ActionActs):
    """Writes visits."""

    def plan_visit(self, visit: FollowUpVisit, *, actor: Actor) -> Done[FollowUpVisit]:
        """Plan a visit for a day, with the reason; several may wait at once."""
        visits.check_plan(visit, self._today())
        with self._store.unit_of_work(actor) as work:
            refuse_locked(work.cases.get(visit.case_id))
            saved = work.visits.add(visit, act="visit.planned", note=visit.why)
            wind(work, self._rules, visit.case_id, self._today())
            return Done(saved, work.commit())

    def drop_visit(self, visit_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[FollowUpVisit]:
        """Give up a planned visit, with the reason."""
        with self._store.unit_of_work(actor) as work:
            known = as_seen("visit", work.visits.get(visit_id), version)
            refuse_locked(work.cases.get(known.case_id))
            saved = work.visits.save(visits.drop(known, reason), act="visit.dropped", note=reason)
            wind(work, self._rules, saved.case_id, self._today())
            return Done(saved, work.commit())

    def record_visit(self, visit: FollowUpVisit, *, actor: Actor) -> Done[FollowUpVisit]:
        """Record a visit that was made, planned before or not (``visit.version`` 0).

        Where the case was performed or terminated it completes the duty 包回访 and moves the case on, as
        its form always did. Raises InvalidInput ``visit…``, also for a visit on the day of the agreement
        without a reason, and for one by who mediated without a reason.
        """
        self._not_in_future(visit.visited_on or self._today(), "visited_on")
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(visit.case_id)
            refuse_locked(case)
            visits.check_visit(visit, agreed_on=case.effective_on)
            if visit.visitor in case.mediating and not visit.same_person_reason.strip():
                raise InvalidInput(
                    "duty.same_person_reason_missing", field="same_person_reason", person=visit.visitor
                )
            saved = self._put(work, visit)
            self._complete_duty(work, case, saved)
            wind(work, self._rules, case.id, self._today())
            return Done(saved, work.commit())

    def _put(self, work: UnitOfWork, visit: FollowUpVisit) -> FollowUpVisit:
        act, note = "visit.made", visit.visitor
        if not visit.version:
            return work.visits.add(visit, act=act, note=note)
        as_seen("visit", work.visits.get(visit.id), visit.version)
        return work.visits.save(visit, act=act, note=note)

    def _complete_duty(self, work: UnitOfWork, case: Case, visit: FollowUpVisit) -> None:
        if not is_allowed(case.state, CaseEvent.FOLLOW_UP) or visit.visited_on is None:
            return
        duties = duties_of(work, case.id)
        duty = duties.duty(DutyKind.FOLLOW_UP)
        if not duty.is_done:
            work.duties.save(_done(duties, duty, visit, case), act="duties.saved", note=duty.kind.term)
        moved = steps.follow_up(case, on=visit.visited_on)
        save_moved(work, case, moved, CaseEvent.FOLLOW_UP, act="case.followed_up")


def _done(duties: FourDuties, duty: Duty, visit: FollowUpVisit, case: Case) -> FourDuties:
    named = replace(
        duty,
        responsible_person=visit.visitor,
        responsible_id=visit.visitor_id,
        completed_on=visit.visited_on,
        outcome=visits.account_of(visit),
    )
    done = duties.with_duty(named)
    if not follow_up_by_mediator(done, case.mediating):
        return done
    return duties.with_duty(replace(named, same_person_reason=visit.same_person_reason))
