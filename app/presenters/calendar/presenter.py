"""日程: which days are on show, what is on them, and what the user does with them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseLine
from app.domain.mediation.schedule.appointments import MeetingPlace
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import add_months
from app.domain.values.days.moments import SHANGHAI
from app.presenters.calendar.flow import AppointmentDialogs, AppointmentFlow
from app.presenters.calendar.going_out import GoingOut
from app.presenters.calendar.heads import HeadWords
from app.presenters.calendar.shown import CalendarShown, member_of, month_length, month_start
from app.presenters.calendar.view import DAY, LIST, MONTH, WEEK, CalendarView, GridShown
from app.presenters.desk import Desk
from app.presenters.named_cases import case_lines
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.services.mediation.agenda import Agenda

_TOUCHING = frozenset({"appointment", "shift", "leave", "organisation", "staff"}) | TURNS
_LISTED = timedelta(days=29)
_DAY, _WEEK, _SUNDAY = timedelta(days=1), timedelta(days=7), timedelta(days=6)
_SHORTEST = 30


class CalendarPresenter:
    """Shows a day, a week, a month or a list; every write goes through the flow of appointments."""

    def __init__(
        self, desk: Desk, navigator: Navigator, view: CalendarView, dialogs: AppointmentDialogs
    ) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._shown = CalendarShown(desk.translator, desk.formats)
        self._heads = HeadWords(desk.translator, desk.formats)
        self.flow = AppointmentFlow(desk, navigator, dialogs)
        self.out = GoingOut(desk, navigator, self._failed)
        """What leaves the calendar: a file, the notices of a day."""
        self._mode, self._day = DAY, desk.today
        self._staff_id = desk.me.id
        self._agenda: Agenda | None = None
        self._grid: GridShown | None = None
        self._reading = 0
        self._end = desk.feed.on_change(self._on_change)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    @property
    def day(self) -> date:
        """Give the day on show, or the first one the user came from."""
        return self._day

    # user → presenter

    def refresh(self) -> None:
        """Read the days on show."""
        self._reading += 1
        ticket, service, me = self._reading, self._desk.services.appointments, self._desk.me
        first, last = self._range()

        def read() -> tuple[Agenda, tuple[CaseLine, ...]]:
            agenda = service.agenda(first, last, me.organisation_id)
            about = (one.case_id for one in agenda.appointments if one.case_id is not None)
            return agenda, case_lines(self._desk, about)

        def arrived(found: tuple[Agenda, tuple[CaseLine, ...]]) -> None:
            if ticket == self._reading:
                self._agenda = found[0]  # as it is: what is moved keeps its title
                self._show(self._desk.names.shown(*found))

        self._desk.runner.submit(read, arrived, self._failed)

    def choose_mode(self, mode: str) -> None:
        """Show a day, a week, a month or the list."""
        self._mode = mode
        self.refresh()

    def choose_mediator(self, staff_id: str) -> None:
        """Show another mediator's week."""
        if staff_id:
            self._staff_id = UUID(staff_id)
            self.refresh()

    def turn(self, by: int) -> None:
        """Go on or back by what is on show."""
        if self._mode == MONTH:
            self._day = add_months(self._day, by)
        else:
            steps = {DAY: _DAY, WEEK: _WEEK, LIST: _LISTED}
            self._day += by * steps[self._mode]
        self.refresh()

    def today(self) -> None:
        """Go to today."""
        self._day = self._desk.today
        self.refresh()

    def open_day(self, day: date) -> None:
        """Show one day's rooms."""
        self._day, self._mode = day, DAY
        self.refresh()

    def open(self, appointment_id: UUID) -> None:
        """Open an appointment."""
        self.flow.open(appointment_id)

    def plan(self) -> None:
        """Ask for a new appointment at a free time."""
        self.flow.plan()

    def plan_at(self, column: int, minute: int) -> None:
        """Ask for a new appointment where the cursor stands."""
        hours = self._agenda.hours if self._agenda is not None else None
        at = self._place(column, minute, minute + (hours.usual_minutes if hours is not None else _SHORTEST))
        if at is not None:
            self.flow.plan(at=at)

    def move(self, appointment_id: UUID, column: int, start: int, end: int) -> None:
        """Move an appointment to another place of the grid, or give it another end."""
        agenda, place = self._agenda, self._place(column, start, end)
        seen = next((a for a in agenda.appointments if a.id == appointment_id), None) if agenda else None
        if seen is None or place is None:
            return
        grid_column = self._grid.columns[column] if self._grid is not None else None
        if grid_column is not None and grid_column.is_outside and not seen.place:
            self._view.show_error(self._say("外出的地点要写明：按 Enter 打开，再改期"))
            return
        keeps_room = self._mode == WEEK or (grid_column is not None and grid_column.is_outside)
        to = MeetingPlace(
            starts_at=place.starts_at,
            ends_at=place.ends_at,
            room_id=seen.room_id if keeps_room else place.room_id,
            place=seen.place if keeps_room else "",
        )
        self.flow.move(seen, to)

    # services → view

    def _range(self) -> tuple[date, date]:
        if self._mode == WEEK:
            monday = self._monday()
            return monday, monday + _SUNDAY
        if self._mode == MONTH:
            first = month_start(self._day)
            return first, first + timedelta(days=month_length(self._day) - 1)
        return self._day, self._day + (_LISTED if self._mode == LIST else timedelta())

    def _monday(self) -> date:
        return self._day - timedelta(days=self._day.weekday())

    def _show(self, agenda: Agenda) -> None:
        self._view.show_error("")
        self._view.show_empty("")
        title = self._heads.title(self._mode, self._day, self._range())
        self._view.show_head(title, self._heads.facts(self._mode, self._day, agenda), self._mode)
        self._show_mediators(agenda)
        today, now = self._desk.today, self._desk.clock.now()
        if self._mode == DAY:
            self._show_grid(self._shown.day(agenda, self._day, now))
        elif self._mode == WEEK:
            member = self._member(agenda)
            if member is not None:
                self._show_grid(self._shown.week(agenda, self._monday(), member, now))
        elif self._mode == MONTH:
            weeks = self._shown.month(agenda, self._day, today)
            self._view.show_month(weeks, self._shown.weekdays(self._day), self._day)
        else:
            rows = self._shown.rows(agenda, today)
            self._view.show_list(rows)
            self._view.show_empty("" if rows else self._say("这三十天没有约定。"))

    def _show_grid(self, grid: GridShown) -> None:
        self._grid = grid
        self._view.show_grid(grid)

    def _show_mediators(self, agenda: Agenda) -> None:
        offered = [m for m in agenda.staff if m.is_mediator and (m.left_on is None or m.left_on > self._day)]
        member = self._member(agenda)
        chosen = str(member.id) if member is not None else ""
        choices = [(str(m.id), m.name) for m in offered]
        self._view.show_mediators(choices, chosen, is_shown=self._mode == WEEK)

    def _member(self, agenda: Agenda) -> StaffMember | None:
        found = member_of(agenda, self._staff_id)
        if found is not None:
            return found
        return next((m for m in agenda.staff if m.is_mediator), None)

    def _place(self, column: int, start: int, end: int) -> MeetingPlace | None:
        """Turn a place of the grid into when and where."""
        if self._grid is None or not 0 <= column < len(self._grid.columns):
            return None
        found = self._grid.columns[column]
        midnight = datetime.combine(found.day, datetime.min.time(), tzinfo=SHANGHAI)
        room = found.room_id if self._mode == DAY else None
        return MeetingPlace(
            starts_at=midnight + timedelta(minutes=start),
            ends_at=midnight + timedelta(minutes=end),
            room_id=room,
        )

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()
