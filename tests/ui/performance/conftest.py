"""The page over a centre on a migrated SQLite copy, dressed like the program."""

from pathlib import Path

import pytest

from app.i18n import Formats, Translator
from app.ui.kit import Kit
from app.ui.screens.performance.screen import PerformanceScreen
from app.ui.style import Style
from tests.support.centres import open_centre_at
from tests.support.list_desks import desk_of
from tests.support.workspace_desk import WindowAround


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
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def navigator():
    return WindowAround()


@pytest.fixture
def page(qtbot, kit, centre, navigator):
    def show(width=1440, height=900):
        screen = PerformanceScreen(kit, desk_of(centre), navigator)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.page_shown()
        return screen

    return show
