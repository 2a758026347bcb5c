"""查验 in a window: typed characters, a handed-in file, and the way there from 文书."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.proofs.pages import grouped
from app.presenters.navigation import TAB_DOCUMENTS
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.screens.verify.screen import VerifyScreen
from app.ui.screens.workspace.documents import DocumentsPane
from app.ui.widgets.dialog import Dialog
from tests.support.forged_papers import altered, pages_of


@pytest.fixture
def screen(qtbot, kit, desk, navigator):
    made = VerifyScreen(kit, desk, navigator)
    qtbot.addWidget(made)
    made.resize(1200, 820)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.page_shown()
    return made


def hand_in(screen, qtbot, navigator, tmp_path, content):
    navigator.file = tmp_path / "送来的.pdf"
    navigator.file.write_bytes(content)
    qtbot.keyClick(screen.code, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_an_altered_a_swapped_and_a_voided_paper_are_each_told(centre, screen, qtbot, navigator, tmp_path):
    agreement, document = centre.issued()
    stored = centre.services.issuing.bytes_of(document.id)
    with centre.store.look() as work:
        proofs = work.proofs.of_document(document.id)
    answer = screen.answer

    hand_in(screen, qtbot, navigator, tmp_path, stored)
    assert "现行有效，各页文字与出具时一致" in answer.headline.text()
    assert "逐字节相同" in answer.facts.text()

    hand_in(screen, qtbot, navigator, tmp_path, altered(document, proofs, "楼上漏水", "楼下漏水"))
    assert "有 1 页与出具时不符" in answer.headline.text()
    assert "【上】" in answer.found.text()
    assert "现在是“下”" in answer.found.text()
    assert answer.text.toPlainText() in {proof.text for proof in proofs}

    other = centre.services.issuing.issue(
        DocumentKind.RIGHTS_NOTICE, agreement.case_id, actor=centre.actor
    ).value
    foreign = (centre.services.issuing.bytes_of(other.id), 0)
    kept = [(stored, page) for page in range(len(proofs) - 1)]
    hand_in(screen, qtbot, navigator, tmp_path, pages_of(*kept, foreign))
    assert other.title in answer.table.current().finding

    settlements = centre.services.settlements
    settlements.void(agreement.id, "写错了金额", actor=centre.actor, version=agreement.version)
    screen.code.setText(grouped(proofs[0].code).lower())
    qtbot.keyClick(screen.code, Qt.Key.Key_Return)
    assert "已作废" in answer.headline.text()
    assert "写错了金额" in answer.facts.text()
    assert answer.text.toPlainText() == proofs[0].text
    qtbot.mouseClick(answer.open_case, Qt.MouseButton.LeftButton)
    assert navigator.pages == [str(agreement.case_id)]


def test_what_cannot_be_read_is_said_below_the_field(screen, qtbot, navigator, tmp_path):
    qtbot.mouseClick(screen.check, Qt.MouseButton.LeftButton)
    assert "填写页脚的查验码" in screen.code.accessibleDescription()
    screen.code.setText("7K2M-9QXD")
    qtbot.keyClick(screen.code, Qt.Key.Key_Return)
    assert "十二位数字和字母" in screen.code.accessibleDescription()
    hand_in(screen, qtbot, navigator, tmp_path, b"no paper")
    assert "不是能打开的图片或 PDF" in screen.code.accessibleDescription()


def test_a_document_of_a_case_is_one_press_from_its_texts(centre, opened, qtbot, navigator):
    _, document = centre.issued()
    window = opened(centre.case(document.case_id), TAB_DOCUMENTS)
    [pane] = window.findChildren(DocumentsPane)
    pane._table.select_first()
    qtbot.mouseClick(pane._verbs._verify, Qt.MouseButton.LeftButton)
    assert navigator.pages == [f"verify {document.id}"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_where_the_signed_original_lies_is_recorded_by_keyboard(centre, opened, qtbot):
    _, document = centre.issued()
    window = opened(centre.case(document.case_id), TAB_DOCUMENTS)
    [pane] = window.findChildren(DocumentsPane)
    pane._table.select_first()
    pane._verbs._original.setFocus()
    qtbot.keyClick(pane._verbs._original, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in pane.findChildren(QMenu)))
    [menu] = [menu for menu in pane.findChildren(QMenu) if menu.isVisible()]
    qtbot.keyClick(menu, Qt.Key.Key_Up)  # the last entry: 原件位置
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(form.isVisible() for form in pane.findChildren(FormDialog)))
    [form] = [form for form in pane.findChildren(FormDialog) if form.isVisible()]
    for key, text in (("cabinet", "3"), ("box", "2")):
        form._rows[key].focus()
        qtbot.keyClicks(form.focusWidget(), text)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(centre.services.cases.folder(document.case_id).originals))
    [original] = centre.services.cases.folder(document.case_id).originals
    assert original.location == "3柜 2盒"


def test_a_new_key_is_asked_for_twice_and_the_public_ones_are_written(
    centre, screen, qtbot, navigator, tmp_path
):
    assert not screen.keys.renew.isVisible()
    centre.issued()
    screen.page_shown()
    assert screen.keys.renew.isVisible()
    before = centre.services.verifying.keys()[0].id
    screen.keys._ask()
    [dialog] = screen.keys.findChildren(Dialog)
    assert centre.services.verifying.keys()[0].id == before
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert centre.services.verifying.keys()[0].id != before
    navigator.save = tmp_path / "公钥.pem"
    qtbot.mouseClick(screen.keys.export, Qt.MouseButton.LeftButton)
    assert navigator.save.read_bytes().count(b"BEGIN PUBLIC KEY") == 2
