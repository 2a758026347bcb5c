"""The two short questions about an appointment: why it is moved, and why it is cancelled."""

from __future__ import annotations

from app.domain.mediation.schedule.appointments import Appointment, MeetingPlace
from app.domain.mediation.schedule.clashes import Clash
from app.presenters.calendar.appointment_form import CLASH, TOLD
from app.presenters.calendar.words import CalendarWords
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import YES, EntryField, EntryForm, FieldKind, Saved, Values


def move_form(
    desk: Desk, appointment: Appointment, to: MeetingPlace, clashes: tuple[Clash, ...]
) -> EntryForm[Appointment]:
    """Ask why an appointment is moved, and why a clash is kept where there is one."""
    say, words = desk.translator.text, CalendarWords(desk.translator, desk.formats)
    service, today = desk.services.appointments, desk.today
    new_time = words.when(to.starts_at, to.ends_at, today)

    def write(values: Values, stored: Appointment) -> Saved:
        done = service.move(
            appointment.id,
            to,
            actor=desk.actor,
            version=stored.version,
            reason=values.get("move_reason", "").strip(),
            clash_reason=values.get("clash_reason", "").strip(),
        )
        return Saved(done.changes, say("已改到 {when}", when=new_time))

    return EntryForm(
        draft_key=f"move/{appointment.id}/{to.starts_at:%Y%m%dT%H%M}-{to.ends_at:%H%M}/{to.room_id or ''}",
        title=say("改期"),
        verb=say("改期"),
        fields=_move_fields(desk),
        seen=appointment,
        read=lambda: service.appointment(appointment.id),
        values=lambda stored: {
            "move_reason": "",
            "clash_reason": "",
            TOLD: YES if stored.was_told else "",
            CLASH: "",
        },
        write=write,
        words=(
            say(
                "“{title}”由 {old} 改到 {new}。",
                title=appointment.title,
                old=words.when(appointment.starts_at, appointment.ends_at, today),
                new=new_time,
            ),
            *((say("冲突：{words}", words=words.clashes(clashes)),) if clashes else ()),
            *((say("已通知过当事人，改期后要再通知一次。"),) if appointment.was_told else ()),
        ),
    )


def cancel_form(desk: Desk, appointment: Appointment) -> EntryForm[Appointment]:
    """Ask why an appointment is cancelled."""
    say, words = desk.translator.text, CalendarWords(desk.translator, desk.formats)
    service = desk.services.appointments

    def write(values: Values, stored: Appointment) -> Saved:
        done = service.cancel(
            appointment.id, values.get("reason", "").strip(), actor=desk.actor, version=stored.version
        )
        return Saved(done.changes, say("已取消“{title}”", title=appointment.title))

    return EntryForm(
        draft_key=f"cancel/{appointment.id}",
        title=say("取消约定"),
        verb=say("取消约定"),
        fields=(EntryField(key="reason", label=say("取消理由"), kind=FieldKind.TEXT, is_required=True),),
        seen=appointment,
        read=lambda: service.appointment(appointment.id),
        values=lambda _stored: {"reason": ""},
        write=write,
        words=(
            say(
                "取消 {when} 的“{title}”，调解室和时间腾出来。",
                when=words.when(appointment.starts_at, appointment.ends_at, desk.today),
                title=appointment.title,
            ),
            *((say("已通知过的当事人，要再告知一声。"),) if appointment.was_told else ()),
        ),
    )


def _move_fields(desk: Desk) -> tuple[EntryField, ...]:
    say = desk.translator.text
    return (
        EntryField(
            key="move_reason",
            label=say("改期理由"),
            kind=FieldKind.TEXT,
            is_required=True,
            shown_if=(TOLD, (YES,)),
        ),
        EntryField(
            key="clash_reason",
            label=say("有冲突仍保留的理由"),
            kind=FieldKind.TEXT,
            is_required=True,
            shown_if=(CLASH, (YES,)),
        ),
    )
