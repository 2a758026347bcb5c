"""Pausing, extending and recording through the services, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cli.verbs.show import folder_plain
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.clocks import ClockKind, Exclusion
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.duties.next_steps import NextStepKind, next_step
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.values.ids import new_id
from tests.support.builders import TODAY


def a_pause(day=TODAY, reason=SuspensionReason.APPRAISAL):
    return Suspension(id=new_id(), reason=reason, from_day=day, from_state=CaseState.MEDIATING)


def an_extension(case, new, day=TODAY):
    consents = tuple(
        ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=day) for party in case.parties
    )
    return Extension(id=new_id(), previous_last_day=day, new_last_day=new, is_written=True, consents=consents)


def suspended(centre):
    case = centre.assigned()
    return centre.services.periods.suspend(case.id, a_pause(), actor=centre.actor, version=case.version).value


def line_of(centre, case):
    (line,) = centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 10)
    assert line.id == case.id
    return line


def test_a_suspended_case_stands_still_in_lists_and_resumes(centre):
    case = suspended(centre)
    line = line_of(centre, case)
    assert (line.state, line.due_on, line.paused_for) == (CaseState.SUSPENDED, None, Exclusion.APPRAISAL)
    folder = centre.services.cases.folder(case.id)
    assert next_step(folder.case, (), (), ()).kind is NextStepKind.RESUME
    (clock,) = [one for one in folder.clocks if one.kind is ClockKind.MEDIATION]
    assert clock.is_paused
    resumed = centre.services.periods.resume(
        case.id, TODAY, "鉴定意见已到", actor=centre.actor, version=case.version
    ).value
    line = line_of(centre, resumed)
    assert (line.state, line.paused_for) == (CaseState.ASSIGNED, None)
    assert line.due_on is not None
    assert line.due_told.startswith(f"最后一日 {line.due_on.isoformat()}")
    acts = [entry.act for entry in centre.services.cases.folder(case.id).history]
    assert acts[:2] == ["case.resumed", "case.suspended"]


def test_an_extension_moves_the_clock_and_keeps_who_agreed(centre):
    case = centre.assigned()
    before = next(c for c in centre.services.cases.folder(case.id).clocks if c.kind is ClockKind.MEDIATION)
    new = centre.services.periods.end_after(case.id, 10)
    assert new > before.last_day
    extended = centre.services.periods.extend(
        case.id, an_extension(case, new), actor=centre.actor, version=case.version
    ).value
    (kept,) = centre.services.cases.folder(case.id).case.extensions
    assert kept == extended.extensions[0]
    assert kept.previous_last_day == before.last_day
    assert {consent.party_id for consent in kept.consents} == {party.id for party in case.parties}
    clock = next(c for c in centre.services.cases.folder(case.id).clocks if c.kind is ClockKind.MEDIATION)
    assert (clock.last_day, clock.extension.is_written) == (new, True)


def test_nothing_is_written_for_a_day_to_come_or_a_case_somebody_changed(centre):
    case = centre.assigned()
    periods = centre.services.periods
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        periods.suspend(case.id, a_pause(date(2030, 1, 1)), actor=centre.actor, version=case.version)
    with pytest.raises(StaleWrite):
        periods.suspend(case.id, a_pause(), actor=centre.actor, version=case.version - 1)
    late = an_extension(case, date(2031, 1, 1), date(2030, 1, 1))
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        periods.extend(case.id, late, actor=centre.actor, version=case.version)
    with pytest.raises(InvalidInput, match=r"extension\.days"):
        periods.end_after(case.id, 0)
    assert centre.services.cases.folder(case.id).case == case


def test_a_case_not_yet_accepted_has_no_period_to_extend(centre):
    case = centre.registered()
    with pytest.raises(RuleRefusal, match=r"extension\.no_period"):
        centre.services.periods.end_after(case.id, 5)


def test_court_papers_start_the_clock_of_a_delegated_case(centre):
    case = centre.assigned(source=CaseSource.COURT_DELEGATED)
    folder = centre.services.cases.folder(case.id)
    assert ClockKind.MEDIATION not in {clock.kind for clock in folder.clocks}
    assert folder.waiting_periods[0].rule.id == "D-06"
    assert Trigger.PAPERS_SIGNED_FOR in folder.trigger_choices
    recorded = TriggerDay(id=new_id(), trigger=Trigger.PAPERS_SIGNED_FOR, on_day=TODAY, note="委派函")
    done = centre.services.periods.record_day(case.id, recorded, actor=centre.actor, version=case.version)
    folder = centre.services.cases.folder(case.id)
    assert folder.case == done.value
    clock = next(one for one in folder.clocks if one.kind is ClockKind.MEDIATION)
    assert (clock.rule_id, clock.start, clock.last_day) == ("D-06", TODAY, date(2026, 12, 2))
    assert folder.waiting_periods == ()


def test_show_gives_every_clock_with_rule_start_explanation_and_exclusions(centre):
    case = suspended(centre)
    plain = folder_plain(centre.services.cases.folder(case.id))
    clock = next(one for one in plain["clocks"] if one["kind"] == "mediation")
    assert clock["rule_id"] == "D-03"
    assert (clock["trigger"], clock["extension_by"], clock["is_paused"]) == ("受理", "parties", True)
    assert clock["exclusions"] == [
        {"kind": "appraisal", "first_day": TODAY.isoformat(), "last_day": None, "counted": 0}
    ]
    assert {"start", "last_day", "explanation", "source", "is_verified", "extension"} <= set(clock)
    assert all(one["rule_id"] for one in plain["clocks"])
    assert plain["limitation"]["on_day"] == TODAY.isoformat()
    assert plain["case"]["suspensions"][0]["reason"] == "appraisal"


def test_details_of_a_suspended_case_may_still_be_corrected(centre):
    case = suspended(centre)
    done = centre.services.cases.update_details(replace(case, place="友谊路"), actor=centre.actor)
    assert done.value.suspensions == case.suspensions
