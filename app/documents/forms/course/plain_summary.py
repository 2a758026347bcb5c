"""大字要点单: who does what by when, for one party, in type of 24 points; the agreement is what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.documents.fonts import FontRole
from app.documents.forms.form import Form
from app.documents.forms.wording import closed, labelled, title_of
from app.documents.lines.styles import NUMBER, TITLE, Align, TextStyle, label
from app.documents.pages.flow import Block
from app.documents.pages.paper import MM, Sheet
from app.documents.pages.paragraphs import Paragraph, Together
from app.domain.contents.course.plain import PlainSummaryContents, SummaryPart
from app.domain.values.days.calendar_days import day_in_words, weekday_in_words

SIZE, LEADING = 24.0, 38.0
_SHEET = Sheet(side=(210 * MM - 20 * SIZE) / 2)  # twenty whole characters to a line
_TITLE = replace(TITLE, size=32, leading=48)
_HEAD = TextStyle(role=FontRole.LABEL, size=SIZE, leading=LEADING, align=Align.LEFT, above=14, below=2)
_TEXT = TextStyle(size=SIZE, leading=LEADING, align=Align.LEFT)
_ITEM = replace(_TEXT, above=8)
COUNTS = "这张单子只是帮您看清要点，一切以协议书为准。"


def compose(contents: PlainSummaryContents) -> Form:
    """Compose the summary of one party."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
        sheet=_SHEET,
    )


def _blocks(contents: PlainSummaryContents) -> Iterator[Block]:
    yield Paragraph(title_of(contents), _TITLE, keeps_next=True, bookmark=title_of(contents))
    yield Paragraph(labelled("登记编号", contents.number), NUMBER)
    yield Paragraph(f"{closed(contents.addressee)}（{contents.label}）：", _TEXT, keeps_next=True)
    for source in contents.sources:
        since = source.effective_on
        state = f"已于{day_in_words(since)}生效" if since is not None else "签字、盖章后生效"
        yield Paragraph([label("协议书："), f"{source.number}，{state}。"], _TEXT)
    yield from _list("您要做的", contents.duties, "协议没有要您付钱或者办事。")
    yield from _list("您能得到的", contents.entitlements, "")
    if contents.others:
        yield Paragraph("协议里还有", _HEAD, keeps_next=True)
        for text in contents.others:
            yield Paragraph(f"◆{text}", _ITEM)
    yield Paragraph("请记住", _HEAD, keeps_next=True)
    yield Paragraph(COUNTS, _ITEM)
    if contents.phone.strip():
        yield Paragraph(["不明白的，请打电话：", label(contents.phone)], _TEXT)
    yield Paragraph(
        f"{contents.committee}\n{day_in_words(contents.printed_on)}", replace(_ITEM, align=Align.RIGHT)
    )


def _list(name: str, parts: Sequence[SummaryPart], otherwise: str) -> Iterator[Block]:
    if parts or otherwise:
        yield Paragraph(name, _HEAD, keeps_next=True)
    if not parts and otherwise:
        yield Paragraph(otherwise, _ITEM)
    for position, part in enumerate(parts, start=1):
        yield Together([_told(position, part), *_details(part)])


def _told(position: int, part: SummaryPart) -> Paragraph:
    amount = [label(part.amount)] if part.amount.strip() else []
    return Paragraph([f"{position}. {closed(part.who)}{part.what}", *amount], _ITEM)


def _details(part: SummaryPart) -> Iterator[Block]:
    if part.due_on is not None:
        when = f"{day_in_words(part.due_on)}（{weekday_in_words(part.due_on)}）以前，当天也算"
        yield Paragraph(["最晚：", label(when)], _TEXT)
    for name, text in (
        ("时间", part.by),
        ("怎么做", part.manner),
        ("在哪里", part.place),
        ("不照做的", part.otherwise),
        ("协议原话", part.wording),
    ):
        if text.strip():
            yield Paragraph(f"{name}：{text}", _TEXT)
