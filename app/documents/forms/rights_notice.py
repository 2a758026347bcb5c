"""人民调解当事人权利义务告知书 (F3): nature, rights (art. 23), duties (art. 24), effect; all sign."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.sections import heading, numbered, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import TextStyle, label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.forms import RightsNoticeContents
from app.domain.values.days.calendar_days import day_in_words

_TEXT = TextStyle(size=14, leading=22, indent=2)  # so that notice and signatures take two sides of a sheet


def compose(contents: RightsNoticeContents) -> Form:
    """Compose the notice."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.served_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: RightsNoticeContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    subject = f"关于“{contents.title}”，" if contents.title.strip() else ""
    words = contents.words
    opening_words = phrase(
        contents, "opening", subject=subject, committee=contents.committee, basis=words.basis
    )
    yield Paragraph(opening_words, _TEXT)
    mediators = listed(contents.mediators)
    if mediators:
        yield Paragraph([label(phrase(contents, "mediators", mediator=words.mediator)), mediators], _TEXT)
    lists = (
        (phrase(contents, "principles", act=words.act), contents.principles),
        (phrase(contents, "rights"), contents.rights),
        (phrase(contents, "duties"), contents.duties),
        (phrase(contents, "effects"), contents.effects),
    )
    for name, texts in lists:
        if texts:
            yield heading(name)
            yield from numbered(texts, _TEXT)
    yield Paragraph(phrase(contents, "known"), _TEXT)
    yield signature_places(contents.signers, title_of(contents))
    yield SealPlace(contents.committee, day_in_words(contents.served_on))
