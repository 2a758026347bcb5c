"""The page, the badge, the workbench and the case: who owes what, in words."""

import json
from datetime import timedelta

import pytest

from app.cli.verbs.show import folder_plain
from app.domain.duties.watch.loop import LoopStep, WatchTab
from app.domain.duties.watch.supervision import SupervisionReply
from app.domain.values.ids import new_id
from app.i18n import Translator
from app.presenters.due_words import ChipKind, moment_chip
from app.presenters.rail_counts import RailPresenter
from app.presenters.watch.acts import WatchAct
from app.presenters.watch.presenter import BY_ME, LOOP, TO_ME, WatchPresenter
from app.presenters.workbench.presenter import WorkbenchPresenter
from app.presenters.workspace.menu import BLOW, SUPERVISE
from app.presenters.workspace.presenter import WorkspacePresenter
from app.presenters.workspace.watch_cards import watch_cards
from tests.support.appointment_windows import SeenWindows
from tests.support.list_desks import Recorder, desk_of
from tests.support.watch_samples import NOON, blown, noted, supervised
from tests.support.workspace_desk import SeenWorkspace

MINUTE = timedelta(minutes=1)


def started(desk, window):
    view = Recorder()
    presenter = WatchPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def replied(centre, order):
    reply = SupervisionReply(id=new_id(), text="办了", replied_on=centre.today, replier="赵永安")
    return centre.services.watch.orders.reply(
        order.id, reply, actor=centre.mediator.actor, version=order.version
    ).value


@pytest.mark.parametrize(
    ("after", "kind", "text"),
    [
        (timedelta(days=-2), ChipKind.OVERDUE, "超期 2 天"),
        (timedelta(hours=-3), ChipKind.OVERDUE, "超时 3 小时"),
        (-12 * MINUTE, ChipKind.OVERDUE, "超时 12 分钟"),
        (timedelta(seconds=-3), ChipKind.OVERDUE, "超时 1 分钟"),
        (timedelta(0), ChipKind.TODAY, "剩 0 分钟"),
        (timedelta(minutes=11, seconds=30), ChipKind.TODAY, "剩 12 分钟"),
        (timedelta(hours=5), ChipKind.TODAY, "今天 17:00"),
        (timedelta(hours=29), ChipKind.NEAR, "明天 17:00"),
        (timedelta(days=2), ChipKind.NEAR, "剩 2 天"),
        (timedelta(days=9), ChipKind.AMPLE, "剩 9 天"),
    ],
)
def test_a_moment_is_told_by_the_minute_when_it_is_near(after, kind, text):
    chip = moment_chip(Translator(), NOON + after, NOON)
    assert (chip.kind, chip.text) == (kind, text)


def test_the_list_begins_with_what_is_late_and_shows_everything_of_it(desk, window, centre):
    late, soon = (supervised(centre, centre.registered().id, hours=hours)[0] for hours in (1, 30))
    centre.clock.moment += timedelta(hours=2)
    _presenter, view = started(desk, window)
    rows = view.last("show_rows")
    assert [row.id for row in rows] == [late.id, soon.id]
    assert (rows[0].chip.kind, rows[0].status, rows[0].main.act) == (
        ChipKind.OVERDUE, "逾期未回复", WatchAct.REPLY,
    )  # fmt: skip
    card = view.last("show_card")
    assert card.id == late.id
    assert dict(card.told)["要求"] == late.question
    tabs = {key: count for key, _word, count in view.last("show_tabs")}
    assert (tabs["reply"], tabs["arrival"], tabs["all"], tabs[LOOP]) == ("2", "0", "2", "")


def test_minutes_go_by_without_reading_again(desk, window, centre):
    blown(centre)
    presenter, view = started(desk, window)
    presenter.choose_tab(WatchTab.ARRIVAL.value)
    assert view.last("show_rows")[0].chip.text == "剩 30 分钟"
    reads = view.count("show_busy")
    centre.clock.moment += 18 * MINUTE
    presenter.tick()
    assert view.last("show_rows")[0].chip.text == "剩 12 分钟"
    assert view.count("show_busy") == reads


def test_it_narrows_by_whose_and_by_words(desk, window, centre):
    first = centre.registered()
    (mine,) = supervised(centre, first.id)
    (others,) = supervised(
        centre, centre.registered().id, addressee=mine.addressee.__class__(lead_official="王芳")
    )
    presenter, view = started(desk, window)
    presenter.choose_whose(TO_ME)
    assert [row.id for row in view.last("show_rows")] == [mine.id]
    presenter.choose_whose(BY_ME)
    assert view.last("show_empty") == ("没有符合的督办和吹哨。", "清除筛选")
    presenter.clear()
    presenter.narrow("王芳")
    assert [row.id for row in view.last("show_rows")] == [others.id]
    presenter.narrow(mine.number)
    assert [row.id for row in view.last("show_rows")] == [mine.id]
    presenter.open_case(first.id)
    assert window.pages == [str(first.id)]


def test_an_empty_list_says_how_to_begin(desk, window):
    _presenter, view = started(desk, window)
    assert view.last("show_empty") == ("这里没有等着的事。在案件中按 F7 督办。", "")
    assert view.last("show_card") is None


