"""The life of a case beside its steps: each turn one transaction, one entry of history, one move."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disputes.case_parties import ConsentAnswer, PartySide
from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.disputes.turns import HandOver, PoliceReport, Route
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.people.staff import StaffRole
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.oral import OralAgreement
from app.domain.values.ids import new_id
from tests.support.builders import a_member, a_party, a_payment, an_inquiry, some_parties
from tests.support.link_samples import a_referral

REASON = TerminationReason.TOO_FAR_APART


def seen(centre, case):
    return {"actor": centre.actor, "version": case.version}


def a_route(centre):
    return HandOver(
        id=new_id(), route=Route.COURT, organ="某某区人民法院", papers=("笔录",), told_on=centre.today
    )


def folder_of(centre, case):
    return centre.services.cases.folder(case.id)


def closed(centre):
    case = centre.performed()
    return centre.services.cases.close(case.id, centre.today, **seen(centre, case)).value


def spoken(centre, case, **given):
    told = OralAgreement(
        id=new_id(),
        case_id=case.id,
        reached_on=centre.today,
        facts=case.facts,
        terms="三日内修好。",
        party_ids=tuple(party.id for party in case.parties),
        recorded_at=centre.clock.now(),
    )
    return replace(told, **given)


def test_raising_handing_over_taking_back_and_reporting(centre):
    life, case = centre.services.lifecycle, centre.accepted()
    told = {"reason": "人多", "on": centre.today}
    case = life.escalate(case.id, tier="街道", risk=RiskLevel.HIGH, **told, **seen(centre, case)).value
    case = life.transfer(case.id, "街道调委会", papers=("登记表",), **told, **seen(centre, case)).value
    assert case.holder == "街道调委会"
    case = life.take_back(case.id, **told, **seen(centre, case)).value
    report = PoliceReport(id=new_id(), at=centre.clock.now(), receiver="派出所", told="扬言报复")
    case = life.report_to_police(case.id, report, **seen(centre, case)).value
    folder = folder_of(centre, case)
    assert [move.event for move in folder.moves][-4:] == [
        CaseEvent.UPGRADE,
        CaseEvent.TRANSFER,
        CaseEvent.TAKE_BACK,
        CaseEvent.REPORT_TO_POLICE,
    ]
    assert {(move.before, move.after) for move in folder.moves[-4:]} == {
        (CaseState.ACCEPTED, CaseState.ACCEPTED)
    }
    assert [entry.act for entry in folder.history[:4]] == [
        "case.reported",
        "case.taken_back",
        "case.transferred",
        "case.escalated",
    ]
    assert folder.case == case
    line = centre.services.lists.line(case.id)
    assert (line.tier, line.risk) == ("街道", RiskLevel.HIGH)


def test_a_turn_on_a_version_nobody_saw_is_refused_and_changes_nothing(centre):
    life, case = centre.services.lifecycle, centre.accepted()
    before = folder_of(centre, case)
    with pytest.raises(StaleWrite):
        life.take_back(case.id, reason="退回", on=centre.today, actor=centre.actor, version=case.version - 1)
    with pytest.raises(RuleRefusal):
        life.take_back(case.id, reason="退回", on=centre.today, **seen(centre, case))
    assert folder_of(centre, case) == before


def test_a_withdrawn_case_has_no_clock_and_its_paper_is_issued(centre):
    case = centre.assigned()
    left = centre.services.lifecycle.withdraw(
        case.id, case.parties[0].id, reason="自行和解", on=centre.today, **seen(centre, case)
    ).value
    paper = centre.services.issuing.issue(DocumentKind.WITHDRAWAL, case.id, actor=centre.actor).value
    assert case.parties[0].name in paper.contents
    folder = folder_of(centre, left)
    assert folder.clocks == ()
    line = centre.services.lists.line(case.id)
    assert (line.state, line.due_on) == (CaseState.WITHDRAWN, None)


def test_refusing_before_acceptance_takes_a_number_and_after_it_tells_the_routes(centre):
    life = centre.services.lifecycle
    early = centre.registered()
    inquiry = an_inquiry(early.parties[1].id, ConsentAnswer.REFUSED, centre.today)
    early = life.refuse(early.id, inquiry, routes_told=False, **seen(centre, early)).value
    [notice] = folder_of(centre, early).documents
    assert notice.kind is DocumentKind.NON_ACCEPTANCE
    late = centre.mediating()
    inquiry = an_inquiry(late.parties[1].id, ConsentAnswer.REFUSED, centre.today)
    with pytest.raises(RuleRefusal, match="routes_not_told"):
        life.refuse(late.id, inquiry, routes_told=False, **seen(centre, late))
    routes = (a_route(centre),)
    late = life.refuse(late.id, inquiry, routes_told=True, hand_overs=routes, **seen(centre, late)).value
    assert (late.state, late.hand_overs) == (CaseState.TERMINATED, routes)
    assert {clock.kind for clock in folder_of(centre, late).clocks} >= {ClockKind.FOLLOW_UP}


def test_a_terminated_case_gets_one_numbered_notice_with_its_hand_over_list(centre):
    case = centre.mediating()
    case = centre.services.cases.terminate(
        case.id,
        REASON,
        "",
        True,
        centre.today,
        hand_overs=(a_route(centre),),
        **seen(centre, case),
    ).value
    issuing = centre.services.issuing
    notice = issuing.issue(DocumentKind.TERMINATION, case.id, actor=centre.actor).value
    assert "某某区人民法院" in notice.contents
    assert notice.number == "（2026）石社人调终字第1号"
    assert notice.copies == len(case.parties) + 1
    with pytest.raises(RuleRefusal, match="already_issued"):
        issuing.issue(DocumentKind.TERMINATION, case.id, actor=centre.actor)


def test_every_transfer_has_a_letter_of_its_own(centre):
    life, case = centre.services.lifecycle, centre.accepted()
    for receiver in ("街道调委会", "区调委会"):
        told = {"reason": "归口", "papers": (), "on": centre.today}
        case = life.transfer(case.id, receiver, **told, **seen(centre, case)).value
    issue = centre.services.issuing.issue
    letters = [
        issue(DocumentKind.TRANSFER, case.id, entry.id, actor=centre.actor).value for entry in case.transfers
    ]
    assert [letter.number[-3:] for letter in letters] == ["第1号", "第2号"]
    assert ["区调委会" in letter.contents for letter in letters] == [False, True]


def test_guided_out_before_acceptance(centre):
    case = centre.registered()
    left = centre.services.lifecycle.guide_out(
        case.id,
        reason="先走仲裁",
        hand_overs=(a_route(centre),),
        on=centre.today,
        **seen(centre, case),
    ).value
    assert left.state is CaseState.GUIDED_OUT
    assert not folder_of(centre, left).clocks


# oral and partial agreements


def test_an_oral_agreement_is_numbered_and_in_effect_at_once(centre):
    case = centre.mediating()
    told = spoken(centre, case, due_on=centre.today)
    case = centre.services.lifecycle.agree_orally(told, **seen(centre, case)).value
    folder = folder_of(centre, case)
    [oral], [register] = folder.oral_agreements, folder.documents
    assert (case.state, case.effective_on) == (CaseState.EFFECTIVE, told.reached_on)
    assert oral.number == register.number == "（2026）石社人调口字第1号"
    assert register.subject_id == oral.id
    kinds = {clock.kind for clock in folder.clocks}
    assert ClockKind.PERFORMANCE in kinds
    assert ClockKind.CONFIRMATION not in kinds
    with pytest.raises(RuleRefusal, match="oral_register_stays"):
        centre.services.issuing.void(register.id, "写错", actor=centre.actor)


def test_what_is_performed_on_the_spot_is_followed_up_next(centre):
    case = centre.mediating()
    told = spoken(centre, case)
    case = centre.services.lifecycle.agree_orally(told, performed_note="当场付清", **seen(centre, case)).value
    assert (case.state, case.performance_note) == (CaseState.PERFORMED, "当场付清")


def test_an_oral_agreement_without_terms_takes_no_number(centre):
    case = centre.mediating()
    before = folder_of(centre, case)
    with pytest.raises(InvalidInput, match="terms_missing"):
        centre.services.lifecycle.agree_orally(spoken(centre, case, terms=" "), **seen(centre, case))
    assert folder_of(centre, case) == before


def partly_settled(centre):
    draft = centre.drafted()
    settlements = centre.services.settlements
    draft = settlements.leave_open(
        draft.id, "院墙归属另行处理。", actor=centre.actor, version=draft.version
    ).value
    document = settlements.issue(draft.id, actor=centre.actor, version=draft.version).value
    assert "院墙归属另行处理。" in document.contents
    centre.signed(settlements.agreement(draft.id))
    return centre.case(draft.case_id)


def test_a_partial_agreement_is_performed_while_the_rest_goes_on(centre):
    case = partly_settled(centre)
    assert case.state is CaseState.PARTIAL
    kinds = {clock.kind for clock in folder_of(centre, case).clocks}
    assert kinds >= {ClockKind.PERFORMANCE, ClockKind.MEDIATION, ClockKind.CONFIRMATION}
    second = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
    second = replace(second, terms=(a_payment(case.parties[1], case.parties[0]),))
    second = centre.services.settlements.save(second, actor=centre.actor).value
    centre.services.settlements.issue(second.id, actor=centre.actor, version=second.version)
    centre.signed(centre.services.settlements.agreement(second.id))
    assert centre.case(case.id).state is CaseState.EFFECTIVE


def test_the_rest_ends_with_the_routes_told_and_the_notice_names_the_partial_agreement(centre):
    case = partly_settled(centre)
    told = {"note": "", "hand_overs": (a_route(centre),), "on": centre.today}
    life = centre.services.lifecycle
    with pytest.raises(RuleRefusal, match="routes_not_told"):
        life.end_rest(case.id, REASON, routes_told=False, **told, **seen(centre, case))
    case = life.end_rest(case.id, REASON, routes_told=True, **told, **seen(centre, case)).value
    assert case.state is CaseState.EFFECTIVE
    notice = centre.services.issuing.issue(DocumentKind.TERMINATION, case.id, actor=centre.actor).value
    [agreement] = folder_of(centre, case).agreements
    assert agreement.number in notice.contents


# the archive


def test_an_archived_case_is_only_annotated(centre):
    case = closed(centre)
    case = centre.services.lifecycle.archive(case.id, **seen(centre, case)).value
    services, actor = centre.services, centre.actor
    duties = folder_of(centre, case).duties
    writes = (
        lambda: services.cases.update_details(replace(case, facts="改"), actor=actor),
        lambda: services.attachments.add(case.id, b"x", "证据.txt", actor=actor),
        lambda: services.issuing.issue(DocumentKind.FOUR_DUTIES, case.id, actor=actor),
        lambda: services.settlements.new_agreement(case.id, actor=actor),
        lambda: services.mediation.save(services.mediation.new_session(case.id), actor=actor),
        lambda: services.duties.save(duties, actor=actor),
        lambda: services.cases.serve_rights_notice(case.id, centre.today, **seen(centre, case)),
        lambda: services.dealings.referrals.send(
            a_referral(case, centre.mediator, centre.today), actor=actor
        ),
    )
    before = folder_of(centre, case)
    for write in writes:
        with pytest.raises(RuleRefusal, match=r"case\.archived"):
            write()
    assert folder_of(centre, case) == before
    services.cases.note(case.id, "卷宗移交档案室", actor=actor)
    assert folder_of(centre, case).history[0].act == "case.note"


def test_reopening_needs_a_director_where_there_is_one_and_voids_the_notice(centre):
    case = centre.registered()
    inquiry = an_inquiry(case.parties[1].id, ConsentAnswer.REFUSED, centre.today)
    life = centre.services.lifecycle
    case = life.refuse(case.id, inquiry, routes_told=False, **seen(centre, case)).value
    director = a_member(centre.committee, "周敏", StaffRole.DIRECTOR)
    centre.services.people.save_staff(director, actor=centre.actor)
    told = {"reason": "对方又愿意了", "approver": "周敏", "on": centre.today}
    with pytest.raises(RuleRefusal, match="role_missing"):
        life.reopen(case.id, **told, **seen(centre, case))
    case = life.reopen(case.id, **told, actor=director.actor, version=case.version).value
    folder = folder_of(centre, case)
    assert folder.documents[0].void_reason
    assert {clock.kind for clock in folder.clocks} >= {ClockKind.ACCEPTANCE}
    for party in case.parties:
        agreed = an_inquiry(party.id, ConsentAnswer.AGREED, centre.today)
        case = centre.services.cases.record_consent(case.id, agreed, **seen(centre, case)).value
    assert centre.services.cases.accept(case.id, centre.today, **seen(centre, case)).value.accepted_on


def test_a_reopened_case_gets_its_time_anew(centre):
    case = closed(centre)
    centre.clock.moment = centre.clock.moment.replace(year=2027)
    told = {"reason": "新证据", "approver": "周敏", "on": centre.today}
    case = centre.services.lifecycle.reopen(case.id, **told, **seen(centre, case)).value
    [clock] = [c for c in folder_of(centre, case).clocks if c.kind is ClockKind.MEDIATION]
    assert clock.start == centre.today
    assert "重新办理" in clock.explanation


# undoing


def test_the_latest_act_is_taken_back_and_stays_on_record(centre):
    before = centre.performed()
    case = centre.services.cases.close(before.id, centre.today, **seen(centre, before)).value
    history = folder_of(centre, case).history
    back = centre.services.lifecycle.undo(case.id, **seen(centre, case)).value
    assert replace(back, version=before.version) == before
    folder = folder_of(centre, back)
    assert folder.history[1:] == history
    assert (folder.history[0].act, folder.history[0].note) == ("case.undone", "结案")
    assert folder.moves[-1].undone_by == centre.actor.name
    earlier = centre.services.lifecycle.undo(back.id, **seen(centre, back)).value
    assert earlier.state is CaseState.EFFECTIVE


def test_a_pause_and_going_on_are_taken_back(centre):
    before = centre.assigned()
    pause = Suspension(
        id=new_id(), reason=SuspensionReason.ILLNESS, from_day=centre.today, from_state=before.state
    )
    periods, life = centre.services.periods, centre.services.lifecycle
    paused = periods.suspend(before.id, pause, **seen(centre, before)).value
    resumed = periods.resume(before.id, centre.today, "找到了", **seen(centre, paused)).value
    again = life.undo(before.id, **seen(centre, resumed)).value
    assert replace(again, version=paused.version) == paused
    back = life.undo(before.id, **seen(centre, again)).value
    assert replace(back, version=before.version) == before


def test_what_left_the_building_is_not_taken_back(centre):
    case = centre.accepted()
    centre.services.issuing.issue(DocumentKind.ACCEPTANCE_REGISTER, case.id, actor=centre.actor)
    with pytest.raises(RuleRefusal, match="left_the_building"):
        centre.services.lifecycle.undo(case.id, **seen(centre, case))
    effective = centre.effective()
    with pytest.raises(RuleRefusal, match="left_the_building"):
        centre.services.lifecycle.undo(effective.id, **seen(centre, effective))


# links


def test_merging_joins_parties_histories_and_numbers_and_can_be_taken_back(centre):
    life = centre.services.lifecycle
    case = centre.registered(some_parties(4))
    into = centre.registered()
    told = {"reason": "同一件", "on": centre.today}
    grown = life.merge(case.id, into.id, **told, **seen(centre, case)).value
    assert {p.name for p in grown.parties} == {p.name for p in case.parties}
    merged = folder_of(centre, case)
    assert (merged.case.state, merged.clocks) == (CaseState.MERGED, ())
    assert [(link.case_id, link.is_origin) for link in merged.links] == [(into.id, True)]
    assert [(link.case_id, link.is_origin) for link in folder_of(centre, into).links] == [(case.id, False)]
    with centre.store.look() as work:
        [number] = work.numbers.of_subject(case.id)
        assert into.intake_number in number.void_reason
        taken = work.numbers.of_series(NumberSeries.INTAKE, centre.committee.id, 2026)
    assert [entry.sequence for entry in taken] == [1, 2]
    life.undo(case.id, actor=centre.actor, version=merged.case.version)
    assert replace(centre.case(case.id), version=case.version) == case
    assert replace(centre.case(into.id), version=into.version) == into
    assert folder_of(centre, case).links == ()
    with centre.store.look() as work:
        assert not work.numbers.of_subject(case.id)[0].void_reason


def test_a_merger_stays_once_the_other_case_has_gone_on(centre):
    life = centre.services.lifecycle
    case, into = centre.registered(), centre.registered()
    life.merge(case.id, into.id, reason="同一件", on=centre.today, **seen(centre, case))
    grown = centre.case(into.id)
    life.escalate(
        into.id, tier="街道", risk=grown.risk, reason="人多", on=centre.today, **seen(centre, grown)
    )
    merged = centre.case(case.id)
    with pytest.raises(RuleRefusal, match="changed_since"):
        life.undo(case.id, **seen(centre, merged))
    assert centre.case(case.id) == merged


def test_splitting_registers_a_case_with_the_chosen_parties(centre):
    parties = (*some_parties(3), a_party("第三人甲", PartySide.THIRD_PARTY))
    case = centre.registered(parties)
    chosen = tuple(party.id for party in case.parties[1:])
    new = centre.services.lifecycle.split(
        case.id, chosen, facts="另一处漏水。", requests="修好", reason="两件事", **seen(centre, case)
    ).value
    assert [p.name for p in new.parties] == [p.name for p in case.parties[1:]]
    assert new.intake_number != case.intake_number
    assert (new.dispute_type, new.place, new.facts) == (case.dispute_type, case.place, "另一处漏水。")
    assert folder_of(centre, new).duties.case_id == new.id
    assert [link.link.kind for link in folder_of(centre, case).links] == [LinkKind.SPLIT]
    assert folder_of(centre, case).history[0].act == "case.split"
    assert "case.split_off" in {entry.act for entry in folder_of(centre, new).history}


def test_a_split_without_facts_takes_no_number(centre):
    case = centre.registered()
    with pytest.raises(InvalidInput, match="facts_missing"):
        centre.services.lifecycle.split(
            case.id,
            tuple(party.id for party in case.parties),
            facts=" ",
            requests="",
            reason="两件事",
            **seen(centre, case),
        )
    assert centre.registered().intake_number.endswith("0002")


def test_a_dispute_that_breaks_out_again_is_a_new_case_linked_to_the_old_one(centre):
    life, case = centre.services.lifecycle, closed(centre)
    new = life.open_anew(
        case.id,
        LinkKind.CHANNEL_CHANGE,
        facts="又漏水了。",
        requests="",
        channel=MediationChannel.INDUSTRY,
        actor=centre.actor,
    ).value
    assert new.channel is MediationChannel.INDUSTRY
    assert [p.record_id for p in new.parties] == [p.record_id for p in case.parties]
    assert [link.is_origin for link in folder_of(centre, new).links] == [True]
    under_way = centre.registered()
    with pytest.raises(RuleRefusal, match="case_under_way"):
        life.open_anew(under_way.id, LinkKind.RELAPSE, facts="又", requests="", actor=centre.actor)


def test_cases_are_linked_once_by_hand_and_unlinked(centre):
    life = centre.services.lifecycle
    case, other = centre.registered(), centre.registered()
    life.relate(case.id, other.id, "同一栋楼", actor=centre.actor)
    for pair in ((case.id, other.id), (other.id, case.id)):
        with pytest.raises(InvalidInput, match=r"link\.exists"):
            life.relate(*pair, "", actor=centre.actor)
    [linked] = folder_of(centre, other).links
    life.unrelate(linked.link.id, actor=centre.actor)
    assert folder_of(centre, case).links == ()
    assert [entry.act for entry in folder_of(centre, case).history[:2]] == ["case.unlinked", "case.linked"]
    merged = centre.registered()
    life.merge(merged.id, case.id, reason="同一件", on=centre.today, **seen(centre, merged))
    [link] = folder_of(centre, case).links
    with pytest.raises(RuleRefusal, match="came_of_an_act"):
        life.unrelate(link.link.id, actor=centre.actor)


def test_drafts_of_supplements_are_never_partial(file_centre):
    case = file_centre.effective()
    [agreement] = folder_of(file_centre, case).agreements
    assert agreement.state is AgreementState.EFFECTIVE
    settlements = file_centre.services.settlements
    draft = settlements.supplement(agreement.id, actor=file_centre.actor).value
    with pytest.raises(RuleRefusal, match="not_draft"):
        settlements.leave_open(draft.id, "其余", actor=file_centre.actor, version=draft.version)
