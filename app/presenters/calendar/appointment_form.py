"""The form of an appointment: its fields, how they are read, and how a stored one is written into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.errors import DomainError, InvalidInput
from app.domain.mediation.schedule.appointments import (
    AppointedMediator,
    Appointment,
    AppointmentPurpose,
    Invitation,
    TimeWish,
)
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.clock_times import parse_time
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.intake.words import LANGUAGES
from app.presenters.rosters.choices import chosen, several, termed
from app.presenters.rosters.entry_form import YES, EntryField, FieldKind, FieldProblem, Values

T = TypeVar("T")
OUTSIDE = "outside"
"""The choice of a room that is none: the place is told in words."""
CASE = "case"
"""The field for the number of the case, where none is known yet."""
TOLD, CLASH = "told", "clash"
"""Not fields: whether anybody was told of the time, and whether something stands in its way."""
TIMING = frozenset({"day", "start", "end", "room", "mediator", "second", "interpreter", "parties"})
"""The fields a clash can come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentChoices:
    """What may be chosen: rooms and people as (id, words), the case it is about, today."""

    rooms: tuple[tuple[str, str], ...]
    staff: tuple[StaffMember, ...]
    parties: tuple[Invitation, ...]
    case: Case | None
    today: date

    def staff_name(self, staff_id: str) -> str:
        """Give the name of a member of staff."""
        return next((member.name for member in self.staff if str(member.id) == staff_id), "")

    def staff_named(self, name: str) -> StaffMember | None:
        """Find a member of staff by name."""
        return next((member for member in self.staff if member.name == name), None)


def appointment_values(appointment: Appointment, formats: Formats) -> dict[str, str]:
    """Write an appointment as typed."""
    leading = [str(mediator.staff_id) for mediator in appointment.mediators]
    return {
        CASE: "",
        "purpose": appointment.purpose.value,
        "title": appointment.title,
        "day": formats.day(appointment.starts_at),
        "start": formats.time(appointment.starts_at),
        "end": formats.time(appointment.ends_at),
        "room": str(appointment.room_id) if appointment.room_id else OUTSIDE,
        "place": appointment.place,
        "mediator": leading[0] if leading else "",
        "second": leading[1] if len(leading) > 1 else "",
        "parties": ",".join(str(invitation.party_id) for invitation in appointment.invited),
        "language": appointment.interpreter_language,
        "interpreter": appointment.interpreter,
        "wishes": ",".join(wish.value for wish in appointment.wishes),
        "wish_note": appointment.wish_note,
        "move_reason": "",
        "clash_reason": appointment.clash_reason,
        TOLD: YES if appointment.was_told else "",
        CLASH: YES if appointment.clash_reason else "",
    }


def read_appointment(values: Values, stored: Appointment, choices: AppointmentChoices) -> Appointment:
    """Read the form over an appointment; InvalidInput with its field for what cannot be read."""
    day = _at("day", lambda: parse_day(values.get("day", ""), choices.today))
    interpreter = one_line(values.get("interpreter", ""))
    known = choices.staff_named(interpreter)
    is_outside = values.get("room", "") in ("", OUTSIDE)
    return replace(
        stored,
        purpose=chosen(AppointmentPurpose, values.get("purpose", ""), "purpose"),
        title=one_line(values.get("title", "")),
        starts_at=_moment(values, "start", day),
        ends_at=_moment(values, "end", day),
        room_id=None if is_outside else UUID(values["room"]),
        place=one_line(values.get("place", "")) if is_outside else "",
        mediators=_leading(values, stored, choices),
        invited=_invited(values, stored, choices),
        interpreter_id=known.id if known is not None else None,
        interpreter=interpreter,
        interpreter_language=one_line(values.get("language", "")),
        wishes=several(TimeWish, values.get("wishes", "")),
        wish_note=one_line(values.get("wish_note", "")),
        clash_reason=one_line(values.get("clash_reason", "")) if values.get(CLASH) == YES else "",
    )


def appointment_problems(
    values: Values, stored: Appointment, choices: AppointmentChoices
) -> tuple[FieldProblem, ...]:
    """Check what can be checked without the database: the first thing that cannot be read."""
    try:
        read_appointment(values, stored, choices)
    except DomainError as error:
        return (FieldProblem(error.field, error),)
    return ()


def _leading(
    values: Values, stored: Appointment, choices: AppointmentChoices
) -> tuple[AppointedMediator, ...]:
    wanted = dict.fromkeys(values.get(key, "") for key in ("mediator", "second"))
    known: Mapping[str, AppointedMediator] = {str(m.staff_id): m for m in stored.mediators}
    return tuple(
        known.get(id_) or AppointedMediator(id=new_id(), staff_id=UUID(id_), name=choices.staff_name(id_))
        for id_ in wanted
        if id_
    )


