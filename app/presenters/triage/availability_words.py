"""Whether a mediator can be counted on, said in one sentence with the day."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.disputes.triage.availability import Availability, AvailabilityKind
from app.domain.people.staff import ResidencyMode
from app.presenters.desk import Desk

_K = AvailabilityKind
_WEEK = timedelta(days=7)


class AvailabilityWords:
    """Words how mediators are there, in the language of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._say = desk, desk.translator.text

    def sentence(self, name: str, unit: str, found: Availability) -> str:
        """Say how somebody is there: 李娟本星期三在石化社区调委会轮驻."""
        say, mode = self._say, self._say(found.mode.term)
        if found.kind is _K.ON_LEAVE:
            return self._on_leave(name, found)
        words = {
            _K.ABSENT: say("{name}{mode}，近日没有排班", name=name, mode=mode),
            _K.NEEDED: say("{name}{mode}，本案正需其专长", name=name, mode=mode),
            _K.NOT_NEEDED: say("{name}{mode}，本案不需其专长", name=name, mode=mode),
            _K.POSTED_ELSEWHERE: say("{name}{mode}，但在另一调解室", name=name, mode=mode),
        }
        if found.on is None or found.kind in words:
            return words[found.kind]
        day = self._day(found.on)
        if found.mode is ResidencyMode.ROTATING:
            return say("{name}{day}在{unit}轮驻", name=name, day=day, unit=unit)
        if found.mode is ResidencyMode.DISPATCHED:
            return say("{name}{day}派驻{unit}", name=name, day=day, unit=unit)
        return say("{name}{mode}，{day}当班", name=name, mode=mode, day=day)

    def passed_over(self, name: str, unit: str, found: Availability) -> str:
        """Say why somebody who suits better was not proposed."""
        return self._say("{name}更合适，未推荐：{reason}", name=name, reason=self.sentence(name, unit, found))

    def _on_leave(self, name: str, found: Availability) -> str:
        until = self._date(found.until) if found.until is not None else ""
        return self._say("{name}请假至 {day}", name=name, day=until)

    def _day(self, day: date) -> str:
        """Say a day as people do: 今天, 本星期三, 下星期一, or its date."""
        today = self._desk.today
        monday, weekday = today - timedelta(days=today.weekday()), self._desk.formats.weekday(day)
        if day == today:
            return self._say("今天")
        if monday <= day < monday + _WEEK:
            return self._say("本{weekday}", weekday=weekday)
        if monday + _WEEK <= day < monday + 2 * _WEEK:
            return self._say("下{weekday}", weekday=weekday)
        return self._date(day)

    def _date(self, day: date) -> str:
        formats = self._desk.formats
        return formats.short_day(day) if day.year == self._desk.today.year else formats.day(day)
