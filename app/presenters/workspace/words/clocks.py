"""The running and the waiting clocks of a case in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.disputes.clocks import leading, told_once
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, clock_chip, waiting_chip
from app.presenters.workspace.folder import CaseFolder


@dataclass(frozen=True, slots=True)
class ClockWords:
    """One running clock: its chip, its name, and how its last day was counted."""

    chip: Chip
    name: str
    explanation: str


def clock_words(
    translator: Translator, folder: CaseFolder, today: date, now: datetime | None
) -> tuple[ClockWords, ...]:
    """Give the clocks that run, then the periods that wait for a day to be recorded."""
    return (*_running(translator, folder, today, now), *_waiting(translator, folder))


def leading_chip(translator: Translator, folder: CaseFolder, today: date) -> Chip:
    """Give the chip of the clock that leads, or of the period that waits when none does."""
    first = leading(folder.clocks)
    if first is None and folder.waiting_periods:
        return waiting_chip(translator, folder.waiting_periods[0].explanation)
    return clock_chip(translator, first, today)


def _running(
    translator: Translator, folder: CaseFolder, today: date, now: datetime | None
) -> Iterator[ClockWords]:
    for clock in told_once(folder.clocks):
        chip = clock_chip(translator, clock, today, now)
        yield ClockWords(chip, translator.text(clock.kind.term), chip.detail)


def _waiting(translator: Translator, folder: CaseFolder) -> Iterator[ClockWords]:
    for waiting in folder.waiting_periods:
        chip = waiting_chip(translator, waiting.explanation)
        yield ClockWords(chip, translator.text(waiting.rule.kind.term), chip.detail)
