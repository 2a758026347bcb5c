"""法院材料清单: the materials by number, original or copy, pages and copies; both hands sign below."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, LIST, Entry, grid, listing
from app.documents.forms.sections import inline, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed
from app.documents.lines.styles import NOTE
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row
from app.domain.contents.court.materials import (
    MISSING,
    ORIGINALS,
    RECEIVED,
    CourtMaterialsContents,
    MaterialPart,
)
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (34, 166, 82, 36, 36, 62)
_NAMES = ("序号", "材料名称", "原件或复印件", "页数", "份数", "备注")


def compose(contents: CourtMaterialsContents) -> Form:
    """Compose the list."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.listed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: CourtMaterialsContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield grid(_told(contents))
    yield listing(_COLUMNS, _NAMES, [_row(part) for part in contents.items])
    if contents.missing:
        yield Paragraph(f"{MISSING}{listed(contents.missing)}。")
    yield Paragraph(ORIGINALS, NOTE, keeps_next=True)
    yield Paragraph(RECEIVED, NOTE, keeps_next=True)
    yield from inline("移交日期", day_in_words(contents.listed_on))
    yield signature_places(contents.signers, contents.kind.term)


def _told(contents: CourtMaterialsContents) -> Iterator[Entry]:
    yield Entry("人民法院", contents.court)
    yield Entry("申请书", contents.purpose)
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("协议书编号", contents.agreement_number, is_wide=True)


def _row(part: MaterialPart) -> Row:
    return Row(
        [
            Cell(str(part.position), CENTRED),
            Cell("\n".join(text for text in (part.name, part.about) if text), LIST),
            Cell(part.form.term, CENTRED),
            Cell(str(part.pages) if part.pages else "", CENTRED),
            Cell(str(part.copies), CENTRED),
            Cell(part.remarks, LIST),
        ]
    )
