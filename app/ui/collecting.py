"""Garbage is collected on the UI thread alone.

A cycle that holds widgets and is found by a worker's allocation would have its widgets handed to
the UI thread for deletion; Qt may have deleted them by then, and the program ends in a fault.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Collector(QObject):
    """Collects as Python would by its own thresholds, but only from a timer of the UI thread."""

    _working = 0

    def __init__(self) -> None:
        super().__init__()
        self._is_working = True
        Collector._working += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def leave_out_what_is_here(self) -> None:
        """Never look again at what a start has made: that would hold typing for a sixth of a second."""
        gc.freeze()

    def stop(self) -> None:
        """Leave collecting to Python again; once is enough."""
        if not self._is_working:
            return
        self._is_working = False
        self._timer.stop()
        Collector._working -= 1
        if not Collector._working:
            gc.enable()

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
