"""What may lie over all pages: while a cover is on, nothing of a page is drawn or reachable."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid


class Covers(QStackedWidget):
    """The whole of the window at the bottom, at most one cover (the lock) above it."""

    def __init__(self) -> None:
        super().__init__()
        self._held: QWidget | None = None

    @property
    def is_covered(self) -> bool:
        """Whether a cover hides the pages."""
        return self.count() > 1

    def cover(self, widget: QWidget) -> None:
        """Put ``widget`` over everything, in place of an earlier cover."""
        self._held = self.window().focusWidget()
        self._drop()
        self._free(is_free=False)
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        widget.setFocus()

    def uncover(self) -> bool:
        """Take the cover away; answers whether the focus went back to where it was."""
        self._drop()
        self._free(is_free=True)
        held, self._held = self._held, None
        if held is None or not isValid(held):
            return False
        held.setFocus()
        return True

    def _free(self, *, is_free: bool) -> None:
        """Let pages work or not: one that is hidden may still take the focus, and with it what is typed."""
        pages = self.widget(0)
        if pages is not None:
            pages.setEnabled(is_free)

    def _drop(self) -> None:
        while (cover := self.widget(1)) is not None:
            self.removeWidget(cover)
            cover.deleteLater()
