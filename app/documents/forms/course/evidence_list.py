"""人民调解证据材料 (F6): the list in front of the copies, with a column for the pages counted by hand."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, LIST, listing
from app.documents.forms.sections import line, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row
from app.domain.contents.course.papers import EvidenceListContents, EvidencePart
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (36, 150, 114, 76, 40)
_NAMES = ("序号", "证据材料名称", "证据来源", "收到日期", "页数")


def compose(contents: EvidenceListContents) -> Form:
    """Compose the list."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.listed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: EvidenceListContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from line("纠纷名称", contents.title)
    yield listing(_COLUMNS, _NAMES, [_row(part) for part in contents.items])
    yield Paragraph("复印件与原件核对一致，原件退还提供人。")
    yield from line("制表日期", day_in_words(contents.listed_on))
    yield signature_places(contents.signers, title_of(contents))


def _row(part: EvidencePart) -> Row:
    return Row(
        [
            Cell(str(part.position), CENTRED),
            Cell(part.name, LIST),
            Cell(part.source, LIST),
            Cell(day_in_words(part.taken_on), LIST),
            Cell("", CENTRED),
        ]
    )
