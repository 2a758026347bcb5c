"""Referrals on their way: what leaves, what comes, the clock from the receipt, always with an owner."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cli.verbs.show import folder_plain
from app.domain.disputes.cases import NonAcceptanceReason
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
    WaitingFor,
)
from app.domain.duties.referrals.links import IncomingPaper
from app.domain.duties.referrals.states import ReferralState
from app.domain.duties.referrals.transit import TransitFilter, TransitView
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from tests.support.builders import a_mediator, a_payment, consents
from tests.support.link_samples import a_referral

COURT = IncomingPaper(
    counterpart="红柳区人民法院立案庭",
    contact="刘法官 0990-6220000",
    number="（2026）新0203诉前调88号",
    sent_on=date(2026, 10, 29),
    arrived_on=date(2026, 11, 2),
)


def folder_of(centre, case):
    return centre.services.cases.folder(case.id)


def the_referral(centre, case):
    (referral,) = folder_of(centre, case).dealings.referrals
    return referral


def clock_of(centre, case, kind):
    return next(clock for clock in folder_of(centre, case).clocks if clock.kind is kind)


def delegated(centre, **paper):
    return centre.registered(
        source=CaseSource.COURT_DELEGATED,
        channel=MediationChannel.JUDICIAL,
        paper=replace(COURT, **paper),
    )


def test_a_delegated_case_comes_with_its_referral_and_the_thirty_days_run_from_the_receipt(centre):
    case = delegated(centre)
    referral = the_referral(centre, case)
    assert (referral.direction, referral.kind) == (ReferralDirection.IN, ReferralKind.DELEGATION)
    assert (referral.state, referral.signed_by) == (ReferralState.SIGNED, centre.registrar.name)
    assert (referral.owner_id, referral.their_number) == (centre.registrar.id, COURT.number)
    clock = clock_of(centre, case, ClockKind.DUE_BACK)
    assert (clock.start, clock.last_day) == (date(2026, 11, 2), date(2026, 12, 2))
    assert clock.explanation.startswith(
        "最后一日 2026-12-02（周三）：11-02 红柳区人民法院立案庭委派件签收，次日起算三十日"
    )
    assert "特邀调解的规定第二十七条" in clock.explanation
    assert clock.subject_id == referral.id


@pytest.mark.parametrize(("procedure", "last"), [(CourtProcedure.ORDINARY, 17), (CourtProcedure.SUMMARY, 9)])
def test_an_entrusted_case_is_due_by_the_courts_procedure(file_centre, procedure, last):
    case = file_centre.registered(
        source=CaseSource.COURT_ENTRUSTED, paper=replace(COURT, procedure=procedure)
    )
    assert clock_of(file_centre, case, ClockKind.DUE_BACK).last_day == date(2026, 11, last)


def test_what_is_wrong_with_the_paper_is_told_before_registering(file_centre):
    told = file_centre.intake(source=CaseSource.COURT_ENTRUSTED, paper=replace(COURT, counterpart=" "))
    (problem,) = file_centre.services.registration.check(told)
    assert (problem.code, problem.field) == ("referral.counterpart_missing", "order_counterpart")
    told = replace(told, paper=COURT)
    (problem,) = file_centre.services.registration.check(told)
    assert (problem.code, problem.field) == ("referral.procedure_missing", "order_procedure")
    told = replace(told, source=CaseSource.POLICE, paper=replace(COURT, arrived_on=date(2026, 11, 3)))
    (problem,) = file_centre.services.registration.check(told)
    assert (problem.code, problem.field) == ("date.in_future", "order_arrived")
    assert file_centre.services.lists.view_counts(None)


def test_an_unsigned_paper_waits_for_its_receipt_and_then_its_clock_runs(centre):
    case = delegated(centre, arrived_on=None)
    referral = the_referral(centre, case)
    assert referral.state is ReferralState.SENT
    assert not [c for c in folder_of(centre, case).clocks if c.kind is ClockKind.DUE_BACK]
    # Three working days from Thursday 29 October: Friday, Monday, Tuesday.
    receipt = clock_of(centre, case, ClockKind.RECEIPT)
    assert (receipt.last_day, receipt.is_verified) == (date(2026, 11, 3), False)
    signed = centre.services.dealings.referrals.sign(
        referral.id, centre.today, "巴合提古丽", actor=centre.actor, version=referral.version
    ).value
    assert clock_of(centre, case, ClockKind.DUE_BACK).last_day == date(2026, 12, 2)
    with pytest.raises(StaleWrite):
        centre.services.dealings.referrals.accept(
            signed.id, centre.today, actor=centre.actor, version=referral.version
        )


def test_a_delegation_goes_from_receipt_to_the_reply_and_the_feedback(centre):
    """P1: delegated before filing, agreed, in force, returned to the court by a numbered letter."""
    paper = replace(COURT, procedure=None)
    case = centre.registered(
        source=CaseSource.COURT_DELEGATED, channel=MediationChannel.JUDICIAL, paper=paper
    )
    links = centre.services.dealings.referrals
    referral = links.accept(the_referral(centre, case).id, centre.today, actor=centre.actor, version=1).value
    with pytest.raises(RuleRefusal, match=r"referral\.no_agreement_in_force"):
        links.give_back(
            referral.id,
            centre.today,
            ReferralResult.AGREED,
            "双方达成协议。",
            actor=centre.actor,
            version=referral.version,
        )
    effective = carried_to_effect(centre, case)
    done = links.give_back(
        referral.id,
        centre.today,
        ReferralResult.AGREED,
        "双方达成协议，当场付清首期。",
        undisputed_facts="结算尚欠三千零九十元。",
        actor=centre.actor,
        version=referral.version,
    ).value
    assert done.reply_number == "（2026）石社调函字第1号"
    (document,) = [d for d in folder_of(centre, case).documents if d.kind is DocumentKind.REFERRAL_REPLY]
    frozen = json.loads(document.contents)
    assert (document.number, document.subject_id) == (done.reply_number, done.id)
    assert frozen["addressee"] == COURT.counterpart
    assert frozen["undisputed_facts"] == "结算尚欠三千零九十元。"
    assert frozen["effective_on"] == effective.effective_on.isoformat()
    assert "愿让五百" not in document.contents
    kinds = {clock.kind for clock in folder_of(centre, case).clocks}
    assert ClockKind.DUE_BACK not in kinds
    assert ClockKind.CONFIRMATION in kinds
    closed = links.feed_back(
        done.id, centre.today, "立案庭已收回函", actor=centre.actor, version=done.version
    ).value
    assert (closed.state, closed.waiting) == (ReferralState.CLOSED, WaitingFor.NOTHING)


def carried_to_effect(centre, case):
    """Lead a case already registered to an agreement in force, with concessions told in confidence."""
    cases = centre.services.cases
    for inquiry in consents(case, centre.today):
        case = cases.record_consent(case.id, inquiry, actor=centre.actor, version=case.version).value
    case = cases.accept(case.id, centre.today, actor=centre.actor, version=case.version).value
    staff = (a_mediator(centre.mediator, on=centre.today),)
    case = cases.assign(case.id, staff, actor=centre.actor, version=case.version).value
    cases.serve_rights_notice(case.id, centre.today, actor=centre.actor, version=case.version)
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="双方陈述了经过。",
        concessions="愿让五百",
        rights_told=True,
        result=SessionResult.AGREED,
    )
    centre.services.mediation.finish(session, actor=centre.actor)
    draft = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
    terms = (a_payment(case.parties[1], case.parties[0]),)
    draft = centre.services.settlements.save(replace(draft, terms=terms), actor=centre.actor).value
    centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    centre.signed(centre.services.settlements.agreement(draft.id))
    return centre.case(case.id)


def test_the_police_interface_is_through_within_a_day(centre):
    """P5: handed over by the police station on one day, an agreement in force and returned the next."""
    paper = IncomingPaper(
        counterpart="石化路派出所", number="警调移〔2026〕12号", arrived_on=date(2026, 11, 2)
    )
    case = centre.registered(source=CaseSource.POLICE, paper=paper)
    referral = the_referral(centre, case)
    assert (referral.interface, referral.kind) == (FiveInterface.POLICE, ReferralKind.TRANSFER)
    clock = clock_of(centre, case, ClockKind.DUE_BACK)
    assert (clock.last_day, clock.is_verified) == (date(2026, 11, 17), False)
    assert "未核实" in clock.explanation
    links = centre.services.dealings.referrals
    referral = links.accept(referral.id, centre.today, actor=centre.actor, version=1).value
    centre.clock.moment += timedelta(days=1)
    carried_to_effect(centre, case)
    done = links.give_back(
        referral.id,
        centre.today,
        ReferralResult.AGREED,
        "双方就死亡赔偿达成协议。",
        actor=centre.actor,
        version=referral.version,
    ).value
    assert (done.returned_on - done.signed_on).days == 1
    assert done.waiting is WaitingFor.COUNTERPART


def test_nothing_leaves_without_law_or_everybodys_separate_consent(centre):
    case = centre.registered()
    links = centre.services.dealings.referrals
    told = a_referral(case, centre.mediator, centre.today)
    with pytest.raises(InvalidInput, match=r"referral\.data_consent_missing") as refused:
        links.send(replace(told, consents=told.consents[:1]), actor=centre.actor)
    assert refused.value.facts["party"] == case.parties[1].name
    assert not folder_of(centre, case).dealings.referrals
    assert not folder_of(centre, case).documents
    lawful = replace(told, consents=(), legal_basis="人民调解法第二十五条")
    sent = links.send(lawful, actor=centre.actor).value
    assert (sent.our_number, sent.owner_name) == ("（2026）石社调函字第1号", centre.mediator.name)
    (document,) = folder_of(centre, case).documents
    frozen = json.loads(document.contents)
    assert frozen["legal_basis"] == "人民调解法第二十五条"
    assert frozen["contact_person"] == centre.mediator.name
    # The refused letter took no number.
    again = links.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor).value
    assert again.our_number == "（2026）石社调函字第2号"


def test_the_list_shows_what_waits_for_whom_and_it_is_never_without_an_owner(centre):
    case = centre.registered()
    links = centre.services.dealings
    sent = links.referrals.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor).value
    assert links.counts_by_view()[TransitView.SIGNATURE] == 1
    sent = links.referrals.sign(
        sent.id, centre.today, "信访局 马干事", actor=centre.actor, version=sent.version
    ).value
    (line,) = links.page(TransitFilter(view=TransitView.COUNTERPART))
    assert (line.counterpart, line.owner_id) == ("红柳区信访局", centre.mediator.id)
    assert line.due_on == clock_of(centre, case, ClockKind.DUE_BACK).last_day == date(2026, 11, 17)
    moved = links.referrals.hand_over(
        sent.id, centre.recorder.id, "休假", actor=centre.actor, version=sent.version
    ).value
    assert moved.owner_name == centre.recorder.name
    assert [(o.name, o.count) for o in links.owners()] == [(centre.recorder.name, 1)]
    assert links.count(TransitFilter(owner_id=centre.mediator.id)) == 0
    assert links.count(TransitFilter(text="信访 2026-0001")) == 1
    assert links.count(TransitFilter(text="检察")) == 0
    history = [entry for entry in folder_of(centre, case).history if entry.kind == "referral"]
    assert history[0].note == f"{centre.recorder.name}：休假"
    left = replace(centre.mediator, version=1, left_on=centre.today)
    centre.services.people.save_staff(left, actor=centre.actor)
    with pytest.raises(InvalidInput, match=r"referral\.owner_has_left"):
        links.referrals.hand_over(moved.id, centre.mediator.id, "", actor=centre.actor, version=moved.version)


def test_refused_and_recalled_keep_their_reasons(centre):
    case = centre.registered()
    links = centre.services.dealings.referrals
    sent = links.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor).value
    refused = links.refuse(
        sent.id, centre.today, "不属本机关职权", actor=centre.actor, version=sent.version
    ).value
    assert (refused.waiting, refused.end_reason) == (WaitingFor.TAKING_BACK, "不属本机关职权")
    told = links.feed_back(
        refused.id, centre.today, "已当面告知买买提·艾力", actor=centre.actor, version=refused.version
    ).value
    assert told.waiting is WaitingFor.NOTHING
    second = links.send(a_referral(case, centre.mediator, centre.today), actor=centre.actor).value
    recalled = links.recall(
        second.id, centre.today, "当事人已和解", actor=centre.actor, version=second.version
    ).value
    assert recalled.state is ReferralState.RECALLED
    with pytest.raises(RuleRefusal, match=r"referral\.step_not_allowed"):
        links.accept(recalled.id, centre.today, actor=centre.actor, version=recalled.version)


def test_consent_of_both_sides_moves_the_courts_day_on(file_centre):
    case = delegated(file_centre)
    referral = the_referral(file_centre, case)
    links = file_centre.services.dealings.referrals
    with pytest.raises(InvalidInput, match=r"extension\.not_later"):
        links.extend(
            referral.id, date(2026, 12, 2), "双方书面同意", actor=file_centre.actor, version=referral.version
        )
    links.extend(
        referral.id,
        date(2026, 12, 20),
        "双方 11-30 书面同意",
        actor=file_centre.actor,
        version=referral.version,
    )
    clock = clock_of(file_centre, case, ClockKind.DUE_BACK)
    assert clock.last_day == date(2026, 12, 20)
    assert "双方 11-30 书面同意" in clock.explanation


def test_a_case_that_was_not_taken_still_owes_its_reply(file_centre):
    case = delegated(file_centre)
    cases = file_centre.services.cases
    cases.decline(
        case.id,
        NonAcceptanceReason.RESERVED_BY_LAW,
        "应由仲裁处理",
        file_centre.today,
        actor=file_centre.actor,
        version=case.version,
    )
    (clock,) = folder_of(file_centre, case).clocks
    assert clock.kind is ClockKind.DUE_BACK
    referral = the_referral(file_centre, case)
    links = file_centre.services.dealings.referrals
    referral = links.accept(
        referral.id, file_centre.today, actor=file_centre.actor, version=referral.version
    ).value
    links.give_back(
        referral.id,
        file_centre.today,
        ReferralResult.FAILED,
        "依法应先仲裁。",
        actor=file_centre.actor,
        version=referral.version,
    )
    assert folder_of(file_centre, case).clocks == ()


def test_show_carries_what_a_case_has_with_others(file_centre):
    case = delegated(file_centre)
    plain = folder_plain(folder_of(file_centre, case))
    (referral,) = plain["dealings"]["referrals"]
    assert (referral["their_number"], referral["state"]) == (COURT.number, "signed")
    assert plain["dealings"]["orders"] == plain["dealings"]["guidance"] == []
    clocks = {clock["kind"]: clock for clock in plain["clocks"]}
    assert clocks["due_back"]["last_day"] == "2026-12-02"
