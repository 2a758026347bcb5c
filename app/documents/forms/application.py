"""人民调解申请书 (F1): who applies against whom, what happened, what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import inline, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.forms import ApplicationContents
from app.domain.settlements.wording import sum_in_words
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ApplicationContents) -> Form:
    """Compose the application."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.applied_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ApplicationContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from party_paragraphs(contents.parties)
    yield from section("纠纷简要情况：", contents.facts)
    yield from section("当事人申请事项：", contents.requests)
    if contents.amount is not None:
        yield from inline("涉及金额", sum_in_words(contents.amount))
    yield Paragraph(phrase(contents, "will", host=contents.words.host, act=contents.words.act))
    yield Paragraph(phrase(contents, "closing"), keeps_next=True)
    yield Paragraph(contents.committee, UNINDENTED)
    yield from inline("申请日期", day_in_words(contents.applied_on))
    yield signature_places(contents.signers, title_of(contents))
