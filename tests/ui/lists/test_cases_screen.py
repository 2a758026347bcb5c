"""The page of cases by keyboard: table, filters, views, preview, drawer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.disputes.sources import CaseSource
from app.ui.screens.cases.screen import CasesScreen
from app.ui.screens.cases.views import NameDialog
from tests.support.list_desks import desk_of

KEYS = Qt.Key


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def screen(kit, desk, navigator, on_stage):
    return lambda width=1440, height=900: on_stage(CasesScreen(kit, desk, navigator), width, height)


def current(screen):
    return screen.table.view.current()


def test_arrows_move_home_and_end_jump_and_the_preview_follows(centre, screen, qtbot):
    for number in range(60):
        centre.registered(title=f"第{number}件")
    page = screen()
    table = page.table.view
    assert table.hasFocus()
    first = current(page)
    assert page.pane.isVisible()
    qtbot.keyClick(table, KEYS.Key_Down)
    assert current(page).id != first.id
    assert page.pane._title.text() == current(page).title
    qtbot.keyClick(table, KEYS.Key_End)
    assert table.currentIndex().row() == 59
    assert page.pane._title.text() == current(page).title
    qtbot.keyClick(table, KEYS.Key_PageUp)
    assert 0 < table.currentIndex().row() < 59
    qtbot.keyClick(table, KEYS.Key_Home)
    assert current(page).id == first.id


def test_enter_opens_space_ticks_and_ctrl_a_ticks_all(centre, screen, qtbot, navigator):
    for _n in range(3):
        centre.registered()
    page = screen()
    table = page.table.view
    opened = current(page).id
    qtbot.keyClick(table, KEYS.Key_Return)
    assert navigator.last("open_case") == opened
    qtbot.keyClick(table, KEYS.Key_Space)
    assert page.foot.words.text() == "符合 3 件，已选 1 件"
    assert current(page).id == opened
    qtbot.keyClick(table, KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.foot.words.text() == "符合 3 件，已选 3 件"
    qtbot.keyClick(table, KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.foot.words.text() == "符合 3 件，已选 0 件"


def test_typing_narrows_escape_empties_and_arrow_goes_to_the_list(centre, screen, qtbot):
    centre.registered(title="停车位占用")
    centre.registered(title="楼上漏水")
    page = screen()
    qtbot.keyClick(page.table.view, KEYS.Key_F, Qt.KeyboardModifier.ControlModifier)
    narrow = page.filters.narrow
    assert narrow.hasFocus()
    narrow.insert("停车")
    qtbot.keyClick(narrow, KEYS.Key_Down)
    assert page.table.view.hasFocus()
    assert page.foot.words.text().startswith("符合 1 件")
    assert current(page).title == "停车位占用"
    narrow.setFocus()
    qtbot.keyClick(narrow, KEYS.Key_Escape)
    assert page.foot.words.text().startswith("符合 2 件")


def test_nothing_found_offers_to_clear(centre, screen, qtbot):
    centre.registered()
    page = screen()
    page.filters.narrow.insert("没有")
    qtbot.keyClick(page.filters.narrow, KEYS.Key_Return)
    assert page._stack.currentIndex() == 1
    assert not page.pane.isVisible()
    qtbot.mouseClick(page._empty._button, Qt.MouseButton.LeftButton)
    assert page._stack.currentIndex() == 0
    assert page.filters.narrow.text() == ""


def test_a_set_filter_says_its_value_and_can_be_cleared(centre, screen, qtbot):
    centre.registered(source=CaseSource.PHONE)
    centre.registered()
    page = screen()
    button = page.filters._buttons["source"]
    next(a for a in button._popup.actions() if a.text() == "电话").trigger()
    assert button.text() == "来源：电话"
    assert page.foot.words.text().startswith("符合 1 件")
    assert page.filters.clear.text() == "清除 1 项"
    qtbot.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
    assert button.text() == "来源"
    assert not page.filters.clear.isVisible()


def test_neighbouring_stages_are_worded_as_a_range(screen):
    page = screen()
    page._presenter.asking.set_filter("stage", ["acceptance", "investigation", "mediation", "agreement"])
    assert page.filters._buttons["stage"].text() == "阶段：受理至协议"
    page._presenter.asking.set_filter("stage", ["acceptance", "mediation", "agreement"])
    assert page.filters._buttons["stage"].text() == "阶段：受理等 3 项"


def test_right_goes_to_the_next_step_left_comes_back_f9_acts(centre, screen, qtbot, navigator):
    case = centre.accepted()
    page = screen()
    qtbot.keyClick(page.table.view, KEYS.Key_Right)
    assert page.pane.step.hasFocus()
    assert page.pane.step.text() == "指派调解员"
    qtbot.keyClick(page.pane.step, KEYS.Key_Left)
    assert page.table.view.hasFocus()
    qtbot.keyClick(page.table.view, KEYS.Key_F9)
    assert navigator.last("open_case") == (case.id, "overview", True)


def test_in_a_narrow_window_the_preview_is_a_drawer(centre, screen, qtbot):
    centre.registered()
    page = screen(1280, 720)
    assert not page.pane.isVisible()
    qtbot.keyClick(page.table.view, KEYS.Key_Right)
    assert page.pane.isVisible()
    assert page.pane.geometry().right() == page.body.rect().right()
    qtbot.keyClick(page.pane.step, KEYS.Key_Escape)
    assert not page.pane.isVisible()
    assert page.table.view.hasFocus()


def test_a_refresh_keeps_case_and_place(centre, screen, desk):
    for number in range(40):
        centre.registered(title=f"第{number}件")
    page = screen()
    table = page.table.view
    table.selectionModel().setCurrentIndex(
        page.table._model.index(30, 0), page.table.view.selectionCommand(page.table._model.index(30, 0), None)
    )
    kept, place = current(page).id, table.verticalScrollBar().value()
    assert place > 0
    done = centre.services.cases.note(kept, "联系", actor=centre.actor)
    desk.feed.announce(done.changes)
    assert current(page).id == kept
    assert table.verticalScrollBar().value() == place
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert current(page).id == kept
    assert table.verticalScrollBar().value() == place


def test_the_cursor_follows_its_case_when_rows_come_before_it(centre, screen, desk, clock):
    centre.registered(title="旧案")
    page = screen()
    page._presenter.asking.sort_by("registered", is_descending=False)
    kept = current(page).id
    done = centre.services.registration.register(centre.intake(title="新案"), actor=centre.actor)
    desk.feed.announce(done.changes)
    assert page.table._model.rowCount() == 2
    assert current(page).id == kept
    assert page.table.view.currentIndex().row() == 1


@pytest.fixture
def quiet_menus(monkeypatch):
    """Fill menus without opening them: the offscreen platform cannot grab the keyboard."""
    monkeypatch.setattr(QMenu, "popup", lambda *_given: None)


@pytest.mark.usefixtures("quiet_menus")
def test_the_row_menu_offers_only_what_works(centre, screen, qtbot, navigator):
    centre.registered()
    page = screen()
    page._open_menu(current(page), page.mapToGlobal(page.rect().center()))
    assert [a.text() for a in page.menu.actions() if a.text()] == [
        "打开",
        "督办",
        "吹哨",
        "勾选",
        "复制登记号",
    ]
    next(a for a in page.menu.actions() if a.text() == "复制登记号").trigger()
    assert QGuiApplication.clipboard().text() == current(page).number
    centre.accepted()
    page._presenter.refresh()
    page._presenter.asking.choose_view("all")
    accepted = next(row for row in (page.table._model.item(n) for n in range(2)) if row.is_accepted)
    page._open_menu(accepted, page.mapToGlobal(page.rect().center()))
    printing = next(a for a in page.menu.actions() if a.text() == "打印登记表")
    printing.trigger()
    assert navigator.last("print_document")[1] == "人民调解受理登记表"


@pytest.mark.usefixtures("quiet_menus")
def test_a_view_is_named_kept_chosen_by_f3_and_removed(centre, screen, qtbot):
    centre.registered(source=CaseSource.PHONE)
    page = screen()
    page._presenter.asking.set_filter("source", ["phone"])
    qtbot.mouseClick(page.views.save, Qt.MouseButton.LeftButton)
    dialog = page.findChild(NameDialog)
    assert dialog.name.text() == "电话"
    dialog.name.clear()
    qtbot.keyClick(dialog.name, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog._box._sentence.text() == "填写名称，便于再找"
    dialog.name.insert("电话来的")
    qtbot.keyClick(dialog.name, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.views._kept.text() == "电话来的"
    page._presenter.asking.choose_view("all")
    page._presenter.asking.clear_filters()
    qtbot.keyClick(page.table.view, KEYS.Key_F3)
    menu: QMenu = page.views._menu
    assert [a.text() for a in menu.actions() if a.text()] == ["电话来的", "移除“电话来的”"]
    menu.actions()[0].trigger()
    assert page.filters._buttons["source"].text() == "来源：电话"
    page.views.open_menu()
    menu.actions()[-1].trigger()
    assert not page.views._kept.isVisible()


def test_heads_sort_and_rows_speak(centre, screen, qtbot):
    case = centre.registered(title="停车位占用")
    page = screen()
    page.table.view._on_head(1)
    assert page._presenter.asking.wanted.sort.value == "title"
    index = page.table._model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "停车位占用" in spoken
    assert case.intake_number in spoken


def test_the_stage_column_gives_way_in_a_small_place(kit, centre, screen):
    centre.registered()
    page = screen(1280, 720)
    wide = len(page.table._model.columns)
    kit.style.use(scale=1.5)
    page.resize(900, 720)
    QApplication.processEvents()
    assert len(page.table._model.columns) == wide - 1


def test_a_failure_is_told_at_the_top_and_retry_reads_again(centre, screen, qtbot):
    centre.registered()
    page = screen()
    page._presenter._failed(OSError("gone"))
    assert page._error.isVisible()
    qtbot.mouseClick(page._error._retry, Qt.MouseButton.LeftButton)
    assert not page._error.isVisible()
    assert current(page) is not None
