"""督办单: the order of an office, and the receipt that comes back with the answer."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import COLUMNS, Entry, grid
from app.documents.forms.sections import heading, opening, section
from app.documents.forms.watch.office import OFFICE_A4
from app.documents.forms.wording import listed, moment_in_words
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, Together
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row, Table, label_cell
from app.documents.phrases import phrase
from app.domain.contents.watch import SupervisionOrderContents
from app.domain.values.days.calendar_days import day_in_words

_DATE = "\u3000\u3000年\u3000月\u3000日"
_ROOM = 96.0  # points to write the answer in by hand


def compose(contents: SupervisionOrderContents) -> Form:
    """Compose the order with its receipt."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_on,
        blocks=list(_blocks(contents)),
        sheet=OFFICE_A4,
    )


def _blocks(contents: SupervisionOrderContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, contents.number)
    named = listed((contents.lead_official, contents.responsible_unit, contents.responsible_person))
    if named:
        yield Paragraph(f"{named}：", UNINDENTED, keeps_next=True)
    watching = "挂牌督办" if contents.is_listed else "督办"
    yield Paragraph(phrase(contents, "opening", watching=watching), keeps_next=True)
    yield grid(_case(contents))
    yield from section("督办事项和要求", contents.question)
    yield Paragraph(phrase(contents, "due", due=moment_in_words(contents.reply_due)))
    yield SealPlace(contents.organisation, day_in_words(contents.issued_on))
    yield Together((heading("回执"), _receipt(contents)))


def _case(contents: SupervisionOrderContents) -> Iterator[Entry]:
    yield Entry("案件", contents.title, is_wide=True)
    yield Entry("登记编号", contents.case_number, is_wide=True)
    yield Entry("当事人", "\n".join(contents.parties), is_wide=True)
    yield Entry("办理状态", contents.state)
    yield Entry("签发人", contents.issuer)


def _receipt(contents: SupervisionOrderContents) -> Table:
    return Table(
        columns=COLUMNS,
        rows=[
            Row([label_cell("督办单号"), Cell(contents.number, span=3)]),
            Row([label_cell("签收人"), Cell(""), label_cell("签收时间"), Cell(_DATE)]),
            Row([label_cell("回复"), Cell("", span=3)], min_height=_ROOM),
            Row([label_cell("回复人"), Cell(""), label_cell("回复日期"), Cell(_DATE)]),
        ],
    )
