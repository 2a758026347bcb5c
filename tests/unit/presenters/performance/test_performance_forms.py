"""The forms of performance: read as typed, refused at their fields, each kept once."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.states import CaseState
from app.domain.duties.performance.legal_steps import LegalStepKind
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.confirmation import ConfirmationState, RefusalGround
from app.domain.settlements.performance.arrangements import ArrangementKind
from app.domain.settlements.performance.items import ItemState
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.presenters.workspace import menu as workspace_menu
from app.presenters.workspace.forms.performance import menu
from app.presenters.workspace.performance.words import PerformanceWords
from tests.support.performing import ON_SIGNING, confirm, in_effect, pay, plan_of


def test_full_part_and_none_each_ask_for_what_they_need(centre, open_form, window, tmp_path):
    case, plan = in_effect(centre)
    form = open_form(case, menu.RECEIPT, plan.items[0].id)
    form.send()
    assert list(form.problems) == ["outcome"]
    form.fill(outcome="part").send()
    assert form.problems == {"amount": "填写本次收到的金额"}
    form.fill(amount="4.1万").send()
    assert form.problems["amount"].startswith("比尚欠的 40,000.00 元多 1,000.00 元")
    window.file = tmp_path / "收条.jpg"
    window.file.write_bytes(b"jpg")
    form.presenter.choose_file("proof")
    assert form.values["proof"] == str(window.file)
    form.fill(amount="1万", note="先付一万", print="1").send()
    assert form.is_finished, form.problems
    plan = plan_of(centre, case.id)
    receipt = plan.receipts[0]
    assert (receipt.amount, receipt.manner.term, receipt.note) == (Money.of_yuan(10000), "现金", "先付一万")
    folder = centre.services.cases.folder(case.id)
    assert [a.id for a in folder.attachments] == [receipt.proof_id]
    assert [d.kind for d in folder.documents if d.subject_id == receipt.id] == [
        DocumentKind.PERFORMANCE_RECEIPT
    ]
    assert window.printed[-1][1] == "收条"
    assert window.toasts[-1][0] == "已记录，还有 2 项"

    form = open_form(case, menu.RECEIPT, plan.items[0].id)
    form.fill(outcome="full").send()
    form = open_form(case, menu.RECEIPT)
    assert form.values["item"] == str(plan.items[1].id), "without a row the next open item is proposed"
    form.fill(outcome="full").send()
    assert window.toasts[-1][0] == "已记录，各项均已履行，下一步履行完毕"
    assert plan_of(centre, case.id).total_owed == Money.zero()


def test_not_paid_is_an_urging_with_the_ways_that_are_open(centre, open_form, go_to, window):
    case, plan = in_effect(centre)
    go_to(date(2027, 1, 5))
    form = open_form(case, menu.RECEIPT, plan.items[1].id)
    ways = " ".join(form.presenter.form.earlier)
    assert "申请支付令" in ways
    assert "向人民法院起诉" in ways
    assert "最迟 2030-01-04" in ways, "one debt runs from its last instalment (民法典 art. 189)"
    form.fill(outcome="none", urging_manner="letter", pay_by="2027-1-20", answer="年底结账再付").send()
    assert form.is_finished, form.problems
    plan = plan_of(centre, case.id)
    [urging] = plan.urgings
    assert (urging.pay_by, urging.answer, urging.document_id is None) == (
        date(2027, 1, 20),
        "年底结账再付",
        False,
    )
    assert window.printed[-1][1] == "履行催告书"
    form = open_form(case, menu.URGE)
    assert set(form.values["items"].split(",")) == {str(item.id) for item in plan.items}
    form.fill(items=str(plan.items[0].id), urging_note="打了两次电话").send()
    second = plan_of(centre, case.id).urgings[1]
    assert second.item_ids == (plan.items[0].id,)
    form = open_form(case, menu.ANSWER, second.id)
    form.send()
    assert list(form.problems) == ["answer"]
    form.fill(answer="月底付").send()
    assert plan_of(centre, case.id).urgings[1].answer == "月底付"


def test_what_both_sides_agreed_and_a_wrong_entry(centre, open_form):
    case, plan = in_effect(centre)
    form = open_form(case, menu.ARRANGE, plan.items[1].id)
    kinds = dict(next(f for f in form.presenter.form.fields if f.key == "kind").options)
    assert list(kinds) == ["deferred", "waived", "replaced"]
    form.fill(kind="deferred", new_due="2027-3-1", reason="对方生病").send()
    assert list(form.problems) == ["consented"]
    form.fill(consented=",".join(str(party) for party in plan.party_ids)).send()
    assert plan_of(centre, case.id).items[1].due_on == date(2027, 3, 1)
    pay(centre, plan, 0, "1")
    entry = plan_of(centre, case.id).receipts[0]
    form = open_form(case, menu.REVERSE, entry.id)
    form.fill(note="记错了").send()
    plan = plan_of(centre, case.id)
    assert plan.is_reversed(plan.receipts[0])
    assert plan.arrangements[0].kind is ArrangementKind.DEFERRED


def test_the_court_is_asked_jointly_and_its_steps_recorded(centre, open_form):
    case, plan = in_effect(centre)
    form = open_form(case, menu.COURT, plan.id)
    assert form.values["court"] == "某某区人民法院"
    assert any("2026-12-02" in words for words in form.presenter.form.words)
    everybody = ",".join(str(party) for party in plan.party_ids)
    form.fill(applicants=str(plan.party_ids[0]), suitable="1").send()
    assert form.problems["applicants"].startswith("须各方共同申请")
    form.fill(applicants=everybody, suitable="").send()
    assert list(form.problems) == ["suitable"]
    form.fill(suitable="1").send()
    form = open_form(case, menu.COURT)
    form.fill(step="accepted").send()
    assert list(form.problems) == ["number"]
    form.fill(number="（2026）调确字第1号").send()
    form = open_form(case, menu.COURT)
    form.fill(step="rejected").send()
    assert list(form.problems) == ["refusal"]
    form.fill(refusal="vague").send()
    assert list(form.problems) == ["ground"]
    form.fill(ground="第二条没有写明金额", refusal_number="（2026）民特5号").send()
    [known] = centre.services.cases.folder(case.id).performance.confirmations
    assert (known.state, known.refusal) == (ConfirmationState.REJECTED, RefusalGround.VAGUE)
    assert (known.ground, known.ruling_number) == ("第二条没有写明金额", "（2026）民特5号")


def test_the_president_s_leave_is_recorded_and_taken_back_when_it_was_a_mistake(centre, desk, open_form):
    case, plan = in_effect(centre)
    everybody = ",".join(str(party) for party in plan.party_ids)
    open_form(case, menu.COURT, plan.id).fill(applicants=everybody, suitable="1").send()
    form = open_form(case, menu.COURT)
    steps = next(field for field in form.presenter.form.fields if field.key == "step")
    assert "extended" not in dict(steps.options), "what was not taken cannot take longer"
    form.fill(step="accepted", number="（2026）调确字第1号").send()
    form = open_form(case, menu.COURT)
    form.fill(step="extended").send()
    assert list(form.problems) == ["extension_told_by"]
    form.fill(extension_told_by="立案庭李法官", extension_number="通知3号").send()
    assert form.is_finished, form.problems
    folder = centre.services.cases.folder(case.id)
    [clock] = [one for one in folder.clocks if one.rule_id == "D-13c"]
    # 2 November + 15 = the 17th; ten more: the 27th, a Friday.
    assert clock.last_day == date(2026, 11, 27)
    [known] = folder.performance.confirmations
    [line] = centre.services.performance.court()
    assert line.last_day == clock.last_day
    assert "立案庭李法官告知院长批准延长审查，通知3号" in line.explanation
    [card] = PerformanceWords(desk)._after.court(folder)
    assert "立案庭李法官告知院长批准延长审查" in card.rows[0].second
    [back] = card.rows[0].acts
    form = open_form(case, back.key, back.subject)
    form.send()
    assert list(form.problems) == ["reason"]
    form.fill(reason="听错了").send()
    [again] = centre.services.cases.folder(case.id).performance.confirmations
    assert again.extended_on is None
    assert again.version == known.version + 1
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.note) == ("confirmation.taken_back", "听错了")


def test_a_payment_order_is_recorded_from_the_ways_and_ends(centre, desk, open_form, go_to):
    case, plan = in_effect(centre)
    go_to(date(2027, 1, 5))
    folder = centre.services.cases.folder(case.id)
    found = centre.services.performance.legal_steps(case.id)
    cards = PerformanceWords(desk).cards(folder, found)
    ways = next(card for card in cards if card.key.startswith("ways/"))
    [order] = [row for row in ways.rows if row.key == LegalStepKind.PAYMENT_ORDER]
    form = open_form(case, order.acts[0].key, order.acts[0].subject)
    assert (form.values["kind"], form.values["organ"]) == ("payment_order", "某某区人民法院")
    form.send()
    assert list(form.problems) == ["applicants"]
    form.fill(applicants=str(plan.party_ids[0]), number="（2027）民督1号").send()
    assert form.is_finished, form.problems
    steps = centre.services.performance.legal_steps(case.id)[plan.id]
    assert LegalStepKind.PAYMENT_ORDER not in {step.kind for step in steps}
    card = _actions(centre, desk, case)
    assert card.rows[0].mark == ("warn", "等待结果")
    result, back = card.rows[0].acts
    form = open_form(case, result.key, result.subject)
    form.fill(result="refused").send()
    assert list(form.problems) == ["ground"]
    form.fill(ground="送达不到").send()
    assert "送达不到" in _actions(centre, desk, case).rows[0].second
    for reason in ("记错结果", "不是这件案"):
        open_form(case, back.key, back.subject).fill(reason=reason).send()
    assert _actions(centre, desk, case).rows[0].is_struck


def test_enforcement_needs_a_ruling_and_its_card_says_that_the_two_years_stopped(
    centre, desk, open_form, go_to
):
    case, plan = in_effect(centre)
    form = open_form(case, menu.ACTION)
    form.fill(kind="enforcement", applicants=str(plan.party_ids[0])).send()
    assert form.problems["kind"].startswith("没有法院的确认裁定")
    known = confirm(centre, case, plan)
    open_form(case, menu.ACTION).fill(kind="enforcement", applicants=str(plan.party_ids[0])).send()
    card = _actions(centre, desk, case)
    assert "仍从最后一期到期之日起算" in card.rows[0].second
    open_form(case, card.rows[0].acts[1].key, card.rows[0].acts[1].subject).fill(reason="申请早了").send()
    go_to(date(2027, 1, 5))
    open_form(case, menu.ACTION).fill(kind="enforcement", applicants=str(plan.party_ids[0])).send()
    assert "2027-01-05 申请之日停止计算" in _actions(centre, desk, case).rows[0].second
    assert not [c for c in centre.services.cases.folder(case.id).clocks if c.rule_id == "D-14"]
    form = open_form(case, menu.COURT_BACK, known.id)
    form.fill(reason="记错").send()
    assert form.problems[""].startswith("2027-01-05 已经申请执行")


def _actions(centre, desk, case):
    cards = PerformanceWords(desk).cards(centre.services.cases.folder(case.id), {})
    return next(card for card in cards if card.key == "legal-actions")


def test_visits_are_planned_and_given_up(centre, open_form):
    case, _plan = in_effect(centre)
    form = open_form(case, menu.PLAN_VISIT)
    assert form.values["why"] == ""
    form.send()
    assert list(form.problems) == ["why"]
    form.fill(planned_on="2026-11-20", why="看第一期").send()
    [visit] = centre.services.cases.folder(case.id).performance.visits
    form = open_form(case, menu.VISIT, visit.id)
    assert "看第一期" in form.presenter.form.words
    form = open_form(case, menu.DROP_VISIT, visit.id)
    form.fill(reason="已付清").send()
    assert centre.services.performance.visits() == ()


def test_what_comes_back_is_taken_up_as_a_new_case_from_the_ways_shown(centre, desk, go_to):
    case, _plan = in_effect(centre)
    go_to(date(2027, 1, 5))
    folder = centre.services.cases.folder(case.id)
    cards = PerformanceWords(desk).cards(folder, centre.services.performance.legal_steps(case.id))
    ways = next(card for card in cards if card.key.startswith("ways/"))
    [again] = [row for row in ways.rows if row.key == LegalStepKind.MEDIATE_AGAIN]
    [act] = again.acts
    assert workspace_menu.form_of(desk, folder, act.key, act.subject).title == "再次发生，另立新案"


@pytest.mark.parametrize("day", [date(2026, 11, 3), date(2027, 1, 5)])
def test_the_menu_offers_forms_only_while_something_is_open(centre, desk, go_to, day):
    case, plan = in_effect(centre)
    go_to(day)
    folder = centre.services.cases.folder(case.id)
    offered = {key for key, _word, _keys, ok in menu.performance_entries(desk.translator, folder) if ok}
    always = {menu.COURT, menu.PLAN_VISIT, menu.VISIT}
    always |= {menu.CONFIRMATION_PACK} if day == date(2026, 11, 3) else set()  # its thirty days run
    assert offered == always | {menu.RECEIPT, menu.URGE, menu.ARRANGE, menu.ACTION}
    for place in range(2):
        plan = pay(centre, plan, place)
    folder = centre.services.cases.folder(case.id)
    offered = {key for key, _word, _keys, ok in menu.performance_entries(desk.translator, folder) if ok}
    assert offered == always
    assert plan.state(plan.items[0], day) is ItemState.PERFORMED


def _with_act(centre):
    case = centre.mediating()
    act = Term(
        id=new_id(), kind=TermKind.ACT, payer_ids=(case.parties[1].id,), act="修好漏水处", due=ON_SIGNING
    )
    return in_effect(centre, act, case=case)


def test_an_act_is_not_asked_for_a_sum(centre, open_form):
    case, plan = _with_act(centre)
    asked = {field.key for field in open_form(case, menu.RECEIPT, plan.items[0].id).presenter.form.fields}
    assert asked & {"amount", "excess"} == set()
    assert "note" in asked


def test_an_archived_case_is_read_and_printed_and_offers_no_form(centre, desk):
    case, plan = in_effect(centre)
    pay(centre, plan, 0, "1000")
    folder = centre.services.cases.folder(case.id)
    offered = {act.key for act in acts_of(PerformanceWords(desk).cards(folder, {}))}
    assert offered & menu.KEYS
    archived = replace(folder, case=replace(folder.case, state=CaseState.ARCHIVED))
    assert {act.key for act in acts_of(PerformanceWords(desk).cards(archived, {}))} == offered - menu.KEYS


def acts_of(cards):
    for card in cards:
        yield from card.acts
        for row in card.rows:
            yield from row.acts
