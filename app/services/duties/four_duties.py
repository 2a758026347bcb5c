"""The four duties of a case: who answers for each, until when, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.states import CaseEvent
from app.domain.duties.board import BoardFilter, BoardLine, BoardSurvey, DutyLine
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.four_duties import (
    Duty,
    DutyExtension,
    DutyKind,
    FourDuties,
    check_duty,
    check_gate,
    extend,
    follow_up_by_mediator,
)
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.comparing import conflicts
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import duties_of, wind
from app.services.transactions.moving import refuse_locked, save_moved

_SAVED = "duties.saved"
SAME_PERSON = "duty.same_person"
"""The advice that whoever mediated should not follow up: followed by another person, or by a reason."""


class DutyService:
    """Writes the four duties; ``version`` is that of the duties the user saw, not of the case."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def advice(self, duties: FourDuties, case: Case) -> str:
        """Give the code of the advice that concerns these duties (``SAME_PERSON``), or nothing."""
        return SAME_PERSON if follow_up_by_mediator(duties, case.mediating) else ""

    def explanation(self, duties: FourDuties, case: Case, kind: DutyKind) -> str:
        """Say how the due date of a duty came about, assigned or not: the local default, or an extension."""
        duty = duties.duty(kind)
        held = replace(duty, responsible_person=duty.responsible_person or duty.kind.term, completed_on=None)
        clocks = case_clocks(case, ClockFacts(duties=duties.with_duty(held)), self._rules, self._today())
        return next((clock.explanation for clock in clocks if clock.subject_id == duty.id), "")

    # writing
    def save(self, duties: FourDuties, *, actor: Actor) -> Done[FourDuties]:
        """Keep all four duties as they are given; ``duties.version`` is what the user saw."""

        def typed(stored: FourDuties) -> FourDuties:
            return replace(stored, duties=tuple(duties.duty(kind) for kind in DutyKind))

        return self._write(duties.case_id, typed, _SAVED, actor, duties.version)

    def save_duty(self, case_id: UUID, duty: Duty, *, actor: Actor, version: int) -> Done[FourDuties]:
        """Keep one duty.

        Raises InvalidInput ``duty…`` for what it lacks, ``duty.same_person_reason_missing`` when who
        mediated is to follow up without a reason, RuleRefusal ``duty.extend_instead`` when the due date
        of an assigned duty moves on without an extension.
        """
        return self._write(
            case_id,
            lambda stored: stored.with_duty(duty),
            _SAVED,
            actor,
            version,
            note=duty.kind.term,
        )

    def extend(
        self, case_id: UUID, kind: DutyKind, extension: DutyExtension, *, actor: Actor, version: int
    ) -> Done[FourDuties]:
        """Move a duty's due date on, with reason and approver; the day before is the stored one."""

        def extended(stored: FourDuties) -> FourDuties:
            duty = stored.duty(kind)
            told = replace(extension, previous_due=duty.due_on or extension.previous_due)
            return stored.with_duty(extend(duty, told))

        return self._write(case_id, extended, "duties.extended", actor, version, note=extension.reason)

    def discharge(
        self, case_id: UUID, on: date, note: str, *, actor: Actor, version: int
    ) -> Done[FourDuties]:
        """Strike a case off the list of duties (销号) once all four are done."""
        self._not_in_future(on, "discharged_on")

        def discharged(stored: FourDuties) -> FourDuties:
            open_duties = [duty for duty in stored.duties if not duty.is_done]
            if open_duties:
                raise RuleRefusal("duty.not_all_done", duty=open_duties[0].kind.term, count=len(open_duties))
            return replace(stored, discharged_on=on, discharge_note=note)

        return self._write(case_id, discharged, "duties.discharged", actor, version, note=note)

    def assign_all(
        self,
        case_id: UUID,
        lead_official: str,
        unit: str,
        person: str,
        person_id: UUID | None,
        *,
        actor: Actor,
        version: int,
        same_person_reason: str = "",
    ) -> Done[FourDuties]:
        """Give every duty nobody answers for yet to one person; the others stay as they are."""

        def assigned(stored: FourDuties) -> FourDuties:
            return replace(stored, duties=tuple(_assigned(duty) for duty in stored.duties))

        def _assigned(duty: Duty) -> Duty:
            if duty.is_assigned or duty.is_done:
                return duty
            return replace(
                duty,
                lead_official=lead_official,
                responsible_unit=unit,
                responsible_person=person,
                responsible_id=person_id,
                same_person_reason=same_person_reason if duty.kind is DutyKind.FOLLOW_UP else "",
            )

        return self._write(case_id, assigned, "duties.assigned", actor, version, note=person)

    def _write(
        self,
        case_id: UUID,
        move: Callable[[FourDuties], FourDuties],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str = "",
    ) -> Done[FourDuties]:
        with self._store.unit_of_work(actor) as work:
            stored = duties_of(work, case_id)
            if stored.version != version and act == _SAVED:
                _show_both(stored, move(stored))
            as_seen("duties", stored, version)
            case = work.cases.get(case_id)
            refuse_locked(case)
            moved = move(stored)
            for before, after in zip(stored.duties, moved.duties, strict=True):
                if after != before:
                    self._check(before, after, moved, case)
            saved = work.duties.save(moved, act=act, note=note)
            _follow_up(work, case, stored, saved)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _check(self, before: Duty, after: Duty, duties: FourDuties, case: Case) -> None:
        check_duty(after, local_day(case.registered_at))
        if after.completed_on is not None:
            self._not_in_future(after.completed_on, "completed_on")
        if before.completed_on is None:
            check_gate(after, duties, case.state)
        is_later = before.due_on is not None and (after.due_on is None or after.due_on > before.due_on)
        if before.is_assigned and is_later and after.extensions == before.extensions:
            raise RuleRefusal("duty.extend_instead", field="due_on", duty=after.kind.term)
        if (
            after.kind is DutyKind.FOLLOW_UP
            and self.advice(duties, case)
            and not after.same_person_reason.strip()
        ):
            raise InvalidInput(
                "duty.same_person_reason_missing", field="same_person_reason", person=after.responsible_person
            )

    # the board
    def board(self, wanted: BoardFilter, offset: int = 0, limit: int = 50) -> tuple[BoardLine, ...]:
        """Give a page of the board, the case that ends first on top."""
        with self._store.reads() as reads:
            return tuple(reads.duties.board(wanted, self._today(), offset=offset, limit=limit))

    def survey(self, wanted: BoardFilter) -> BoardSurvey:
        """Count the cases of every view and what their duties say; the view wanted does not matter."""
        with self._store.reads() as reads:
            return reads.duties.survey(wanted, self._today())

    def owed_by(self, staff_id: UUID, limit: int = 50) -> tuple[DutyLine, ...]:
        """Give the duties somebody answers for and has not done, the first due on top."""
        with self._store.reads() as reads:
            return tuple(reads.duties.owed_by(staff_id, limit=limit))

    def lead_officials(self) -> tuple[str, ...]:
        """Give the lead officials named so far, for the filter and for typing less."""
        with self._store.reads() as reads:
            return tuple(reads.duties.lead_officials())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())


def _show_both(stored: FourDuties, typed: FourDuties) -> None:
    """Refuse what was typed over another's duties, with both values of each field that differs."""
    if differing := conflicts(stored, typed):
        raise StaleWrite("duties", str(stored.id), differing)


def _follow_up(work: UnitOfWork, case: Case, before: FourDuties, after: FourDuties) -> None:
    """Note on the case that the follow-up was made when its duty is completed and the case is that far."""
    done_on = after.duty(DutyKind.FOLLOW_UP).completed_on
    is_new = done_on is not None and before.duty(DutyKind.FOLLOW_UP).completed_on is None
    if is_new and done_on is not None and is_open_to(case, CaseEvent.FOLLOW_UP):
        followed = steps.follow_up(case, on=done_on)
        save_moved(work, case, followed, CaseEvent.FOLLOW_UP, act="case.followed_up")
