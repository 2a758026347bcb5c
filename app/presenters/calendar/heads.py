"""The head of the page: which days are on show, and what is on them."""

from __future__ import annotations

from datetime import date

from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.calendar.view import DAY, MONTH, WEEK
from app.services.mediation.agenda import Agenda


class HeadWords:
    """Words the head in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def title(self, mode: str, day: date, shown: tuple[date, date]) -> str:
        """Say which days are on show."""
        formats, (first, last) = self._formats, shown
        if mode == DAY:
            return f"{formats.day(first)} {formats.weekday(first)}"
        if mode == MONTH:
            return self._say("{year} 年 {month} 月", year=day.year, month=day.month)
        return self._say("{first} 至 {last}", first=formats.day(first), last=formats.short_day(last))

    def facts(self, mode: str, day: date, agenda: Agenda) -> str:
        """Say how much is planned, how much of it clashes, and what the hours rest on."""
        active = [appointment for appointment in agenda.appointments if appointment.is_active]
        clashes = sum(1 for appointment in active if appointment.id in agenda.clashes)
        parts = [self._say("{n} 项", n=len(active))]
        if clashes:
            parts.append(self._say("{n} 项有冲突", n=clashes))
        rest = agenda.roster.calendar.rest_name(day) if mode == DAY else None
        if rest is not None and rest != self._formats.weekday(day):
            parts.append(rest)
        if agenda.hours is not None and not agenda.hours.is_verified and mode in (DAY, WEEK):
            parts.append(self._say("工作时间（未核实）"))
        return "　".join(parts)
