from dataclasses import replace

import pytest

from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.sources import MediationChannel
from app.domain.duties.next_steps import NextStepKind
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.agreements import AgreementState, SignerRole, SigningManner
from app.domain.settlements.terms import TermKind
from app.domain.values.ids import new_id
from app.presenters.agreement.difference import Change, difference
from app.presenters.agreement.signing.session import SigningForm
from app.presenters.intake.shown import SavedState
from tests.support.centres import NOT_IN_ANY_FONT
from tests.unit.presenters.agreement.conftest import Bench


def fill(bench, amount="3090"):
    """Type a payment that may be issued."""
    bench.presenter.terms.add(TermKind.PAYMENT)
    term = bench.entry.terms[-1]
    path = f"terms.{term.id}"
    bench.type("matters", "赔偿数额。")
    bench.type("responsibilities", "王秀兰承担全部责任。")
    bench.type(f"{path}.amount", amount)
    bench.type(f"{path}.nature", "赔偿款")
    bench.type(f"{path}.due.kind", bench.entry.terms[-1].due.kind.ON_SIGNING)
    bench.type(f"{path}.manner", "现金")
    return term


def issue(bench):
    bench.presenter.take_step(NextStepKind.ISSUE, bench.presenter.page.agreement.id)
    bench.presenter.issuing.issue("今天", prints=True)


def test_a_case_without_agreement_offers_to_draft(fresh):
    assert fresh.view.shown["nothing"] == ("还没有协议。达成一致后起草", True)
    fresh.presenter.take_step(NextStepKind.DRAFT, None)
    assert fresh.entry.facts == fresh.folder.case.facts
    assert len(fresh.entry.party_ids) == 2


def test_the_button_says_what_stands_before_sending(bench):
    bench.checked()
    assert bench.view.shown["step_words"] == "改 1 处后送签"
    bench.presenter.take_step(NextStepKind.ISSUE, bench.presenter.page.agreement.id)
    assert bench.view.focus[-1][0] == "terms"
    assert not bench.view.issue_forms
    fill(bench)
    assert bench.view.shown["step_words"] == ""


def test_a_killed_program_finds_everything_at_the_same_field(bench):
    bench.type("facts", "第一段\n没写完", leave=False)
    bench.presenter.focused("facts", 3)
    bench.type("facts", "第一段\n没写完的", leave=False)
    assert bench.stored.facts != "第一段\n没写完的"
    assert bench.view.saved[-1].state is SavedState.SAVED
    again = bench.again()
    assert again.entry.facts == "第一段\n没写完的"
    assert again.view.focus[-1][0] == "facts"
    assert again.stored.facts == "第一段\n没写完的"


