"""Waits until a window is at rest and keeps its picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.runner import Lane, Runner

_PATIENCE_S = 20.0
_LANES: tuple[Lane, ...] = ("database", "drawing", "drawing")


@dataclass(frozen=True, slots=True)
class Camera:
    """Waits until the window is at rest, then keeps its picture."""

    folder: Path
    runner: Runner

    def settle(self, rounds: int = 3) -> None:
        """Let both lanes answer and everything be laid out and painted; paper takes three rounds."""
        until = monotonic() + _PATIENCE_S
        for _round in range(rounds):
            answered: list[bool] = []
            for lane in _LANES:
                self.runner.submit(lambda: True, answered.append, lane=lane)
            while len(answered) < len(_LANES) and monotonic() < until:
                QApplication.processEvents()
            pause = monotonic() + 0.55
            while monotonic() < pause:
                QApplication.processEvents()
                sleep(0.005)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def take(self, widget: QWidget, name: str, rounds: int = 3) -> None:
        """Keep a picture of ``widget`` as ``name.png``."""
        self.settle(rounds)
        target = self.folder / f"{name}.png"
        widget.grab().save(str(target))
