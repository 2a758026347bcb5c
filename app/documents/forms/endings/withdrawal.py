"""撤回申请书: a party takes its application back."""

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
from app.domain.contents.endings import WithdrawalContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: WithdrawalContents) -> Form:
    """Compose the paper that the party signs."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.withdrawn_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: WithdrawalContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from party_paragraphs((contents.party,))
    received = day_in_words(contents.received_on)
    yield Paragraph(
        phrase(contents, "will", received_on=received, title=contents.title, act=contents.words.act)
    )
    yield from section("撤回的原因：", contents.reason)
    yield Paragraph(phrase(contents, "closing"), keeps_next=True)
    yield Paragraph(contents.committee, UNINDENTED)
    yield from inline("撤回日期", day_in_words(contents.withdrawn_on))
    yield signature_places(contents.signers, title_of(contents))
