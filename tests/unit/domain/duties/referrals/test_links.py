"""What passes between organs: its states, its consents, what it waits for, and its clocks counted by hand."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.clocks import ClockKind, leading
from app.domain.disputes.sources import CaseSource
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.referrals import guidance as services
from app.domain.duties.referrals import orders, steps
from app.domain.duties.referrals.clocks import order_clocks, referral_clocks
from app.domain.duties.referrals.guidance import GuidanceState, SixServices
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
    WaitingFor,
)
from app.domain.duties.referrals.links import (
    INTERFACE_OF,
    ORDER_OF,
    CaseLinks,
    IncomingPaper,
    incoming_order,
    incoming_referral,
)
from app.domain.duties.referrals.orders import WorkOrderKind, WorkOrderState
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.states import (
    MOVES,
    OPEN_STATES,
    ReferralEvent,
    ReferralState,
    may_happen,
    next_event,
    state_after,
)
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import SYSTEM
from app.domain.values.ids import new_id
from tests.support.casebook import a_case, an_organisation
from tests.support.centres import program_rules
from tests.support.link_samples import a_guidance, a_referral, an_order

RULES = program_rules()
ON = date(2026, 11, 2)
CASE = a_case(an_organisation())
OWNER = StaffMember(id=new_id(), name="赵永安", organisation_id=CASE.organisation_id)


def incoming(**given_fields: object) -> Referral:
    given_fields = {
        "direction": ReferralDirection.IN,
        "interface": FiveInterface.COURT,
        "kind": ReferralKind.DELEGATION,
        "counterpart": "红柳区人民法院",
        **given_fields,
    }
    return a_referral(CASE, OWNER, ON, **given_fields)


def clock_days(referral: Referral) -> list[tuple[ClockKind, date]]:
    return [(c.kind, c.last_day) for c in referral_clocks(referral, RULES)]


# the states


@given(events=st.lists(st.sampled_from(ReferralEvent), max_size=12), is_incoming=st.booleans())
def test_whatever_happens_something_on_its_way_has_an_owner_and_one_next_act(events, is_incoming):
    referral = incoming() if is_incoming else a_referral(CASE, OWNER, ON)
    day = ON
    acts = {
        ReferralEvent.SIGN: lambda r: steps.sign(r, on=day, by="签收人"),
        ReferralEvent.ACCEPT: lambda r: steps.accept(r, on=day),
        ReferralEvent.REFUSE: lambda r: steps.refuse(r, on=day, reason="原因"),
        ReferralEvent.RECALL: lambda r: steps.recall(r, on=day, reason="原因"),
        ReferralEvent.EXTEND: lambda r: steps.extend(r, until=day + timedelta(90), note="同意", due=None),
        ReferralEvent.RETURN: lambda r: steps.give_back(
            r, on=day, result=ReferralResult.FAILED, reply="不成"
        ),
        ReferralEvent.FEED_BACK: lambda r: steps.feed_back(r, on=day, note="已告知"),
        ReferralEvent.HAND_OVER: lambda r: steps.hand_over(r, owner_id=new_id(), owner_name="李娟"),
    }
    for event in events:
        day += timedelta(days=1)
        before = referral
        if may_happen(referral.state, event):
            referral = acts[event](referral)
            assert referral.state is state_after(before.state, event)
        else:
            with pytest.raises(RuleRefusal, match=r"referral\.step_not_allowed"):
                acts[event](referral)
            assert referral == before
        assert referral.owner_name
        assert referral.owner_id
        assert referral.is_open == (next_event(referral.state) is not None)
        assert (referral.waiting is WaitingFor.NOTHING) == (not referral.is_open)
        days = [referral.sent_on, referral.signed_on, referral.accepted_on, referral.returned_on]
        told = [entry for entry in days if entry is not None]
        assert told == sorted(told)


def test_every_state_but_the_last_two_can_be_left_and_all_can_be_reached():
    left = {state for move in MOVES if move.target for state in move.sources}
    reached = {move.target for move in MOVES if move.target} | {ReferralState.SENT}
    assert left == OPEN_STATES
    assert reached == set(ReferralState)
    assert all(may_happen(state, next_event(state)) for state in OPEN_STATES)


@pytest.mark.parametrize(
    ("state", "comes", "leaves"),
    [
        (ReferralState.SENT, WaitingFor.SIGNATURE, WaitingFor.SIGNATURE),
        (ReferralState.SIGNED, WaitingFor.REPLY, WaitingFor.COUNTERPART),
        (ReferralState.ACCEPTED, WaitingFor.REPLY, WaitingFor.COUNTERPART),
        (ReferralState.RETURNED, WaitingFor.COUNTERPART, WaitingFor.REPLY),
        (ReferralState.REFUSED, WaitingFor.TAKING_BACK, WaitingFor.TAKING_BACK),
        (ReferralState.RECALLED, WaitingFor.NOTHING, WaitingFor.NOTHING),
        (ReferralState.CLOSED, WaitingFor.NOTHING, WaitingFor.NOTHING),
    ],
)
def test_what_came_waits_for_us_and_what_left_for_them(state, comes, leaves):
    assert incoming(state=state).waiting is comes
    assert a_referral(CASE, OWNER, ON, state=state).waiting is leaves


# what is refused


@pytest.mark.parametrize(
    ("given_fields", "code", "field"),
    [
        ({"counterpart": " "}, "referral.counterpart_missing", "counterpart"),
        ({"interface": FiveInterface.POLICE}, "referral.kind_is_the_courts", "kind"),
        ({"direction": ReferralDirection.OUT}, "referral.kind_is_the_courts", "kind"),
        ({"kind": ReferralKind.ENTRUSTMENT}, "referral.procedure_missing", "procedure"),
        ({"due_back": date(2026, 11, 1)}, "referral.due_before_sent", "due_back"),
    ],
)
def test_a_new_referral_is_checked(given_fields, code, field):
    with pytest.raises(InvalidInput) as refused:
        steps.check_new(incoming(**given_fields))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_data_leave_by_law_or_with_every_persons_consent_alone():
    told = a_referral(CASE, OWNER, ON)
    steps.check_outgoing(told, CASE)
    steps.check_outgoing(replace(told, consents=(), legal_basis="人民调解法第二十五条"), CASE)
    for kept in (told.consents[:1], told.consents[1:], ()):
        with pytest.raises(InvalidInput, match=r"referral\.data_consent_missing"):
            steps.check_outgoing(replace(told, consents=kept, legal_basis=" "), CASE)
    with pytest.raises(InvalidInput, match=r"referral\.matter_missing"):
        steps.check_outgoing(replace(told, matter=" "), CASE)


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda r: steps.sign(r, on=ON, by=" "), "referral.signer_missing"),
        (lambda r: steps.sign(r, on=ON - timedelta(days=1), by="甲"), "referral.day_too_early"),
        (lambda r: steps.refuse(r, on=ON, reason=""), "reason.words_missing"),
    ],
)
def test_a_step_says_what_it_lacks(act, code):
    with pytest.raises(InvalidInput) as refused:
        act(incoming())
    assert refused.value.code == code


def test_no_result_is_reported_that_the_case_does_not_show():
    with pytest.raises(RuleRefusal, match=r"referral\.no_agreement_in_force"):
        steps.check_result(incoming(), ReferralResult.AGREED, CASE)
    with pytest.raises(RuleRefusal, match=r"referral\.case_not_ended"):
        steps.check_result(incoming(), ReferralResult.FAILED, CASE)
    steps.check_result(incoming(), ReferralResult.SENT_BACK, CASE)
    steps.check_result(incoming(), ReferralResult.AGREED, replace(CASE, effective_on=ON))
    steps.check_result(a_referral(CASE, OWNER, ON), ReferralResult.AGREED, CASE)


def test_concessions_have_no_place_in_what_goes_back():
    assert not [entry.name for entry in fields(Referral) if "concession" in entry.name]


# the clocks


@pytest.mark.parametrize(
    ("kind", "procedure", "signed", "last"),
    [
        # 30 days from 2 November: 2 December, a Wednesday.
        (ReferralKind.DELEGATION, None, date(2026, 11, 2), date(2026, 12, 2)),
        # 30 days from 3 September end on 3 October, a holiday; work goes on on 8 October.
        (ReferralKind.DELEGATION, None, date(2026, 9, 3), date(2026, 10, 8)),
        # 15 days from 6 November end on Saturday 21; Monday 23.
        (ReferralKind.ENTRUSTMENT, CourtProcedure.ORDINARY, date(2026, 11, 6), date(2026, 11, 23)),
        (ReferralKind.ENTRUSTMENT, CourtProcedure.SUMMARY, date(2026, 11, 2), date(2026, 11, 9)),
        (ReferralKind.TRANSFER, None, date(2026, 11, 2), date(2026, 11, 17)),
    ],
)
def test_the_clock_runs_from_the_signed_receipt(kind, procedure, signed, last):
    referral = incoming(
        kind=kind, procedure=procedure, sent_on=date(2026, 9, 1), signed_on=signed, state=ReferralState.SIGNED
    )
    assert clock_days(referral) == [(ClockKind.DUE_BACK, last)]
    (clock,) = referral_clocks(referral, RULES)
    assert clock.start == signed
    assert clock.explanation.startswith(f"最后一日 {last.isoformat()}")
    assert ("未核实" in clock.explanation) == (not clock.is_verified) == (kind is ReferralKind.TRANSFER)


def test_before_the_receipt_only_the_reminder_runs_and_after_the_reply_none():
    # Three working days from Monday 2 November.
    assert clock_days(incoming()) == [(ClockKind.RECEIPT, date(2026, 11, 5))]
    for state in (
        ReferralState.RETURNED,
        ReferralState.CLOSED,
        ReferralState.RECALLED,
        ReferralState.REFUSED,
    ):
        assert clock_days(incoming(state=state, signed_on=ON)) == []


def test_the_papers_own_day_goes_before_the_rule_and_an_extension_before_both():
    signed = incoming(state=ReferralState.SIGNED, signed_on=ON, due_back=date(2026, 11, 20))
    assert clock_days(signed) == [(ClockKind.DUE_BACK, date(2026, 11, 20))]
    longer = steps.extend(signed, until=date(2026, 12, 10), note="双方书面同意", due=date(2026, 11, 20))
    (clock,) = referral_clocks(longer, RULES)
    assert clock.last_day == date(2026, 12, 10)
    assert "双方书面同意" in clock.explanation
    with pytest.raises(InvalidInput, match=r"extension\.not_later"):
        steps.extend(signed, until=date(2026, 11, 20), note="同意", due=date(2026, 11, 20))


def test_a_petition_has_days_to_object_to_inform_and_to_conclude():
    order = an_order(CASE, OWNER, ON, kind=WorkOrderKind.PETITION, number="红信办16号")
    days = {c.kind: c.last_day for c in order_clocks(order, RULES, ON)}
    # Five working days from Monday 2 November; fifteen days end on Tuesday 17.
    assert days == {ClockKind.OBJECTION: date(2026, 11, 9), ClockKind.INFORMING: date(2026, 11, 17)}
    later = {c.kind for c in order_clocks(order, RULES, date(2026, 11, 10))}
    assert later == {ClockKind.INFORMING}
    informed = orders.inform(order, on=date(2026, 11, 10))
    (clock,) = order_clocks(informed, RULES, ON)
    # Sixty days from 10 November end on Saturday 9 January 2027; its calendar is not yet published.
    assert (clock.kind, clock.last_day) == (ClockKind.REPLY, date(2027, 1, 11))
    assert "第三十四条" in clock.explanation
    assert order_clocks(orders.answer(informed, on=ON + timedelta(9), reply="已办"), RULES, ON) == ()


@pytest.mark.parametrize(
    ("kind", "due", "last"),
    [
        (WorkOrderKind.HOTLINE, None, date(2026, 11, 9)),
        (WorkOrderKind.GRID, None, date(2026, 11, 5)),
        (WorkOrderKind.HOTLINE, date(2026, 11, 4), date(2026, 11, 4)),
    ],
)
def test_an_order_is_due_by_its_own_day_or_a_local_setting(kind, due, last):
    order = an_order(CASE, OWNER, ON, kind=kind, reply_due=due)
    (clock,) = order_clocks(order, RULES, ON)
    assert (clock.kind, clock.last_day, clock.is_verified) == (ClockKind.REPLY, last, due is not None)


def test_objecting_only_invites_so_it_never_leads():
    order = an_order(CASE, OWNER, ON, kind=WorkOrderKind.PETITION)
    clocks = case_clocks(CASE, ClockFacts(dealings=CaseLinks(orders=(order,))), RULES, ON)
    assert [clock.kind for clock in clocks][-2:] == [ClockKind.OBJECTION, ClockKind.INFORMING]
    assert leading(tuple(c for c in clocks if c.subject_id == order.id)).kind is ClockKind.INFORMING


# guidance and orders


def test_guidance_goes_from_letter_to_what_was_heard_and_no_further():
    guided = a_guidance(CASE, OWNER, ON)
    services.check_guidance(guided)
    appointed = services.appoint(guided, on=ON + timedelta(days=3), note="上午十点")
    heard = services.hear(appointed, on=ON + timedelta(days=4), outcome="中心已受理")
    assert [entry.state for entry in (guided, appointed, heard)] == list(GuidanceState)
    assert [entry.waiting for entry in (guided, heard)] == [WaitingFor.COUNTERPART, WaitingFor.NOTHING]
    for act in (
        lambda: services.hear(heard, on=ON, outcome="再记"),
        lambda: services.appoint(heard, on=ON, note=""),
        lambda: services.pass_guidance(heard, owner_id=new_id(), owner_name="李娟"),
    ):
        with pytest.raises(RuleRefusal, match=r"guidance\.already_heard"):
            act()
    for blank in ({"office": ""}, {"matter": " "}):
        with pytest.raises(InvalidInput):
            services.check_guidance(replace(guided, **blank))
    assert len(SixServices) == 6


def test_only_petitions_are_objected_to_and_a_refused_objection_is_answered_all_the_same():
    hotline = an_order(CASE, OWNER, ON)
    with pytest.raises(RuleRefusal, match=r"order\.petitions_only"):
        orders.object_to(hotline, on=ON, reason="不归我管")
    petition = an_order(CASE, OWNER, ON, kind=WorkOrderKind.PETITION)
    objected = orders.object_to(petition, on=ON, reason="属住建部门职权")
    assert (objected.state, objected.waiting) == (WorkOrderState.OBJECTED, WaitingFor.TAKING_BACK)
    with pytest.raises(RuleRefusal, match=r"order\.not_open"):
        orders.inform(objected, on=ON)
    replied = orders.answer(objected, on=ON, reply="异议未获同意，现回复")
    assert replied.waiting is WaitingFor.NOTHING
    with pytest.raises(RuleRefusal, match=r"order\.already_replied"):
        orders.answer(replied, on=ON, reply="再回复")


# intake


def test_every_source_with_a_paper_makes_one_thing_and_the_others_none():
    paper = IncomingPaper(counterpart="某机关", number="1号", procedure=CourtProcedure.SUMMARY)
    for source in CaseSource:
        made = (
            incoming_referral(paper, source, case_id=CASE.id, owner=SYSTEM, today=ON),
            incoming_order(paper, source, case_id=CASE.id, owner=SYSTEM, today=ON),
        )
        assert [entry is not None for entry in made] == [source in INTERFACE_OF, source in ORDER_OF]
    assert set(INTERFACE_OF.values()) == set(FiveInterface)
    assert set(ORDER_OF.values()) == set(WorkOrderKind)
    assert IncomingPaper(procedure=CourtProcedure.ORDINARY).is_blank
