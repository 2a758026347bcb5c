"""Taking everything out of a layout before it is filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout


def emptied(layout: QGridLayout | QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
