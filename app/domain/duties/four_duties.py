"""The four duties of a case: investigate, mediate, close, follow up, each with a named owner and a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.termed import Termed


class DutyKind(Termed):
    """The four duties, in order."""

    INVESTIGATE = "investigate", "包调查"
    MEDIATE = "mediate", "包调处"
    CLOSE = "close", "包办结"
    FOLLOW_UP = "follow_up", "包回访"


class DutyStatus(Termed):
    """How a duty stands on a day."""

    UNASSIGNED = "unassigned", "未指定"
    NOT_STARTED = "not_started", "未开始"
    RUNNING = "running", "进行中"
    OVERDUE = "overdue", "超期"
    DONE = "done", "已完成"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyExtension:
    """A due date moved, with the reason and who approved it."""

    id: UUID
    reason: str
    approver: str
    approved_on: date
    previous_due: date
    new_due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One of the four duties; unassigned until it has a responsible person.

    ``due_basis`` tells how the due day came about where a ladder set it.
    """

    id: UUID
    kind: DutyKind
    lead_official: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    responsible_id: UUID | None = None
    co_units: tuple[str, ...] = ()
    measures: str = ""
    due_on: date | None = None
    due_basis: str = ""
    completed_on: date | None = None
    outcome: str = ""
    same_person_reason: str = ""
    evidence_ids: tuple[UUID, ...] = ()
    extensions: tuple[DutyExtension, ...] = ()

    @property
    def is_assigned(self) -> bool:
        """Tell whether somebody answers for this duty."""
        return bool(self.responsible_person.strip())

    @property
    def is_done(self) -> bool:
        """Tell whether this duty is completed."""
        return self.completed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FourDuties:
    """The four duties of one case, always all four, in order."""

    id: UUID
    version: int = 0
    case_id: UUID
    duties: tuple[Duty, ...]
    discharged_on: date | None = None
    discharge_note: str = ""

    def duty(self, kind: DutyKind) -> Duty:
        """Give one of the four."""
        return next(duty for duty in self.duties if duty.kind is kind)

    def status(self, kind: DutyKind, today: date) -> DutyStatus:
        """Tell how one duty stands; a duty runs once the one before it is done."""
        duty = self.duty(kind)
        if duty.is_done:
            return DutyStatus.DONE
        if not duty.is_assigned:
            return DutyStatus.UNASSIGNED
        if duty.due_on is not None and duty.due_on < today:
            return DutyStatus.OVERDUE
        earlier = self.duties[: self.duties.index(duty)]
        return DutyStatus.RUNNING if all(d.is_done for d in earlier) else DutyStatus.NOT_STARTED

    def with_duty(self, changed: Duty) -> FourDuties:
        """Replace one of the four."""
        return replace(self, duties=tuple(changed if d.kind is changed.kind else d for d in self.duties))


def check_duty(duty: Duty, registered_on: date) -> None:
    """Refuse dates before registration, and completion without a person or an account of the outcome."""
    if duty.due_on is not None and duty.due_on < registered_on:
        raise InvalidInput("duty.due_before_registration", field="due_on", day=duty.due_on.isoformat())
    if duty.completed_on is None:
        return
    if duty.completed_on < registered_on:
        day = duty.completed_on.isoformat()
        raise InvalidInput("duty.done_before_registration", field="completed_on", day=day)
    if not duty.is_assigned:
        raise InvalidInput("duty.person_missing", field="responsible_person")
    if not duty.outcome.strip():
        raise InvalidInput("duty.outcome_missing", field="outcome")


_ENDED = frozenset({
    CaseState.NOT_ACCEPTED, CaseState.PERFORMED, CaseState.TERMINATED, CaseState.FOLLOWED_UP,
    CaseState.CLOSED, CaseState.GUIDED_OUT, CaseState.WITHDRAWN, CaseState.ARCHIVED,
})  # fmt: skip


def check_gate(duty: Duty, duties: FourDuties, state: CaseState) -> None:
    """Refuse to complete 包办结 before the first two, and 包回访 before the case is performed or ended."""
    if duty.completed_on is None:
        return
    if duty.kind is DutyKind.CLOSE:
        for kind in (DutyKind.INVESTIGATE, DutyKind.MEDIATE):
            if not duties.duty(kind).is_done:
                raise RuleRefusal("duty.earlier_not_done", field="completed_on", duty=kind.term)
    if duty.kind is DutyKind.FOLLOW_UP and state not in _ENDED:
        raise RuleRefusal("duty.follow_up_too_early", field="completed_on", state=state.term)


def extend(duty: Duty, extension: DutyExtension) -> Duty:
    """Move a duty's due date; needs a reason, an approver, and a later day than before."""
    if duty.is_done:
        raise RuleRefusal("duty.already_done", duty=duty.kind.term)
    if not extension.reason.strip():
        raise InvalidInput("extension.reason_missing", field="reason")
    if not extension.approver.strip():
        raise InvalidInput("extension.approver_missing", field="approver")
    if extension.new_due <= extension.previous_due:
        raise InvalidInput("extension.not_later", field="new_due", day=extension.new_due.isoformat())
    return replace(duty, due_on=extension.new_due, extensions=(*duty.extensions, extension))


def follow_up_by_mediator(duties: FourDuties, mediator_names: tuple[str, ...]) -> bool:
    """Tell whether the follow-up is in the hands of who mediated: advised against, allowed with a reason."""
    person = duties.duty(DutyKind.FOLLOW_UP).responsible_person
    return bool(person) and person in mediator_names
