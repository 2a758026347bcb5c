"""Pausing, resuming, extending and recording days in the workspace, and the card that tells all clocks."""

import pytest

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.presenters.cases.preview import CasePreviews
from app.presenters.cases.rows import CaseRows
from app.presenters.due_words import ChipKind
from app.presenters.workspace import menu
from app.presenters.workspace.deadline_card import deadline_card


@pytest.fixture
def at(presenter, view):
    def opened(case):
        presenter.open(case.id)
        return presenter

    return opened


def test_a_case_is_paused_and_resumed_by_its_one_button(at, view, centre):
    presenter = at(centre.assigned())
    presenter.ask(menu.SUSPEND)
    form = view.form.send()
    assert form.problems == {"reason": "请选择"}
    form.fill(reason="appraisal", note="委托司法鉴定所").send()
    assert view.folder.case.state is CaseState.SUSPENDED
    assert (view.header.chip.kind, view.header.chip.text) == (ChipKind.PAUSED, "鉴定中止")
    assert "如 11-02 恢复，最后一日 2026-12-02" in view.header.chip.detail
    assert "中止" in view.header.tags
    assert menu.SUSPEND not in view.menu
    assert menu.EXTEND not in view.menu
    assert view.timeline[0].what == "中止调解：委托司法鉴定所"
    assert ("原因", "", "鉴定") in view.timeline[0].details
    assert view.header.step.text == "恢复调解"
    presenter.press_step()
    assert view.form.presenter.form.earlier == ("鉴定　2026-11-02 起　委托司法鉴定所",)
    view.form.fill(resumed_on="2026-11-02").send()
    assert view.folder.case.state is CaseState.ASSIGNED
    assert view.header.chip.kind is not ChipKind.PAUSED


def test_a_pause_for_other_reasons_tells_the_screen_no_more_than_that(at, view, centre):
    presenter = at(centre.assigned())
    presenter.ask(menu.SUSPEND)
    view.form.fill(reason="domestic_violence").send()
    assert (view.header.chip.kind, view.header.chip.text) == (ChipKind.PAUSED, "中止")


def test_lists_and_preview_show_the_pause(at, view, centre, desk):
    presenter = at(centre.assigned())
    presenter.ask(menu.SUSPEND)
    view.form.fill(reason="appraisal").send()
    (line,) = centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 10)
    chip = CaseRows(desk.translator, desk.formats).chip(line, desk.today)
    assert (chip.kind, chip.text) == (ChipKind.PAUSED, "鉴定中止")
    preview = CasePreviews(desk.translator, desk.formats).preview(view.folder, desk.today)
    assert [fact.value for fact in preview.facts if fact.label == "时钟"] == ["调解期限停走"]


def test_list_chips_carry_the_whole_sentence(centre, desk):
    centre.registered()
    (line,) = centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 10)
    chip = CaseRows(desk.translator, desk.formats).chip(line, desk.today)
    assert chip.detail.startswith("最后一日 2026-11-05（周四）：11-02 收到申请，次日起算三个工作日")
    assert "未核实" in chip.detail


def test_an_extension_asks_every_party_and_names_whoever_is_missing(at, view, centre):
    case = centre.assigned(parties=3)
    presenter = at(case)
    presenter.ask(menu.EXTEND)
    keys = [f"agreed_{party.id}" for party in case.parties]
    assert [field.key for field in view.form.presenter.form.fields][:3] == keys
    form = view.form.fill(**{keys[0]: "11-2", keys[1]: "11-2"}).send()
    assert form.problems == {keys[2]: "填写日期"}
    form.fill(**{keys[2]: "11-2", "new_last_day": "2026-12-1"}).send()
    assert form.problems == {"new_last_day": "新期限应晚于原期限"}
    form.fill(new_last_day="2026-12-20", is_written="1").send()
    assert form.is_finished, form.problems
    (clock,) = [c for c in view.folder.clocks if c.kind is ClockKind.MEDIATION]
    assert clock.last_day.isoformat() == "2026-12-20"
    assert view.timeline[0].what.startswith("延期：2026-12-20")


def test_an_extension_by_days_goes_on_from_the_last_day(at, view, centre, navigator):
    case = centre.assigned()
    presenter = at(case)
    presenter.ask(menu.EXTEND)
    agreed = {f"agreed_{party.id}": "11-2" for party in case.parties}
    form = view.form.fill(how="days", days="一周", **agreed).send()
    assert form.problems == {"days": "填写数字"}
    form.fill(days="10").send()  # on from 2 December: the 12th is a Saturday
    assert form.is_finished, form.problems
    assert navigator.toasts[-1][0] == "已延期至 2026-12-14"


def test_labour_offers_no_extension(at, view, centre):
    at(centre.assigned(dispute_type="labour"))
    assert menu.EXTEND not in view.menu


def test_a_delegated_case_asks_for_the_day_its_papers_were_signed_for(at, view, centre, desk):
    presenter = at(centre.assigned(source=CaseSource.COURT_DELEGATED))
    card = deadline_card(desk, view.folder)
    (waiting,) = [line for line in card.lines if line.tone == "warn"]
    assert waiting.value.startswith("登记“签收法院移交材料”或者“在平台确认接受”的日期后起算；依据")
    assert (view.header.chip.text, view.header.chip.detail) == ("待起算", waiting.value)
    assert [clock.name for clock in view.header.clocks] == ["调解期限"]
    (line,) = centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 10)
    chip = CaseRows(desk.translator, desk.formats).chip(line, desk.today)
    assert (chip.text, chip.detail) == ("待起算", waiting.value)
    assert menu.TRIGGER in view.menu
    presenter.ask(menu.TRIGGER)
    assert view.form.values["trigger"] == "papers_signed_for"
    form = view.form.send()
    assert form.problems == {"on_day": "填写日期"}
    form.fill(on_day="11-2", note="委派函").send()
    (clock,) = [c for c in view.folder.clocks if c.kind is ClockKind.MEDIATION]
    assert (clock.rule_id, clock.last_day.isoformat()) == ("D-06", "2026-12-02")
    presenter.ask(menu.TRIGGER)
    assert view.form.presenter.form.earlier == ("2026-11-02　签收法院移交材料　委派函",)
    form = view.form.fill(trigger="papers_signed_for", on_day="11-1").send()
    assert form.problems == {"note": "已登记为 2026-11-02，更正请写明原因"}


def test_a_case_from_the_window_records_no_days_of_courts(at, view, centre):
    at(centre.assigned())
    assert menu.TRIGGER not in view.menu


def test_the_card_tells_every_clock_and_the_interruption_of_limitation(at, view, centre, desk):
    at(centre.assigned())
    card = deadline_card(desk, view.folder)
    told = {line.label: line.value for line in card.lines}
    assert told["调解期限"].startswith("最后一日 2026-12-02（周三）：11-02 受理，次日起算三十日")
    assert told["时效中断"].startswith("2026-11-02 提出请求，民事诉讼时效中断（诉讼时效规定第十二条")
    assert [act.key for act in card.acts] == [menu.EXTEND]


def test_on_initiative_nothing_interrupted_limitation(at, view, centre, desk):
    at(centre.assigned(source=CaseSource.INITIATIVE))
    told = {line.label: line.value for line in deadline_card(desk, view.folder).lines}
    assert told["时效中断"] == "主动调解，没有当事人提出请求，时效不因此中断"
