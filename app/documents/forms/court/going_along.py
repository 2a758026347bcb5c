"""The list of what goes along with an application to a court, as it stands on its last page."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.grids import CENTRED, LIST, listing
from app.documents.forms.sections import heading
from app.documents.pages.flow import Block
from app.documents.pages.tables import Cell, Row
from app.domain.contents.bridges.papers import OutgoingPart


def files_table(outgoing: tuple[OutgoingPart, ...]) -> Iterator[Block]:
    """Give the numbered list of files, or nothing where none goes along."""
    if not outgoing:
        return
    yield heading("随附材料：")
    rows = [
        Row(
            [
                Cell(str(position), CENTRED),
                Cell(part.what, LIST),
                Cell(part.name, LIST),
                Cell(part.digest, LIST),
            ]
        )
        for position, part in enumerate(outgoing, start=1)
    ]
    yield listing((38, 118, 110, 150), ("序号", "材料", "名称", "校验值（SHA-256）"), rows)
