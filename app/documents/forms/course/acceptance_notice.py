"""受理通知书: what was taken, who mediates, what the parties may ask for; below it the stub."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.course.stub import SMALL, SMALL_EDGE, stub
from app.documents.forms.form import Form
from app.documents.forms.grids import Entry
from app.documents.forms.sections import inline, numbered, opening
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.domain.contents.course.papers import AcceptanceNoticeContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: AcceptanceNoticeContents) -> Form:
    """Compose the notice."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: AcceptanceNoticeContents) -> Iterator[Block]:
    addressees, issued = listed(contents.addressees), day_in_words(contents.issued_day)
    yield from opening(title_of(contents), labelled("编号", contents.number))
    if addressees:
        yield Paragraph(f"{addressees}：", SMALL_EDGE, keeps_next=True)
    yield Paragraph(
        f"{contents.committee}于{day_in_words(contents.received_on)}收到“{contents.title}”"
        f"（{contents.dispute_type}）的调解申请。经征求各方意见，已于{day_in_words(contents.accepted_on)}受理。",
        SMALL,
    )
    yield from inline(contents.words.mediator, listed(contents.mediators), SMALL)
    if contents.assurance:
        yield Paragraph("请知悉：", SMALL, keeps_next=True)
        yield from numbered(contents.assurance, SMALL)
    yield from inline("联系电话", contents.phone, SMALL)
    yield Paragraph("特此通知。", SMALL)
    yield SealPlace(contents.committee, issued)
    yield from stub(
        title_of(contents),
        contents.number,
        (
            Entry("送达", addressees, is_wide=True),
            Entry("纠纷名称", contents.title, is_wide=True),
            Entry("受理日期", day_in_words(contents.accepted_on)),
            Entry("通知日期", issued),
            Entry("经办人", contents.handler, is_wide=True),
        ),
    )
