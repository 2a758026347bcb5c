"""Appointments: who meets when and where, who was told of it, and every time it was moved."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day
from app.domain.values.termed import Termed


class AppointmentPurpose(Termed):
    """What people meet for; only a mediation leads to a session record."""

    MEDIATION = "mediation", "调解"
    HOME_VISIT = "home_visit", "入户回访"
    CONFERENCE = "conference", "会商"
    OTHER = "other", "其他"


class AppointmentState(Termed):
    """How an appointment stands; a moved one still takes place, at its new time."""

    PLANNED = "planned", "已约定"
    MOVED = "moved", "已改期"
    CANCELLED = "cancelled", "已取消"
    HELD = "held", "已举行"


class NoticeManner(Termed):
    """How a party was told of the appointment."""

    WRITTEN = "written", "通知书"
    MESSAGE = "message", "短信"
    PHONE = "phone", "电话"
    IN_PERSON = "in_person", "当面"


class TimeWish(Termed):
    """When the parties would rather come."""

    MORNING = "morning", "上午"
    AFTERNOON = "afternoon", "下午"
    REST_DAY = "rest_day", "休息日"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointedMediator:
    """A member of staff who leads the meeting, with the name as it was that day; the first one leads."""

    id: UUID
    staff_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A party invited, how and when it was told, and of which time.

    ``told_after`` counts the moves there had been when the party was told: after another move it
    knows a time that holds no more, and has to be told again.
    """

    id: UUID
    party_id: UUID
    record_id: UUID | None = None
    name: str
    phone: str = ""
    manner: NoticeManner | None = None
    told_at: datetime | None = None
    told_after: int | None = None
    is_large_print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentMove:
    """One change of time or place: the old ones are kept, with the reason."""

    id: UUID
    moved_at: datetime
    reason: str = ""
    starts_at: datetime
    ends_at: datetime
    room_id: UUID | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A time at which people meet, about a case or for something else.

    It takes place in a studio (``room_id``) or at a ``place`` outside. ``clash_reason`` says why it
    was kept in spite of clashes. ``session_id`` links the record once it was held.
    """

    id: UUID
    version: int = 0
    organisation_id: UUID
    purpose: AppointmentPurpose = AppointmentPurpose.MEDIATION
    case_id: UUID | None = None
    title: str
    starts_at: datetime
    ends_at: datetime
    room_id: UUID | None = None
    place: str = ""
    mediators: tuple[AppointedMediator, ...]
    invited: tuple[Invitation, ...] = ()
    interpreter_id: UUID | None = None
    interpreter: str = ""
    interpreter_language: str = ""
    wishes: tuple[TimeWish, ...] = ()
    wish_note: str = ""
    state: AppointmentState = AppointmentState.PLANNED
    moves: tuple[AppointmentMove, ...] = ()
    clash_reason: str = ""
    cancel_reason: str = ""
    session_id: UUID | None = None

    @property
    def is_active(self) -> bool:
        """Tell whether it is still to take place: it holds people and room."""
        return self.state in (AppointmentState.PLANNED, AppointmentState.MOVED)

    @property
    def day(self) -> date:
        """Give the day in Asia/Shanghai."""
        return local_day(self.starts_at)

    @property
    def staff_ids(self) -> frozenset[UUID]:
        """Give the members of staff it needs: mediators and an interpreter of the house."""
        interpreters = () if self.interpreter_id is None else (self.interpreter_id,)
        return frozenset((*(mediator.staff_id for mediator in self.mediators), *interpreters))

    @property
    def was_told(self) -> bool:
        """Tell whether anybody was told of it, at any time."""
        return any(invitation.told_at is not None for invitation in self.invited)

    def untold(self) -> tuple[Invitation, ...]:
        """Give the parties that do not know the time as it stands."""
        return tuple(invitation for invitation in self.invited if not self.knows(invitation))

    def knows(self, invitation: Invitation) -> bool:
        """Tell whether a party knows time and place as they stand."""
        return invitation.told_after == len(self.moves)

    def overlaps(self, other: Appointment) -> bool:
        """Tell whether two appointments share any time; one may begin when the other ends."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlace:
    """When and where an appointment is to take place."""

    starts_at: datetime
    ends_at: datetime
    room_id: UUID | None = None
    place: str = ""


