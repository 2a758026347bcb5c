"""引导函: a party guided to a service; it is no outcome of mediation."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.links.foot import foot
from app.documents.forms.sections import opening, section
from app.documents.forms.wording import closed, labelled
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.links import GuidanceLetterContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: GuidanceLetterContents) -> Form:
    """Compose the letter."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: GuidanceLetterContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield Paragraph(phrase(contents, "opening", service=contents.service))
    yield grid(_entries(contents))
    yield from section("引导事项", contents.matter)
    if contents.consented_on is not None:
        given = "，".join(
            part for part in (contents.consent_manner, day_in_words(contents.consented_on)) if part
        )
        yield Paragraph(phrase(contents, "consent", consent=given))
    yield Paragraph(phrase(contents, "closing"))
    yield from foot(contents)


def _entries(contents: GuidanceLetterContents) -> Iterator[Entry]:
    yield Entry("当事人", contents.party)
    yield Entry("电话", contents.phone)
    yield Entry("相关纠纷", contents.title, is_wide=True)
    yield Entry("预约日期", day_in_words(contents.appointed_on) if contents.appointed_on else "")
    yield Entry("预约说明", contents.appointment_note, is_wide=True)
