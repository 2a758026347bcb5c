"""节假日 and 时限规则: what is shown, the two presses, and what they leave behind."""

import pytest

from app.domain.errors import StorageRefusal
from app.presenters.settings.deadline_rules import RulesPresenter
from app.presenters.settings.holidays import HolidaysPresenter
from app.presenters.showing.turns import NAMES, turned
from app.services.duties import deadlines as service
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder
from tests.support.notices import NOTICE_2026, NOTICE_2027


class SeenSection(Recorder):
    """A section that remembers what it was shown; its card remembers too."""

    def __init__(self):
        super().__init__()
        self.card = Recorder()

    @property
    def form(self):
        return SeenEntry(self.card.last("show_form"))


@pytest.fixture
def holidays(desk, window):
    view = SeenSection()
    presenter = HolidaysPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


@pytest.fixture
def rules(desk, window):
    view = SeenSection()
    presenter = RulesPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def test_the_year_to_come_is_warned_of_until_its_notice_is_entered(holidays, desk, window):
    presenter, view = holidays
    years, chosen = view.last("show_years")
    assert chosen == "2027"
    assert [words for _key, words in years] == ["2025", "2026", "2027 未录入", "2028 未录入"]
    assert view.last("show_warning").startswith("2027 年放假安排未录入")
    assert view.last("show_year")[0] == "2027 年（未录入）"
    form = view.form
    form.fill(wording=NOTICE_2027, basis="国办发明电某号")
    presenter.typed()
    presenter.press()
    assert desk.services.deadlines.notice(2027) is None
    assert view.card.last("show_moved")[0] == "在办案件的时钟都不变，可以保存。"
    assert view.card.last("show_verb") == "保存"
    presenter.press()
    assert desk.services.deadlines.notice(2027).basis == "国办发明电某号"
    assert window.toasts[-1][0] == "2027 年放假安排已保存"
    assert view.last("show_warning") == ""
    title, lines = view.last("show_year")
    assert title == "2027 年（本中心录入）"
    assert ("春节", "2-5 至 2-11") in lines
    assert ("周末上班", "1-31、2-20、5-8、9-26、10-9") in lines
    assert lines[-1] == ("录入", "赵永安　2026-11-02 09:30")


def test_a_shipped_year_is_shown_as_it_is(holidays):
    presenter, view = holidays
    presenter.choose("2026")
    title, lines = view.last("show_year")
    assert title == "2026 年（随程序带来）"
    assert ("端午", "6-19 至 6-21") in lines
    assert lines[-1][0] == "周末上班"


def test_what_is_typed_is_checked_before_anything_is_compared(holidays):
    presenter, view = holidays
    form = view.form
    form.fill(wording=NOTICE_2026)
    presenter.press()
    assert form.notes["wording"] == (
        True,
        "2027-01-01 是周五，通知写的是周四；请核对年份",
    )
    assert view.card.count("show_progress") == 0


MOVED = NOTICE_2026.replace(
    "10月1日（周四）至7日（周三）放假调休，共7天", "10月1日（周四）至7日（周三）、11月5日（周四）放假，共8天"
)


def test_what_moves_is_listed_and_opened_and_typing_on_asks_for_another_look(
    holidays, centre, window, monkeypatch
):
    monkeypatch.setattr(service, "BATCH", 2)
    cases = [centre.registered() for _ in range(3)]
    presenter, view = holidays
    presenter.choose("2026")
    form = view.form
    form.fill(wording=MOVED)
    presenter.typed()
    presenter.press()
    words, lines = view.card.last("show_moved")
    assert words == "将变动 3 个时钟，看过后保存："
    assert {line.days for line in lines} == {"2026-11-05 改为 2026-11-06"}
    assert {line.clock for line in lines} == {"受理期限"}
    assert "其间休息 1 天不计" in lines[0].told
    assert view.card.last("show_verb") == "保存"
    form.fill(basis="某号")
    presenter.typed()
    assert view.card.last("show_verb") == "预览变动"
    assert view.card.last("show_moved") == ("", ())
    presenter.press()
    presenter.press()
    assert {given[0] for name, given in view.card.calls if name == "show_progress"} >= {
        "正在比对 0 / 3 件",
        "正在比对 2 / 3 件",
        "正在重算 0 / 3 件",
        "正在重算 2 / 3 件",
        "",
    }
    for case in cases:
        clock = centre.services.cases.folder(case.id).clocks[0]
        assert clock.last_day.isoformat() == "2026-11-06"
    assert view.card.last("show_verb") == "预览变动"


