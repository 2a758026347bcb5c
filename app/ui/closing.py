"""Before a window goes: what is typed is kept first."""

from __future__ import annotations

from time import monotonic, sleep

from PySide6.QtWidgets import QApplication

from app.ui.page_protocols import HoldsCases

_CLOSING_S = 5.0


def is_kept(page: object) -> bool:
    """Keep what is typed on the cases page; False when it cannot be kept within a few seconds."""
    if not isinstance(page, HoldsCases):
        return True
    page.save_now()
    until = monotonic() + _CLOSING_S
    while page.has_unsaved() and monotonic() < until:
        QApplication.processEvents()
        sleep(0.005)
    return not page.has_unsaved()
