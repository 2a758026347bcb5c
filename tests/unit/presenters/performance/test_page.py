"""The page over all cases and the pane of one: what they list, what Enter opens, which papers they print."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.clocks import leading
from app.domain.settlements.performance.urgings import UrgingManner
from app.presenters.due_words import ChipKind
from app.presenters.performance.board import MINE, PerformancePresenter
from app.presenters.workbench.side import SideReader
from app.presenters.workspace.forms.performance import menu
from app.presenters.workspace.performance.cards import PRINT_LETTER, PRINT_RECEIPT, RowAct
from app.presenters.workspace.performance.pane import PerformancePanePresenter
from tests.support.list_desks import Recorder
from tests.support.performing import an_urging, in_effect, pay, plan_of
from tests.support.workspace_desk import SeenForm


@pytest.fixture
def view():
    return Recorder()


@pytest.fixture
def page(desk, window, view):
    made = PerformancePresenter(desk, window, view)
    yield made
    made.close()


def rows_of(view):
    return view.last("show_rows")[0]


def test_tabs_weeks_and_rows_tell_what_waits(page, view, centre, window, go_to):
    case, plan = in_effect(centre)
    page.start()
    assert view.last("show_tabs")[0] == [
        ("due", "应付款项", "2"),
        ("overdue", "逾期", "0"),
        ("visits", "回访", "0"),
        ("court", "司法确认", "1"),
    ]
    weeks = view.last("show_weeks")[0]
    assert (weeks[0].name, weeks[0].count, weeks[0].owed) == ("本周", "1 项", "40,000.00")
    first, _second = rows_of(view)
    assert (first.chip.kind, first.who, first.amount) == (
        ChipKind.TODAY,
        "王秀兰 付 买买提·艾力",
        "40,000.00",
    )
    assert first.spoken.startswith("今天到期，王秀兰 付 买买提·艾力，40,000.00，第1条第1期")
    page.choose_week(weeks[1].key)
    assert rows_of(view) == ()
    assert view.last("show_empty") == ("没有符合的。", "看全部")
    page.clear()
    assert len(rows_of(view)) == 2

    page.look(first)
    assert view.last("show_case") == (case.title, case.intake_number)
    titles = [card.title for card in view.last("show_cards")]
    assert titles[0].startswith("履行计划")
    assert titles[1:] == ["司法确认", "回访"]
    page.open(first)
    form = SeenForm(view.last("open_form"))
    form.fill(outcome="full").send()
    page.refresh()
    assert [row.subject for row in rows_of(view)] == [plan.items[1].id]
    page.choose_view("court")
    [row] = rows_of(view)
    assert (row.form, row.subject, row.verb, row.amount) == (menu.COURT, plan.id, "记录申请", "可以申请")
    go_to(date(2027, 1, 5))
    page.choose_view("overdue")
    [late] = rows_of(view)
    assert late.chip.text == "超期 1 天"
    page.look(late)
    assert [card.title for card in view.last("show_cards")][1] == "不履行怎么办"
    page.press(RowAct(menu.URGE, "催告", plan.items[1].id))
    SeenForm(view.last("open_form")).send()
    page.refresh()
    assert rows_of(view)[0].rest == "01-05 已催告"
    page.choose_whose(MINE)
    assert len(rows_of(view)) == 1
    page.open_case(rows_of(view)[0])
    assert window.pages[-1] == str(case.id)


def test_an_empty_centre_says_what_will_stand_here(page, view):
    for tab, words in (
        ("due", "协议生效后会列在这里"),
        ("overdue", "没有逾期的"),
        ("visits", "没有待回访的"),
    ):
        page.choose_view(tab)
        assert words in view.last("show_empty")[0]
    assert rows_of(view) == ()


def test_a_reading_that_fails_says_so_and_keeps_the_list(page, view, centre, desk, monkeypatch):
    in_effect(centre)
    page.start()

    def broken(_staff_id=None):
        raise OSError("gone")

    monkeypatch.setattr(desk.services.performance, "counts", broken)
    page.refresh()
    assert "请重试" in view.last("show_error")
    assert len(rows_of(view)) == 2


def test_the_cards_tell_everything_and_reprint_what_was_issued(desk, window, view, centre, go_to):
    case, plan = in_effect(centre)
    plan = pay(centre, plan, 0, "30000", note="现金，有收条")
    go_to(date(2026, 11, 6))
    letter = an_urging(plan, 0, centre.today, manner=UrgingManner.LETTER)
    done = centre.services.performance.urge_by_letter(
        case.id, plan.id, letter, actor=centre.actor, version=plan.version
    )
    asked = []
    pane = PerformancePanePresenter(desk, window, view, lambda key, subject: asked.append((key, subject)))
    pane.show_case(centre.services.cases.folder(case.id))
    cards = {card.key.split("/")[0]: card for card in view.last("show_cards")}
    assert list(cards) == ["plan", "ways", "receipts", "urgings", "court", "visits"]
    assert cards["plan"].note.splitlines()[0] == plan.number
    assert cards["plan"].note.splitlines()[1] == "合计 60,000.00 元　已收 30,000.00 元　尚欠 30,000.00 元"
    assert cards["plan"].mark == ("warn", "已督促")
    assert cards["plan"].rows[0].mark == ("errSolid", "逾期")
    assert "已收 30,000.00 元，尚欠 10,000.00 元" in cards["plan"].rows[0].second
    assert cards["urgings"].rows[0].second == "还没有答复"
    receipt = plan.receipts[0]
    pane.press(RowAct(PRINT_RECEIPT, "打印收条", receipt.id))
    assert window.printed[-1][1] == "收条"
    pane.press(RowAct(PRINT_LETTER, "打印催告书", letter.id))
    assert window.printed[-1][0] == centre.services.issuing.bytes_of(done.value.id)
    pane.press(RowAct(menu.RECEIPT, "记录履行", plan.items[0].id))
    assert asked == [(menu.RECEIPT, plan.items[0].id)]


def test_the_workbench_lists_what_is_open_and_the_missed_one_first(desk, centre, go_to):
    case, plan = in_effect(centre)
    go_to(date(2026, 11, 10))
    rows = SideReader(desk).read(None, centre.today).payments
    assert [(row.when, row.amount, row.is_late) for row in rows] == [
        ("11-02", "40,000.00", True),
        ("2027-01-04", "20,000.00", False),
    ]
    pay(centre, plan, 0, "39999.99")
    rows = SideReader(desk).read(None, centre.today).payments
    assert rows[0].amount == "0.01"
    pay(centre, plan_of(centre, case.id), 0)
    assert [row.when for row in SideReader(desk).read(None, centre.today).payments] == ["2027-01-04"]
    clock = leading(centre.services.cases.folder(case.id).clocks)
    assert clock.last_day == date(2027, 1, 4)
    assert replace(clock, explanation="").subject_id == plan.id
