"""签收回执: what was received, by whom, on which day, and until when it is due back."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.links.foot import foot
from app.documents.forms.sections import opening
from app.documents.forms.wording import closed, labelled, listed
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.links import ReferralReceiptContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ReferralReceiptContents) -> Form:
    """Compose the receipt."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ReferralReceiptContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield Paragraph(phrase(contents, "opening", passing=contents.act))
    yield grid(_entries(contents))
    yield from foot(contents)


def _entries(contents: ReferralReceiptContents) -> Iterator[Entry]:
    yield Entry("来文文号", contents.their_number, is_wide=True)
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("当事人", listed(contents.parties), is_wide=True)
    yield Entry("发出日期", day_in_words(contents.sent_on))
    yield Entry("签收日期", day_in_words(contents.signed_on))
    yield Entry("签收人", contents.signed_by, is_wide=True)
    yield Entry("办理期限", contents.due, is_wide=True)
