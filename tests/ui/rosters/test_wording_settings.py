"""文书用语 in the window: a block is found, worded, tried, put in force and taken back by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.archive.resources import fonts_folder
from app.documents.rendering import Renderer
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.catalogue import blocks_of
from app.services.filing.wordings import WordingService
from app.ui.screens.settings.rules.wordings import WordingsSection
from tests.support.workspace_desk import mediators_desk

CTRL = Qt.KeyboardModifier.ControlModifier


class Page(WordingsSection):
    """The section as a page of its own."""

    def page_shown(self):
        self.refresh()


@pytest.fixture
def desk(centre):
    real = WordingService(centre.store, centre.clock, Renderer(fonts_folder()))
    object.__setattr__(centre.services, "wordings", real)  # frozen; plain pages are no PDF to show
    return mediators_desk(centre)


@pytest.fixture
def section(kit, desk, navigator, on_stage):
    return on_stage(Page(kit, desk, navigator), 1366, 768)


def go_to(qtbot, section, kind, key):
    section.kinds.setFocus()
    kinds = [*DocumentKind]
    for _step in range(kinds.index(kind) - kinds.index(section.kinds.value())):
        qtbot.keyClick(section.kinds, Qt.Key.Key_Down)
    assert section.kinds.value() == kind.value
    section.table.setFocus()
    qtbot.keyClick(section.table, Qt.Key.Key_Home, CTRL)
    for _step in range([block.key for block in blocks_of(kind)].index(key)):
        qtbot.keyClick(section.table, Qt.Key.Key_Down)
    assert section.table.current().key == key


def test_a_block_is_worded_and_taken_back_by_keys(qtbot, section, desk):
    assert section.preview.page_count >= 1
    go_to(qtbot, section, DocumentKind.NON_ACCEPTANCE, "decision")
    editor = section.card.editor
    qtbot.waitUntil(editor.isVisible)
    for _step in range(6):
        if QApplication.focusWidget() is not editor:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "填写这段用语" in section.card.trial.text())
    for number in (1, 2, 3):
        qtbot.keyClick(editor, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert editor.value() == "{出具单位}{收到日期}{纠纷名称}"
    editor.insert("，决定不予受理。")
    qtbot.waitUntil(lambda: section.card.trial.text().startswith("可以启用"))
    qtbot.keyClick(editor, Qt.Key.Key_Return, CTRL)
    own = desk.me.organisation_id
    qtbot.waitUntil(lambda: len(desk.services.wordings.of_organisation(own)) == 1)
    section.refresh()
    assert section.table.current().state == "本单位"
    assert section.card.restore.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_R, CTRL)
    section.refresh()
    assert section.table.current().state == "默认"
    assert "决定不予受理" in editor.value()
    assert editor.value().startswith("{出具单位}于")


def test_what_is_fixed_has_no_editor(qtbot, section):
    go_to(qtbot, section, DocumentKind.AGREEMENT, "title")
    assert section.card.editor is None
    assert section.card.why.isVisible()
    assert "司发通〔2010〕239号" in section.card.why.text()
    assert not section.card.verb.isVisible()
