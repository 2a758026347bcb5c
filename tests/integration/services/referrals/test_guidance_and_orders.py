"""Guidance to the six services and work orders: letters, appointments, replies, and what they never touch."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.case_parties import ConsentManner
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.guidance import SixServices
from app.domain.duties.referrals.links import IncomingPaper
from app.domain.duties.referrals.orders import WorkOrderKind, WorkOrderState
from app.domain.duties.referrals.transit import DealingKind, TransitFilter, TransitView
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from tests.support.builders import some_parties
from tests.support.link_samples import a_guidance, an_order


def folder_of(centre, case):
    return centre.services.cases.folder(case.id)


@pytest.mark.parametrize("service", SixServices)
def test_guidance_leaves_the_case_as_it_is(file_centre, service):
    case = file_centre.registered()
    guide = file_centre.services.dealings.guidance.guide
    guide(a_guidance(case, file_centre.mediator, file_centre.today, service=service), actor=file_centre.actor)
    folder = folder_of(file_centre, case)
    assert folder.case == case
    (document,) = folder.documents
    assert json.loads(document.contents)["service"] == service.term


def test_without_the_partys_consent_no_phone_goes_along(centre):
    parties = tuple(replace(party, phone="13909904172") for party in some_parties(2))
    case = centre.registered(parties)
    guide = centre.services.dealings.guidance.guide
    told = a_guidance(case, centre.mediator, centre.today)
    first = guide(told, actor=centre.actor).value
    consented = a_guidance(
        case,
        centre.mediator,
        centre.today,
        consent_manner=ConsentManner.IN_PERSON,
        consented_on=centre.today,
    )
    second = guide(consented, actor=centre.actor).value
    assert (first.number, second.number) == ("（2026）石社调函字第1号", "（2026）石社调函字第2号")
    silent, given = (json.loads(document.contents) for document in folder_of(centre, case).documents)
    assert (silent["phone"], silent["consented_on"]) == ("", None)
    assert (given["phone"], given["consent_manner"]) == ("13909904172", "当面")
    with pytest.raises(InvalidInput, match=r"consent\.unknown_party"):
        guide(replace(told, id=case.id, party_id=case.id), actor=centre.actor)


def test_an_appointment_is_due_until_something_is_heard(centre):
    case = centre.registered()
    guidance = centre.services.dealings.guidance
    made = guidance.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor).value
    day = centre.today + timedelta(days=4)
    made = guidance.appoint(made.id, day, "上午十点", actor=centre.actor, version=made.version).value
    (line,) = centre.services.dealings.page(TransitFilter(view=TransitView.COUNTERPART))
    assert (line.link, line.topic, line.due_on) == (DealingKind.GUIDANCE, "legal_aid", day)
    heard = guidance.hear(made.id, centre.today, "中心已受理", actor=centre.actor, version=made.version).value
    assert centre.services.dealings.counts_by_view()[TransitView.COUNTERPART] == 0
    assert centre.services.dealings.count(TransitFilter()) == 1
    with pytest.raises(RuleRefusal, match=r"guidance\.already_heard"):
        guidance.hand_over(heard.id, centre.recorder.id, "", actor=centre.actor, version=heard.version)


def test_a_hotline_order_comes_with_its_case_and_is_answered_in_time(centre):
    paper = IncomingPaper(
        counterpart="市 12345 热线中心",
        number="12345-0017",
        arrived_on=date(2026, 11, 2),
        caller="王秀兰",
        demand="楼上漏水无人处理。",
    )
    case = centre.registered(source=CaseSource.HOTLINE, paper=paper)
    (order,) = folder_of(centre, case).dealings.orders
    assert (order.kind, order.issuer, order.caller) == (WorkOrderKind.HOTLINE, paper.counterpart, "王秀兰")
    clock = next(c for c in folder_of(centre, case).clocks if c.kind is ClockKind.REPLY)
    # Five working days from Monday 2 November.
    assert (clock.last_day, clock.is_verified) == (date(2026, 11, 9), False)
    with pytest.raises(RuleRefusal, match=r"document\.no_reply_yet"):
        centre.services.issuing.contents(DocumentKind.ORDER_REPLY, case.id, order.id)
    orders = centre.services.dealings.orders
    done = orders.answer(
        order.id, centre.today, "已约双方面谈。", actor=centre.actor, version=order.version
    ).value
    assert done.state is WorkOrderState.REPLIED
    document = centre.services.issuing.issue(
        DocumentKind.ORDER_REPLY, case.id, order.id, actor=centre.actor
    ).value
    frozen = json.loads(document.contents)
    assert (frozen["number"], frozen["caller"], frozen["reply"]) == ("12345-0017", "王某某", "已约双方面谈。")
    assert "王秀兰" not in json.dumps([frozen["caller"], frozen["demand"], frozen["reply"]])


def test_a_petition_is_told_of_or_objected_to(centre):
    case = centre.registered()
    orders = centre.services.dealings.orders
    told = an_order(case, centre.mediator, centre.today, kind=WorkOrderKind.PETITION, number="红信办16号")
    order = orders.receive(told, actor=centre.actor).value
    kinds = {clock.kind for clock in folder_of(centre, case).clocks}
    assert {ClockKind.OBJECTION, ClockKind.INFORMING} <= kinds
    (line,) = centre.services.dealings.page(TransitFilter(view=TransitView.REPLY))
    assert line.due_on == date(2026, 11, 17)
    informed = orders.inform(order.id, centre.today, actor=centre.actor, version=order.version).value
    (line,) = centre.services.dealings.page(TransitFilter(view=TransitView.REPLY))
    # Sixty days from 2 November: Friday 1 January 2027 is New Year's Day, a weekend follows.
    assert line.due_on == date(2027, 1, 4)
    objected = orders.object_to(
        informed.id, centre.today, "属住建部门职权", actor=centre.actor, version=informed.version
    ).value
    assert objected.state is WorkOrderState.OBJECTED
    assert centre.services.dealings.counts_by_view()[TransitView.TAKING_BACK] == 1
    moved = orders.hand_over(
        objected.id, centre.recorder.id, "", actor=centre.actor, version=objected.version
    ).value
    assert moved.owner_name == centre.recorder.name


def test_a_source_without_its_paper_registers_as_before(file_centre):
    case = file_centre.registered(source=CaseSource.HOTLINE)
    assert tuple(folder_of(file_centre, case).dealings) == ()
    told = file_centre.intake(source=CaseSource.HOTLINE, paper=IncomingPaper(demand="漏水"))
    (problem,) = file_centre.services.registration.check(told)
    assert (problem.code, problem.field) == ("order.number_missing", "order_number")


def test_the_clocks_ahead_tell_what_the_paper_will_start(file_centre):
    paper = IncomingPaper(counterpart="红柳区人民法院", arrived_on=file_centre.today)
    told = file_centre.intake(source=CaseSource.COURT_DELEGATED, paper=paper)
    ahead = {clock.kind: clock for clock in file_centre.services.registration.clocks_ahead(told)}
    assert ahead[ClockKind.DUE_BACK].last_day == date(2026, 12, 2)
    assert file_centre.services.dealings.count(TransitFilter()) == 0


def test_what_is_over_stands_behind_what_is_open_without_a_day(centre):
    case = centre.registered()
    guide = centre.services.dealings.guidance
    first, second = (
        guide.guide(a_guidance(case, centre.mediator, centre.today), actor=centre.actor).value
        for _each in range(2)
    )
    guide.hear(first.id, centre.today, "已受理", actor=centre.actor, version=first.version)
    assert [line.id for line in centre.services.dealings.page(TransitFilter())] == [second.id, first.id]
