"""调解员披露书: what a mediator told of himself, and which parties accept him all the same."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.course.answers import answers_table
from app.documents.forms.form import Form
from app.documents.forms.sections import heading, inline, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, Together
from app.domain.contents.course.papers import DisclosureContents
from app.domain.values.days.calendar_days import day_in_words

MAY_OBJECT = "任何一方不同意的，另行指定调解员；未表态不是同意。"


def compose(contents: DisclosureContents) -> Form:
    """Compose the disclosure."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.disclosed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: DisclosureContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield Paragraph(
        f"{contents.committee}就“{contents.title}”指定或者当事人选定{closed(contents.mediator)}为调解员。"
        "调解员现向各方披露可能影响公正调解的情况："
    )
    yield from section("披露的情况：", contents.what)
    yield Paragraph(MAY_OBJECT)
    yield Together([heading("各方意见："), answers_table(contents.answers)])
    yield from inline("披露日期", day_in_words(contents.disclosed_on))
    yield signature_places(contents.signers, title_of(contents))
