"""Start the window, or draw its pages into pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.presenters.centre import Centre
from app.ui.desktop import Desktop, Looks


def application() -> QApplication:
    """Give the one application object, named as the system is to call it."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["maplebridge"])
    app.setApplicationName("maplebridge")
    app.setApplicationDisplayName("枫桥调解")
    app.setDesktopFileName("maplebridge")
    return app


def run_window(centre: Centre, open_demo: Callable[[], Centre], resources: Path) -> int:
    """Open the window on a centre and stay until it is closed."""
    return Desktop(application(), centre, open_demo, resources, Looks()).run()
