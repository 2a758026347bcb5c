from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.domain.duties.four_duties import DutyKind
from app.ui.screens.duties.duty_dialog import DutyDialog
from app.ui.screens.duties.pane import DutiesPane
from app.ui.screens.duties.screen import DutiesScreen
from app.ui.screens.rosters.entry_dialog import EntryDialog
from tests.support.list_desks import desk_of

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def board(kit, desk, navigator, on_stage):
    return lambda width=1200, height=846: on_stage(DutiesScreen(kit, desk, navigator), width, height)


def at(matrix):
    return matrix.currentIndex().row(), matrix.currentIndex().column()


def dialog_of(screen):
    return next(child for child in screen.children() if isinstance(child, EntryDialog))


def duties_of(centre, case):
    return centre.services.cases.folder(case.id).duties


def test_the_model_keeps_to_qts_contract(board, centre, qtmodeltester):
    for _case in range(3):
        centre.registered()
    screen = board()
    qtmodeltester.check(screen.matrix.model())


def test_every_cell_is_a_sentence(board, centre):
    centre.registered(tier="街道")
    model = board().matrix.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    case = model.index(0, 0).data(spoken)
    assert case.startswith("买买提·艾力与王秀兰邻里纠纷，2026-0001，未指派，街道级")
    assert model.index(0, 2).data(spoken).startswith("包调处，未指定，可指定责任人")


def test_arrows_go_by_cell_and_enter_opens_the_duty(qtbot, board, centre):
    first, second = centre.registered(), centre.registered()
    screen = board()
    matrix = screen.matrix
    assert matrix.hasFocus()
    assert at(matrix) == (0, 1)
    for key, place in (
        (Qt.Key.Key_Right, (0, 2)),
        (Qt.Key.Key_Down, (1, 2)),
        (Qt.Key.Key_Left, (1, 1)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Home, (0, 0)),
        (Qt.Key.Key_End, (1, 0)),
        (Qt.Key.Key_Right, (1, 1)),
    ):
        qtbot.keyClick(matrix, key)
        assert at(matrix) == place
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    assert isinstance(dialog, DutyDialog)
    assert dialog.windowTitle().startswith("包调查")
    assert {first.id, second.id} > {dialog._form.entry.record.case.id}


def test_a_duty_is_given_to_somebody_by_keys_alone(qtbot, board, centre):
    case = centre.registered()
    screen = board()
    qtbot.keyClick(screen.matrix, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.form_body.fields.box("lead_official").editor)
    qtbot.keyClicks(dialog.focusWidget(), "Zhou Min")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.form_body.fields.box("responsible_person").editor
    qtbot.keyClicks(dialog.focusWidget(), "Ma Xiaoyan")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    duty = duties_of(centre, case).duty(DutyKind.INVESTIGATE)
    assert (duty.lead_official, duty.responsible_person) == ("Zhou Min", "Ma Xiaoyan")
    assert screen.matrix.model().index(0, 1).data(Qt.ItemDataRole.DisplayRole) == "进行中"


def test_closing_the_form_keeps_what_was_typed(qtbot, board, centre):
    centre.registered()
    screen = board()
    qtbot.keyClick(screen.matrix, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    qtbot.keyClicks(dialog.form_body.fields.box("measures").editor, "twice")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [c for c in screen.children() if isinstance(c, EntryDialog)])
    qtbot.keyClick(screen.matrix, Qt.Key.Key_Return)
    assert dialog_of(screen).form_body.fields.box("measures").editor.value() == "twice"


def test_the_mouse_opens_an_unassigned_card_at_once_and_a_case_on_the_second_click(
    qtbot, board, centre, navigator
):
    case = centre.registered()
    screen = board()
    matrix = screen.matrix
    card = matrix.visualRect(matrix.model().index(0, 3)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=card)
    assert dialog_of(screen).windowTitle().startswith("包办结")
    dialog_of(screen).reject()
    frozen = matrix._frozen
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    qtbot.mouseDClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert navigator.last("open_case") == (case.id, "duties")


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_the_case_stays_in_sight_beside_every_duty(qtbot, board, kit, centre, scale):
    kit.style.use(scale=scale)
    centre.registered()
    matrix = board(1160, 620).matrix
    for column in (1, 2, 3, 4, 3, 2, 1):
        matrix.setCurrentIndex(matrix.model().index(0, column))
        cell = matrix.visualRect(matrix.currentIndex())
        assert cell.left() >= matrix.columnWidth(0) - 1
        assert cell.right() <= matrix.viewport().width() + 1
    assert matrix._frozen.geometry().left() <= 1
    assert matrix._frozen.width() == matrix.columnWidth(0)


def test_right_to_left_the_case_stands_at_the_right(qapp, board, centre):
    centre.registered()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        matrix = board().matrix
        frozen = matrix._frozen.geometry()
        assert frozen.right() >= matrix.viewport().geometry().right() - 1
        assert matrix.visualRect(matrix.model().index(0, 1)).right() <= frozen.left() + 1
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_cell_follows_its_case_when_rows_move(board, centre):
    first, second = centre.registered(), centre.registered()
    screen = board()
    model = screen.matrix.model()
    rows = {model.item(row).case_id: row for row in range(2)}
    screen.matrix.setCurrentIndex(model.index(rows[second.id], 3))
    duties = duties_of(centre, second)
    early = replace(duties.duty(DutyKind.CLOSE), responsible_person="李娟", due_on=centre.today)
    centre.services.duties.save_duty(second.id, early, actor=centre.actor, version=duties.version)
    screen.page_shown()
    here = screen.matrix.currentIndex()
    assert (model.item(here.row()).case_id, here.column()) == (second.id, 3)
    assert model.item(0).case_id == second.id
    assert first.id != second.id


def test_views_are_chosen_by_keys_and_an_empty_one_leads_back(qtbot, board, centre):
    centre.registered()
    screen = board()
    screen._to_views()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert screen.views.value() == "unassigned"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert screen.views.value() == "overdue"
    assert screen._stack.currentIndex() == 1
    screen._empty._button.click()
    assert screen._stack.currentIndex() == 0
    assert screen.views.value() == "all"


@pytest.fixture
def pane(kit, desk, navigator, on_stage):
    made = DutiesPane(kit, desk, navigator)
    made.page_shown = lambda: None
    return on_stage(made, 760, 800)


def test_the_pane_shows_four_cards_and_opens_their_forms(qtbot, pane, centre):
    case = centre.registered()
    pane.show_case(centre.services.cases.folder(case.id))
    assert len(pane._cards) == 4
    qtbot.mouseClick(pane._cards[1].verb, Qt.MouseButton.LeftButton)
    assert dialog_of(pane).windowTitle().startswith("包调处")
    assert not pane.has_unsaved()
