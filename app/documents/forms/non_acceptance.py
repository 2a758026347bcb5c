"""不予受理通知书: to whom, why, and which other routes are open."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.sections import inline, numbered, opening
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.forms import NonAcceptanceContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: NonAcceptanceContents) -> Form:
    """Compose the notice."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: NonAcceptanceContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("编号", contents.number))
    addressees = listed(contents.addressees)
    if addressees:
        yield Paragraph(f"{addressees}：", UNINDENTED, keeps_next=True)
    received = day_in_words(contents.received_on)
    yield Paragraph(
        phrase(
            contents,
            "decision",
            committee=contents.committee,
            received_on=received,
            title=contents.title,
        )
    )
    yield from inline("不予受理的理由", contents.reason)
    yield from inline("说明", contents.note)
    if contents.routes:
        yield Paragraph(phrase(contents, "routes"), keeps_next=True)
        yield from numbered(contents.routes)
    yield Paragraph(phrase(contents, "closing"))
    yield SealPlace(contents.committee, day_in_words(contents.issued_day))
