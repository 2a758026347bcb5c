"""Days as the grid, the month and the list show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.domain.mediation.schedule.appointments import Appointment, AppointmentState
from app.domain.people.duty_roster import Presence
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import SHANGHAI, local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.calendar.view import Block, GridColumn, GridShown, ListRow, MonthCell
from app.presenters.calendar.words import CalendarWords
from app.services.mediation.agenda import Agenda

FIRST, LAST = 8 * 60 + 30, 19 * 60 + 30
"""What of a day is drawn at least (design, component Calendar)."""
HOUR, WHOLE_DAY, WEEK_DAYS = 60, 24 * 60, 7
_MONTH_LINES = 2


class CalendarShown:
    """Makes what the page shows from some days read at one moment."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats
        self.words = CalendarWords(translator, formats)

    def day(self, agenda: Agenda, day: date, now: datetime) -> GridShown:
        """Show the rooms of a day, with a column for what is outside."""
        is_open = agenda.roster.is_worked(day)
        columns = [
            GridColumn(
                title=room.name, note=self._seats(room.seats), day=day, room_id=room.id, is_open=is_open
            )
            for room in agenda.rooms
        ]
        columns.append(GridColumn(title=self._say("外出"), day=day, is_outside=True, is_open=is_open))
        places = {column.room_id: place for place, column in enumerate(columns)}
        shown = [a for a in agenda.appointments if a.day == day and a.state is not AppointmentState.CANCELLED]
        blocks = [
            self._block(agenda, a, places.get(a.room_id, len(columns) - 1), self.words.mediators(a))
            for a in shown
        ]
        return self._grid(
            self._say("日视图"), agenda, tuple(columns), blocks, _now(now, day == local_day(now))
        )

    def week(self, agenda: Agenda, monday: date, member: StaffMember, now: datetime) -> GridShown:
        """Show the seven days of one mediator."""
        today = local_day(now)
        days = [monday + timedelta(days=step) for step in range(WEEK_DAYS)]
        columns = tuple(self._day_column(agenda, member, day, today) for day in days)
        blocks = [
            self._block(agenda, a, days.index(a.day), agenda.room_name(a))
            for a in agenda.appointments
            if member.id in a.staff_ids and a.state is not AppointmentState.CANCELLED and a.day in days
        ]
        name = self._say("{name}的一周", name=member.name)
        return self._grid(name, agenda, columns, blocks, _now(now, today in days))

    def month(self, agenda: Agenda, day: date, today: date) -> list[list[MonthCell]]:
        """Show the weeks a month touches."""
        first = month_start(day)
        cells = [
            self._cell(agenda, first + timedelta(days=step), day.month, today)
            for step in range(month_length(day))
        ]
        return [cells[place : place + WEEK_DAYS] for place in range(0, len(cells), WEEK_DAYS)]

    def rows(self, agenda: Agenda, today: date) -> list[ListRow]:
        """List appointments under their days, cancelled and held ones too."""
        rows: list[ListRow] = []
        for day in sorted({a.day for a in agenda.appointments}):
            rows.append(ListRow(key=day.isoformat(), band=self.words.day(day, today)))
            rows += [self._row(agenda, a) for a in agenda.appointments if a.day == day]
        return rows

    def weekdays(self, day: date) -> tuple[str, ...]:
        """Name the days of a week."""
        monday = day - timedelta(days=day.weekday())
        return tuple(self._formats.weekday(monday + timedelta(days=step)) for step in range(WEEK_DAYS))

    # pieces

    def _day_column(self, agenda: Agenda, member: StaffMember, day: date, today: date) -> GridColumn:
        presence = agenda.roster.presence(member, day)
        rest = agenda.roster.calendar.rest_name(day) or ""
        is_holiday = bool(rest) and rest != self._formats.weekday(day)
        is_here = presence in (Presence.ON_DUTY, Presence.ON_CALL)
        leave = agenda.roster.leave_of(member.id, day)
        note = self._say(presence.term) if leave is None else self._say("请假：{reason}", reason=leave.reason)
        return GridColumn(
            title=f"{self._formats.short_day(day)} {self._formats.weekday(day)}",
            note=rest if is_holiday and not is_here and leave is None else note,
            day=day,
            is_open=is_here,
            is_today=day == today,
        )

    def _seats(self, seats: int) -> str:
        return self._say("{n} 座", n=seats) if seats else ""

    def _grid(
        self,
        name: str,
        agenda: Agenda,
        columns: tuple[GridColumn, ...],
        blocks: Sequence[Block],
        now: int | None,
    ) -> GridShown:
        spans = agenda.hours.spans if agenda.hours is not None else ()
        first = min((FIRST, *(block.start // HOUR * HOUR for block in blocks if block.start < FIRST)))
        last = max((LAST, *(-(-block.end // HOUR) * HOUR for block in blocks if block.end > LAST)))
        return GridShown(
            name=name,
            columns=columns,
            blocks=tuple(in_lanes(blocks)),
            first=first,
            last=min(last, WHOLE_DAY),
            spans=tuple((minutes(span.opens), minutes(span.closes)) for span in spans),
            now=now,
        )

    def _block(self, agenda: Agenda, appointment: Appointment, column: int, note: str) -> Block:
        clashes, remarks = agenda.clashes.get(appointment.id, ()), agenda.remarks.get(appointment.id, ())
        start = minutes(appointment.starts_at.astimezone(SHANGHAI))
        length = (appointment.ends_at - appointment.starts_at) // timedelta(minutes=1)
        place = agenda.room_name(appointment)
        return Block(
            id=appointment.id,
            column=column,
            start=start,
            end=start + length,
            time=self.words.span(appointment.starts_at, appointment.ends_at),
            title=appointment.title,
            people=self.words.people(appointment),
            note=note if appointment.room_id is not None else place,
            clash=self.words.clashes(clashes),
            remark=self.words.clashes(remarks),
            spoken=self.words.spoken(appointment, place, clashes, remarks),
            is_active=appointment.is_active,
            is_moved=appointment.state is AppointmentState.MOVED,
        )

    def _cell(self, agenda: Agenda, day: date, month: int, today: date) -> MonthCell:
        found = [a for a in agenda.appointments if a.day == day and a.state is not AppointmentState.CANCELLED]
        rest = agenda.roster.calendar.rest_name(day) or ""
        lines = tuple(f"{self._formats.time(a.starts_at)} {a.title}" for a in found[:_MONTH_LINES])
        rest_count = len(found) - len(lines)
        count = self._say("{n} 项", n=len(found)) if found else self._say("无安排")
        clash = any(a.id in agenda.clashes for a in found)
        spoken = (self.words.day(day, today), rest, count, *lines, self._say("有冲突") if clash else "")
        return MonthCell(
            day=day,
            number=str(day.day),
            note=rest if rest != self._formats.weekday(day) else "",
            lines=lines,
            more=self._say("还有 {n} 项", n=rest_count) if rest_count else "",
            spoken="，".join(part for part in spoken if part),
            is_inside=day.month == month,
            is_rest=bool(rest),
            is_today=day == today,
            has_clash=clash,
        )

    def _row(self, agenda: Agenda, appointment: Appointment) -> ListRow:
        clashes, place = agenda.clashes.get(appointment.id, ()), agenda.room_name(appointment)
        remarks = agenda.remarks.get(appointment.id, ())
        against = self.words.clashes((*clashes, *remarks))
        why = appointment.cancel_reason or (appointment.moves[-1].reason if appointment.moves else "")
        state = "：".join(part for part in (self.words.state(appointment), why) if part)
        return ListRow(
            key=str(appointment.id),
            id=appointment.id,
            time=self.words.span(appointment.starts_at, appointment.ends_at),
            title=appointment.title,
            about=self.words.people(appointment),
            place=place,
            mediators=self.words.mediators(appointment),
            state=state,
            told=against or self.words.told(appointment),
            spoken=self.words.spoken(appointment, place, clashes, remarks),
        )


def minutes(moment: datetime | time) -> int:
    """Give the minute of the day of a time or moment."""
    return moment.hour * HOUR + moment.minute


def _now(now: datetime, is_shown: bool) -> int | None:  # noqa: FBT001 - reads as a question where it is asked
    return minutes(now.astimezone(SHANGHAI)) if is_shown else None


def month_start(day: date) -> date:
    """Give the Monday on or before the first of a month."""
    first = day.replace(day=1)
    return first - timedelta(days=first.weekday())


def month_length(day: date) -> int:
    """Count the days of the whole weeks that a month touches."""
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = (following - month_start(day)).days
    return -(-days // WEEK_DAYS) * WEEK_DAYS


def in_lanes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put blocks of one column that share time side by side."""
    ordered = sorted(blocks, key=lambda block: (block.column, block.start, block.end))
    group: list[Block] = []
    for block in ordered:
        if group and (block.column != group[0].column or block.start >= max(b.end for b in group)):
            yield from _spread(group)
            group = []
        group.append(block)
    yield from _spread(group)


def _spread(group: list[Block]) -> Iterator[Block]:
    ends: list[int] = []
    placed: list[tuple[Block, int]] = []
    for block in group:
        lane = next((place for place, end in enumerate(ends) if end <= block.start), len(ends))
        ends[lane : lane + 1] = [block.end]
        placed.append((block, lane))
    for block, lane in placed:
        yield replace(block, lane=lane, lanes=len(ends))


def member_of(agenda: Agenda, staff_id: UUID) -> StaffMember | None:
    """Find somebody of the roster."""
    return next((member for member in agenda.staff if member.id == staff_id), None)
