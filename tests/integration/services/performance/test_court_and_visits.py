"""The court and follow-up visits through the services, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.states import CaseState
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.confirmation import ConfirmationState
from app.domain.values.ids import new_id
from tests.support.performing import a_visit, an_application, in_effect, pay


def paid(centre):
    """Bring an agreement into effect and record everything as paid."""
    case, plan = in_effect(centre)
    for place in range(2):
        plan = pay(centre, plan, place)
    case = centre.case(case.id)
    done = centre.services.cases.perform(case.id, centre.today, "", actor=centre.actor, version=case.version)
    return done.value, plan


def test_no_case_is_closed_while_the_court_decides(centre, go_to):
    case, plan = paid(centre)
    service = centre.services.performance
    application = an_application(case, plan, centre.today)
    with pytest.raises(InvalidInput, match=r"confirmation\.not_suitable"):
        service.apply_for_confirmation(application, is_suitable=False, actor=centre.actor)
    known = service.apply_for_confirmation(application, is_suitable=True, actor=centre.actor).value
    with pytest.raises(RuleRefusal, match=r"case\.confirmation_pending"):
        centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version)
    [line] = service.court()
    assert (line.case.id, line.confirmation) == (case.id, known)
    assert line.last_day == date(2026, 11, 5)
    go_to(date(2026, 11, 6))
    with pytest.raises(StaleWrite):
        service.court_accepted(known.id, centre.today, "调确1号", actor=centre.actor, version=0)
    known = service.court_accepted(
        known.id, centre.today, "（2026）调确字第1号", actor=centre.actor, version=known.version
    ).value
    known = service.court_confirmed(
        known.id, centre.today, "（2026）民特1号", actor=centre.actor, version=known.version
    ).value
    assert known.state is ConfirmationState.CONFIRMED
    assert service.court() == ()
    closed = centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version)
    assert closed.value.state is CaseState.CLOSED
    acts = {entry.act for entry in centre.services.cases.folder(case.id).history}
    assert acts >= {"confirmation.applied", "confirmation.accepted", "confirmation.confirmed"}


def test_a_visit_made_completes_the_duty_and_moves_the_case_on(centre, go_to):
    case, _plan = paid(centre)
    service = centre.services.performance
    [due] = service.visits()
    assert (due.case.id, due.visit_id, due.planned_on) == (case.id, None, date(2026, 12, 2))
    go_to(date(2026, 11, 20))
    visit = a_visit(case, centre.today)
    with pytest.raises(InvalidInput, match=r"duty\.same_person_reason_missing"):
        service.record_visit(replace(visit, visitor=centre.mediator.name), actor=centre.actor)
    service.record_visit(visit, actor=centre.actor)
    folder = centre.services.cases.folder(case.id)
    assert folder.case.state is CaseState.FOLLOWED_UP
    assert folder.case.followed_up_on == date(2026, 11, 20)
    duty = folder.duties.duty(DutyKind.FOLLOW_UP)
    assert (duty.responsible_person, duty.completed_on) == ("单国强", date(2026, 11, 20))
    assert "先看第二期付不付" in duty.outcome
    assert service.visits() == ()
    document = centre.services.issuing.issue(
        DocumentKind.FOLLOW_UP_RECORD, case.id, visit.id, actor=centre.actor
    ).value
    assert folder.agreements[0].number in document.contents


def test_several_visits_may_wait_and_one_is_given_up(centre, go_to):
    case, _plan = in_effect(centre)
    service = centre.services.performance
    planned = [
        FollowUpVisit(id=new_id(), case_id=case.id, planned_on=day, why=why)
        for day, why in ((date(2026, 11, 9), "看第一期"), (date(2027, 1, 5), "看第二期"))
    ]
    for visit in planned:
        service.plan_visit(visit, actor=centre.actor)
    past = replace(planned[0], id=new_id(), planned_on=date(2026, 11, 1))
    with pytest.raises(InvalidInput, match=r"visit\.planned_past"):
        service.plan_visit(past, actor=centre.actor)
    assert [line.why for line in service.visits()] == ["看第一期", "看第二期"]
    go_to(date(2026, 11, 10))
    assert service.counts().visits_late == 1
    waiting = centre.services.cases.folder(case.id).performance.visits[0]
    made = a_visit(case, centre.today, id=waiting.id, version=waiting.version, why=waiting.why)
    service.record_visit(made, actor=centre.actor)
    assert centre.case(case.id).state is CaseState.EFFECTIVE, "a visit on the way does not end performance"
    second = centre.services.cases.folder(case.id).performance.visits[1]
    service.drop_visit(second.id, "已提前付清", actor=centre.actor, version=second.version)
    assert service.visits() == ()
