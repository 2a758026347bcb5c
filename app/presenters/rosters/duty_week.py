"""排班: one week of the duty roster, who is on duty, and leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.people.duty_roster import Leave, Presence, Shift
from app.domain.people.staff import ResidencyMode, StaffMember
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.leave_form import leave_form
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.people.duty_roster import WEEK, RosterWeek

_TOUCHING = frozenset({"staff", "shift", "leave"})


@dataclass(frozen=True, slots=True)
class DutyCell:
    """One person on one day: the word, why, and the whole for a reader."""

    day: date
    presence: Presence
    word: str
    note: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DutyWeekRow:
    """One person of the roster, or with ``band`` the heading of a residence mode."""

    key: str
    band: str = ""
    staff_id: UUID | None = None
    name: str = ""
    cells: tuple[DutyCell, ...] = ()


class DutyWeekView(Protocol):
    """What the week can show."""

    def show_week(self, title: str, heads: Sequence[str], rows: Sequence[DutyWeekRow]) -> None:
        """Show a week with its days as heads."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_leave(self, form: EntryPresenter[Leave]) -> None:
        """Ask for a leave."""


class DutyWeekPresenter:
    """Shows one week; Space sets a day, everything written can be undone from its toast."""

    def __init__(self, desk: Desk, navigator: Navigator, view: DutyWeekView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._service = desk.services.rosters
        self._day = desk.today
        self._week: RosterWeek | None = None
        self._end = desk.feed.on_change(self._on_change)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def refresh(self) -> None:
        """Read the week."""
        day = self._day
        self._desk.runner.submit(lambda: self._service.week(day), self._arrived, self._failed)

    def turn(self, by: int) -> None:
        """Go on or back by weeks; 0 goes to this week."""
        self._day = self._day + by * WEEK if by else self._desk.today
        self.refresh()

    def toggle(self, staff_id: UUID, day: date) -> None:
        """Put somebody on duty, or take them off."""
        member = self._member(staff_id)
        if member is None or self._week is None:
            return
        presence = self._week.roster.presence(member, day)
        if presence is Presence.ON_LEAVE:
            self._view.show_error(self._say("{name}这天请假，先销假再排班", name=member.name))
            return
        is_on = presence is Presence.OFF
        self._set(member, day, is_on=is_on)

    def ask_leave(self, staff_id: UUID, day: date) -> None:
        """Ask for a leave beginning on a day."""
        member = self._member(staff_id)
        if member is not None:
            form = leave_form(self._desk, member, day)
            self._view.open_leave(EntryPresenter(self._desk, form, self._on_saved))

    def withdraw(self, staff_id: UUID, day: date) -> None:
        """Take back the leave of a day."""
        leave = self._week.roster.leave_of(staff_id, day) if self._week is not None else None
        if leave is None:
            self._view.show_error(self._say("这天没有请假"))
            return
        actor = self._desk.actor

        def done(written: Done[Leave]) -> None:
            self._announce(written.changes)
            self._navigator.toast(self._say("已销假"))

        self._desk.runner.submit(
            lambda: self._service.withdraw_leave(leave.id, actor=actor), done, self._failed
        )

    def copy_week(self) -> None:
        """Set this week as the week before was set."""
        day, actor = self._day, self._desk.actor

        def done(written: Done[int]) -> None:
            self._announce(written.changes)
            self._navigator.toast(self._say("已照上周排 {n} 天", n=written.value))

        self._desk.runner.submit(lambda: self._service.copy_week(day, actor=actor), done, self._failed)

    # services → view

    def _set(self, member: StaffMember, day: date, *, is_on: bool) -> None:
        actor = self._desk.actor

        def done(written: Done[Shift]) -> None:
            self._announce(written.changes)
            word = self._say("当班") if is_on else self._say("不当班")
            told = self._say(
                "{name} {day} {word}", name=member.name, day=self._desk.formats.short_day(day), word=word
            )
            self._navigator.toast(told, lambda: self._set(member, day, is_on=not is_on))

        self._desk.runner.submit(
            lambda: self._service.set_day(member.id, day, is_on_duty=is_on, actor=actor), done, self._failed
        )

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _member(self, staff_id: UUID) -> StaffMember | None:
        staff = self._week.staff if self._week is not None else ()
        return next((member for member in staff if member.id == staff_id), None)

    def _arrived(self, week: RosterWeek) -> None:
        self._week = week
        formats = self._desk.formats
        self._view.show_error("")
        heads = [f"{formats.short_day(day)} {formats.weekday(day)}" for day in week.days]
        title = self._say(
            "{first} 至 {last}", first=formats.day(week.days[0]), last=formats.short_day(week.days[-1])
        )
        self._view.show_week(title, heads, self._rows(week))

    def _rows(self, week: RosterWeek) -> list[DutyWeekRow]:
        rows: list[DutyWeekRow] = []
        for mode in ResidencyMode:
            serving = [member for member in week.staff if member.residency is mode]
            if serving:
                words = self._say("{mode} {n} 人", mode=self._say(mode.term), n=len(serving))
                rows.append(DutyWeekRow(mode.value, band=words))
                rows += [
                    DutyWeekRow(
                        str(member.id),
                        staff_id=member.id,
                        name=member.name,
                        cells=tuple(self._cell(week, member, day) for day in week.days),
                    )
                    for member in serving
                ]
        return rows

    def _cell(self, week: RosterWeek, member: StaffMember, day: date) -> DutyCell:
        presence = week.roster.presence(member, day)
        leave = week.roster.leave_of(member.id, day)
        rest = week.roster.calendar.rest_name(day) or ""
        rest = "" if rest == self._desk.formats.weekday(day) else rest
        note = leave.reason if leave is not None else rest if presence is Presence.OFF else ""
        word = self._say(presence.term)
        spoken = "，".join(
            part for part in (member.name, self._desk.formats.weekday(day), word, note) if part
        )
        return DutyCell(day, presence, word, note, spoken)

    def _announce(self, changes: Changes) -> None:
        self._desk.feed.announce(changes)

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()
