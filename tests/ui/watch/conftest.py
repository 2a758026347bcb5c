"""A kit, a centre, and a navigator that opens forms as the window does."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.i18n import Formats, Translator
from app.presenters.watch.record import WatchForm
from app.ui.kit import Kit
from app.ui.screens.watch.dialog import WatchDialog
from app.ui.style import Style
from tests.support.centres import open_centre_at
from tests.support.list_desks import Recorder

ROOT = Path(__file__).parents[3]


class OpeningNavigator(Recorder):
    """Opens the window of a form over the page on show."""

    def __init__(self, kit):
        super().__init__()
        self.kit = kit
        self.dialogs = []

    def open_form(self, form):
        assert isinstance(form, WatchForm)
        dialog = WatchDialog(self.kit, form, QApplication.activeWindow())
        self.dialogs.append(dialog)
        dialog.open()


@pytest.fixture(scope="session")
def watch_style(qapp):
    style = Style(ROOT / "resources")
    found = find_spec("pylopdf_fonts_zh_cn")
    if not (ROOT / "resources" / "fonts").is_dir() and found is not None and found.origin:
        style.bring_fonts(Path(found.origin).parent)
    style.apply(qapp)
    return style


@pytest.fixture
def kit(watch_style):
    watch_style.is_still = True
    yield Kit(watch_style, Translator(), Formats())
    watch_style.use(theme="light", scale=1.0)


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def navigator(kit):
    return OpeningNavigator(kit)


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
