"""终止调解通知书: why mediation ended, which routes were told, which papers the parties take along."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import LIST, listing
from app.documents.forms.sections import inline, numbered, opening
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row, Table
from app.documents.phrases import phrase
from app.domain.contents.endings import RoutePart, TerminationContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: TerminationContents) -> Form:
    """Compose the notice."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: TerminationContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("编号", contents.number))
    addressees = listed(contents.addressees)
    if addressees:
        yield Paragraph(f"{addressees}：", UNINDENTED, keeps_next=True)
    accepted = day_in_words(contents.accepted_on)
    partial = contents.partial_number.strip()
    rest = f"就{partial}部分协议以外的争议，" if partial else ""
    yield Paragraph(
        phrase(
            contents,
            "decision",
            committee=contents.committee,
            accepted_on=accepted,
            title=contents.title,
            partial=rest,
            basis=contents.words.ending,
        )
    )
    yield from inline("终止的原因", contents.reason)
    yield from inline("说明", contents.note)
    if contents.routes:
        yield Paragraph(phrase(contents, "routes"), keeps_next=True)
        yield from numbered(contents.routes)
    if contents.told:
        yield Paragraph(phrase(contents, "told"), keeps_next=True)
        yield _told(contents.told)
    yield Paragraph(phrase(contents, "closing"))
    yield SealPlace(contents.committee, day_in_words(contents.issued_day))


def _told(routes: tuple[RoutePart, ...]) -> Table:
    rows = [
        Row([Cell(part.route, LIST), Cell(part.organ, LIST), Cell("\n".join(part.papers), LIST)])
        for part in routes
    ]
    return listing((84, 152, 180), ["途径", "机关", "材料"], rows)
