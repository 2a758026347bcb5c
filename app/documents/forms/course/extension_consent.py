"""延期同意书: all parties extend mediation from one last day to another."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.course.answers import answers_table
from app.documents.forms.form import Form
from app.documents.forms.sections import heading, inline, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, Together
from app.domain.contents.course.papers import ExtensionConsentContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ExtensionConsentContents) -> Form:
    """Compose the paper that all parties sign."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.agreed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ExtensionConsentContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield Paragraph(f"{contents.committee}：", UNINDENTED, keeps_next=True)
    yield Paragraph(
        f"你单位于{day_in_words(contents.accepted_on)}受理的“{contents.title}”，调解期限至"
        f"{day_in_words(contents.previous_last_day)}届满。各方一致同意继续调解，期限延长至"
        f"{day_in_words(contents.new_last_day)}。到期仍未达成协议又不再延期的，终止调解。"
    )
    yield from inline("延期的原因", contents.reason)
    yield Together([heading("各方意见："), answers_table(contents.answers)])
    yield from inline("同意日期", day_in_words(contents.agreed_on))
    yield signature_places(contents.signers, title_of(contents))
