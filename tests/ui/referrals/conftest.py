"""A kit dressed like the program, and a centre on a migrated SQLite copy."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from app.i18n import Formats, Translator
from app.ui.kit import Kit
from app.ui.style import Style
from tests.support.centres import open_centre_at
from tests.support.list_desks import Recorder

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def list_style(qapp):
    style = Style(ROOT / "resources")
    found = find_spec("pylopdf_fonts_zh_cn")
    if not (ROOT / "resources" / "fonts").is_dir() and found is not None and found.origin:
        style.bring_fonts(Path(found.origin).parent)
    style.apply(qapp)
    return style


@pytest.fixture
def kit(list_style):
    list_style.is_still = True
    yield Kit(list_style, Translator(), Formats())
    list_style.use(theme="light", scale=1.0)


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def navigator():
    return Recorder()


@pytest.fixture
def on_stage(qtbot):
    def show(screen, width=1440, height=900):
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.page_shown()
        return screen

    return show
