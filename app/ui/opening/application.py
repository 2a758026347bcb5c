"""The one application object of the process."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.i18n.marks import msgid


def application() -> QApplication:
    """Give the one application object, named as the system is to call it."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["maplebridge"])
    app.setApplicationName("maplebridge")
    app.setApplicationDisplayName(msgid("枫桥调解"))
    app.setDesktopFileName("maplebridge")
    return app
