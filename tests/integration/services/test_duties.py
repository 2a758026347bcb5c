"""The four duties: persons, dates, extensions, the follow-up, and the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.states import CaseState
from app.domain.duties.board import BoardFilter, BoardView
from app.domain.duties.four_duties import DutyExtension, DutyKind
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.services.duties.four_duties import SAME_PERSON


def duties_of(centre, case):
    return centre.services.cases.folder(case.id).duties


def assigned(centre, case, person="周敏"):
    duties = duties_of(centre, case)
    return centre.services.duties.assign_all(
        case.id, "副主任 刘强", "社区综治办", person, None, actor=centre.actor, version=duties.version
    ).value


def completed(centre, case, duties, kind):
    duty = replace(duties.duty(kind), completed_on=centre.today, outcome="已办")
    return centre.services.duties.save_duty(case.id, duty, actor=centre.actor, version=duties.version).value


def test_one_person_takes_all_that_nobody_has(centre):
    case = centre.registered()
    duties = duties_of(centre, case)
    own = replace(duties.duty(DutyKind.CLOSE), responsible_person="李娟")
    duties = centre.services.duties.save_duty(case.id, own, actor=centre.actor, version=duties.version).value
    duties = assigned(centre, case)
    people = [duty.responsible_person for duty in duties.duties]
    assert people == ["周敏", "周敏", "李娟", "周敏"]
    # 包调查 and acceptance both end on 5 November.
    assert centre.services.lists.line(case.id).due_on == date(2026, 11, 5)
    kinds = {clock.kind for clock in centre.services.cases.folder(case.id).clocks}
    assert ClockKind.DUTY_FOLLOW_UP in kinds


def test_who_mediated_follows_up_only_with_a_reason(centre):
    case = centre.assigned()
    duties = duties_of(centre, case)
    follow_up = replace(duties.duty(DutyKind.FOLLOW_UP), responsible_person="赵永安")
    advised = duties.with_duty(follow_up)
    assert centre.services.duties.advice(advised, case) == SAME_PERSON
    save = centre.services.duties.save_duty
    with pytest.raises(InvalidInput, match=r"duty\.same_person_reason_missing"):
        save(case.id, follow_up, actor=centre.actor, version=duties.version)
    reasoned = replace(follow_up, same_person_reason="社区仅一名专职调解员")
    kept = save(case.id, reasoned, actor=centre.actor, version=duties.version).value
    # Another duty may be saved without being asked again.
    other = replace(kept.duty(DutyKind.MEDIATE), responsible_person="赵永安")
    save(case.id, other, actor=centre.actor, version=kept.version)


def test_an_assigned_duty_gets_more_time_by_extension_only(centre):
    case = centre.registered()
    duties = assigned(centre, case)
    duty = duties.duty(DutyKind.MEDIATE)
    later = replace(duty, due_on=date(2026, 12, 20))
    with pytest.raises(RuleRefusal, match=r"duty\.extend_instead"):
        centre.services.duties.save_duty(case.id, later, actor=centre.actor, version=duties.version)
    extension = DutyExtension(
        id=new_id(),
        reason="等待鉴定",
        approver="刘强",
        approved_on=centre.today,
        previous_due=date(2020, 1, 1),
        new_due=date(2026, 12, 20),
    )
    extended = centre.services.duties.extend(
        case.id, DutyKind.MEDIATE, extension, actor=centre.actor, version=duties.version
    ).value.duty(DutyKind.MEDIATE)
    assert (extended.due_on, extended.extensions[0].previous_due) == (date(2026, 12, 20), duty.due_on)


def test_the_completed_follow_up_moves_a_performed_case(centre):
    case = centre.performed()
    duties = assigned(centre, case)
    duties = completed(centre, case, duties, DutyKind.FOLLOW_UP)
    moved = centre.case(case.id)
    assert (moved.state, moved.followed_up_on) == (CaseState.FOLLOWED_UP, centre.today)


def test_the_follow_up_waits_until_the_case_is_performed_or_ended(centre):
    case = centre.registered()
    duties = assigned(centre, case)
    with pytest.raises(RuleRefusal, match=r"duty\.follow_up_too_early"):
        completed(centre, case, duties, DutyKind.FOLLOW_UP)
    assert centre.case(case.id) == case


def test_closing_waits_for_investigation_and_mediation(centre):
    case = centre.registered()
    duties = assigned(centre, case)
    with pytest.raises(RuleRefusal, match=r"duty\.earlier_not_done") as refused:
        completed(centre, case, duties, DutyKind.CLOSE)
    assert refused.value.facts["duty"] == "包调查"
    for kind in (DutyKind.INVESTIGATE, DutyKind.MEDIATE, DutyKind.CLOSE):
        duties = completed(centre, case, duties, kind)
    assert duties.duty(DutyKind.CLOSE).is_done


def test_a_case_is_struck_off_when_all_four_are_done(centre):
    case = centre.performed()
    duties = assigned(centre, case)
    discharge = centre.services.duties.discharge
    with pytest.raises(RuleRefusal, match=r"duty\.not_all_done") as refused:
        discharge(case.id, centre.today, "", actor=centre.actor, version=duties.version)
    assert refused.value.facts["count"] == 4
    for kind in DutyKind:
        duties = completed(centre, case, duties, kind)
    done = discharge(case.id, centre.today, "销号", actor=centre.actor, version=duties.version).value
    assert done.discharged_on == centre.today


def test_saving_all_four_keeps_what_each_says(centre):
    case = centre.registered()
    duties = duties_of(centre, case)
    typed = replace(
        duties, duties=tuple(replace(duty, measures=f"措施 {duty.kind}") for duty in duties.duties)
    )
    saved = centre.services.duties.save(typed, actor=centre.actor).value
    assert [duty.measures for duty in saved.duties] == [f"措施 {kind}" for kind in DutyKind]
    with pytest.raises(StaleWrite):
        centre.services.duties.save(typed, actor=centre.actor)


def test_a_duty_typed_over_anothers_shows_both_values(centre):
    case = centre.registered()
    seen = duties_of(centre, case)
    theirs, ours = (replace(seen.duties[0], measures=told) for told in ("对方写的", "我写的"))
    saved = centre.services.duties.save_duty(case.id, theirs, actor=centre.actor, version=seen.version).value
    with pytest.raises(StaleWrite) as refused:
        centre.services.duties.save_duty(case.id, ours, actor=centre.mediator.actor, version=seen.version)
    assert dict(refused.value.conflicts) == {"duties.0.measures": ("对方写的", "我写的")}
    assert duties_of(centre, case) == saved


def test_what_was_not_done_yet_is_not_recorded_as_done(centre):
    case = centre.registered()
    duties = assigned(centre, case)
    duty = replace(duties.duty(DutyKind.CLOSE), completed_on=centre.today + timedelta(days=1), outcome="已办")
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        centre.services.duties.save_duty(case.id, duty, actor=centre.actor, version=duties.version)


def test_the_board_counts_and_shows(centre):
    first, second = centre.registered(), centre.registered()
    assigned(centre, first)
    survey = centre.services.duties.survey(BoardFilter(staff_id=centre.mediator.id))
    assert {view: survey.count(view) for view in BoardView} == {
        BoardView.ALL: 2,
        BoardView.MINE: 0,
        BoardView.OVERDUE: 0,
        BoardView.UNASSIGNED: 1,
    }
    (line,) = centre.services.duties.board(BoardFilter(view=BoardView.UNASSIGNED))
    assert line.case.id == second.id
    assert centre.services.duties.lead_officials() == ("副主任 刘强",)
    head = survey.heads(BoardView.ALL)[0]
    assert (head.kind, head.running, head.waiting) == (DutyKind.INVESTIGATE, 1, 1)
    centre.clock.moment += timedelta(days=90)
    assert centre.services.duties.survey(BoardFilter()).count(BoardView.OVERDUE) == 1


def test_record_and_ledger_are_drawn(centre):
    case = centre.registered()
    assigned(centre, case)
    document = centre.services.issuing.issue(DocumentKind.FOUR_DUTIES, case.id, actor=centre.actor).value
    assert document.number == case.intake_number
    ledger = centre.services.issuing.ledger(BoardFilter(), actor=centre.actor).decode()
    assert "石油社区人民调解委员会" in ledger
    assert case.intake_number in ledger
