"""What the overview says about the levels a case has stood on."""

from __future__ import annotations

from collections.abc import Iterator

from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.cards import Line
from app.presenters.workspace.folder import CaseFolder


def level_lines(desk: Desk, folder: CaseFolder) -> Iterator[Line]:
    """Give one line a level: since when, why, who agreed, who took it."""
    say, formats = desk.translator.text, desk.formats
    for level in folder.case.levels:
        told = (
            say("{level}级", level=level.name),
            formats.moment(level.moved_at),
            level.reason,
            say("{name} 同意", name=level.agreed_by) if level.agreed_by else "",
            say("{name} 接办", name=level.receiver) if level.receiver else "",
        )
        yield Line(say("层级"), GAP.join(part for part in told if part))
