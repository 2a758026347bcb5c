"""征求调解意见书: one party is asked, and answers on the same sheet; nothing is ticked for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.faces.tick_boxes import choice
from app.documents.forms.form import Form
from app.documents.forms.sections import heading, inline, numbered, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.course.papers import ConsentInquiryContents
from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ConsentInquiryContents) -> Form:
    """Compose the inquiry."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ConsentInquiryContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield Paragraph(f"{contents.addressee}（{contents.label}）：", UNINDENTED, keeps_next=True)
    applicants = listed(contents.applicants)
    by = f"{applicants}就" if applicants else ""
    yield Paragraph(
        f"{contents.committee}于{day_in_words(contents.received_on)}收到{by}“{contents.title}”提出的"
        f"{contents.words.act}申请，现征求您是否同意调解。"
    )
    yield from inline("申请事项", contents.requests)
    if contents.assurance:
        yield Paragraph("请知悉：", keeps_next=True)
        yield from numbered(contents.assurance)
    yield from inline("联系电话", contents.phone)
    yield from inline("发出单位", contents.committee)
    yield from inline("发出日期", day_in_words(contents.issued_day))
    yield heading("答复（请本人勾选并签名）：")
    yield Paragraph(choice((ConsentAnswer.AGREED.term, "不同意调解"), ()))
    yield signature_places(contents.signers, title_of(contents))
