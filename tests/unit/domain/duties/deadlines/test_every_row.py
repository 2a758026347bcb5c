"""Every row of the catalogue, counted by hand on the calendars of 2025 and 2026.

2025: off 28 January to 4 February, 4 to 6 April, 1 to 5 May, 31 May to 2 June, 1 to 8 October; worked
26 January, 8 February, 27 April, 28 September, 11 October. 2026: off 1 to 3 January, 15 to 23 February,
4 to 6 April, 1 to 5 May, 19 to 21 June, 25 to 27 September, 1 to 7 October; worked 4 January,
14 and 28 February, 9 May, 20 September, 10 October.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.periods.triggers import RECORDED_BY_HAND, Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.terms import Due, DueKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_agreement, an_effective_agreement
from tests.support.centres import program_rules

RULES = program_rules()
S, C, T = CaseState, MediationChannel, Trigger

HAND_COUNTED = {
    # 26 Jan (worked) 1, 27 Jan 2, holiday, 5 Feb 3 / holiday, 8 Oct 1, 9 Oct 2, 10 Oct (worked) 3.
    "D-02": [("2025-01-24", "2025-02-05"), ("2026-09-30", "2026-10-10")],
    # 2 Feb lies in the Spring Festival / 3 Dec is a Thursday.
    "D-03": [("2025-01-03", "2025-02-05"), ("2026-11-03", "2026-12-03")],
    # 12 until 30 Sep (28 Sep worked), 13 to 15 on 9 to 11 Oct, then 15 more / see the count for February.
    "D-04": [("2025-09-15", "2025-10-31"), ("2026-01-26", "2026-03-13")],
    "D-04b": [("2025-09-15", "2025-10-31"), ("2026-01-26", "2026-03-13")],
    # 1 Jan 2026 is off until the 3rd; Sunday the 4th is worked.
    "D-05": [("2025-12-17", "2026-01-04"), ("2026-10-21", "2026-11-05")],
    "D-06": [("2025-09-02", "2025-10-09"), ("2026-08-27", "2026-09-28")],
    "D-06b": [("2025-09-02", "2025-10-09"), ("2026-08-27", "2026-09-28")],
    "D-07a": [("2025-04-17", "2025-05-06"), ("2026-05-15", "2026-06-01")],
    "D-07b": [("2025-09-24", "2025-10-09"), ("2026-02-10", "2026-02-24")],
    "D-07c": [("2025-04-17", "2025-05-06"), ("2026-05-15", "2026-06-01")],
    "D-07d": [("2025-09-24", "2025-10-09"), ("2026-02-10", "2026-02-24")],
    "D-08": [("2025-09-21", "2025-10-09"), ("2026-06-10", "2026-06-22")],
    "D-09": [("2025-05-28", "2025-06-03"), ("2026-04-01", "2026-04-07")],
    # 18 until 25 Apr, 27 Apr (worked) 19, 22 on 30 Apr, 26 on 9 May, 41 on 30 May, 45 on 6 June.
    "D-10": [("2025-03-31", "2025-06-06"), ("2025-12-31", "2026-03-11")],
    # 28 (worked), 29, 30 Sep, 9, 10, 11 (worked), 13 Oct / 13, 14 (worked), 24 to 28 Feb (28 worked).
    "D-11": [("2025-09-26", "2025-10-13"), ("2026-02-12", "2026-02-28")],
    "D-12": [("2025-12-02", "2026-01-04"), ("2026-01-16", "2026-02-24")],
    "D-13a": [("2025-06-03", "2025-06-06"), ("2026-04-30", "2026-05-06")],
    "D-13b": [("2025-01-15", "2025-02-05"), ("2026-09-16", "2026-10-08")],
    # On from 5 Feb: the 15th is a Saturday / on from 8 Oct: the 18th is a Sunday.
    "D-13c": [("2025-01-15", "2025-02-17"), ("2026-09-16", "2026-10-19")],
    "D-14": [("2023-10-02", "2025-10-09"), ("2024-02-17", "2026-02-24")],
    "D-15a": [("2025-03-20", "2025-04-07"), ("2026-02-05", "2026-02-24")],
    # 26 days until 31 Aug, 56 until 30 Sep, 60 on 4 Oct / 28, 58, 60 on 2 May.
    "D-15b": [("2025-08-05", "2025-10-09"), ("2026-03-03", "2026-05-06")],
    # On from 9 Oct: 8 Nov is a Saturday / on from 6 May: 5 June is a Friday.
    "D-15c": [("2025-08-05", "2025-11-10"), ("2026-03-03", "2026-06-05")],
    "D-15d": [("2025-05-02", "2025-06-03"), ("2026-05-20", "2026-06-22")],
    "D-15e": [("2025-03-06", "2025-04-07"), ("2026-08-26", "2026-09-28")],
    "D-15f": [("2025-04-02", "2025-05-06"), ("2026-09-04", "2026-10-08")],
    "D-15g": [("2025-09-05", "2025-10-09"), ("2026-01-19", "2026-02-24")],
    # 25 Apr, 27 (worked), 28, 29, 30 / 7, 8, 9 (worked), 11, 12 May.
    "D-16": [("2025-04-24", "2025-04-30"), ("2026-05-06", "2026-05-12")],
    "D-17": [("2025-01-02", "2025-02-05"), ("2026-03-06", "2026-04-07")],
    "D-18": [("2025-08-31", "2025-09-30"), ("2026-06-01", "2026-07-01")],
    # 7, 8 (worked), 10 Feb / 18, 20 (worked), 21 Sep.
    "D-19a": [("2025-02-06", "2025-02-10"), ("2026-09-17", "2026-09-21")],
    "D-19b": [("2025-05-30", "2025-06-05"), ("2026-06-18", "2026-06-24")],
    # Half an hour before midnight of the Spring Festival: hours and minutes know no days off.
    "D-20": [("2025-01-28", "2025-01-29"), ("2026-02-17", "2026-02-18")],
    "D-21": [("2024-10-02", "2025-10-09"), ("2025-02-17", "2026-02-24")],
    "D-22": [("2022-10-04", "2025-10-09"), ("2023-02-20", "2026-02-24")],
    "D-22b": [("2022-10-04", "2025-10-09"), ("2023-02-20", "2026-02-24")],
    "L-01": [("2025-04-28", "2025-05-06"), ("2026-04-28", "2026-05-06")],
    "L-02": [("2025-09-05", "2025-10-09"), ("2026-01-19", "2026-02-24")],
    "L-40": [("2025-01-24", "2025-02-05"), ("2026-09-30", "2026-10-10")],
    "L-41": [("2025-04-17", "2025-05-06"), ("2026-05-15", "2026-06-01")],
    "L-42": [("2025-04-24", "2025-04-30"), ("2026-05-06", "2026-05-12")],
    "L-43": [("2025-02-06", "2025-02-10"), ("2026-09-17", "2026-09-21")],
}
"""Rule -> (the day that starts it, the last day), one pair each year; D-01 goes by the ladder."""

COURT = {"source": CaseSource.COURT_DELEGATED}
ENTRUSTED = {"source": CaseSource.COURT_ENTRUSTED}
PETITION = {"source": CaseSource.PETITION}
ADMINISTRATIVE = {"channel": C.ADMINISTRATIVE}


def a_begun_case(rule, start):
    """Make a case under the rule, in a state in which it runs, begun on a day."""
    made = {
        "D-02": {"state": S.TRIAGED},
        "D-04": {"dispute_type": "medical"},
        "D-04b": {"dispute_type": "medical", **ADMINISTRATIVE},
        "D-05": {"state": S.TRIAGED, "dispute_type": "labour"},
        "D-06": COURT,
        "D-06b": COURT,
        "D-07a": ENTRUSTED,
        "D-07b": ENTRUSTED,
        "D-07c": ENTRUSTED,
        "D-07d": ENTRUSTED,
        "D-08": {"dispute_type": "traffic", **ADMINISTRATIVE},
        "D-09": {"state": S.TERMINATED, "dispute_type": "traffic"},
        "D-10": {"dispute_type": "consumer", **ADMINISTRATIVE},
        "D-11": ADMINISTRATIVE,
        "D-12": {"state": S.EFFECTIVE},
        "D-14": {"state": S.EFFECTIVE},
        "D-17": {"state": S.PERFORMED},
        "D-18": {"state": S.CLOSED},
        "D-19a": COURT,
        "D-19b": COURT,
        "D-21": {"state": S.MEDIATING, "dispute_type": "labour"},
        "D-22": {"state": S.TERMINATED},
        "L-02": ADMINISTRATIVE,
        "L-42": {"source": CaseSource.HOTLINE},
        "L-43": {"source": CaseSource.GRID},
    }.get(rule.id, PETITION if rule.id.startswith(("D-15", "D-16")) else {})
    early = datetime.combine(start, datetime.min.time().replace(hour=9), SHANGHAI)
    told = {"state": S.MEDIATING, "received_at": early, "registered_at": early, **made}
    state = told["state"]
    told["accepted_on"] = None if state is S.TRIAGED else start
    if state is S.TERMINATED:
        told |= {"ended_on": start, "termination_reason": TerminationReason.TOO_FAR_APART}
    if state is S.PERFORMED:
        told["performed_on"] = start
    if state is S.CLOSED:
        told["closed_on"] = start
    return a_case(**told)


def facts_of(rule, start, agreement):
    of_agreements = {}
    if rule.id == "D-13a":
        of_agreements = {Trigger.CONFIRMATION_APPLIED: start}
    elif rule.id.startswith("D-13"):
        of_agreements = {Trigger.CONFIRMATION_APPLIED: start, Trigger.COURT_ACCEPTED: start}
        if rule.id == "D-13c":
            of_agreements[Trigger.DECISION_EXTENDED] = start + timedelta(days=5)
    elif rule.id == "D-14":
        of_agreements = {Trigger.CONFIRMED: start}
    elif rule.id == "D-22b":
        of_agreements = {Trigger.ITEM_DUE: start}
    days = {rule.triggers[0]: start} if rule.id.startswith("L-4") else {}
    moments = {}
    if rule.id == "D-20":
        moments = {Trigger.WHISTLED: datetime(start.year, start.month, start.day, 23, 45, tzinfo=SHANGHAI)}
    return ClockFacts(
        agreements=(agreement,),
        of_agreements={agreement.id: of_agreements},
        days=days,
        moments=moments,
    )


def recorded(rule, start):
    triggers = [trigger for trigger in rule.triggers if trigger in RECORDED_BY_HAND]
    if rule.id == "D-15c":
        triggers = [Trigger.PETITION_ACCEPTED, Trigger.PETITION_EXTENDED]
    return tuple(TriggerDay(id=new_id(), trigger=trigger, on_day=start) for trigger in triggers)


def clock_of(rule, start):
    case = replace(a_begun_case(rule, start), trigger_days=recorded(rule, start))
    due = Due(kind=DueKind.ON_DAY, day=start)
    agreement = an_effective_agreement(case, a_payment(*case.parties, due=due), on=start)
    if rule.id == "L-01":
        agreement = an_agreement(
            case, state=AgreementState.ISSUED, number="（2026）石社人调字第1号", issued_day=start
        )
    found = case_clocks(case, facts_of(rule, start, agreement), RULES, start)
    return {clock.rule_id: clock for clock in found}.get(rule.id)


ROWS = [(rule_id, start, last) for rule_id, pairs in HAND_COUNTED.items() for start, last in pairs]


@pytest.mark.parametrize(("rule_id", "start", "last"), ROWS, ids=[f"{r[0]}-{r[2][:4]}" for r in ROWS])
def test_the_last_day_is_the_one_counted_by_hand(rule_id, start, last):
    rule = next(
        row
        for row in RULES.catalogue.rows
        if row.id == rule_id and row.is_in_force(date.fromisoformat(start))
    )
    clock = clock_of(rule, date.fromisoformat(start))
    assert clock is not None, f"{rule_id} does not run"
    assert (clock.last_day.isoformat(), clock.is_certain) == (last, True)
    shown = "最后时刻" if rule_id == "D-20" else "最后一日"
    assert clock.explanation.startswith(f"{shown} {last}")
    assert rule.source in clock.explanation
    assert ("未核实" in clock.explanation) is not rule.is_verified


def test_no_row_is_left_out_and_both_years_are_counted():
    assert set(HAND_COUNTED) | {"D-01"} == {rule.id for rule in RULES.deadlines}
    assert {int(rule_id[2:4]) for rule_id in HAND_COUNTED if rule_id[0] == "D"} == set(range(2, 23))
    years = {rule_id: {last[:4] for _start, last in pairs} for rule_id, pairs in HAND_COUNTED.items()}
    for rule_id, ends in years.items():
        assert ends == {"2025", "2026"} or rule_id in {"D-05", "D-12"}, rule_id


def test_a_period_that_ends_in_a_year_nobody_published_says_so():
    rule = RULES.catalogue.row("D-17")
    clock = clock_of(rule, date(2026, 12, 2))  # 1 January 2027 is a Friday; the 4th is a Monday
    assert (clock.last_day, clock.is_certain) == (date(2027, 1, 4), False)
    assert "2027 年放假安排未录入，按周末和固定节日推算" in clock.explanation
