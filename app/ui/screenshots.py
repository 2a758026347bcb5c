"""Pictures of every page and main dialog, drawn by the real window on a real centre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.disputes.states import Stage, stage_of
from app.presenters.centre import Centre
from app.presenters.navigation import (
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_INTAKE,
    PAGE_PARTIES,
    PAGE_SETTINGS,
    PAGE_STAFF,
    PAGE_WORKBENCH,
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_DUTIES,
    TAB_EVIDENCE,
    TAB_OVERVIEW,
    TAB_SESSIONS,
)
from app.ui.desktop import Desktop, Looks
from app.ui.runner import Lane, Runner
from app.ui.window import Window

_SIZE = (1440, 900)
_PATIENCE_S = 20.0
_LANES: tuple[Lane, ...] = ("database", "drawing", "drawing")
_PAGES = (
    PAGE_WORKBENCH,
    PAGE_INTAKE,
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_STAFF,
    PAGE_PARTIES,
    PAGE_SETTINGS,
)
_TABS = {
    TAB_OVERVIEW: Stage.ACCEPTANCE,
    TAB_SESSIONS: Stage.MEDIATION,
    TAB_AGREEMENT: Stage.AGREEMENT,
    TAB_EVIDENCE: Stage.MEDIATION,
    TAB_DUTIES: Stage.MEDIATION,
    TAB_DOCUMENTS: Stage.PERFORMANCE,
}
"""Which stage a case should be in for the picture of a tab."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Waits until the window is at rest, then keeps its picture."""

    folder: Path
    runner: Runner

    def settle(self) -> None:
        """Let both lanes answer and everything be laid out and painted."""
        until = monotonic() + _PATIENCE_S
        for _round in range(3):
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

    def take(self, widget: QWidget, name: str) -> None:
        """Keep a picture of ``widget`` as ``name.png``."""
        self.settle()
        target = self.folder / f"{name}.png"
        widget.grab().save(str(target))


def take_screenshots(centre: Centre, app: QApplication, resources: Path, folder: Path, looks: Looks) -> int:
    """Draw every page, each tab of a case and the main dialogs into ``folder``; gives the exit code."""
    folder.mkdir(parents=True, exist_ok=True)

    def no_other_demo() -> Centre:
        return centre

    desktop = Desktop(app, centre, no_other_demo, resources, looks)
    desktop.begin()
    window = desktop.window
    if window is None:
        return 1
    window.frame.resize(*_SIZE)
    camera = Camera(folder, desktop.runner)
    for key in _PAGES:
        window.open_page(key)
        camera.take(window.frame, key)
    _take_tabs(camera, window, centre)
    _take_dialogs(camera, window)
    window.frame.close()
    desktop.runner.close()
    return 0


def _take_tabs(camera: Camera, window: Window, centre: Centre) -> None:
    wanted = CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED, is_descending=True)
    lines = centre.services.lists.page(wanted, 0, 500)
    for tab, stage in _TABS.items():
        line = _in_stage(lines, stage)
        if line is not None:
            window.open_case(line.id, tab)
            camera.take(window.frame, f"case-{tab}")


def _in_stage(lines: tuple[CaseLine, ...], stage: Stage) -> CaseLine | None:
    found = [line for line in lines if stage_of(line.state) is stage]
    return found[0] if found else (lines[0] if lines else None)


def _take_dialogs(camera: Camera, window: Window) -> None:
    opened: tuple[tuple[str, Callable[[], None]], ...] = (
        ("palette", window.frame.open_palette),
        ("help", window.frame.open_help),
    )
    for name, open_it in opened:
        open_it()
        camera.settle()
        dialogs = [d for d in window.frame.findChildren(QDialog) if d.isVisible()]
        for dialog in dialogs:
            camera.take(dialog, f"dialog-{name}")
            dialog.close()
