"""不予受理通知书: to whom, why, and which other routes are open; below it the stub."""

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
        yield Paragraph(f"{addressees}：", SMALL_EDGE, keeps_next=True)
    received = day_in_words(contents.received_on)
    yield Paragraph(
        phrase(
            contents,
            "decision",
            committee=contents.committee,
            received_on=received,
            title=contents.title,
        ),
        SMALL,
    )
    yield from inline("不予受理的理由", contents.reason, SMALL)
    yield from inline("说明", contents.note, SMALL)
    if contents.routes:
        yield Paragraph(phrase(contents, "routes"), SMALL, keeps_next=True)
        yield from numbered(contents.routes, SMALL)
    yield Paragraph(phrase(contents, "closing"), SMALL)
    issued = day_in_words(contents.issued_day)
    yield SealPlace(contents.committee, issued)
    yield from stub(
        title_of(contents),
        contents.number,
        (
            Entry("送达", addressees, is_wide=True),
            Entry("纠纷名称", contents.title, is_wide=True),
            Entry("理由", contents.reason, is_wide=True),
            Entry("通知日期", issued, is_wide=True),
        ),
    )
