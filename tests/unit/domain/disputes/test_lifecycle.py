"""The table of the lifecycle, its guards, what may happen beside the steps, and undoing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.disputes import side_steps, steps
from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import Case, NonAcceptanceReason, TerminationReason
from app.domain.disputes.lifecycle.guards import Circumstances, Guard, refusal
from app.domain.disputes.lifecycle.moves import CaseMove, changed_fields, undoable_move, undone
from app.domain.disputes.lifecycle.transitions import (
    TRANSITIONS,
    Demand,
    entered,
    is_open_to,
    transition_for,
)
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.disputes.states import (
    BEFORE_ACCEPTANCE,
    CLOSED_STATES,
    OPEN_STATES,
    CaseEvent,
    CaseState,
)
from app.domain.disputes.turns import HandOver, PoliceReport, Route, Transfer
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffRole
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from tests.support.aggregates import filled
from tests.support.builders import TODAY, a_case, a_mediator, an_inquiry, consents

CLEAN = Circumstances()
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=SHANGHAI)


def a_staffed_case(state, **given):
    case = a_case(state=state, accepted_on=TODAY, rights_notice_on=TODAY, **given)
    return replace(case, consents=consents(case))


def a_route(route=Route.COURT):
    return HandOver(id=new_id(), route=route, organ="某某区人民法院", papers=("笔录",), told_on=TODAY)


# the table


def test_an_event_has_one_row_for_each_state():
    seen = [(row.event, state) for row in TRANSITIONS for state in row.sources]
    assert len(seen) == len(set(seen))


def test_the_papers_of_the_table_are_forms_of_the_house():
    kinds = {kind.value for kind in DocumentKind}
    assert {row.document for row in TRANSITIONS if row.document} <= kinds


def test_whatever_takes_a_paper_with_it_demands_a_reason_a_party_or_is_an_agreement():
    told = {Demand.REASON, Demand.PARTY}
    silent = {row.event for row in TRANSITIONS if row.document and not told & set(row.demands)}
    assert silent == {CaseEvent.AGREE, CaseEvent.AGREE_ORALLY}


@pytest.mark.parametrize("event", [CaseEvent.UPGRADE, CaseEvent.TRANSFER, CaseEvent.REPORT_TO_POLICE])
@pytest.mark.parametrize("state", list(CaseState))
def test_raising_handing_over_and_reporting_are_legal_in_every_open_state(event, state):
    assert (transition_for(state, event) is not None) == (state in OPEN_STATES)


def test_only_the_archive_and_reopening_lead_out_of_closed_states():
    leaving = {row.event for row in TRANSITIONS if row.sources & CLOSED_STATES}
    assert leaving == {CaseEvent.ARCHIVE, CaseEvent.REOPEN}


def test_a_director_alone_takes_a_case_up_again():
    guarded = [row for row in TRANSITIONS if row.roles]
    assert [(row.event, row.roles) for row in guarded] == [(CaseEvent.REOPEN, (StaffRole.DIRECTOR,))]


@pytest.mark.parametrize("guard", list(Guard))
def test_every_guard_lets_something_pass_and_stops_something(guard):
    """A case as registered, one as settled, and both with everything unfinished."""
    fresh = a_case(state=CaseState.TRIAGED)
    refusing = replace(fresh, consents=(an_inquiry(fresh.parties[0].id, ConsentAnswer.REFUSED),))
    settled = replace(
        a_staffed_case(CaseState.EFFECTIVE, effective_on=TODAY, mediators=(a_mediator(_member()),)),
        transfers=(Transfer(id=new_id(), on=TODAY, receiver="街道", reason="归口"),),
    )
    busy = Circumstances(open_sessions=1, drafts=1, waiting_agreements=1, unstored_pages=1)
    answers = [
        refusal(guard, case, around) is None
        for case in (fresh, refusing, settled)
        for around in (CLEAN, busy)
    ]
    assert any(answers)
    assert not all(answers)


def _member():
    from tests.support.builders import a_committee, a_member

    return a_member(a_committee(), "赵永安")


# beside the steps


def test_raising_goes_up_and_never_down():
    case = a_case(tier="社区", risk=RiskLevel.MEDIUM)
    raised = side_steps.escalate(case, tier="街道", risk=RiskLevel.MEDIUM, reason="扩大", on=TODAY)
    assert (raised.tier, raised.state) == ("街道", case.state)
    assert (raised.escalations[0].from_tier, raised.escalations[0].to_tier) == ("社区", "街道")
    for tier, risk in (("社区", RiskLevel.MEDIUM), ("网格", RiskLevel.HIGH), ("社区", RiskLevel.LOW)):
        with pytest.raises(InvalidInput, match=r"escalation\.not_higher"):
            side_steps.escalate(case, tier=tier, risk=risk, reason="扩大", on=TODAY)


def test_the_case_says_who_holds_it_now():
    case = a_case()
    handed = side_steps.transfer(case, Transfer(id=new_id(), on=TODAY, receiver="街道调委会", reason="归口"))
    assert handed.holder == "街道调委会"
    with pytest.raises(InvalidInput, match=r"transfer\.holds_it_already"):
        side_steps.transfer(handed, Transfer(id=new_id(), on=TODAY, receiver="街道调委会", reason="再次"))
    back = side_steps.take_back(handed, Transfer(id=new_id(), on=TODAY, reason="退回"))
    assert back.holder == ""
    with pytest.raises(RuleRefusal, match=r"case\.held_here"):
        side_steps.take_back(back, Transfer(id=new_id(), on=TODAY, reason="退回"))


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"risk": RiskLevel.VERY_HIGH}, True),
        ({"risk_flags": (RiskFlag.HEATED,)}, True),
        ({"risk": RiskLevel.HIGH}, False),
        ({"risk": RiskLevel.VERY_HIGH, "state": CaseState.CLOSED}, False),
    ],
)
def test_a_report_is_asked_for_where_it_is_dangerous_and_never_blocks(given, asked):
    case = a_case(**given)
    assert side_steps.asks_for_a_report(case) is asked
    if asked:
        report = PoliceReport(id=new_id(), at=NOON, receiver="派出所", told="扬言报复")
        assert not side_steps.asks_for_a_report(side_steps.report_to_police(case, report))


def test_a_report_says_to_whom_and_what():
    for missing in ("receiver", "told"):
        report = PoliceReport(id=new_id(), at=NOON, receiver="派出所", told="扬言报复")
        with pytest.raises(InvalidInput, match=rf"report\.{missing}_missing"):
            side_steps.report_to_police(a_case(), replace(report, **{missing: " "}))


def test_what_is_in_effect_cannot_be_withdrawn():
    case = a_staffed_case(CaseState.EFFECTIVE, effective_on=TODAY)
    with pytest.raises(RuleRefusal, match=r"case\.agreement_binds"):
        side_steps.withdraw(case, party_id=case.parties[0].id, reason="和解", on=TODAY, around=CLEAN)
    waiting = a_staffed_case(CaseState.AGREED)
    with pytest.raises(RuleRefusal, match=r"case\.agreement_waits"):
        side_steps.withdraw(waiting, party_id=waiting.parties[0].id, reason="和解", on=TODAY, around=CLEAN)


def test_withdrawing_closes_the_case_and_names_the_party():
    case = a_staffed_case(CaseState.MEDIATING)
    left = side_steps.withdraw(case, party_id=case.parties[0].id, reason="和解", on=TODAY, around=CLEAN)
    assert (left.state, left.closed_on) == (CaseState.WITHDRAWN, TODAY)
    assert left.departures[0].party_name == case.parties[0].name
    assert not left.is_open


def test_refusing_stops_a_case_wherever_it_is():
    early = a_case(state=CaseState.AWAITING_CONSENT)
    inquiry = an_inquiry(early.parties[1].id, ConsentAnswer.NO_REPLY)
    stopped = side_steps.refuse(early, inquiry, hand_overs=(), routes_told=False, around=CLEAN)
    assert (stopped.state, stopped.non_acceptance_reason) == (
        CaseState.NOT_ACCEPTED,
        NonAcceptanceReason.PARTY_REFUSED,
    )
    assert [party.id for party in stopped.refusing()] == [early.parties[1].id]
    late = a_staffed_case(CaseState.MEDIATING)
    inquiry = an_inquiry(late.parties[1].id, ConsentAnswer.REFUSED)
    with pytest.raises(RuleRefusal, match=r"case\.routes_not_told"):
        side_steps.refuse(late, inquiry, hand_overs=(), routes_told=False, around=CLEAN)
    ended = side_steps.refuse(late, inquiry, hand_overs=(a_route(),), routes_told=True, around=CLEAN)
    assert (ended.state, ended.hand_overs[0].route) == (CaseState.TERMINATED, Route.COURT)


def test_guiding_out_needs_a_route():
    with pytest.raises(InvalidInput, match=r"case\.route_missing"):
        side_steps.guide_out(a_case(), reason="属于仲裁", on=TODAY, hand_overs=())
    left = side_steps.guide_out(a_case(), reason="属于仲裁", on=TODAY, hand_overs=(a_route(),))
    assert (left.state, left.routes_told) == (CaseState.GUIDED_OUT, True)


def test_a_partial_agreement_leaves_the_rest_to_go_on_or_to_end():
    agreed = a_staffed_case(CaseState.AGREED)
    partly = steps.take_effect(agreed, on=TODAY, is_partial=True)
    assert partly.state is CaseState.PARTIAL
    assert steps.begin_mediation(partly).state is CaseState.MEDIATING
    told = {"reason": TerminationReason.TOO_FAR_APART, "note": "", "routes_told": True, "on": TODAY}
    ended = steps.end_rest(partly, **told, hand_overs=(a_route(),))
    assert (ended.state, ended.effective_on) == (CaseState.EFFECTIVE, TODAY)
    with pytest.raises(RuleRefusal, match=r"case\.agreement_binds"):
        steps.terminate(steps.begin_mediation(partly), **told)
    with pytest.raises(RuleRefusal, match=r"case\.no_part_in_effect"):
        steps.end_rest(a_staffed_case(CaseState.MEDIATING), **told)


def test_a_supplement_to_what_is_in_effect_does_not_move_the_rest():
    rest = a_staffed_case(CaseState.MEDIATING, effective_on=TODAY)
    assert steps.agree(rest, is_supplement=True) is rest
    waiting = steps.agree(rest)
    assert waiting.state is CaseState.AGREED
    assert steps.take_effect(waiting, on=TODAY, is_supplement=True) is waiting


def test_an_oral_agreement_is_in_effect_when_it_is_reached():
    spoken = steps.agree_orally(a_staffed_case(CaseState.MEDIATING), on=TODAY)
    assert (spoken.state, spoken.effective_on) == (CaseState.EFFECTIVE, TODAY)


def test_reopening_keeps_how_it_had_ended_and_begins_with_a_clean_case():
    case = a_staffed_case(
        CaseState.ARCHIVED,
        termination_reason=TerminationReason.TOO_FAR_APART,
        termination_note="差两万",
        routes_told=True,
        ended_on=TODAY,
        closed_on=TODAY,
    )
    again = side_steps.reopen(case, reason="新证据", approver="周敏", on=TODAY + timedelta(days=9))
    assert (again.state, again.termination_reason, again.closed_on) == (CaseState.REOPENED, None, None)
    kept = again.reopenings[0]
    assert (kept.from_state, kept.approver, kept.ended_on) == (CaseState.ARCHIVED, "周敏", TODAY)
    assert "差两万" in kept.ending
    for missing in ({"reason": ""}, {"approver": " "}, {"on": TODAY - timedelta(days=1)}):
        told = {"reason": "新证据", "approver": "周敏", "on": TODAY} | missing
        with pytest.raises(InvalidInput):
            side_steps.reopen(case, **told)


@pytest.mark.parametrize(
    ("accepted", "event"), [(True, CaseEvent.MEDIATE), (True, CaseEvent.CLOSE), (False, CaseEvent.ACCEPT)]
)
def test_a_reopened_case_goes_on_where_it_had_come_to(accepted, event):
    case = a_staffed_case(CaseState.REOPENED, mediators=(a_mediator(_member()),))
    if not accepted:
        case = replace(case, accepted_on=None)
    assert is_open_to(case, event)
    other = CaseEvent.ACCEPT if accepted else CaseEvent.CLOSE
    assert not is_open_to(case, other)


def test_merging_carries_missing_parties_with_their_consent():
    into = a_staffed_case(CaseState.MEDIATING)
    case = a_case(state=CaseState.AWAITING_CONSENT, parties=4)
    case = replace(case, consents=consents(case))
    left, grown = side_steps.merge(case, into, reason="同一件", on=TODAY, around=CLEAN)
    assert (left.state, left.departures[0].into_id) == (CaseState.MERGED, into.id)
    assert sorted({p.name for p in grown.parties}) == sorted({p.name for p in case.parties})
    assert not grown.not_yet_consenting()
    assert not {p.id for p in grown.parties} & {p.id for p in case.parties}


def test_nobody_is_merged_into_mediation_unasked():
    into = a_staffed_case(CaseState.MEDIATING)
    case = a_case(parties=4)
    with pytest.raises(RuleRefusal, match=r"case\.consent_missing"):
        side_steps.merge(case, into, reason="同一件", on=TODAY, around=CLEAN)
    with pytest.raises(InvalidInput, match=r"merger\.same_case"):
        side_steps.merge(case, case, reason="同一件", on=TODAY, around=CLEAN)


@pytest.mark.parametrize("busy", ["open_sessions", "drafts", "unstored_pages"])
def test_nothing_unfinished_goes_into_the_archive(busy):
    case = a_staffed_case(CaseState.CLOSED)
    with pytest.raises(RuleRefusal):
        side_steps.archive(case, Circumstances(**{busy: 2}))
    assert side_steps.archive(case, CLEAN).state is CaseState.ARCHIVED


def test_a_refused_event_says_the_first_guard():
    case = a_case(state=CaseState.TRIAGED)
    with pytest.raises(RuleRefusal, match=r"case\.consent_missing"):
        entered(case, CaseEvent.ACCEPT)
    assert {CaseState.TRIAGED} <= BEFORE_ACCEPTANCE


# undoing


def a_move(before, after, event, **given):
    move = CaseMove(
        id=new_id(),
        case_id=after.id,
        event=event,
        before=before.state,
        after=after.state,
        at=NOON,
        actor_id=new_id(),
        actor_name="赵永安",
        changed=changed_fields(before, after),
    )
    return replace(move, **given)


@settings(max_examples=25)  # two whole cases each, a quarter of a second to draw
@given(data=st.data())
def test_undoing_gives_back_exactly_what_was_there(data):
    """Whatever two states of a case differ in, the move alone brings the earlier one back."""
    before, other = data.draw(filled(Case)), data.draw(filled(Case))
    after = replace(other, id=before.id, version=before.version)
    assert undone(after, a_move(before, after, CaseEvent.CLOSE)) == before


def test_only_the_latest_move_is_undone_and_only_while_nothing_left_the_building():
    before = a_staffed_case(CaseState.FOLLOWED_UP)
    after = steps.close(before, on=TODAY)
    move = a_move(before, after, CaseEvent.CLOSE)
    assert undoable_move(after, (move,), ()) is move
    assert undoable_move(after, (move,), (NOON - timedelta(hours=1),)) is move
    for moves, issued, code in (
        ((), (), "undo.nothing"),
        ((replace(move, undone_at=NOON),), (), "undo.nothing"),
        ((replace(move, document_id=new_id()),), (), "undo.left_the_building"),
        ((move,), (NOON + timedelta(hours=1),), "undo.left_the_building"),
    ):
        with pytest.raises(RuleRefusal, match=code):
            undoable_move(after, moves, issued)
    with pytest.raises(RuleRefusal, match=r"undo\.changed_since"):
        undoable_move(replace(after, closed_on=date(2026, 11, 9)), (move,), ())
