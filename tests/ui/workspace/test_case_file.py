"""卷宗 in a real window: gaps seen and mended by keyboard, the PDF made beside the window."""

from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import Qt

from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.presenters.navigation import TAB_FILE
from app.ui.runner import Runner
from app.ui.widgets.dialog import Dialog
from tests.support.file_samples import a_picture

CTRL = Qt.KeyboardModifier.ControlModifier


def with_papers(centre):
    case = centre.accepted()
    centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=centre.actor)
    add = centre.services.attachments.add
    add(case.id, a_picture(kind="JPEG"), "身份证.jpg", "双方", FileItem.IDENTITY, actor=centre.actor)
    return case


@pytest.fixture
def desk(desk):
    """The mediator's desk with the runner of the program: work runs on its own threads."""
    return replace(desk, runner=Runner(lambda problem: pytest.fail(str(problem))))


@pytest.fixture
def navigator(navigator, tmp_path):
    """A window around that saves where the test may look."""
    return replace(navigator, save=tmp_path / "卷宗.pdf")


@pytest.fixture
def settle(qtbot, desk):
    """Let what is under way arrive before the window goes."""

    def wait():
        for _turn in range(4):  # what arrives may ask again: the case, then its cards
            arrived = []
            desk.runner.submit(lambda: None, arrived.append)
            qtbot.waitUntil(lambda: bool(arrived))  # noqa: B023 - looked at within this turn
        desk.runner.close()

    return wait


def test_the_tab_shows_gaps_and_makes_the_pdf_beside_the_window(qtbot, opened, centre, navigator, settle):
    case = with_papers(centre)
    screen = opened(case, TAB_FILE)
    qtbot.waitUntil(lambda: screen._middle.pane(TAB_FILE) is not None)
    pane = screen._middle.pane(TAB_FILE)
    qtbot.waitUntil(lambda: pane.make.isEnabled() and bool(pane.links))
    spoken = [link.accessibleName() for link in pane.links]
    assert "去文书 权利义务告知书" in spoken
    link = pane.links[0]
    qtbot.waitUntil(link.isVisible)
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(case.id) in navigator.pages)
    pane.make.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_E, CTRL)
    assert pane.cancel.isVisible()
    assert pane._bar.isVisible()
    qtbot.waitUntil(lambda: bool(navigator.toasts), timeout=10_000)
    assert navigator.toasts[-1][0] == "已生成 卷宗.pdf"
    assert "未经验证" in pane._strip.accessibleName()
    assert not pane.cancel.isVisible()
    qtbot.waitUntil(pane.make.isEnabled)
    reader = pypdf.PdfReader(navigator.save)
    assert reader.outline[0].title == DocumentKind.FILE_COVER.term
    assert len(reader.pages) >= 6
    settle()


def test_the_record_is_typed_in_its_own_window(qtbot, opened, centre, settle):
    screen = opened(with_papers(centre), TAB_FILE)
    qtbot.waitUntil(lambda: screen._middle.pane(TAB_FILE) is not None)
    pane = screen._middle.pane(TAB_FILE)
    qtbot.waitUntil(lambda: bool(pane.links))
    record = next(link for link in pane.links if link.text() == "卷宗信息")
    record.setFocus()
    qtbot.keyClick(record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(found.isVisible() for found in screen.findChildren(Dialog)))
    dialog = next(found for found in screen.findChildren(Dialog) if found.isVisible())
    assert "卷宗信息" in dialog.windowTitle()
    dialog.reject()
    settle()
