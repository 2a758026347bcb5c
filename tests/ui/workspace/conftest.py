from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.i18n import Formats, Translator
from app.ui.kit import Kit
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.screens.workspace.wiring import case_panes
from app.ui.style import Style
from tests.support.centres import open_centre_at, program_rules
from tests.support.workspace_desk import WindowAround, mediators_desk


@pytest.fixture(scope="module")
def style(qapp):
    made = Style(Path(__file__).parents[3] / "resources")
    made.apply(qapp)
    made.is_still = True
    return made


@pytest.fixture
def kit(style):
    yield Kit(style, Translator(), Formats())
    style.use(theme="light", scale=1.0)


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    """A centre whose documents are really drawn."""
    made = open_centre_at(sqlite_store, sqlite_location.data_folder, clock)
    folder = DataFolder(sqlite_location.data_folder)
    return replace(made, services=build_services(sqlite_store, folder, clock, program_rules()))


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def navigator():
    return WindowAround()


@pytest.fixture
def opened(qtbot, kit, desk, navigator):
    """Open a case in a window as wide as the design's."""

    def make(case, tab="", *, act=False, size=(1440, 900)):
        window = QMainWindow()
        qtbot.addWidget(window)
        screen = WorkspaceScreen(kit, desk, navigator, lambda ws: case_panes(kit, desk, navigator, ws.ask))
        window.setCentralWidget(screen)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        screen.open_case(case.id, tab, act=act)
        screen.window_around = window
        return screen

    return make
