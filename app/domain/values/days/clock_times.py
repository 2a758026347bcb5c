"""Times of day as people type them: 9:30, 0930, 9点半."""

from __future__ import annotations

import re
from datetime import time

from app.domain.errors import InvalidInput
from app.domain.values.texts import half_width

_FORMS = (
    re.compile(r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})"),
    re.compile(r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})"),
    re.compile(r"(?P<hour>[0-9]{1,2})[点时](?:(?P<minute>[0-9]{1,2})分?)?"),
)
_HALF = re.compile(r"(?P<hour>[0-9]{1,2})点半")
_LAST_HOUR, _LAST_MINUTE = 23, 59


def parse_time(typed: str) -> time:
    """Read a time of day on the 24-hour clock; InvalidInput ``time.unreadable`` for anything else."""
    plain = "".join(half_width(typed).split())
    if half := _HALF.fullmatch(plain):
        return _time(int(half["hour"]), 30, typed)
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _time(int(match["hour"]), int(match["minute"] or 0), typed)
    raise InvalidInput("time.unreadable", typed=typed)


def _time(hour: int, minute: int, typed: str) -> time:
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise InvalidInput("time.unreadable", typed=typed)
    return time(hour, minute)
