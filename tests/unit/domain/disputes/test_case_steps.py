"""What may be done to a case, and what the law forbids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.domain.disputes import steps
from app.domain.disputes.case_parties import (
    CaseParty,
    ConsentAnswer,
    ConsentInquiry,
    ConsentManner,
    PartySide,
)
from app.domain.disputes.cases import (
    Case,
    CaseMediator,
    MediatorRole,
    NonAcceptanceReason,
    TerminationReason,
)
from app.domain.disputes.lifecycle.transitions import TRANSITIONS, is_allowed, next_state
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag, RiskLevel, suggested_risk
from app.domain.disputes.states import CaseEvent, CaseState, Stage, stage_of
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id

DAY = date(2026, 11, 9)


def a_case(state: CaseState = CaseState.TRIAGED) -> Case:
    moment = datetime(2026, 11, 9, 0, 30, tzinfo=SHANGHAI)
    return Case(
        id=new_id(),
        intake_number="2026-0417",
        state=state,
        title="楼上漏水致损赔偿",
        source=CaseSource.WINDOW,
        dispute_type="neighbour",
        facts="暖气阀门损坏漏水",
        organisation_id=new_id(),
        received_at=moment,
        registered_at=moment,
        registrar_id=new_id(),
        registrar_name="迪丽努尔·艾力",
        parties=(
            CaseParty(id=new_id(), side=PartySide.APPLICANT, name="古丽娜尔·托合提"),
            CaseParty(id=new_id(), side=PartySide.RESPONDENT, name="孙国强"),
        ),
    )


def asked(case: Case, *answers: ConsentAnswer) -> Case:
    for party, answer in zip(case.parties, answers, strict=False):
        case = steps.record_consent(
            case,
            ConsentInquiry(
                id=new_id(), party_id=party.id, answer=answer, manner=ConsentManner.PHONE, asked_on=DAY
            ),
        )
    return case


def a_mediator(role: MediatorRole = MediatorRole.FIRST) -> CaseMediator:
    return CaseMediator(id=new_id(), staff_id=new_id(), name="赵永安", role=role, assigned_on=DAY)


def test_acceptance_needs_the_consent_of_every_party():
    case = asked(a_case(), ConsentAnswer.AGREED)
    with pytest.raises(RuleRefusal, match="consent_missing") as refused:
        steps.accept(case, on=DAY)
    assert refused.value.facts["party"] == "孙国强"


def test_silence_is_not_consent():
    case = asked(a_case(), ConsentAnswer.AGREED, ConsentAnswer.NO_REPLY)
    with pytest.raises(RuleRefusal, match="consent_missing"):
        steps.accept(case, on=DAY)


def test_a_clear_refusal_is_a_hard_stop_that_only_declining_ends():
    case = asked(a_case(), ConsentAnswer.AGREED, ConsentAnswer.REFUSED)
    with pytest.raises(RuleRefusal, match="party_refused"):
        steps.accept(case, on=DAY)
    declined = steps.decline(case, reason=NonAcceptanceReason.PARTY_REFUSED, note="", on=DAY)
    assert declined.state is CaseState.NOT_ACCEPTED
    assert not declined.is_open


def test_a_party_may_change_its_mind_and_every_try_is_kept():
    case = asked(a_case(), ConsentAnswer.AGREED, ConsentAnswer.REFUSED)
    again = ConsentInquiry(
        id=new_id(),
        party_id=case.parties[1].id,
        answer=ConsentAnswer.AGREED,
        manner=ConsentManner.IN_PERSON,
        asked_on=DAY,
    )
    case = steps.record_consent(case, again)
    assert len(case.consents) == 3
    assert steps.accept(case, on=DAY).state is CaseState.ACCEPTED


def test_a_minor_needs_a_guardian_before_acceptance():
    case = a_case()
    child = replace(case.parties[0], birth_date=date(2011, 1, 1))
    case = asked(replace(case, parties=(child, case.parties[1])), ConsentAnswer.AGREED, ConsentAnswer.AGREED)
    with pytest.raises(RuleRefusal, match="guardian_missing"):
        steps.accept(case, on=DAY)
    guarded = replace(child, agents=(Agent(id=new_id(), kind=AgentKind.STATUTORY, name="托合提"),))
    case = replace(case, parties=(guarded, case.parties[1]))
    assert steps.accept(case, on=DAY).accepted_on == DAY


def test_at_sixteen_living_on_own_labour_stands_in_for_a_guardian():
    """民法典 art. 18(2): the sixteenth birthday counts, and the statement says on what it rests."""
    case = a_case()
    working = replace(case.parties[0], birth_date=date(2010, 11, 9))
    case = asked(
        replace(case, parties=(working, case.parties[1])), ConsentAnswer.AGREED, ConsentAnswer.AGREED
    )
    with pytest.raises(RuleRefusal, match="guardian_or_own_living"):
        steps.accept(case, on=DAY)
    stated = replace(working, own_living_basis="在汽修店务工，月薪四千元")
    assert steps.accept(replace(case, parties=(stated, case.parties[1])), on=DAY).accepted_on == DAY
    for told in (replace(stated, birth_date=date(2010, 11, 10)), replace(working, own_living_basis="  ")):
        with pytest.raises(RuleRefusal, match="guardian"):
            steps.accept(replace(case, parties=(told, case.parties[1])), on=DAY)


def test_other_as_a_reason_needs_words():
    with pytest.raises(InvalidInput, match="words_missing"):
        steps.decline(a_case(), reason=NonAcceptanceReason.OTHER, note=" ", on=DAY)


def test_a_request_just_after_midnight_in_shanghai_belongs_to_that_day():
    """00:30 in Shanghai is still the day before in UTC: the local day must be used."""
    case = asked(a_case(), ConsentAnswer.AGREED, ConsentAnswer.AGREED)
    with pytest.raises(InvalidInput, match="before_registration"):
        steps.accept(case, on=DAY - timedelta(days=1))
    assert steps.accept(case, on=DAY).accepted_on == DAY


def test_assignment_needs_exactly_one_first_mediator():
    case = a_case(CaseState.ACCEPTED)
    with pytest.raises(RuleRefusal, match="one_first_mediator"):
        steps.assign(case, (a_mediator(MediatorRole.SECOND),))
    with pytest.raises(RuleRefusal, match="one_first_mediator"):
        steps.assign(case, (a_mediator(), a_mediator()))
    same = a_mediator()
    with pytest.raises(InvalidInput, match="mediator_twice"):
        steps.assign(case, (same, replace(same, id=new_id(), role=MediatorRole.SECOND)))
    assert steps.assign(case, (a_mediator(),)).lead is not None


def test_replacing_a_mediator_in_mid_mediation_does_not_throw_the_case_back():
    case = a_case(CaseState.MEDIATING)
    assert steps.assign(case, (a_mediator(),)).state is CaseState.MEDIATING


def test_no_session_before_the_rights_notice_is_served():
    case = a_case(CaseState.ASSIGNED)
    with pytest.raises(RuleRefusal, match="rights_notice_missing"):
        steps.begin_mediation(case)
    assert steps.begin_mediation(steps.serve_rights_notice(case, on=DAY)).state is CaseState.MEDIATING


def test_termination_needs_the_other_routes_told():
    case = a_case(CaseState.MEDIATING)
    with pytest.raises(RuleRefusal, match="routes_not_told"):
        steps.terminate(case, reason=TerminationReason.TOO_FAR_APART, note="", routes_told=False, on=DAY)
    ended = steps.terminate(case, reason=TerminationReason.TOO_FAR_APART, note="", routes_told=True, on=DAY)
    assert ended.state is CaseState.TERMINATED
    assert ended.routes_told


def test_mediation_does_not_end_before_it_was_accepted():
    case = replace(a_case(CaseState.MEDIATING), accepted_on=DAY + timedelta(days=1))
    with pytest.raises(InvalidInput, match=r"date\.before_acceptance"):
        steps.terminate(case, reason=TerminationReason.TOO_FAR_APART, note="", routes_told=True, on=DAY)


def test_a_further_agreement_leaves_an_effective_case_effective():
    case = replace(a_case(CaseState.EFFECTIVE), effective_on=DAY)
    assert steps.agree(case) == case
    assert steps.take_effect(case, on=DAY + timedelta(days=9)).effective_on == DAY


def test_an_event_out_of_place_names_both_event_and_state():
    with pytest.raises(RuleRefusal) as refused:
        next_state(CaseState.REGISTERED, CaseEvent.CLOSE)
    assert refused.value.facts == {"event": "结案", "state": "已登记"}


@pytest.mark.parametrize("event", list(CaseEvent))
def test_every_event_leads_somewhere(event):
    assert [move for move in TRANSITIONS if move.event is event]


@pytest.mark.parametrize("state", list(CaseState))
def test_every_open_state_has_a_way_on_and_every_state_a_step(state):
    assert isinstance(stage_of(state), Stage)
    leaves = any(is_allowed(state, event) for event in CaseEvent)
    assert leaves == (state is not CaseState.MERGED)


def test_every_state_is_reached_from_registration():
    reached = {CaseState.REGISTERED}
    while True:
        targets = {move.target for move in TRANSITIONS if move.sources & reached}
        further = (targets | reached) - {None}
        if further == reached:
            break
        reached = further
    assert reached == set(CaseState)


def test_triage_sets_channel_risk_and_tier():
    case = a_case(CaseState.REGISTERED)
    sent = steps.triage(case, channel=MediationChannel.PEOPLES, risk=RiskLevel.HIGH, tier="社区")
    assert (sent.channel, sent.risk, sent.tier) == (MediationChannel.PEOPLES, RiskLevel.HIGH, "社区")


@pytest.mark.parametrize(
    ("flags", "level"),
    [
        ((), RiskLevel.LOW),
        ((RiskFlag.WAGES,), RiskLevel.MEDIUM),
        ((RiskFlag.HEATED,), RiskLevel.HIGH),
        ((RiskFlag.WAGES, RiskFlag.GROUP), RiskLevel.HIGH),
        ((RiskFlag.WAGES, RiskFlag.GROUP, RiskFlag.HEATED), RiskLevel.VERY_HIGH),
        (tuple(RiskFlag), RiskLevel.VERY_HIGH),
    ],
)
def test_risk_is_suggested_from_what_was_ticked(flags, level):
    assert suggested_risk(flags) is level
