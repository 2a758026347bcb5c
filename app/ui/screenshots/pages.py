"""Pictures of every page and of every tab of a case."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.disputes.states import Stage, stage_of
from app.presenters.centre import Centre
from app.presenters.navigation import (
    PAGE_CALENDAR,
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_INTAKE,
    PAGE_LINKS,
    PAGE_PARTIES,
    PAGE_PERFORMANCE,
    PAGE_SETTINGS,
    PAGE_STAFF,
    PAGE_VERIFY,
    PAGE_WATCH,
    PAGE_WORKBENCH,
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_DUTIES,
    TAB_EVIDENCE,
    TAB_FILE,
    TAB_LINKS,
    TAB_OVERVIEW,
    TAB_PERFORMANCE,
    TAB_SESSIONS,
)
from app.ui.desktop import Desktop, Looks
from app.ui.screens.settings.screen import (
    CHANNELS,
    CHECKS,
    HOLIDAYS,
    KINDS,
    RETENTION,
    RISKS,
    RULES,
    WORDINGS,
    SettingsScreen,
)
from app.ui.screenshots.camera import Camera
from app.ui.screenshots.dialogs import take_dialogs
from app.ui.window import Window

USUAL_SIZE = (1440, 900)
"""The size of the design's pictures."""
_OFFSCREEN_ONLY = "This plugin does not support"
_PAGES = (
    PAGE_WORKBENCH,
    PAGE_INTAKE,
    PAGE_CASES,
    PAGE_CALENDAR,
    PAGE_DUTIES,
    PAGE_PERFORMANCE,
    PAGE_LINKS,
    PAGE_WATCH,
    PAGE_VERIFY,
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
    TAB_PERFORMANCE: Stage.PERFORMANCE,
    TAB_LINKS: Stage.PERFORMANCE,
    TAB_DOCUMENTS: Stage.PERFORMANCE,
    TAB_FILE: Stage.PERFORMANCE,
}
"""Which stage a case should be in for the picture of a tab."""


def take_screenshots(
    centre: Centre,
    app: QApplication,
    resources: Path,
    folder: Path,
    looks: Looks,
    *,
    size: tuple[int, int] = USUAL_SIZE,
) -> int:
    """Draw every page, each tab of a case and the main dialogs into ``folder``; gives the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_tell)

    def no_other_demo() -> Centre:
        return centre

    desktop = Desktop(app, centre, no_other_demo, resources, looks)
    desktop.begin()
    window = desktop.window
    if window is None:
        return 1
    window.frame.resize(*size)
    camera = Camera(folder, desktop.runner)
    for key in _PAGES:
        window.open_page(key)
        camera.take(window.frame, key)
    _take_deadlines(camera, window)
    _take_tabs(camera, window, centre)
    take_dialogs(camera, desktop, window, centre)
    window.frame.close()
    desktop.runner.close()
    return 0


def _take_deadlines(camera: Camera, window: Window) -> None:
    """Keep the sections of the settings that deadlines and papers go by."""
    window.open_page(PAGE_SETTINGS)
    for screen in window.frame.findChildren(SettingsScreen):
        for key in (RISKS, HOLIDAYS, RULES, CHANNELS, CHECKS, KINDS, WORDINGS, RETENTION):
            screen.open_section(key)
            camera.take(window.frame, f"settings-{key}")


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


def _tell(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Pass Qt's messages on, but for what a platform without a screen says of every window."""
    if _OFFSCREEN_ONLY not in words:
        sys.stderr.write(f"{kind.name}: {words}\n")
