"""卷内目录 (F13): a line for each paper with its pages, under a head that every page repeats."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, LIST, listing
from app.documents.forms.sections import line, opening
from app.documents.forms.wording import labelled
from app.documents.lines.styles import NOTE
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row
from app.documents.phrases import phrase
from app.domain.contents.case_file.papers import CatalogueLinePart, FileCatalogueContents
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (34, 92, 128, 78, 42, 72)
_NAMES = ("序号", "类别", "文书名称", "日期", "页号", "备注")


def compose(contents: FileCatalogueContents) -> Form:
    """Compose the catalogue."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: FileCatalogueContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield from line("卷名", contents.title)
    yield listing(_COLUMNS, _NAMES, [_row(part) for part in contents.lines])
    note = phrase(
        contents,
        "note",
        copies=str(len(contents.lines)),
        pages=str(contents.page_count),
        printed_on=day_in_words(contents.printed_on),
    )
    yield Paragraph(note, NOTE)


def _row(part: CatalogueLinePart) -> Row:
    return Row(
        [
            Cell(str(part.position), CENTRED),
            Cell(part.item, LIST),
            Cell(part.name, LIST),
            Cell(day_in_words(part.dated), LIST),
            Cell(part.pages, CENTRED),
            Cell(part.note, LIST),
        ]
    )
