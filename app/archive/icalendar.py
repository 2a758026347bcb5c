"""iCalendar files (RFC 5545): events in the one zone of the product, for telephones and other calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from app.domain.values.days.moments import SHANGHAI

_ZONE = "Asia/Shanghai"
_OCTETS = 75
_END = "\r\n"
_LOCAL = "%Y%m%dT%H%M%S"
_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    # China has kept one zone without summer time since 15 September 1991.
    "DTSTART:19910915T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event; ``sequence`` grows with every change, so that a calendar takes the later one."""

    uid: UUID
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str = ""
    is_cancelled: bool = False


def calendar_file(events: Iterable[CalendarEvent], *, stamp: datetime) -> bytes:
    """Write events as one calendar in UTF-8; ``stamp`` is when it was written."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//MapleBridge//MapleBridge//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *_TIME_ZONE,
        *(line for event in events for line in _event(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) + _END for line in lines).encode()


def escaped(text: str) -> str:
    """Write text as a value of type TEXT: no raw comma, semicolon, backslash or line break."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    for line_break in ("\r\n", "\n", "\r"):
        plain = plain.replace(line_break, "\\n")
    return "".join(sign for sign in plain if sign >= " " or sign == "\t")


def folded(line: str) -> str:
    """Fold a line at 75 octets, never inside a character; what follows begins with a space."""
    parts: list[str] = []
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += sign
        size += octets
    return _END.join((*parts, part))


def _event(event: CalendarEvent, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}@maplebridge"
    yield f"DTSTAMP:{stamp.astimezone(UTC):{_LOCAL}}Z"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;TZID={_ZONE}:{event.starts_at.astimezone(SHANGHAI):{_LOCAL}}"
    yield f"DTEND;TZID={_ZONE}:{event.ends_at.astimezone(SHANGHAI):{_LOCAL}}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"
