import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.terms import TermKind
from app.domain.values.money import Money
from app.ui.screens.agreement.party_picker import PartyPicker
from app.ui.screens.workspace.panes import CasePane, HasContext, TakesSteps, WordsStep

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

# The renderer of these tests draws no PDF: the pane says so and goes on. Dialogs warn offscreen.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_pane_is_all_the_workspace_asks_for(room):
    pane: CasePane = room.pane
    assert isinstance(pane, HasContext)
    assert isinstance(pane, TakesSteps)
    assert isinstance(pane, WordsStep)
    assert pane.context() is pane.context()


def test_from_the_first_key_to_the_last_signature(room, qtbot):
    room.begin()
    room.write("赔偿数额。")
    room.face.editor.sections["responsibilities"].focus()
    room.key(Qt.Key.Key_Tab)
    room.write("王秀兰承担全部责任。")
    room.key(Qt.Key.Key_G, ALT)
    assert room.here().endswith(".amount")
    room.type("1.28万")
    for due, amount in (("2026-11-25", "5000"), ("2026-12-25", "4000"), ("2027-1-25", "3500")):
        room.key(Qt.Key.Key_I, ALT)
        assert room.here().endswith(".due")
        room.type(due, amount)
        assert room.here().endswith(".manner")
        room.write("银行转账")
    term = room.presenter.page.entry.terms[0]
    sums = room.face.editor._cards[term.id]._instalments.total
    assert sums.isVisible()
    assert sums._words.text() == "合计 12,500.00，比总额少 300.00"
    qtbot.waitUntil(lambda: room.presenter.checks.must == 1)
    assert "改 1 处后送签" in room.screen._header.step.text()
    room.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: room.here() == f"terms.{term.id}.instalments.{term.instalments[2].id}.amount")
    room.key(Qt.Key.Key_Return, ALT)
    assert room.focus().value() == "3,800.00"
    qtbot.waitUntil(lambda: room.presenter.checks.must == 0)
    qtbot.waitUntil(lambda: room.presenter.page.keeper.is_stored)
    assert room.stored.terms[0].instalment_total == Money.of_yuan("12800")
    room.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: room.face._dialog is not None)
    qtbot.keyClick(room.face._dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: room.face._dialog is None)
    assert room.stored.state is AgreementState.ISSUED
    qtbot.waitUntil(lambda: bool(room.navigator.printed))
    assert room.navigator.printed == [("人民调解协议书", 3)]
    room.screen.activateWindow()
    qtbot.waitUntil(lambda: "登记签字" in room.screen._header.step.text())
    qtbot.keyClick(room.screen, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: room.focus() is room.face.signing.table)
    room.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(room.stored.signatures) == 1)
    qtbot.waitUntil(lambda: not room.presenter.signing._is_writing)
    room.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: room.stored.state is AgreementState.EFFECTIVE)


def test_f8_opens_the_section_and_walks(room, qtbot):
    room.begin()
    qtbot.waitUntil(lambda: len(room.presenter.checks.rows) == 5)
    for _must_then_two_parties_of_whom_little_is_known in range(3):
        room.key(Qt.Key.Key_F8)
    room.key(Qt.Key.Key_F8)
    assert room.here() == "matters"
    room.key(Qt.Key.Key_F8)
    assert room.here() == "responsibilities"
    assert room.face.editor.sections["responsibilities"].is_open
    room.key(Qt.Key.Key_F8, SHIFT)
    assert room.here() == "matters"


def test_what_was_typed_is_there_again_at_the_same_field(room, rooms, qtbot):
    room.begin()
    room.write("还没写完")
    room.presenter.page.keeper.keep()
    qtbot.waitUntil(lambda: room.presenter.page.keeper.is_kept)
    assert room.stored.matters == ""
    again = rooms(room.case_id)
    qtbot.waitUntil(lambda: again.here() == "matters")
    assert again.focus().value() == "还没写完"


def test_unreadable_text_stays_and_is_marked(room, qtbot):
    room.begin()
    room.key(Qt.Key.Key_G, ALT)
    room.type("about 12")
    term = room.presenter.page.entry.terms[0]
    field = room.face.editor.fields.find(f"terms.{term.id}.amount")
    qtbot.waitUntil(lambda: field.property("state") == "error")
    qtbot.waitUntil(lambda: "填写金额" in field.accessibleDescription())
    assert field.value() == "about 12"