def test_the_main_act_of_a_row_opens_its_form_and_saving_brings_the_list(desk, window, centre):
    (order,) = supervised(centre, centre.registered().id)
    presenter, view = started(desk, window)
    presenter.press(view.last("show_rows")[0])
    assert window.forms[-1].entry.form.title == f"回复督办 {order.number}"
    presenter.note()
    presenter.blow()
    presenter.do(WatchAct.URGE, order.id)
    assert [form.entry.form.verb for form in window.forms] == ["回复", "记下", "吹哨", "再催"]


def test_the_loop_shows_six_steps_and_what_stands_in_each(desk, window, centre):
    case = centre.registered()
    supervised(centre, case.id)
    replied(centre, supervised(centre, centre.registered().id)[0])
    noted(centre)
    blown(centre, case=case)
    presenter, view = started(desk, window)
    presenter.choose_tab(LOOP)
    columns = view.last("show_loop")
    assert [column.step for column in columns] == list(LoopStep)
    assert [column.count for column in columns] == ["1", "0", "2", "0", "1", "0"]
    (seen,) = columns[0].items
    assert (seen.case_id, seen.main.act) == (None, WatchAct.GO_ON)
    assert {item.case_id for item in columns[2].items} == {case.id}
    presenter.narrow("供暖")
    assert [column.count for column in view.last("show_loop")] == ["1", "0", "0", "0", "0", "0"]


def test_the_badge_counts_what_concerns_me_and_follows_the_minute(centre):
    shown = []
    rail = RailPresenter(desk_of(centre), shown.append, lambda _time: None)
    assert (shown[-1].watch.overdue, shown[-1].watch.due_today) == (0, 0)
    supervised(centre, centre.registered().id, hours=1)
    rail.tick()
    assert (shown[-1].watch.overdue, shown[-1].watch.due_today) == (0, 1)
    centre.clock.moment += timedelta(hours=2)
    rail.tick()
    assert (shown[-1].watch.overdue, shown[-1].watch.due_today) == (1, 0)
    assert len(shown) == 3
    rail.tick()
    assert len(shown) == 3


def test_the_workbench_tells_the_reply_i_owe(desk, window, centre):
    case = centre.assigned()
    (order,) = supervised(centre, case.id, hours=7)
    view = Recorder()
    presenter = WorkbenchPresenter(desk, window, view)
    presenter.start()
    (owed,), _note = view.last("show_replies")
    assert (owed.order_id, owed.title) == (order.id, case.title)
    assert owed.chip.text.startswith("今天 ")
    rows, _n, _more = view.last("show_todo")
    (row,) = [row for row in rows if row.watch is not None]
    assert (row.verb, row.action) == ("回复督办", "回复")
    presenter.act(row)
    presenter.reply(order.id)
    assert [form.entry.form.verb for form in window.forms] == ["回复", "回复"]
    replied(centre, order)
    presenter.refresh()
    assert view.last("show_replies")[0] == ()


def test_anothers_reply_is_no_to_do_of_mine(window, centre):
    supervised(centre, centre.assigned().id, addressee=None)
    view = Recorder()
    WorkbenchPresenter(desk_of(centre, centre.registrar), window, view).start()
    assert view.last("show_replies")[0] == ()
    assert not [row for row in view.last("show_todo")[0] if row.watch is not None]


def test_the_case_shows_its_orders_and_acts_from_there(desk, window, centre):
    case = centre.registered()
    (order,) = supervised(centre, case.id)
    whistle = blown(centre, case=case)
    view = SeenWorkspace()
    presenter = WorkspacePresenter(desk, window, view, SeenWindows())
    presenter.open(case.id)
    assert {SUPERVISE, BLOW} <= set(view.menu)
    assert {clock.name for clock in view.header.clocks} >= {"督办回复", "吹哨报到"}
    assert any(line.what.startswith("督办：") for line in view.timeline)
    cards = watch_cards(desk, view.folder)
    assert [card.icon for card in cards] == ["megaphone", "whistle"]
    reply = cards[0].acts[0]
    presenter.ask(reply.key, reply.subject)
    presenter.ask(SUPERVISE)
    presenter.ask(BLOW)
    presenter.ask(cards[1].acts[0].key, whistle.id)
    assert [form.entry.form.verb for form in window.forms] == ["回复", "签发", "吹哨", "报到"]
    assert order.number in window.forms[0].entry.form.title


def test_show_json_carries_orders_whistles_and_their_clocks(centre):
    case = centre.registered()
    (order,) = supervised(centre, case.id)
    blown(centre, case=case)
    plain = folder_plain(centre.services.cases.folder(case.id))
    assert [entry["number"] for entry in plain["supervision"]] == [order.number]
    assert plain["whistles"][0]["units"][0]["name"] == "水利局"
    kinds = {clock["kind"]: clock["last_moment"] for clock in plain["clocks"]}
    assert kinds["supervision_reply"]
    assert kinds["mediation" if "mediation" in kinds else "acceptance"] is None
    json.dumps(plain)


def test_a_closed_case_offers_no_supervision(desk, window, centre):
    case = centre.performed()
    case = centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version).value
    view = SeenWorkspace()
    WorkspacePresenter(desk, window, view, SeenWindows()).open(case.id)
    assert SUPERVISE not in view.menu