class LaneOfOne:
    """Works in order, but answers nothing before the test says so: a window that is closing."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, done, failed, *, lane="database"):
        self.waiting.append(work)


def test_what_is_typed_during_a_write_is_kept_when_the_window_closes_before_its_answer(bench):
    lane = LaneOfOne()
    bench.presenter.page.desk = bench.presenter.page.keeper._desk = replace(bench.desk, runner=lane)
    bench.presenter.typed("matters", "第一次")
    bench.presenter.save_now()
    bench.presenter.typed("matters", "第一次，第二次")
    bench.presenter.save_now()
    for work in lane.waiting:
        work()
    assert bench.stored.matters == "第一次"
    again = bench.again()
    assert again.entry.matters == "第一次，第二次"
    assert again.view.conflicts == ("", ())
    assert again.stored.matters == "第一次，第二次"


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(bench, monkeypatch):
    drafts = bench.centre.services.drafts

    def full(*_given, **_more):
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(type(drafts), "put", full)
        bench.type("facts", "写不进去", leave=False)
        assert bench.view.saved[-1].state is SavedState.FAILED
        assert bench.presenter.has_unsaved()
    bench.presenter.save_now()
    assert bench.view.saved[-1].state is SavedState.SAVED
    assert bench.stored.facts == "写不进去"


@pytest.mark.parametrize(("keeps_ours", "stays"), [(True, "我写的"), (False, "别人写的")])
def test_what_two_people_saved_stands_side_by_side_until_one_chooses(bench, keeps_ours, stays):
    theirs = replace(bench.stored, matters="别人写的")
    bench.presenter.typed("matters", "我写的")
    bench.centre.services.settlements.save(theirs, actor=bench.centre.registrar.actor)
    bench.presenter.left("matters")
    sentence, conflicts = bench.view.conflicts
    assert "您的输入仍在" in sentence
    assert [(c.ours, c.theirs) for c in conflicts if "我写的" in c.ours] == [("我写的", "别人写的")]
    assert bench.stored.matters == "别人写的"
    bench.presenter.page.settle_conflict(keep_ours=keeps_ours)
    assert bench.view.conflicts[1] == ()
    assert bench.entry.matters == stays
    assert bench.stored.matters == stays


def test_what_somebody_else_saved_is_shown_when_nothing_is_typed_here(bench):
    theirs = replace(bench.stored, matters="别人写的")
    bench.centre.services.settlements.save(theirs, actor=bench.centre.registrar.actor)
    bench.read()
    assert bench.entry.matters == "别人写的"
    assert bench.view.conflicts[1] == ()


def test_sending_takes_a_number_prints_and_waits_for_signatures(bench):
    fill(bench)
    issue(bench)
    assert bench.view.issue_forms[0].copies_words == "一式 3 份：双方各 1 份，留存 1 份"
    assert bench.stored.state is AgreementState.ISSUED
    assert bench.navigator.printed[0][2] == 3
    assert bench.view.shown["issued"]
    signing = bench.view.shown["signing"]
    assert signing.summary == "尚未生效：缺买买提·艾力、王秀兰签名、人民调解员签名、调委会印章"
    assert bench.view.papers[-1][1] is False


def test_a_character_no_font_has_is_named_with_its_field(bench):
    fill(bench)
    bench.type("facts", f"车主{NOT_IN_ANY_FONT}某")
    issue(bench)
    assert bench.view.shown["refused"].startswith(
        f"字体里没有“{NOT_IN_ANY_FONT}”（U+10FFFD），在“主要事实”里"
    )
    assert bench.stored.is_draft


def test_signing_everywhere_takes_effect_and_tells_the_days(bench):
    fill(bench)
    issue(bench)
    bench.presenter.signing.sign_all(SigningForm("今天", SigningManner.SIGNATURE))
    assert bench.stored.state is AgreementState.EFFECTIVE
    signing = bench.view.shown["signing"]
    assert signing.summary == "自 2026 年 11 月 2 日起生效"
    assert signing.note == "可共同申请司法确认，至 2026 年 12 月 2 日止"
    assert all(row.is_signed for row in signing.rows)


def test_a_signature_can_be_taken_back_before_effect(bench):
    fill(bench)
    issue(bench)
    first = bench.view.shown["signing"].rows[0]
    bench.presenter.signing.sign((first,), SigningForm("今天", SigningManner.FINGERPRINT))
    row = bench.view.shown["signing"].rows[0]
    assert row.how == "2026-11-02 按指印"
    bench.presenter.signing.withdraw(row)
    assert not bench.view.shown["signing"].rows[0].is_signed


def test_a_signing_day_that_is_none_is_refused_and_nothing_recorded(bench):
    fill(bench)
    issue(bench)
    bench.presenter.signing.sign_all(SigningForm("2026-2-30", SigningManner.SIGNATURE))
    assert bench.view.shown["failure"] == "没有这一天，请核对"
    assert bench.stored.signatures == ()


def test_the_seal_is_a_seal_whatever_manner_is_chosen(bench):
    fill(bench)
    issue(bench)
    seal = next(row for row in bench.view.shown["signing"].rows if row.role is SignerRole.SEAL)
    bench.presenter.signing.sign((seal,), SigningForm("今天", SigningManner.FINGERPRINT))
    assert bench.stored.signatures[0].manner is SigningManner.SEAL


def test_void_with_a_reason_and_a_new_draft(bench):
    fill(bench)
    issue(bench)
    bench.presenter.issuing.void("金额写错")
    assert bench.stored.state is AgreementState.VOIDED
    head = bench.view.shown["head"]
    assert head.can_draft
    assert not head.can_void
    assert bench.view.shown["signing"].summary == "已作废：金额写错"


def test_a_supplement_names_what_it_changes_and_the_list_shows_the_newest_first(bench):
    fill(bench)
    issue(bench)
    number = bench.stored.number
    bench.presenter.supplement()
    assert bench.stored.supplements_id is not None
    lines = bench.view.shown["head"].lines
    assert [line.text for line in lines] == ["补充协议 起草中", f"协议书 {number} 待签字"]
    bench.presenter.choose(lines[1].id)
    assert bench.stored.number == number


def test_f8_walks_from_finding_to_finding_and_back(bench):
    bench.checked()
    keys = [row.key for row in bench.view.shown["checks"].rows]
    bench.presenter.checks.walk(1)
    bench.presenter.checks.walk(1)
    bench.presenter.checks.walk(-1)
    assert [key for key, _cursor in bench.view.focus[-3:]] == [keys[0], keys[1], keys[0]]


def test_new_terms_are_not_marked_before_a_field_was_left(bench):
    bench.presenter.terms.add(TermKind.PAYMENT)
    term = bench.entry.terms[-1]
    bench.breathe()
    assert not [key for key in bench.view.shown["marks"] if key.startswith("terms.")]
    bench.presenter.left(f"terms.{term.id}.amount")
    bench.breathe()
    marked = [key for key in bench.view.shown["marks"] if key.startswith("terms.")]
    assert marked == [f"terms.{term.id}.amount"]


def test_a_difference_never_cuts_a_number():
    pieces = difference("支付12,800.00元。", "支付12,500.00元。")
    assert [(p.text, p.change) for p in pieces] == [
        ("支付", Change.SAME),
        ("12,800.00", Change.REMOVED),
        ("12,500.00", Change.ADDED),
        ("元。", Change.SAME),
    ]


def test_who_signs_is_named_as_on_the_paper_of_the_channel(centre):
    family = MediationChannel.ADMINISTRATIVE
    decision = TriageDecision(
        id=new_id(), decided_at=centre.clock.now(), decided_by="李娟", unit_name="某单位", channel=family
    )
    case = centre.assigned(channel=family, channel_code="administrative", decision=decision)
    session = centre.services.mediation.new_session(case.id)
    held = replace(session, record="谈妥了。", rights_told=True, result=SessionResult.AGREED)
    centre.services.mediation.finish(held, actor=centre.actor)
    bench = Bench(centre, case.id)
    bench.presenter.draft()
    fill(bench)
    issue(bench)
    signing = bench.view.shown["signing"]
    assert "调解人员" in [row.role_word for row in signing.rows]
    assert "人民调解员" not in [row.role_word for row in signing.rows]
    assert signing.summary.endswith("调解人员签名、行政机关印章")


def test_each_party_gets_its_summary_where_that_was_ticked(bench):
    fill(bench)
    bench.presenter.take_step(NextStepKind.ISSUE, bench.presenter.page.agreement.id)
    bench.presenter.issuing.issue("今天", prints=False, summarises=True)
    papers = bench.desk.services.cases.folder(bench.presenter.page.agreement.case_id).documents
    summaries = [paper for paper in papers if paper.kind is DocumentKind.PLAIN_SUMMARY]
    assert {paper.subject_id for paper in summaries} == set(bench.presenter.page.agreement.party_ids)
