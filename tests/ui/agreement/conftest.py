"""A workspace of one case with the agreement pane in it, dressed like the program, over a real database."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.i18n import Formats, Translator
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_AGREEMENT
from app.ui.hub import Hub
from app.ui.kit import Kit
from app.ui.runner import Runner
from app.ui.screens.agreement import AgreementPane
from app.ui.screens.workspace.panes import PaneSpec
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.style import Style
from tests.support.centres import open_centre_at
from tests.support.intake_desk import RecordingNavigator

ROOT = Path(__file__).parents[3]


class PrintingNavigator(RecordingNavigator):
    def __init__(self):
        super().__init__()
        self.printed = []

    def print_document(self, pdf, title, copies):
        self.printed.append((title, copies))


@pytest.fixture(scope="session")
def dressed(qapp):
    style = Style(ROOT / "resources")
    found = find_spec("pylopdf_fonts_zh_cn")
    if not (ROOT / "resources" / "fonts").is_dir() and found is not None and found.origin:
        style.bring_fonts(Path(found.origin).parent)
    style.apply(qapp)
    return style


@pytest.fixture
def kit(dressed):
    dressed.is_still = True
    yield Kit(dressed, Translator(), Formats())
    dressed.use(theme="light", scale=1.0)


@pytest.fixture
def runner():
    problems = []
    made = Runner(problems.append)
    yield made
    made.close()
    assert problems == []


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


class Room:
    """A window as the user meets it: only keys go in, only what is shown and stored comes out."""

    def __init__(self, kit, runner, centre, qtbot, case_id):
        self.centre, self.qtbot, self.case_id = centre, qtbot, case_id
        self.runner = runner
        self.navigator = PrintingNavigator()
        desk = Desk(
            services=centre.services,
            me=centre.mediator,
            translator=kit.translator,
            formats=kit.formats,
            clock=centre.clock,
            runner=runner,
            feed=Hub(),
        )
        self.screen = WorkspaceScreen(
            kit,
            desk,
            self.navigator,
            lambda _screen: [
                PaneSpec(TAB_AGREEMENT, "协议书", lambda: AgreementPane(kit, desk, self.navigator))
            ],
        )
        qtbot.addWidget(self.screen, before_close_func=lambda _screen: self.close())
        self.screen.resize(1240, 844)
        self.screen.show()
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)
        self.screen.open_case(case_id, TAB_AGREEMENT)
        qtbot.waitUntil(lambda: self.screen._middle.pane(TAB_AGREEMENT) is not None)
        self.pane = self.screen._middle.pane(TAB_AGREEMENT)
        self.face = self.pane.face
        qtbot.waitUntil(lambda: self.pane.presenter.page.folder is not None)

    @property
    def presenter(self):
        return self.pane.presenter

    @property
    def stored(self):
        found = self.centre.services.cases.folder(self.case_id).agreements
        return max(found, key=lambda a: a.created_at)

    def close(self):
        """End what would still come a breath later: the runner goes before the window."""
        if self.focus() is not None:
            self.focus().clearFocus()  # a field that is left asks for a check
        self.screen.presenter.close()
        for _round in range(4):  # an answer may ask for one more thing
            for timer in self.pane.findChildren(QTimer):
                timer.stop()
            answered = []
            for lane in ("database", "drawing", "drawing"):
                self.runner.submit(lambda: None, answered.append, answered.append, lane=lane)
            self.qtbot.waitUntil(lambda told=answered: len(told) == 3)

    def begin(self):
        """Press the next step: 起草协议."""
        self.key(Qt.Key.Key_F9)
        self.qtbot.waitUntil(lambda: self.presenter.page.is_editing)
        self.qtbot.waitUntil(lambda: self.face.editor.fields.key_of(self.focus()) == "matters")

    def focus(self):
        return QApplication.focusWidget()

    def here(self):
        return self.face.editor.fields.key_of(self.focus())

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.focus() or self.screen, key, held)
        QApplication.processEvents()  # new fields are shown before the next key, as for people

    def type(self, *texts):
        """Type texts, each followed by Enter."""
        for text in texts:
            self.write(text)
            self.key(Qt.Key.Key_Return)

    def write(self, text):
        """Put text in as an input method does: keys of a test know no Chinese."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)


@pytest.fixture
def room(kit, runner, centre, qtbot):
    return Room(kit, runner, centre, qtbot, centre.mediating().id)


@pytest.fixture
def rooms(kit, runner, centre, qtbot):
    """Open a case in a window as often as wanted."""
    made = []

    def open_room(case_id):
        made.append(Room(kit, runner, centre, qtbot, case_id))
        return made[-1]

    return open_room
