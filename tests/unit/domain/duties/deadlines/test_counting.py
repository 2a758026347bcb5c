"""Counting against a naive day-by-day counter, and what suspensions and extensions do to a period."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.clocks import ClockKind, Exclusion, ExtensionBy
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.states import CaseState
from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.duties.deadlines.counting import Beginning, count
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.periods import DaySpan, Period, PeriodUnit, last_day
from app.domain.values.days.working_days import seed_calendar
from app.domain.values.ids import new_id
from tests.support.naive_days import naive_end

CALENDAR = seed_calendar()
DAYS = st.dates(date(2006, 1, 1), date(2023, 6, 30))
UNITS = (PeriodUnit.DAY, PeriodUnit.WORKING_DAY, PeriodUnit.MONTH, PeriodUnit.YEAR)
MOST = {PeriodUnit.DAY: 90, PeriodUnit.WORKING_DAY: 60, PeriodUnit.MONTH: 14, PeriodUnit.YEAR: 2}


@st.composite
def periods(draw):
    unit = draw(st.sampled_from(UNITS))
    return Period(draw(st.integers(1, MOST[unit])), unit)


@st.composite
def spans_from(draw, start):
    """Some spans in order, none overlapping, around the time that is counted."""
    found, day = [], start + timedelta(days=draw(st.integers(-5, 20)))
    for _ in range(draw(st.integers(0, 3))):
        last = day + timedelta(days=draw(st.integers(0, 12)))
        found.append(DaySpan(first_day=day, last_day=last))
        day = last + timedelta(days=draw(st.integers(1, 25)))
    return tuple(found)


def days_of(spans):
    return frozenset(
        span.first_day + timedelta(days=step)
        for span in spans
        for step in range((span.last_day - span.first_day).days + 1)
    )


@given(st.data(), DAYS, periods())
def test_every_period_ends_where_a_day_by_day_count_ends(data, start, period):
    spans = data.draw(spans_from(start))
    end = last_day(start, period, CALENDAR, spans)
    expected = naive_end(start, period.amount, period.unit.value, chinese_calendar.is_holiday, days_of(spans))
    assert end.last_day == expected
    assert end.is_certain
    assert not any(end.last_day in span for span in spans)


@given(DAYS, periods())
def test_an_excluded_day_never_brings_the_end_forward(start, period):
    plain = last_day(start, period, CALENDAR).last_day
    span = DaySpan(first_day=start + timedelta(days=1), last_day=start + timedelta(days=1))
    assert plain <= last_day(start, period, CALENDAR, (span,)).last_day
    outside = DaySpan(first_day=start - timedelta(days=9), last_day=start)
    assert last_day(start, period, CALENDAR, (outside,)).last_day == plain


def a_rule(**given):
    told = {
        "id": "D-03",
        "kind": ClockKind.MEDIATION,
        "triggers": (Trigger.ACCEPTED,),
        "period": Period(30, PeriodUnit.DAY),
        "exclusions": (Exclusion.APPRAISAL, Exclusion.SUSPENSION),
        "extension_by": ExtensionBy.PARTIES,
        "source": "某条例第二十七条",
        "is_verified": True,
        "valid_from": date(2011, 1, 1),
    }
    return DeadlineRule(**(told | given))


def a_pause(first, resumed=None, reason=SuspensionReason.APPRAISAL):
    return Suspension(
        id=new_id(),
        reason=reason,
        from_day=date.fromisoformat(first),
        from_state=CaseState.MEDIATING,
        resumed_on=None if resumed is None else date.fromisoformat(resumed),
    )


def an_extension(agreed, before, after, *, is_written=True):
    consents = (ExtensionConsent(id=new_id(), party_id=new_id(), agreed_on=date.fromisoformat(agreed)),)
    return Extension(
        id=new_id(),
        previous_last_day=date.fromisoformat(before),
        new_last_day=date.fromisoformat(after),
        is_written=is_written,
        consents=consents,
    )


ACCEPTED = Beginning(on=date(2026, 11, 3), event="受理")


def counted(rule=None, today="2026-11-25", **given):
    return count(rule or a_rule(), ACCEPTED, CALENDAR, today=date.fromisoformat(today), **given)


def test_the_sentence_of_the_brief():
    assert counted().explanation == (
        "最后一日 2026-12-03（周四）：11-03 受理，次日起算三十日；依据某条例第二十七条"
    )


def test_ten_days_of_appraisal_move_the_end_by_ten_days_and_over_the_weekend():
    # 10 to 19 November do not count: 30 days end on Sunday 13 December, so Monday the 14th.
    clock = counted(suspensions=(a_pause("2026-11-10", "2026-11-20"),))
    assert clock.last_day == date(2026, 12, 14)
    assert clock.explanation == (
        "最后一日 2026-12-14（周一）：11-03 受理，次日起算三十日；鉴定 10 日不计（11-10 至 11-19）"
        "；原止于 12-13（周日），逢星期日顺延（民法典第二百零三条）；依据某条例第二十七条"
    )
    (span,) = clock.exclusions
    assert (span.kind, span.first_day, span.last_day, span.counted) == (
        Exclusion.APPRAISAL,
        date(2026, 11, 10),
        date(2026, 11, 19),
        10,
    )


def test_of_working_days_only_working_ones_are_given_back():
    # 30 working days from 3 November end on 15 December; 10 to 19 November hold eight of them.
    rule = a_rule(period=Period(30, PeriodUnit.WORKING_DAY))
    assert counted(rule).last_day == date(2026, 12, 15)
    clock = counted(rule, suspensions=(a_pause("2026-11-10", "2026-11-20"),))
    assert clock.last_day == date(2026, 12, 25)
    assert "鉴定 8 个工作日不计（11-10 至 11-19）" in clock.explanation


@pytest.mark.parametrize(
    ("exclusions", "reason", "last"),
    [
        ((), SuspensionReason.APPRAISAL, date(2026, 12, 3)),
        ((Exclusion.APPRAISAL,), SuspensionReason.ILLNESS, date(2026, 12, 3)),
        ((Exclusion.APPRAISAL,), SuspensionReason.APPRAISAL, date(2026, 12, 14)),
        ((Exclusion.SUSPENSION,), SuspensionReason.ILLNESS, date(2026, 12, 14)),
        ((Exclusion.SUSPENSION,), SuspensionReason.APPRAISAL, date(2026, 12, 3)),
    ],
)
def test_a_rule_gives_back_only_what_it_names(exclusions, reason, last):
    clock = counted(a_rule(exclusions=exclusions), suspensions=(a_pause("2026-11-10", "2026-11-20", reason),))
    assert clock.last_day == last


def test_while_the_appraisal_goes_on_the_clock_stands_still():
    # On the 25th, 10 to 24 November are fifteen days: 18 December, a Friday, if it went on today.
    clock = counted(suspensions=(a_pause("2026-11-10"),))
    assert (clock.is_paused, clock.last_day) == (True, date(2026, 12, 18))
    assert clock.explanation.startswith(
        "鉴定中止，11-10 起停走；如 11-25 恢复，最后一日 2026-12-18（周五）："
    )
    assert "鉴定 15 日不计（11-10 起）" in clock.explanation
    assert clock.exclusions[0].last_day is None


def test_on_the_first_day_of_a_pause_nothing_is_given_back_yet():
    clock = counted(suspensions=(a_pause("2026-11-25", reason=SuspensionReason.ILLNESS),))
    assert (clock.is_paused, clock.last_day) == (True, date(2026, 12, 3))
    assert clock.explanation.startswith("中止，11-25 起停走；如 11-25 恢复，最后一日")


def test_a_pause_after_the_end_pauses_nothing():
    clock = counted(suspensions=(a_pause("2026-12-04"),), today="2026-12-20")
    assert (clock.is_paused, clock.last_day) == (False, date(2026, 12, 3))


def test_a_pause_on_the_last_day_itself_keeps_that_day():
    clock = counted(suspensions=(a_pause("2026-12-03", "2026-12-10"),), today="2026-12-20")
    assert clock.last_day == date(2026, 12, 10)


def test_all_parties_extend_to_a_day_that_is_kept_as_named():
    # 20 December is a Sunday: a day the parties named is theirs.
    clock = counted(extensions=(an_extension("2026-12-01", "2026-12-03", "2026-12-20"),))
    assert clock.last_day == date(2026, 12, 20)
    assert "12-01 各方书面同意由 12-03 延至 12-20" in clock.explanation
    assert clock.extension is not None
    assert clock.extension.is_written


def test_a_pause_before_the_extension_is_in_its_day_already_and_one_after_it_moves_it():
    extended = an_extension("2026-12-01", "2026-12-14", "2026-12-21", is_written=False)
    earlier, later = a_pause("2026-11-10", "2026-11-20"), a_pause("2026-12-07", "2026-12-10")
    assert counted(suspensions=(earlier,), extensions=(extended,)).last_day == date(2026, 12, 21)
    clock = counted(suspensions=(earlier, later), extensions=(extended,), today="2026-12-11")
    assert clock.last_day == date(2026, 12, 24)
    assert clock.explanation == (
        "最后一日 2026-12-24（周四）：11-03 受理，次日起算三十日；鉴定 10 日不计（11-10 至 11-19）"
        "；12-01 各方同意由 12-14 延至 12-21；鉴定 3 日不计（12-07 至 12-09）；依据某条例第二十七条"
    )
    assert [span.counted for span in clock.exclusions] == [10, 3]


def test_the_latest_extension_counts_and_one_the_rule_does_not_know_never():
    two = (
        an_extension("2026-12-01", "2026-12-03", "2026-12-20"),
        an_extension("2026-12-15", "2026-12-20", "2026-12-31"),
    )
    assert counted(extensions=two).last_day == date(2026, 12, 31)
    assert counted(a_rule(extension_by=ExtensionBy.NOBODY), extensions=two).last_day == date(2026, 12, 3)


def test_minutes_run_on_from_the_moment_over_midnight():
    rule = a_rule(period=Period(30, PeriodUnit.MINUTE))
    at = datetime(2026, 2, 17, 23, 45, tzinfo=SHANGHAI)
    clock = count(rule, Beginning(on=at.date(), at=at, event="吹哨"), CALENDAR, today=at.date())
    assert clock.last_moment == datetime(2026, 2, 18, 0, 15, tzinfo=SHANGHAI)
    assert clock.last_day == date(2026, 2, 18)
    assert clock.explanation.startswith("最后时刻 2026-02-18 00:15：02-17 23:45 吹哨，起算三十分钟")
    assert count(rule, ACCEPTED, CALENDAR, today=at.date()) is None


@given(st.data(), DAYS, st.integers(0, 80))
def test_the_last_day_of_a_clock_is_the_naive_one_whatever_paused(data, start, later):
    spans = data.draw(spans_from(start + timedelta(days=8)))
    today = start + timedelta(days=later)
    known = [span for span in spans if span.first_day <= today]
    pauses = tuple(
        Suspension(
            id=new_id(),
            reason=SuspensionReason.APPRAISAL,
            from_day=span.first_day,
            from_state=CaseState.MEDIATING,
            resumed_on=span.last_day + timedelta(days=1) if span.last_day < today else None,
        )
        for span in known
    )
    clock = count(a_rule(), Beginning(on=start, event="受理"), CALENDAR, suspensions=pauses, today=today)
    ended = days_of([span for span in known if span.last_day < today])
    going_on = days_of(
        [
            DaySpan(first_day=s.first_day, last_day=today - timedelta(days=1))
            for s in known
            if s.last_day >= today and s.first_day < today
        ]
    )
    is_off = chinese_calendar.is_holiday
    without = naive_end(start, 30, "day", is_off, ended)
    opened = [span for span in known if span.last_day >= today]
    paused = bool(opened) and opened[0].first_day <= without
    assert clock.is_paused == paused
    assert clock.last_day == (naive_end(start, 30, "day", is_off, ended | going_on) if paused else without)
