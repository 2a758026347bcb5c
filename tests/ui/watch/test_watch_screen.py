"""督办 by keyboard: three keys from many cases to their orders, the page, the loop, the board's ticks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.domain.duties.watch.loop import WatchTab
from app.domain.duties.watch.supervision import SupervisionStatus
from app.presenters.watch.acts import WatchAct
from app.ui.screens.cases.screen import CasesScreen
from app.ui.screens.duties.screen import DutiesScreen
from app.ui.screens.watch.loop_board import LoopEntry
from app.ui.screens.watch.screen import WatchScreen
from app.ui.screens.workbench.screen import WorkbenchScreen
from tests.support.list_desks import desk_of
from tests.support.watch_samples import blown, noted, supervised

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(kit, centre, navigator, on_stage):
    """Show a page to the mediator, or to another member of staff."""

    def show(page, me=None, width=1440, height=900):
        return on_stage(page(kit, desk_of(centre, me), navigator), width, height)

    return show


@pytest.fixture
def page(stage):
    return lambda width=1200, height=840: stage(WatchScreen, None, width, height)


def orders(centre):
    return centre.services.watch.lists.tab(WatchTab.ALL).counts[WatchTab.REPLY]


@pytest.mark.parametrize("screen", [CasesScreen, DutiesScreen])
def test_f3_ctrl_a_f7_enter_supervises_every_case(qtbot, stage, navigator, centre, screen):
    for _case in range(3):
        centre.assigned()
    stage(screen)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_A, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_F7)
    (dialog,) = navigator.dialogs
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(dialog.verb.hasFocus)
    qtbot.keyClick(dialog.verb, KEY.Key_Return)
    assert orders(centre) == 3
    assert navigator.last("toast").startswith("已签发 3 件")


def test_f7_without_ticks_means_the_case_under_the_cursor(qtbot, stage, navigator, centre):
    centre.assigned()
    case = centre.assigned()
    page = stage(CasesScreen)
    qtbot.keyClick(page.table.view, KEY.Key_End)
    here = page.table.view.current()
    qtbot.keyClick(page.table.view, KEY.Key_F7)
    (dialog,) = navigator.dialogs
    assert dialog.windowTitle() == "督办"
    assert here.title in dialog.form_body.fields.box("question").editor.value()
    assert case.id is not None


def test_an_order_is_answered_from_the_page_by_keys(qtbot, page, navigator, centre):
    (order,) = supervised(centre, centre.registered().id)
    screen = page()
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, KEY.Key_Return)
    (dialog,) = navigator.dialogs
    qtbot.waitUntil(dialog.isActiveWindow)
    editor = dialog.form_body.fields.box("text").editor
    qtbot.waitUntil(lambda: dialog.focusWidget() is editor)
    qtbot.keyClicks(editor, "done by Friday")
    qtbot.keyClick(editor, KEY.Key_Return, CTRL)
    saved = centre.services.watch.orders.get(order.id)
    assert (saved.replies[0].text, saved.is_waiting) == ("done by Friday", False)
    assert screen._stack.currentIndex() == 1  # nothing is owed any more


def test_right_leads_to_the_acts_and_left_back(qtbot, page, centre):
    supervised(centre, centre.registered().id)
    screen = page()
    qtbot.keyClick(screen.table, KEY.Key_Right)
    assert screen.pane.buttons[0].hasFocus()
    assert screen.pane.buttons[0].text() == "回复"
    qtbot.keyClick(screen.pane.buttons[0], KEY.Key_Escape)
    assert screen.table.hasFocus()


def test_a_whistle_is_blown_reported_to_and_rated_in_the_page(qtbot, stage, navigator, centre):
    screen = stage(WatchScreen, centre.registrar)
    qtbot.keyClick(screen.table, KEY.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    dialog = navigator.dialogs[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    for key, words in (("lead_unit", "Water"), ("need", "come"), ("from_unit", "Farming")):
        editor = dialog.form_body.fields.box(key).editor
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, words)
    qtbot.keyClick(dialog, KEY.Key_Return, CTRL)
    screen._presenter.choose_tab("arrival")
    assert screen.table.current().chip.text == "剩 30 分钟"
    centre.clock.moment += timedelta(minutes=18)
    screen._presenter.tick()
    assert screen.table.current().chip.text == "剩 12 分钟"
    for tab, verb in (("arrival", "报到"), ("rating", "处置")):
        screen._presenter.choose_tab(tab)
        assert screen.table.current().main.text == verb
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        qtbot.keyClick(screen.table, KEY.Key_F9)
        dialog = navigator.dialogs[-1]
        if verb == "处置":
            qtbot.keyClicks(dialog.form_body.fields.box("measures").editor, "done")
        qtbot.keyClick(dialog, KEY.Key_Return, CTRL)
    assert screen.table.current().main.text == "评价"


def test_the_filter_narrows_and_an_empty_list_leads_back(qtbot, page, centre):
    supervised(centre, centre.registered().id)
    screen = page()
    qtbot.keyClick(screen.table, KEY.Key_F, CTRL)
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "nobody")
    qtbot.waitUntil(lambda: screen._stack.currentIndex() == 1)
    screen._empty._button.click()
    assert screen._stack.currentIndex() == 0
    assert screen._model.rowCount() == 1


def test_the_loop_leads_to_cases_and_forms_by_enter(qtbot, page, navigator, centre):
    case = centre.registered()
    supervised(centre, case.id)
    noted(centre)
    screen = page()
    screen._presenter.choose_tab("loop")
    screen._to_list()
    assert len(screen.loop.findChildren(LoopEntry)) == 2
    first, second = screen.loop.entries
    assert first.hasFocus()
    qtbot.keyClick(first, KEY.Key_Return)
    assert navigator.dialogs[-1].windowTitle().startswith("未诉先办")
    navigator.dialogs[-1].reject()
    qtbot.keyClick(second, KEY.Key_Return)
    assert navigator.last("open_case") == case.id
    screen.loop.open_menu(first.item, QPoint(5, 5))


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_the_page_stands_in_every_size(page, kit, centre, scale):
    kit.style.use(scale=scale, theme="dark")
    supervised(centre, centre.registered().id)
    blown(centre)
    screen = page(1080, 640)
    screen._presenter.choose_tab("all")
    assert screen.minimumSizeHint().width() <= 1080 * scale
    assert screen.pane.buttons


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.3), ("light", 1.5)])
def test_every_form_fits_the_smallest_window(stage, kit, navigator, centre, *, theme, scale):
    kit.style.use(theme=theme, scale=scale)
    cases = [centre.registered() for _case in range(7)]
    (order,) = supervised(centre, cases[0].id)
    whistle, handling = blown(centre, "水利局", "公安局"), noted(centre)
    presenter = stage(WatchScreen, None, 1280, 720)._presenter
    presenter._acts.supervise([case.id for case in cases])
    for act, subject in (
        (WatchAct.REPLY, order.id),
        (WatchAct.URGE, order.id),
        (WatchAct.BLOW, cases[0].id),
        (WatchAct.ARRIVE, whistle.id),
        (WatchAct.GO_ON, handling.id),
        (WatchAct.TO_CASE, handling.id),
    ):
        presenter.do(act, subject)
    assert len(navigator.dialogs) == 7
    for dialog in navigator.dialogs:
        assert dialog.height() <= 720, dialog.windowTitle()
        assert dialog.width() <= 1280


def test_the_model_keeps_to_qts_contract_and_speaks_in_sentences(page, centre, qtmodeltester):
    (order,) = supervised(centre, centre.registered().id)
    model = page().table.model()
    qtmodeltester.check(model)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("督办，")
    assert order.number in spoken


def test_the_board_is_ticked_by_space_and_by_a_click_on_the_box(qtbot, stage, centre):
    case = centre.registered()
    screen = stage(DutiesScreen)
    qtbot.keyClick(screen.matrix, KEY.Key_Space)
    assert screen.supervise.text() == "督办 1 件"
    spoken = screen.matrix.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("已勾选，")
    frozen = screen.matrix._frozen
    cell = frozen.visualRect(frozen.model().index(0, 0))
    at = screen.matrix._delegate.tick_box(cell, frozen.layoutDirection()).center()
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.supervise.text() == "督办"
    assert case.id


def test_the_workbench_shows_the_reply_owed_with_its_button(qtbot, stage, navigator, centre):
    (order,) = supervised(centre, centre.assigned().id)
    screen = stage(WorkbenchScreen)
    (button,) = screen._side._replies.buttons
    assert screen._side._replies.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert order.number in navigator.dialogs[-1].windowTitle()
    qtbot.keyClicks(navigator.dialogs[-1].form_body.fields.box("text").editor, "soon")
    qtbot.keyClick(navigator.dialogs[-1], KEY.Key_Return, CTRL)
    status = centre.services.watch.orders.get(order.id).status(centre.clock.now())
    assert status is SupervisionStatus.REPLIED
    assert not screen._side._replies.isVisible()
