"""送达地址确认书: what is known is printed, the rest is filled in and ticked by hand before signing."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import ABOVE, BELOW, COLUMNS
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, numbered, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row, Table, label_cell
from app.domain.contents.court.service_address import ServiceAddressContents
from app.domain.values.days.calendar_days import day_in_words

CONFIRMED = (
    "我已阅读并知悉上述告知事项，保证所填送达地址和联系方式准确、有效，同意按此接收本纠纷调解的文书；"
    "申请司法确认的，同意把本书一并提交人民法院。"
)
_CHOICE = "☐同意　☐不同意"
_BY_HAND = 34.0
"""Points of a row that somebody writes into."""


def compose(contents: ServiceAddressContents) -> Form:
    """Compose the confirmation."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.confirmed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ServiceAddressContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield from inline("调解组织", contents.committee)
    yield from inline("纠纷", contents.title)
    yield heading("受送达人：")
    yield from party_paragraphs((contents.party,))
    yield _address(contents)
    yield heading("告知事项：")
    yield from numbered(contents.told)
    yield Paragraph(CONFIRMED)
    yield from inline("日期", day_in_words(contents.confirmed_on))
    yield signature_places(contents.signers, contents.kind.term)


def _address(contents: ServiceAddressContents) -> Table:
    """Set what is served to where; empty cells are as high as a hand needs."""
    party, wide = contents.party, len(COLUMNS) - 1
    rows = [
        Row([label_cell("送达地址"), Cell(party.address, span=wide)], _BY_HAND),
        Row([label_cell("联系电话"), Cell(party.phone), label_cell("邮政编码"), Cell("")], _BY_HAND),
        Row([label_cell("代收人"), Cell(""), label_cell("代收人电话"), Cell("")], _BY_HAND),
        Row([label_cell("电子送达"), Cell(_CHOICE, span=wide)], _BY_HAND),
        Row([label_cell("电子地址"), Cell("", span=wide)], _BY_HAND),
    ]
    return Table(columns=COLUMNS, rows=rows, above=ABOVE, below=BELOW)
