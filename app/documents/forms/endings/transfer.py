"""移交函: a case goes to another organisation, with what that one needs to go on."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import heading, inline, numbered, opening
from app.documents.forms.wording import labelled
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.endings import TransferContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: TransferContents) -> Form:
    """Compose the letter."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: TransferContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("编号", contents.number))
    yield Paragraph(f"{contents.receiver}：", UNINDENTED, keeps_next=True)
    received = day_in_words(contents.received_on)
    yield Paragraph(
        phrase(contents, "opening", committee=contents.committee, received_on=received, title=contents.title)
    )
    yield from inline("移交的原因", contents.reason)
    yield grid(_entries(contents))
    if contents.papers:
        yield heading(phrase(contents, "papers"))
        yield from numbered(contents.papers)
    yield Paragraph(phrase(contents, "closing"))
    yield SealPlace(contents.committee, day_in_words(contents.issued_day))


def _entries(contents: TransferContents) -> Iterator[Entry]:
    yield Entry("登记编号", contents.intake_number)
    yield Entry("纠纷类型", contents.dispute_type)
    yield Entry("当事人", "\n".join(contents.parties), is_wide=True)
    yield Entry("纠纷简要\n情\u3000\u3000况", contents.facts, is_wide=True)
    yield Entry("当事人请求", contents.requests, is_wide=True)
    yield Entry("办理情况", contents.state)
    yield Entry("联系人", contents.contact)