def test_terms_move_and_go_by_key_and_come_back(room, qtbot):
    room.begin()
    room.key(Qt.Key.Key_G, ALT)
    room.key(Qt.Key.Key_Q, ALT)
    kinds = lambda: [term.kind for term in room.presenter.page.entry.terms]  # noqa: E731
    assert kinds() == [TermKind.PAYMENT, TermKind.CLAUSE]
    room.key(Qt.Key.Key_Up, ALT)
    assert kinds() == [TermKind.CLAUSE, TermKind.PAYMENT]
    assert room.here().endswith(".act")
    room.key(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert kinds() == [TermKind.PAYMENT]
    room.navigator.undo()
    assert kinds() == [TermKind.CLAUSE, TermKind.PAYMENT]


def test_sixty_parties_are_chosen_by_side_and_take_a_pasted_column(rooms, centre, qtbot):
    room = rooms(centre.mediating(60).id)
    room.begin()
    room.key(Qt.Key.Key_G, ALT)
    term = room.presenter.page.entry.terms[0]
    picker = room.face.editor.fields.find(f"terms.{term.id}.payee_ids")
    assert isinstance(picker, PartyPicker)
    assert picker.text() == "全部申请人 30 人"
    room.presenter.terms.list_shares(term.id)
    QGuiApplication.clipboard().setText("\n".join(["100"] * 30))
    room.key(Qt.Key.Key_V, CTRL)
    assert [share.amount for share in term.shares] == ["100.00"] * 30
    assert room.face.editor._cards[term.id]._shares.count == 30


def test_an_edited_sentence_shows_its_departure(rooms, centre, qtbot):
    draft = centre.drafted(2)
    room = rooms(draft.case_id)
    qtbot.waitUntil(lambda: room.presenter.page.is_editing)
    term = room.presenter.page.entry.terms[0]
    room.presenter.terms.edit_text(term.id)
    assert room.here() == f"terms.{term.id}.edited_text"
    qtbot.keyClicks(room.focus(), "X")
    box = room.face.editor._cards[term.id].sentence
    assert box._badge.isVisible()
    assert "X" in box._difference.accessibleName()
    box._restore.click()
    assert not box.editor.isVisible()
    assert room.presenter.page.entry.terms[0].edited_text is None


def test_void_asks_for_a_reason(rooms, centre, qtbot):
    agreement, _ = centre.issued()
    room = rooms(agreement.case_id)
    qtbot.waitUntil(room.face.head.void.isVisible)
    room.face.head.void.click()
    dialog = QGuiApplication.instance().activeModalWidget()
    dialog.confirm()
    assert dialog.isVisible()
    dialog.reason.insert("金额写错")
    dialog.confirm()
    qtbot.waitUntil(lambda: room.stored.state is AgreementState.VOIDED)
    qtbot.waitUntil(room.face.head.draft.isVisible)


@pytest.mark.parametrize(("theme", "scale"), [("dark", 1.0), ("light", 1.3), ("light", 1.5)])
def test_nothing_is_cut_off_in_large_type(room, kit, theme, scale, qtbot):
    room.begin()
    room.key(Qt.Key.Key_G, ALT)
    room.key(Qt.Key.Key_I, ALT)
    kit.style.use(theme=theme, scale=scale)
    kit.style.refresh()
    editor = room.face.editor
    qtbot.waitUntil(lambda: editor.widget().width() <= editor.viewport().width())


def test_a_clause_of_the_library_by_initials_and_enter(room, qtbot):
    room.begin()
    room.key(Qt.Key.Key_K, ALT)
    picker = QApplication.activeModalWidget()
    assert picker.windowTitle() == "条款库"
    assert picker._found.rows[0] == "邻里"
    picker.line.setText("slss")
    assert [row.text for row in picker._found.rows if not isinstance(row, str)] == ["渗漏损失"]
    assert "支付" in picker._told.text()
    picker.line.setText("没有这种条款")
    assert picker._told.text() == "没有找到，换个字试试"
    picker.line.setText("当面道歉")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    term = room.presenter.page.entry.terms[0]
    waiting = room.screen.focusWidget()  # it gets the focus when the window is in front again
    assert room.face.editor.fields.key_of(waiting) == f"terms.{term.id}.act"
    assert waiting.textCursor().position() == term.act.index("【事情】")
    qtbot.waitUntil(lambda: room.presenter.page.keeper.is_stored)
    assert room.stored.terms[0].act == "就【事情】当面道歉"
    qtbot.waitUntil(lambda: room.presenter.checks.must > 0)
    qtbot.waitUntil(lambda: not waiting.visibleRegion().isEmpty())


def test_the_field_of_a_new_term_stays_in_view(room, qtbot):
    room.begin()
    room.key(Qt.Key.Key_X, ALT)
    assert room.here().endswith(".act")
    qtbot.waitUntil(lambda: room.presenter.checks.must > 0)  # 检查 takes its room
    qtbot.waitUntil(lambda: not room.focus().visibleRegion().isEmpty())