def _invited(values: Values, stored: Appointment, choices: AppointmentChoices) -> tuple[Invitation, ...]:
    wanted = set(values.get("parties", "").split(","))
    known = {invitation.party_id: invitation for invitation in (*choices.parties, *stored.invited)}
    return tuple(invitation for id_, invitation in known.items() if str(id_) in wanted)


def _moment(values: Values, key: str, day: date) -> datetime:
    typed = values.get(key, "")

    def read() -> time:
        return parse_time(typed)

    if not typed.strip():
        raise InvalidInput("time.missing", field=key)
    return datetime.combine(day, _at(key, read), tzinfo=SHANGHAI)


def _at(key: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error


def appointment_fields(
    translator: Translator, choices: AppointmentChoices, *, asks_case: bool
) -> tuple[EntryField, ...]:
    """Give the fields in the order of asking: what, when, where, who, then what was wished."""
    say = translator.text
    about = EntryField(key=CASE, label=say("案号"), hint=say("约调解填案号后四位，接上当事人和调解员"))
    return (
        *((about,) if asks_case else ()),
        *_what(translator, choices),
        *_when_and_where(translator, choices),
        *_who(translator, choices),
        *_reasons(translator),
    )


def _what(translator: Translator, choices: AppointmentChoices) -> tuple[EntryField, ...]:
    say = translator.text
    purposes = [
        option
        for option in termed(translator, AppointmentPurpose)
        if choices.case is not None or option[0] != AppointmentPurpose.MEDIATION.value
    ]
    return (
        EntryField(
            key="purpose",
            label=say("约什么"),
            kind=FieldKind.CHOICE,
            options=tuple(purposes),
            is_required=True,
        ),
        EntryField(
            key="title",
            label=say("事由"),
            is_required=True,
            shown_if=("purpose", tuple(p.value for p in AppointmentPurpose if p is not _MEDIATION)),
        ),
    )


_MEDIATION = AppointmentPurpose.MEDIATION


def _when_and_where(translator: Translator, choices: AppointmentChoices) -> tuple[EntryField, ...]:
    say = translator.text
    return (
        EntryField(key="day", label=say("日期"), kind=FieldKind.DAY, is_required=True, is_half=True),
        EntryField(
            key="room",
            label=say("调解室"),
            kind=FieldKind.CHOICE,
            options=(*choices.rooms, (OUTSIDE, say("外出"))),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="start", label=say("开始"), is_required=True, is_half=True, hint=say("如 9:30、16点")),
        EntryField(key="end", label=say("结束"), is_required=True, is_half=True),
        EntryField(
            key="place",
            label=say("地点"),
            is_required=True,
            hint=say("写到门牌，便于找到"),
            shown_if=("room", (OUTSIDE, "")),
        ),
    )


def _who(translator: Translator, choices: AppointmentChoices) -> tuple[EntryField, ...]:
    say = translator.text
    mediators = tuple((str(m.id), m.name) for m in choices.staff if m.is_mediator)
    parties = tuple((str(i.party_id), i.name) for i in choices.parties)
    told = (
        (EntryField(key="parties", label=say("请哪些当事人"), kind=FieldKind.TICKS, options=parties),)
        if parties
        else ()
    )
    return (
        EntryField(
            key="mediator",
            label=say("调解员"),
            kind=FieldKind.CHOICE,
            options=mediators,
            is_required=True,
            is_half=True,
        ),
        EntryField(
            key="second",
            label=say("另一名调解员"),
            kind=FieldKind.CHOICE,
            options=mediators,
            is_half=True,
        ),
        *told,
        EntryField(
            key="language",
            label=say("需要翻译的语言"),
            options=tuple((language, say(language)) for language in LANGUAGES),
            is_half=True,
        ),
        EntryField(
            key="interpreter",
            label=say("翻译"),
            options=tuple((str(m.id), m.name) for m in choices.staff),
            is_half=True,
        ),
        EntryField(
            key="wishes",
            label=say("当事人希望"),
            kind=FieldKind.TICKS,
            options=termed(translator, TimeWish),
            is_half=True,
        ),
        EntryField(key="wish_note", label=say("当事人的话"), is_half=True),
    )


def _reasons(translator: Translator) -> tuple[EntryField, ...]:
    say = translator.text
    return (
        EntryField(
            key="move_reason",
            label=say("改期理由"),
            hint=say("已通知过当事人，改了时间或地点就要写"),
            shown_if=(TOLD, (YES,)),
        ),
        EntryField(
            key="clash_reason",
            label=say("有冲突仍保留的理由"),
            is_required=True,
            shown_if=(CLASH, (YES,)),
        ),
    )
