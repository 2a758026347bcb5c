"""Ladders are data: levels with limits, clocks that explain themselves, and raising by people alone."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.archive.ladder_presets import load_ladders
from app.archive.resources import resource_path
from app.domain.disputes.levels import LevelStart, LevelUnit
from app.domain.disputes.states import CaseState
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.ladder import check_ladder, duty_dates, first_level, in_force, raised
from app.domain.duties.level_clocks import level_clock
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.working_days import seed_calendar
from tests.support.builders import REGISTERED_AT, a_case

PRESETS = load_ladders(resource_path("rules"))
LADDER = PRESETS[0]
CALENDAR = seed_calendar()


def clock(case):
    return next(level_clock(case, CALENDAR), None)


def on(case, level):
    return replace(case, levels=(*case.levels, level), tier=level.name)


def test_the_presets_are_three_to_five_levels_and_none_is_confirmed_or_in_force():
    assert [len(ladder.rungs) for ladder in PRESETS] == [5, 4, 3]
    assert all(not ladder.is_verified and ladder.effective_from is None for ladder in PRESETS)
    assert in_force(PRESETS, date(2030, 1, 1)) is None
    # 335730: the digits are the limits, in order.
    assert [rung.limit for rung in LADDER.rungs] == [3, 3, 5, 7, 30]


def test_a_case_begins_on_the_level_of_its_tier_or_on_the_lowest():
    assert first_level(LADDER, a_case(tier="街道")).name == "街道"
    assert first_level(LADDER, a_case(tier="某镇")).name == "网格"


def test_the_clock_of_a_level_explains_itself_and_says_unconfirmed():
    case = a_case()
    case = on(case, first_level(LADDER, case))
    found = clock(case)
    # Registered on Monday 2 November 2026: three days end on Thursday 5 November.
    assert found.last_day == date(2026, 11, 5)
    assert found.explanation == (
        "最后一日 2026-11-05（周四）：11-02 登记，次日起算三日；依据335730（网格级）（未核实）"
    )


def test_a_weekend_end_moves_on_and_hours_end_at_their_minute():
    case = a_case()
    level = replace(first_level(LADDER, case), limit=5)
    # Five days from Monday end on Saturday 7 November, moved to Monday 9 November.
    assert clock(on(case, level)).last_day == date(2026, 11, 9)
    hours = replace(level, limit=3, unit=LevelUnit.HOUR)
    assert clock(on(case, hours)).explanation.startswith(
        "最后一日 2026-11-02（周一）：登记起 3 小时，至 12:30"
    )


def test_raising_needs_a_reason_and_who_agreed_and_stops_at_the_top():
    case = a_case()
    case = on(case, first_level(LADDER, case))
    at = datetime(2026, 11, 6, 10, 0, tzinfo=SHANGHAI)
    told = {"at": at, "by": "赵永安", "reason": "到期未化解", "agreed_by": "周敏", "receiver": "石化社区"}
    with pytest.raises(InvalidInput, match=r"level\.reason_missing"):
        raised(LADDER, case, **{**told, "reason": " "})
    with pytest.raises(InvalidInput, match=r"level\.agreed_by_missing"):
        raised(LADDER, case, **{**told, "agreed_by": ""})
    names = []
    for _ in range(4):
        level = raised(LADDER, case, **told)
        case = on(case, level)
        names.append(level.name)
    assert names == ["社区", "街道", "区", "市"]
    assert clock(case).start == date(2026, 11, 6)
    with pytest.raises(RuleRefusal, match=r"level\.at_the_top"):
        raised(LADDER, case, **told)


def test_a_settled_case_has_no_level_to_hurry():
    case = a_case(state=CaseState.EFFECTIVE)
    assert clock(on(case, first_level(LADDER, case))) is None


def test_the_four_duties_are_placed_level_after_level():
    dates = duty_dates(LADDER, date(2026, 11, 2), CALENDAR)
    # 3: Thu 5; +3: Sun 8 → Mon 9; +5: Sat 14 → Mon 16; +7: Mon 23; +30: Wed 23 December.
    assert {kind: day for kind, (day, _told) in dates.items()} == {
        DutyKind.INVESTIGATE: date(2026, 11, 5),
        DutyKind.MEDIATE: date(2026, 11, 16),
        DutyKind.CLOSE: date(2026, 11, 23),
        DutyKind.FOLLOW_UP: date(2026, 12, 23),
    }
    assert dates[DutyKind.MEDIATE][1] == "登记次日起按335730累计：网格3日、社区3日、街道5日"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda ladder: replace(ladder, name=""), "ladder.name_missing"),
        (lambda ladder: replace(ladder, rungs=ladder.rungs[:2]), "ladder.rungs"),
        (lambda ladder: replace(ladder, rungs=(*ladder.rungs, ladder.rungs[0])), "ladder.rungs"),
        (
            lambda ladder: replace(ladder, rungs=(*ladder.rungs[:3], replace(ladder.rungs[0], code="x"))),
            "ladder.rung_twice",
        ),
        (
            lambda ladder: replace(ladder, rungs=(replace(ladder.rungs[0], limit=0), *ladder.rungs[1:])),
            "ladder.rung_limit",
        ),
    ],
)
def test_a_ladder_that_cannot_be_is_refused(change, code):
    with pytest.raises(InvalidInput) as refused:
        check_ladder(change(LADDER))
    assert refused.value.code == code


def test_the_ladder_that_came_into_force_last_counts():
    early = replace(LADDER, effective_from=date(2026, 1, 1))
    late = replace(PRESETS[1], effective_from=date(2026, 6, 1))
    assert in_force((late, early), date(2026, 3, 1)) == early
    assert in_force((late, early), REGISTERED_AT.date()) == late
    assert all(rung.starts in LevelStart for rung in late.rungs)
