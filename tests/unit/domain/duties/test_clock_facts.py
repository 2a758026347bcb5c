"""What other parts of the program record starts and ends the clocks of the catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.clocks import ClockKind, leading, told_once
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import NO_FURTHER_FACTS, ClockFacts, events_of
from app.domain.duties.deadlines.running import waiting_periods
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.duties.performance.opening import opened_plan
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
)
from app.domain.duties.referrals.links import CaseLinks
from app.domain.duties.referrals.states import ReferralState
from app.domain.people.staff import StaffMember
from app.domain.settlements import confirmation as court
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_effective_agreement
from tests.support.centres import program_rules
from tests.support.link_samples import a_referral
from tests.support.performing import a_visit, an_application

RULES = program_rules()
DAY = date(2026, 11, 3)
OWNER = StaffMember(id=new_id(), name="赵永安", organisation_id=new_id())
DELEGATED, ENTRUSTED = CaseSource.COURT_DELEGATED, CaseSource.COURT_ENTRUSTED


def clocks(case, today=DAY, **facts):
    return {clock.kind: clock for clock in case_clocks(case, ClockFacts(**facts), RULES, today)}


def papers(case, kind, procedure=None, **given):
    """Make the court's papers, signed for on 3 November 2026."""
    told = {
        "direction": ReferralDirection.IN,
        "interface": FiveInterface.COURT,
        "kind": kind,
        "procedure": procedure,
        "state": ReferralState.SIGNED,
        "signed_on": DAY,
        **given,
    }
    return CaseLinks(referrals=(a_referral(case, OWNER, DAY, **told),))


@pytest.mark.parametrize(
    ("source", "kind", "procedure", "rule_id", "last"),
    [
        (DELEGATED, ReferralKind.DELEGATION, None, "D-06", date(2026, 12, 3)),
        (ENTRUSTED, ReferralKind.ENTRUSTMENT, CourtProcedure.ORDINARY, "D-07a", date(2026, 11, 18)),
        (ENTRUSTED, ReferralKind.ENTRUSTMENT, CourtProcedure.SUMMARY, "D-07b", date(2026, 11, 10)),
    ],
)
def test_the_signed_receipt_starts_the_period_of_a_courts_case(source, kind, procedure, rule_id, last):
    case = a_case(state=CaseState.TRIAGED, source=source)
    unsigned = ClockFacts(dealings=papers(case, kind, procedure, state=ReferralState.SENT, signed_on=None))
    (waiting,) = waiting_periods(case, events_of(case, unsigned, RULES.calendar), RULES.catalogue)
    assert waiting.rule.id == ("D-06" if source is DELEGATED else "D-07a")
    signed = ClockFacts(dealings=papers(case, kind, procedure))
    assert waiting_periods(case, events_of(case, signed, RULES.calendar), RULES.catalogue) == ()
    found = clocks(case, dealings=signed.dealings)
    assert (found[ClockKind.MEDIATION].rule_id, found[ClockKind.MEDIATION].last_day) == (rule_id, last)
    # What is owed to the court ends with it, under the same row.
    assert (found[ClockKind.DUE_BACK].rule_id, found[ClockKind.DUE_BACK].last_day) == (rule_id, last)


def test_a_day_recorded_by_hand_goes_before_the_receipt():
    other = TriggerDay(id=new_id(), trigger=Trigger.PAPERS_SIGNED_FOR, on_day=date(2026, 11, 5))
    case = a_case(state=CaseState.TRIAGED, source=DELEGATED, trigger_days=(other,))
    found = clocks(case, dealings=papers(case, ReferralKind.DELEGATION))
    assert found[ClockKind.MEDIATION].start == date(2026, 11, 5)


def test_what_left_here_starts_no_period_of_the_court():
    case = a_case(state=CaseState.TRIAGED, source=DELEGATED)
    left = papers(case, ReferralKind.DELEGATION, direction=ReferralDirection.OUT)
    assert ClockKind.MEDIATION not in clocks(case, dealings=left)


def confirmed_case():
    case = a_case(state=CaseState.EFFECTIVE, accepted_on=DAY)
    agreement = an_effective_agreement(case, a_payment(*case.parties), on=DAY)
    return case, agreement, opened_plan(agreement, case, RULES.calendar)


