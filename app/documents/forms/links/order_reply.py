"""工单回复单: what a work order asked and what is answered."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.links.foot import foot
from app.documents.forms.sections import opening, section
from app.documents.forms.wording import closed, labelled
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.links import OrderReplyContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: OrderReplyContents) -> Form:
    """Compose the reply."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: OrderReplyContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("工单号", contents.number))
    if contents.addressee.strip():
        yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield grid(_entries(contents))
    yield from section("诉求内容", contents.demand)
    yield from section("回复内容", contents.reply)
    yield from foot(contents)


def _entries(contents: OrderReplyContents) -> Iterator[Entry]:
    yield Entry("工单种类", contents.order_kind)
    yield Entry("登记编号", contents.case_number)
    yield Entry("来电人", contents.caller)
    yield Entry("收到日期", day_in_words(contents.received_on))
    yield Entry("告知受理", day_in_words(contents.informed_on) if contents.informed_on else "")
    yield Entry("相关纠纷", contents.title, is_wide=True)
