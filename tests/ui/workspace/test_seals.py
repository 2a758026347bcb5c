"""电子签章 in a window, by keyboard alone: the certificate in 设置, the sealed copy under its paper, 查验."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from app.presenters.navigation import TAB_DOCUMENTS
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.screens.settings.seal.card import SealCard
from app.ui.screens.verify.screen import VerifyScreen
from app.ui.screens.workspace.documents import DocumentsPane
from tests.support.seal_samples import PASSWORD, a_certificate_file, kept_at

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(parent, kind, qtbot):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in parent.findChildren(kind)))
    return next(one for one in parent.findChildren(kind) if one.isVisible())


@pytest.fixture
def card(kit, desk, navigator, qtbot, tmp_path):
    navigator.file = kept_at(tmp_path, a_certificate_file())
    made = SealCard(kit, desk, navigator)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    return made


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_an_agreement_is_sealed_by_keyboard_and_its_copy_told(centre, card, opened, desk, qtbot):
    navigator = card._presenter._navigator
    card.file.setFocus()
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_U, CTRL)
    assert card.password.hasFocus()
    assert card.password.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(card.password, "wrong")
    qtbot.keyClick(card.password, Qt.Key.Key_Return)
    assert card.password.accessibleDescription() == "密码不对，或文件已损坏"
    card.password.selectAll()
    qtbot.keyClicks(card.password, PASSWORD)
    qtbot.keyClick(card.password, Qt.Key.Key_Return)
    assert card.give_up.isVisible()
    assert "自己制作的证书" in card._words.text()
    assert (card.file.value(), card.password.value()) == ("", "")

    case = centre.effective()
    window = opened(case, TAB_DOCUMENTS)
    [pane] = window.findChildren(DocumentsPane)
    pane._table.select_first()
    pane._verbs._seal.setFocus()
    qtbot.keyClick(pane._verbs._seal, Qt.Key.Key_Space)
    menu = shown(pane, QMenu, qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    form = shown(pane, FormDialog, qtbot)
    form._rows["agreed"].focus()
    form.focusWidget().insertPlainText("调解时各方约定，记入笔录")
    form._rows["password"].focus()
    qtbot.keyClicks(form.focusWidget(), PASSWORD)
    form._presenter.save_draft()
    kept = desk.services.drafts.get(form._presenter.form.draft_key, actor=desk.actor).payload
    assert "记入笔录" in kept
    assert PASSWORD not in kept
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(centre.services.cases.folder(case.id).sealed_copies))
    [copy] = centre.services.cases.folder(case.id).sealed_copies
    assert "已加盖电子签章，原页未动" in [text for text, _undo in navigator.toasts]

    pane.show_case(centre.services.cases.folder(case.id))
    pane._table.select_first()
    assert "电子签章 1 份" in pane._table.current().original
    pane._presenter.seals.look_at(copy.id)
    pane._presenter.print()
    pdf, name, copies = navigator.printed[-1]
    assert (pdf, copies) == (centre.services.sealing.bytes_of(copy.id), 1)
    assert "电子签章" in name

    screen = VerifyScreen(card._kit, desk, navigator)
    qtbot.addWidget(screen)
    screen._presenter.verify_file(kept_at(navigator.file.parent, pdf, "副本.pdf"))
    assert "现行有效" in screen.answer.headline.text()
    for told in ("盖章以后文件一字节未变", "不证明是谁盖的", "没有时间戳机构证明", "加盖的签章副本"):
        assert told in screen.answer.facts.text()
