"""The panes of a case in the order of their tabs; panes of other packages are handed in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import (
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_DUTIES,
    TAB_EVIDENCE,
    TAB_FILE,
    TAB_LINKS,
    TAB_OVERVIEW,
    TAB_PERFORMANCE,
    TAB_SESSIONS,
    Navigator,
)
from app.ui.kit import Kit
from app.ui.screens.workspace.case_file.pane import CaseFilePane
from app.ui.screens.workspace.documents import DocumentsPane
from app.ui.screens.workspace.evidence import EvidencePane
from app.ui.screens.workspace.overview import OverviewPane
from app.ui.screens.workspace.panes import PaneSpec
from app.ui.screens.workspace.sessions.pane import SessionsPane

Make = Callable[[], QWidget]
Ask = Callable[[str, UUID | None, UUID | None], None]


def case_panes(
    kit: Kit,
    desk: Desk,
    navigator: Navigator,
    ask: Ask,
    *,
    agreement: Make | None = None,
    duties: Make | None = None,
    performance: Make | None = None,
    links: Make | None = None,
) -> tuple[PaneSpec, ...]:
    """Name every pane; ``ask`` is the screen's, the others make panes of those packages."""
    say = kit.translator.text
    specs = [
        PaneSpec(TAB_OVERVIEW, say("概况"), lambda: OverviewPane(kit, desk, ask)),
        PaneSpec(TAB_SESSIONS, say("调解笔录"), lambda: SessionsPane(kit, desk, navigator)),
    ]
    if agreement is not None:
        specs.append(PaneSpec(TAB_AGREEMENT, say("协议书"), agreement))
    if performance is not None:
        specs.append(PaneSpec(TAB_PERFORMANCE, say("履行"), performance))
    specs.append(PaneSpec(TAB_EVIDENCE, say("证据"), lambda: EvidencePane(kit, desk, navigator)))
    if duties is not None:
        specs.append(PaneSpec(TAB_DUTIES, say("四包"), duties))
    if links is not None:
        specs.append(PaneSpec(TAB_LINKS, say("对接"), links))
    specs.append(PaneSpec(TAB_DOCUMENTS, say("文书"), lambda: DocumentsPane(kit, desk, navigator)))
    specs.append(PaneSpec(TAB_FILE, say("卷宗"), lambda: CaseFilePane(kit, desk, navigator, ask)))
    return tuple(specs)