def test_what_was_taken_back_may_be_applied_for_again_while_there_is_time():
    case, agreement, plan = confirmed_case()
    applied = an_application(case, plan, date(2026, 11, 5))
    facts = {"agreements": (agreement,)}
    pending = PerformanceFacts(plans=(plan,), confirmations=(applied,))
    assert ClockKind.CONFIRMATION not in clocks(case, performance=pending, **facts)
    withdrawn = court.withdrawn(applied, date(2026, 11, 6), "内容要改")
    again = PerformanceFacts(plans=(plan,), confirmations=(withdrawn,))
    found = clocks(case, performance=again, **facts)
    assert (found[ClockKind.CONFIRMATION].rule_id, found[ClockKind.CONFIRMATION].last_day) == (
        "D-12",
        date(2026, 12, 3),
    )
    assert ClockKind.COURT_ACCEPTANCE not in found
    late = clocks(case, today=date(2026, 12, 4), performance=again, **facts)
    assert ClockKind.CONFIRMATION not in late


def test_a_visit_made_since_ends_the_rule_and_a_planned_one_takes_its_place():
    case = a_case(state=CaseState.PERFORMED, accepted_on=DAY, performed_on=date(2026, 11, 10))
    due = clocks(case)[ClockKind.FOLLOW_UP]
    assert (due.rule_id, due.last_day) == ("D-17", date(2026, 12, 10))
    early, made = a_visit(case, date(2026, 11, 9)), a_visit(case, date(2026, 11, 20))
    assert clocks(case, performance=PerformanceFacts(visits=(early,)))[ClockKind.FOLLOW_UP] == due
    assert ClockKind.FOLLOW_UP not in clocks(case, performance=PerformanceFacts(visits=(early, made)))
    planned = replace(made, visited_on=None)
    found = case_clocks(case, ClockFacts(performance=PerformanceFacts(visits=(planned,))), RULES, DAY)
    assert [(c.subject_id, c.last_day) for c in found if c.kind is ClockKind.FOLLOW_UP] == [
        (planned.id, date(2026, 11, 20))
    ]


def test_a_termination_after_it_was_taken_up_again_starts_the_visit_anew():
    case = a_case(
        state=CaseState.TERMINATED,
        accepted_on=DAY,
        performed_on=date(2026, 11, 10),
        ended_on=date(2026, 12, 1),
    )
    assert clocks(case)[ClockKind.FOLLOW_UP].start == date(2026, 12, 1)


def test_every_clock_names_its_rule_and_what_started_it():
    case, agreement, plan = confirmed_case()
    case = replace(case, source=DELEGATED)
    found = case_clocks(
        case,
        ClockFacts(
            agreements=(agreement,),
            performance=PerformanceFacts(plans=(plan,), visits=(a_visit(case, DAY, visited_on=None),)),
            dealings=papers(case, ReferralKind.DELEGATION, due_back=date(2026, 11, 30)),
        ),
        RULES,
        DAY,
    )
    assert {clock.rule_id for clock in found} == {"D-12", "agreed", "visit", "paper"}
    assert all(clock.trigger and clock.explanation and clock.source for clock in found)
    assert leading(found).kind is ClockKind.FOLLOW_UP
    assert case_clocks(replace(case, state=CaseState.CLOSED), NO_FURTHER_FACTS, RULES, DAY) == ()


def test_a_courts_period_is_shown_once_and_what_is_due_back_follows_its_extension():
    case = a_case(state=CaseState.MEDIATING, accepted_on=DAY, source=DELEGATED)
    facts = ClockFacts(dealings=papers(case, ReferralKind.DELEGATION))
    found = case_clocks(case, facts, RULES, DAY)
    kinds = [clock.kind for clock in told_once(found)]
    assert kinds.count(ClockKind.MEDIATION) == 1
    assert ClockKind.DUE_BACK not in kinds
    consents = tuple(
        ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=date(2026, 12, 1))
        for party in case.parties
    )
    longer = Extension(
        id=new_id(), previous_last_day=date(2026, 12, 3), new_last_day=date(2026, 12, 20), is_written=True,
        consents=consents,
    )  # fmt: skip
    extended = {c.kind: c for c in case_clocks(replace(case, extensions=(longer,)), facts, RULES, DAY)}
    assert extended[ClockKind.MEDIATION].last_day == date(2026, 12, 20)
    assert extended[ClockKind.DUE_BACK].last_day == date(2026, 12, 20)
    assert extended[ClockKind.DUE_BACK].subject_id == facts.dealings.referrals[0].id
    # Extended by the court's own paper, what is due back ends on another day and is told apart.
    named = ClockFacts(dealings=papers(case, ReferralKind.DELEGATION, due_back=date(2026, 11, 20)))
    told = told_once(case_clocks(case, named, RULES, DAY))
    assert {ClockKind.MEDIATION, ClockKind.DUE_BACK} <= {clock.kind for clock in told}
