"""Deadlines as chips: a state, a short phrase, and the absolute date with its rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from app.domain.disputes.clocks import CaseClock, Exclusion
from app.domain.values.days.moments import SHANGHAI, local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
NEAR_DAYS = 3
"""A deadline this many days ahead counts as near: a convention of the screen, not a rule of law."""


class ChipKind(Enum):
    """The states of a deadline, each with its own shape and ground in the style."""

    AMPLE = "ample"
    NEAR = "near"
    TODAY = "today"
    OVERDUE = "overdue"
    PAUSED = "paused"
    DONE = "done"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Chip:
    """A deadline ready to be drawn; ``detail`` is the absolute date and why."""

    kind: ChipKind
    text: str
    detail: str = ""


def due_chip(translator: Translator, due_on: date | None, today: date, detail: str = "") -> Chip:
    """Say how far a day is: 超期 3 天, 今天到期, 剩 5 天."""
    if due_on is None:
        return Chip(ChipKind.NONE, translator.text("无期限"), detail)
    days = (due_on - today).days
    if days < 0:
        return Chip(ChipKind.OVERDUE, translator.text("超期 {n} 天", n=-days), detail)
    if days == 0:
        return Chip(ChipKind.TODAY, translator.text("今天到期"), detail)
    kind = ChipKind.NEAR if days <= NEAR_DAYS else ChipKind.AMPLE
    return Chip(kind, translator.text("剩 {n} 天", n=days), detail)


def moment_chip(translator: Translator, due: datetime, now: datetime, detail: str = "") -> Chip:
    """Say how far a moment is: 超时 12 分钟, 剩 12 分钟, 今天 17:00, 明天 9:30, 剩 5 天."""
    say, left = translator.text, due - now
    days = (local_day(due) - local_day(now)).days
    if left < timedelta():
        return Chip(ChipKind.OVERDUE, _late(translator, -left, -days), detail)
    if left < _HOUR:
        return Chip(ChipKind.TODAY, say("剩 {n} 分钟", n=-(-left // _MINUTE)), detail)
    time = f"{due.astimezone(SHANGHAI):%H:%M}"
    if days == 0:
        return Chip(ChipKind.TODAY, say("今天 {time}", time=time), detail)
    if days == 1:
        return Chip(ChipKind.NEAR, say("明天 {time}", time=time), detail)
    return due_chip(translator, local_day(due), local_day(now), detail)


def _late(translator: Translator, late: timedelta, days: int) -> str:
    if days > 0:
        return translator.text("超期 {n} 天", n=days)
    if late >= _HOUR:
        return translator.text("超时 {n} 小时", n=late // _HOUR)
    return translator.text("超时 {n} 分钟", n=max(1, late // _MINUTE))


def clock_chip(
    translator: Translator, clock: CaseClock | None, today: date, now: datetime | None = None
) -> Chip:
    """Give the chip of a running clock; its explanation goes into the detail.

    ``now`` tells the minutes of a clock that ends at a moment (督办, 吹哨); without it the day counts.
    """
    if clock is None:
        return due_chip(translator, None, today)
    detail = clock.explanation
    if not clock.is_verified and "未核实" not in detail:
        detail = translator.text("{detail}（未核实）", detail=detail)
    if clock.is_paused:
        return paused_chip(translator, clock.exclusions[-1].kind, detail)
    if clock.last_moment is not None and now is not None:
        return moment_chip(translator, clock.last_moment, now, detail)
    return due_chip(translator, clock.last_day, today, detail)


def waiting_chip(translator: Translator, detail: str) -> Chip:
    """Give the chip of a period that cannot be counted until somebody records the day that starts it."""
    return Chip(ChipKind.NONE, translator.text("待起算"), detail)


def paused_chip(translator: Translator, why: Exclusion, detail: str = "") -> Chip:
    """Give the chip of a period that stands still; whoever sees the screen learns no more than 鉴定."""
    words = translator.text("鉴定中止") if why is Exclusion.APPRAISAL else translator.text("中止")
    return Chip(ChipKind.PAUSED, words, detail)


def line_detail(translator: Translator, formats: Formats, due_on: date | None, kind_term: str) -> str:
    """Give the tooltip of a list's chip: which clock, and its last day in full."""
    if due_on is None:
        return ""
    kind = translator.text(kind_term)
    return translator.text("{kind}，{day} 到期", kind=kind, day=formats.day_long(due_on))
