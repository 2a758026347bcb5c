"""Counting every clock of very many open cases: the engine alone, beside peers, and over the database."""

import random
import time
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import chinese_calendar

from app.bootstrap import location_of, open_centre
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.four_duties import DutyKind
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.periods import Period, PeriodUnit, last_day
from tests.benchmarks.measuring import Row
from tests.support.builders import a_case, the_duties
from tests.support.centres import program_rules
from tests.support.naive_days import naive_end

SEED = 20260908
TODAY = date(2026, 11, 2)
KINDS = ("neighbours", "medical", "labour", "contract", "traffic")
STATES = (CaseState.TRIAGED, CaseState.ACCEPTED, CaseState.MEDIATING, CaseState.SUSPENDED)
NAIVE = 20_000
"""How many periods each way of counting is given: the naive one is slow."""


def rows(count):
    """Measure the engine on so many open cases, then the same periods by each way of counting."""
    yield from _engine(count)
    yield from _peers(min(count, NAIVE))


def _engine(count):
    rules, chance = program_rules(), random.Random(SEED)
    cases = [_one(chance) for _ in range(min(count, 1_000))]
    clocks = 0
    begun = time.perf_counter()
    for turn in range(count):
        case, duties = cases[turn % len(cases)]
        clocks += len(case_clocks(case, ClockFacts(duties=duties), rules, TODAY))
    took = time.perf_counter() - begun
    found = f"{took:.1f} s: {count / took:,.0f} cases/s, {clocks / took:,.0f} clocks with sentences/s"
    yield Row(f"deadlines: all clocks of {count:,} open cases", found)


def _one(chance):
    day = TODAY - timedelta(days=chance.randrange(0, 60))
    state = chance.choice(STATES)
    case = a_case(state=state, dispute_type=chance.choice(KINDS))
    if state is not CaseState.TRIAGED:
        case = replace(case, accepted_on=day)
    duties = the_duties(case, day + timedelta(days=20), "赵永安")
    return case, replace(duties, duties=duties.duties[: chance.randrange(len(DutyKind) + 1)])


def _peers(count):
    chance, calendar = random.Random(SEED), program_rules().calendar
    units = (PeriodUnit.DAY, PeriodUnit.WORKING_DAY)
    asked = [
        (date(2024, 1, 1) + timedelta(days=chance.randrange(700)), Period(chance.choice((15, 30, 45)), unit))
        for unit in (chance.choice(units) for _ in range(count))
    ]
    ways = {
        "ours": lambda start, period: last_day(start, period, calendar).last_day,
        "day by day over chinese_calendar": lambda start, period: naive_end(
            start, period.amount, period.unit.value, chinese_calendar.is_holiday
        ),
    }
    found = {}
    for name, way in ways.items():
        begun = time.perf_counter()
        found[name] = [way(start, period) for start, period in asked]
        took = time.perf_counter() - begun
        yield Row(f"deadlines: {count:,} single periods, {name}", f"{count / took:,.0f} periods/s")
    assert len(set(map(tuple, found.values()))) == 1, "the two ways count differently"


def rewinding(folder, label):
    """Wind all open cases of a centre anew, as a change of holidays does."""
    with closing(open_centre(location_of(folder))) as centre:
        deadlines = centre.services.deadlines
        with centre.store.unit_of_work(SYSTEM) as work:
            work.preferences.put(None, "clocks.wound_up_to", "first")
            work.commit()
        begun = time.perf_counter()
        count = deadlines.finish_rewinding()
        took = time.perf_counter() - begun
        yield Row(f"{label}: {count:,} open cases wound anew", f"{took:.1f} s: {count / took:,.0f} cases/s")
