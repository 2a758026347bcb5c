"""iCalendar files as RFC 5545 asks: lines, folding, escaping, the zone, stable ids."""

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.archive.icalendar import CalendarEvent, calendar_file, escaped, folded
from app.domain.values.days.moments import SHANGHAI

MOMENT = datetime(2026, 11, 30, 16, 0, tzinfo=SHANGHAI)
EVENT = CalendarEvent(
    uid=UUID(int=7),
    sequence=3,
    starts_at=MOMENT,
    ends_at=MOMENT + timedelta(minutes=90),
    summary="调解\u3000王某某、马某某",
    location="老赵调解室",
)


def lines_of(*events):
    return calendar_file(events, stamp=MOMENT).decode().split("\r\n")


def unfolded(text):
    return text.replace("\r\n ", "")


def test_the_whole_file():
    assert lines_of(EVENT) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//MapleBridge//MapleBridge//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19910915T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0800",
        "TZNAME:CST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007@maplebridge",
        "DTSTAMP:20261130T080000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Asia/Shanghai:20261130T160000",
        "DTEND;TZID=Asia/Shanghai:20261130T173000",
        "SUMMARY:调解\u3000王某某、马某某",
        "LOCATION:老赵调解室",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_marks_that_mean_something_are_escaped_and_controls_left_out():
    assert escaped("a,b;c\\d\r\ne\nf\x07") == "a\\,b\\;c\\\\d\\ne\\nf"


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_folded_lines_are_short_whole_characters_and_come_back(text):
    line = f"SUMMARY:{escaped(text)}"
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert unfolded(folded(line)) == line


def test_a_cancelled_one_says_so_and_nothing_planned_is_still_a_calendar():
    cancelled = CalendarEvent(
        uid=EVENT.uid, sequence=4, starts_at=MOMENT, ends_at=MOMENT, summary="x", is_cancelled=True
    )
    assert "STATUS:CANCELLED" in lines_of(cancelled)
    assert "BEGIN:VEVENT" not in lines_of()
