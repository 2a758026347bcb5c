"""The form of a leave: from when to when, and why."""

from __future__ import annotations

from datetime import date

from app.domain.errors import DomainError, InvalidInput
from app.domain.people.duty_roster import Leave
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values


def leave_form(desk: Desk, member: StaffMember, day: date) -> EntryForm[Leave]:
    """Ask for a leave; what is planned on its days is told after saving, and shows as a clash."""
    say, services = desk.translator.text, desk.services
    seen = Leave(id=new_id(), staff_id=member.id, first_day=day, last_day=day, reason="")

    def read(values: Values) -> Leave:
        return Leave(
            id=seen.id,
            staff_id=member.id,
            first_day=_day(values, "first_day", desk.today),
            last_day=_day(values, "last_day", desk.today),
            reason=one_line(values.get("reason", "")),
        )

    def write(values: Values, _stored: Leave) -> Saved:
        leave = read(values)
        done = services.rosters.add_leave(leave, actor=desk.actor)
        agenda = services.appointments.agenda(leave.first_day, leave.last_day)
        planned = sum(1 for a in agenda.appointments if a.is_active and member.id in a.staff_ids)
        told = say("已登记{name}请假", name=member.name)
        if planned:
            told = say("{told}；期间有 {n} 项约定，日程里已标出冲突", told=told, n=planned)
        return Saved(done.changes, told)

    def check(values: Values) -> tuple[FieldProblem, ...]:
        try:
            read(values)
        except DomainError as error:
            return (FieldProblem(error.field, error),)
        return ()

    return EntryForm(
        draft_key=f"leave/{member.id}/{day.isoformat()}",
        title=say("{name}请假", name=member.name),
        verb=say("请假"),
        fields=_fields(desk),
        seen=seen,
        read=lambda: seen,
        values=lambda leave: {
            "first_day": desk.formats.day(leave.first_day),
            "last_day": desk.formats.day(leave.last_day),
            "reason": leave.reason,
        },
        write=write,
        check=check,
    )


def _day(values: Values, key: str, today: date) -> date:
    typed = values.get(key, "")
    if not typed.strip():
        raise InvalidInput("date.missing", field=key)
    try:
        return parse_day(typed, today)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error


def _fields(desk: Desk) -> tuple[EntryField, ...]:
    say, day = desk.translator.text, FieldKind.DAY
    return (
        EntryField(key="first_day", label=say("从哪天"), kind=day, is_required=True, is_half=True),
        EntryField(key="last_day", label=say("到哪天"), kind=day, is_required=True, is_half=True),
        EntryField(key="reason", label=say("事由"), is_required=True),
    )