def test_what_moves_names_nobody_while_names_are_hidden(holidays, centre, desk):
    case = centre.registered()
    name = case.parties[0].name
    presenter, view = holidays
    presenter.choose("2026")
    view.form.fill(wording=MOVED)
    presenter.typed()
    presenter.press()
    assert any(name in line.case for line in view.card.last("show_moved")[1])
    desk.names.is_masked = True
    desk.feed.announce(turned(NAMES))
    hidden = view.card.last("show_moved")[1]
    assert hidden
    assert not any(name in line.case for line in hidden)


def test_a_comparison_that_fails_says_so_and_may_be_tried_again(holidays, desk, monkeypatch):
    presenter, view = holidays
    form = view.form
    form.fill(wording=NOTICE_2027)

    def full(*_given, **_named):
        raise StorageRefusal("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(type(desk.services.deadlines), "preview", full)
        presenter.press()
    assert view.card.last("show_failure") == "磁盘已满，腾出空间后重试"
    presenter.press()
    assert view.card.last("show_failure") == ""
    assert view.card.last("show_verb") == "保存"


def test_what_was_typed_for_a_year_is_there_after_looking_at_another(holidays):
    presenter, view = holidays
    view.form.fill(wording="元旦：").presenter.save_draft()
    presenter.choose("2026")
    presenter.choose("2027")
    assert view.form.values["wording"] == "元旦："


def test_every_rule_is_shown_with_its_mark(rules, desk):
    _presenter, view = rules
    rows = view.last("show_rules")
    assert {row.id for row in rows} == {rule.id for rule in desk.services.deadlines.rules().deadlines}
    by_id = {row.id: row for row in rows}
    assert (by_id["D-12"].period, by_id["D-12"].start, by_id["D-12"].mark) == ("三十日", "生效", "")
    assert (by_id["D-02"].period, by_id["D-02"].mark) == ("三个工作日", "未核实")
    assert by_id["D-01"].period == "按层级时限表"
    assert by_id["D-13c"].start == "D-13b 届满，院长批准延长审查后"


def test_one_rule_is_told_in_full_and_worked_out_from_the_typed_day(rules):
    presenter, view = rules
    presenter.look_at("D-04")
    title, lines, is_local = view.last("show_details")
    told = dict(lines)
    assert title == "D-04　调解期限　医疗纠纷"
    assert not is_local
    assert (told["扣除"], told["延长"]) == ("鉴定", "各方当事人同意")
    assert told["适用"] == "人民调解、行业性专业性调解"
    assert told["依据"].startswith("医疗纠纷预防和处理条例第三十八条：")
    presenter.type_day("2026-1-26")
    assert view.last("show_example")[0].startswith("最后一日 2026-03-13（周五）：01-26 受理")
    presenter.type_day("下周")
    assert view.last("show_example") == ("填写日期，如 2026-1-5", True)
    presenter.look_at("D-20")
    presenter.type_day("2026-1-26")
    assert view.last("show_example") == ("这一项不按天数算，没有例子。", False)


def test_a_local_rule_is_set_after_a_look_at_what_moves(rules, centre, window):
    case = centre.registered()
    presenter, view = rules
    presenter.look_at("D-02")
    assert view.last("show_details")[2]
    form = view.form
    assert form.values == {"amount": "3", "unit": "working_day", "basis": "", "is_verified": ""}
    form.fill(amount="5")
    presenter.press()
    assert form.notes["basis"] == (True, "写明依据，如本地文件的名称")
    form.fill(amount="很多", basis="区司法局通知")
    presenter.press()
    assert form.notes["amount"] == (True, "填写数字")
    form.fill(amount="5", is_verified="1")
    presenter.typed()
    presenter.press()
    words, (line,) = view.card.last("show_moved")
    assert words == "将变动 1 个时钟，看过后保存："
    assert line.days == "2026-11-05 改为 2026-11-09"
    presenter.press()
    assert window.toasts[-1][0] == "决定是否受理已设为五个工作日"
    row = next(row for row in view.last("show_rules") if row.id == "D-02")
    assert (row.period, row.mark, row.is_unverified) == ("五个工作日", "本地设置", False)
    assert view.last("show_details")[1][-1] == ("设置", "赵永安　2026-11-02 09:30")
    clock = centre.services.cases.folder(case.id).clocks[0]
    assert clock.explanation.endswith("依据本地设置（区司法局通知）")


def test_rules_of_law_and_the_ladder_have_no_form(rules):
    presenter, view = rules
    forms = view.card.count("show_form")
    for rule_id in ("D-12", "D-01", "D-22"):
        presenter.look_at(rule_id)
        assert not view.last("show_details")[2]
    assert view.card.count("show_form") == forms