def check_appointment(appointment: Appointment) -> None:
    """Refuse what nobody could attend: no end, no place, nobody to lead it, nothing it is about."""
    if not appointment.title.strip():
        raise InvalidInput("appointment.title_missing", field="title")
    if not appointment.mediators:
        raise InvalidInput("appointment.mediator_missing", field="mediator")
    if appointment.ends_at <= appointment.starts_at:
        raise InvalidInput("appointment.ends_before_start", field="end")
    if local_day(appointment.ends_at) != appointment.day:
        raise InvalidInput("appointment.over_midnight", field="end")
    if appointment.room_id is None and not appointment.place.strip():
        raise InvalidInput("appointment.place_missing", field="room")
    if appointment.purpose is AppointmentPurpose.MEDIATION and appointment.case_id is None:
        raise InvalidInput("appointment.case_missing", field="purpose")


def meeting_of(appointment: Appointment) -> MeetingPlace:
    """Give when and where an appointment takes place."""
    return MeetingPlace(
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        room_id=appointment.room_id,
        place=appointment.place,
    )


def move(
    appointment: Appointment, to: MeetingPlace, *, reason: str, at: datetime, move_id: UUID
) -> Appointment:
    """Move an appointment, keeping the old time; a reason is needed once anybody was told of it."""
    _refuse_closed(appointment)
    if appointment.was_told and not reason.strip():
        raise InvalidInput("appointment.move_reason_missing", field="move_reason")
    left = AppointmentMove(
        id=move_id,
        moved_at=at,
        reason=reason,
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        room_id=appointment.room_id,
        place=appointment.place,
    )
    return replace(
        _at(appointment, to), state=AppointmentState.MOVED, moves=(*appointment.moves, left), clash_reason=""
    )


def move_back(appointment: Appointment) -> Appointment:
    """Undo the last move; refused once somebody was told of the new time."""
    _refuse_closed(appointment)
    if not appointment.moves:
        raise RuleRefusal("appointment.not_moved")
    if any(appointment.knows(invitation) for invitation in appointment.invited):
        raise RuleRefusal("appointment.told_of_move")
    last = appointment.moves[-1]
    earlier = appointment.moves[:-1]
    to = MeetingPlace(starts_at=last.starts_at, ends_at=last.ends_at, room_id=last.room_id, place=last.place)
    state = AppointmentState.MOVED if earlier else AppointmentState.PLANNED
    return replace(_at(appointment, to), state=state, moves=earlier)


def cancel(appointment: Appointment, reason: str) -> Appointment:
    """Cancel an appointment, always with a reason."""
    _refuse_closed(appointment)
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    return replace(appointment, state=AppointmentState.CANCELLED, cancel_reason=reason)


def reopen(appointment: Appointment) -> Appointment:
    """Take a cancellation back."""
    if appointment.state is not AppointmentState.CANCELLED:
        raise RuleRefusal("appointment.not_cancelled")
    state = AppointmentState.MOVED if appointment.moves else AppointmentState.PLANNED
    return replace(appointment, state=state, cancel_reason="")


def tell(
    appointment: Appointment,
    invitation_ids: Collection[UUID],
    manner: NoticeManner,
    *,
    at: datetime,
    is_large_print: bool = False,
) -> Appointment:
    """Note that parties were told of the time as it stands, and how."""
    _refuse_closed(appointment)
    if not invitation_ids:
        raise InvalidInput("appointment.nobody_told", field="parties")
    told = tuple(
        replace(
            invitation,
            manner=manner,
            told_at=at,
            told_after=len(appointment.moves),
            is_large_print=is_large_print,
        )
        if invitation.id in invitation_ids
        else invitation
        for invitation in appointment.invited
    )
    return replace(appointment, invited=told)


def hold(appointment: Appointment, session_id: UUID | None) -> Appointment:
    """Note that it took place; a mediation is linked to its record."""
    _refuse_closed(appointment)
    return replace(appointment, state=AppointmentState.HELD, session_id=session_id)


def _at(appointment: Appointment, to: MeetingPlace) -> Appointment:
    return replace(
        appointment, starts_at=to.starts_at, ends_at=to.ends_at, room_id=to.room_id, place=to.place
    )


def _refuse_closed(appointment: Appointment) -> None:
    if not appointment.is_active:
        raise RuleRefusal("appointment.closed", state=appointment.state.term)
