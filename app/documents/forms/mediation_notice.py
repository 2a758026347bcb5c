"""调解通知书: one party is told when and where to come, who mediates, and what to bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.forms.form import Form
from app.documents.forms.sections import numbered, opening
from app.documents.forms.wording import labelled, listed, time_in_words, title_of
from app.documents.lines.styles import BODY, HEADING, UNINDENTED, TextStyle, label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.schedule_forms import MediationNoticeContents
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.values.days.calendar_days import day_in_words, weekday_in_words
from app.domain.values.days.moments import local_day

_USUAL, _USUAL_LEADING = 14.0, 22.0  # so that the notice is one side of a sheet
_LARGE, _LARGE_LEADING = 20.0, 34.0


def compose(contents: MediationNoticeContents) -> Form:
    """Compose the notice; ``is_large`` sets it in type that weak eyes read."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: MediationNoticeContents) -> Iterator[Block]:
    body, edge, head = (_sized(style, contents) for style in (BODY, UNINDENTED, HEADING))
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield Paragraph(f"{contents.addressee}（{contents.label}）：", edge, keeps_next=True)
    moved = "原定时间已改，" if contents.is_moved else ""
    yield Paragraph(
        phrase(contents, "opening", committee=contents.committee, title=contents.title, moved=moved), body
    )
    place = f"{contents.place}（{contents.address}）" if contents.address else contents.place
    for name, text in (
        ("时间", _when(contents)),
        ("地点", place),
        (_mediator(contents), listed(contents.mediators)),
        ("翻译", contents.interpreter),
        ("联系电话", contents.phone),
    ):
        if text.strip():
            yield Paragraph([label(f"{name}："), text], body)
    yield Paragraph(phrase(contents, "bring"), head, keeps_next=True)
    yield from numbered(contents.bring, body)
    yield Paragraph(phrase(contents, "know"), head, keeps_next=True)
    yield from numbered(contents.assurance, body)
    yield SealPlace(contents.committee, day_in_words(contents.issued_day))


def _mediator(contents: MediationNoticeContents) -> str:
    return "调解员" if contents.words == PEOPLES_WORDS else contents.words.mediator


def _sized(style: TextStyle, contents: MediationNoticeContents) -> TextStyle:
    if contents.is_large:
        return replace(style, size=_LARGE, leading=_LARGE_LEADING)
    return replace(style, size=_USUAL, leading=_USUAL_LEADING)


def _when(contents: MediationNoticeContents) -> str:
    day = local_day(contents.starts_at)
    return f"{day_in_words(day)}（{weekday_in_words(day)}）{time_in_words(contents.starts_at)}"
