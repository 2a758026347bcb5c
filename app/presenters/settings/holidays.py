"""节假日: which years are known, what each arranges, and entering the State Council's notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.deadlines.holidays import HolidayNotice, read_notice
from app.domain.errors import DomainError
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.working_days import WorkCalendar
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values
from app.presenters.sentences import sentence
from app.presenters.settings.previewing import PreviewPresenter, PreviewView
from app.presenters.showing.turns import NAMES
from app.services.duties.deadlines import Batch

YEARS_BACK, YEARS_AHEAD = 1, 2
_TOUCHING = frozenset({"holidays", "settings"})


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """One year as it stands: the calendar in force, and the notice the centre entered, if any."""

    year: int
    calendar: WorkCalendar
    notice: HolidayNotice | None
    entered: HistoryEntry | None = None


class HolidaysView(Protocol):
    """What the section can show."""

    @property
    def card(self) -> PreviewView:
        """The card with the form of the chosen year."""

    def show_years(self, years: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the years, each with how well it is known."""

    def show_warning(self, words: str) -> None:
        """Warn of years without a notice; empty words hide it."""

    def show_year(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show what a year arranges, holiday by holiday."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class HolidaysPresenter:
    """Shows one year at a time; another year keeps what was typed for this one as its draft."""

    def __init__(self, desk: Desk, navigator: Navigator, view: HolidaysView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._year = desk.today.year + 1
        self._form: PreviewPresenter[HolidayYear] | None = None
        self._form_year = 0
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read the chosen year."""
        year = self._year
        self._desk.runner.submit(lambda: self._read(year), self._arrived, self._failed)

    # user → presenter

    def choose(self, year: str) -> None:
        """Show another year."""
        self._year = int(year)
        self.refresh()

    def typed(self) -> None:
        """Follow what is typed."""
        if self._form is not None:
            self._form.typed()

    def press(self) -> None:
        """Look at what moves, or save."""
        if self._form is not None:
            self._form.press()

    # services → view

    def _read(self, year: int) -> HolidayYear:
        deadlines = self._desk.services.deadlines
        notice = deadlines.notice(year)
        entered = None if notice is None else deadlines.last_set(notice.id)
        return HolidayYear(year, deadlines.rules().calendar, notice, entered)

    def _arrived(self, found: HolidayYear) -> None:
        if found.year != self._year:
            return
        self._view.show_error("")
        self._show_years(found.calendar)
        self._view.show_year(*self._arranged(found))
        if self._form is not None and self._form_year == found.year:
            self._form.follow(found)
            return
        self._form_year = found.year
        self._form = PreviewPresenter(
            self._desk,
            self._navigator,
            self._view.card,
            form=self._asked(found),
            preview=self._preview,
            done=self.refresh,
        )
        self._form.start()

    def _show_years(self, calendar: WorkCalendar) -> None:
        this = self._desk.today.year
        years = range(this - YEARS_BACK, this + YEARS_AHEAD + 1)
        offered = [
            (str(year), str(year) if calendar.knows(year) else self._say("{year} 未录入", year=year))
            for year in years
        ]
        self._view.show_years(offered, str(self._year))
        missing = [str(year) for year in (this, this + 1) if not calendar.knows(year)]
        words = self._say(
            "{years} 年放假安排未录入，时限暂按周末和固定节日推算。国务院办公厅公布后录入。",
            years="、".join(missing),
        )
        self._view.show_warning(words if missing else "")

    def _arranged(self, found: HolidayYear) -> tuple[str, tuple[tuple[str, str], ...]]:
        calendar, year = found.calendar, found.year
        if not calendar.knows(year):
            known = self._say("周末，以及元旦、劳动节、国庆节的固定日子")
            return self._say("{year} 年（未录入）", year=year), ((self._say("暂按"), known),)
        by = self._say("本中心录入") if found.notice is not None else self._say("随程序带来")
        lines = [*_holidays(calendar, year)]
        worked = [day for day in sorted(calendar.work_days) if day.year == year]
        lines.append((self._say("周末上班"), "、".join(_short(day) for day in worked) or self._say("无")))
        if found.entered is not None:
            entered = found.entered
            lines.append(
                (self._say("录入"), f"{entered.actor_name}　{self._desk.formats.moment(entered.at)}")
            )
        return self._say("{year} 年（{by}）", year=year, by=by), tuple(lines)

    def _asked(self, found: HolidayYear) -> EntryForm[HolidayYear]:
        desk, say, year = self._desk, self._say, found.year

        def write(values: Values, seen: HolidayYear) -> Saved:
            notice = self._notice(values, seen)
            done = desk.services.deadlines.save_notice(notice, actor=desk.actor)
            return Saved(done.changes, say("{year} 年放假安排已保存", year=year))

        return EntryForm(
            draft_key=f"holidays/{year}",
            title=say("录入放假安排"),
            verb=say("保存"),
            fields=(
                EntryField(key="basis", label=say("文号"), hint=say("如：国办发明电〔2026〕某号")),
                EntryField(
                    key="wording",
                    label=say("通知原文"),
                    kind=FieldKind.TEXT,
                    is_required=True,
                    hint=say("整篇贴进来，一个节日一行"),
                ),
            ),
            seen=found,
            read=lambda: self._read(year),
            values=_typed,
            write=write,
            check=lambda values: _problems(values, year),
        )

    def _preview(self, values: Values, seen: HolidayYear, after: UUID | None) -> Batch:
        return self._desk.services.deadlines.preview(notice=self._notice(values, seen), after=after)

    def _notice(self, values: Values, seen: HolidayYear) -> HolidayNotice:
        return self._desk.services.deadlines.read_notice(
            seen.year, values.get("wording", ""), values.get("basis", "").strip(), seen.notice
        )

    def _on_change(self, changes: Changes) -> None:
        if NAMES in changes.kinds and self._form is not None:
            self._form.word_again()
        if changes.kinds & _TOUCHING and self._form is not None:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))


def _typed(found: HolidayYear) -> dict[str, str]:
    notice = found.notice
    if notice is None:
        return {"basis": "", "wording": ""}
    return {"basis": notice.basis, "wording": notice.wording}


def _problems(values: Values, year: int) -> tuple[FieldProblem, ...]:
    try:
        read_notice(values.get("wording", ""), year)
    except DomainError as error:
        return (FieldProblem("wording", error),)
    return ()


def _holidays(calendar: WorkCalendar, year: int) -> Iterator[tuple[str, str]]:
    """Tell each holiday of a year with its days in a row: 春节, 2-15 至 2-23."""
    days = sorted(day for day in calendar.rest_days if day.year == year)
    starts = {day for day in days if day - timedelta(days=1) not in calendar.rest_days}

    def run(day: date) -> int:
        return sum(1 for start in starts if start <= day)

    for _run, inside in groupby(days, key=run):
        row = list(inside)
        names = "、".join(dict.fromkeys(calendar.rest_days[day] for day in row))
        first, last = _short(row[0]), _short(row[-1])
        yield names, first if len(row) == 1 else f"{first} 至 {last}"


def _short(day: date) -> str:
    return f"{day.month}-{day.day}"
