"""What tests of a page stand on: a kit dressed like the program, a small centre, a stage."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Formats, Translator
from app.persistence.store import Store, StoreLocation
from app.ui.kit import Kit
from app.ui.style import Style
from tests.support.centres import Centre, open_centre_at
from tests.support.databases import SteppingClock
from tests.support.list_desks import Recorder

__all__ = ["centre", "kit", "navigator", "on_stage", "page_style"]

_RESOURCES = Path(__file__).parents[2] / "resources"


class Stage(Protocol):
    """Shows a page in an active window of its own."""

    def __call__(self, screen: QWidget, width: int = 1440, height: int = 900) -> QWidget:
        """Show it, and tell it that it takes the stage."""


@pytest.fixture(scope="session")
def page_style(qapp: QApplication) -> Style:
    """Dress the application once; fonts come from the tree or from the package they are built of."""
    style = Style(_RESOURCES)
    found = find_spec("pylopdf_fonts_zh_cn")
    if not (_RESOURCES / "fonts").is_dir() and found is not None and found.origin:
        style.bring_fonts(Path(found.origin).parent)
    style.apply(qapp)
    return style


@pytest.fixture
def kit(page_style: Style) -> Iterator[Kit]:
    """Give a kit in which nothing moves, light and of standard size again afterwards."""
    page_style.is_still = True
    yield Kit(page_style, Translator(), Formats())
    page_style.use(theme="light", scale=1.0)


@pytest.fixture
def centre(sqlite_store: Store, sqlite_location: StoreLocation, clock: SteppingClock) -> Centre:
    """Open a centre on a migrated SQLite copy."""
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def navigator() -> Recorder:
    """Note what a page asks of the window around it."""
    return Recorder()


@pytest.fixture
def on_stage(qtbot: QtBot) -> Stage:
    """Show a page in an active window of its own."""

    def show(screen: QWidget, width: int = 1440, height: int = 900) -> QWidget:
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.page_shown()  # type: ignore[attr-defined]  # pages have it, QWidget has not
        return screen

    return show
