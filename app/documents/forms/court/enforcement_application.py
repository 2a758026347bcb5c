"""强制执行申请书: what the court confirmed was not performed, and is to be enforced."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.court.going_along import files_table
from app.documents.forms.form import Form
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, numbered, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, title_of
from app.documents.lines.styles import UNINDENTED, Align, TextStyle
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.court.papers import EnforcementApplicationContents
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.values.days.calendar_days import day_in_words

_ITEM = TextStyle(indent=2, align=Align.LEFT)  # days and sums break early: spread lines would gape


def compose(contents: EnforcementApplicationContents) -> Form:
    """Compose the application."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.applied_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: EnforcementApplicationContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from party_paragraphs(contents.parties)
    yield from section("请求事项：", contents.requests)
    yield heading("事实和理由：")
    yield Paragraph(_reasons(contents))
    if contents.open_items:
        yield heading("尚未履行的内容：")
        yield from numbered(contents.open_items, _ITEM)
    yield from section("被执行人的财产线索：", contents.leads)
    yield from inline("申请期限", contents.due)
    yield from files_table(contents.outgoing)
    yield Paragraph(phrase(contents, "closing"), keeps_next=True)
    yield Paragraph(contents.court, UNINDENTED)
    yield from inline("申请日期", day_in_words(contents.applied_on))
    yield signature_places(contents.signers, title_of(contents))


def _reasons(contents: EnforcementApplicationContents) -> str:
    """Say what was agreed and confirmed, as the channel calls it, and that it was not performed."""
    number, ruled_on = closed(contents.agreement_number), day_in_words(contents.ruled_on)
    court, ruling = closed(contents.ruling_court), closed(contents.ruling_number)
    if contents.words == PEOPLES_WORDS:
        return phrase(
            contents,
            "reasons",
            committee=contents.committee,
            agreement_number=number,
            court=court,
            ruled_on=ruled_on,
            ruling=ruling,
        )
    return (
        f"申请执行人与被执行人经{contents.committee}调解，达成编号为{number}的{contents.words.act}协议，"
        f"{court}于{ruled_on}以{ruling}裁定确认有效。协议没有全部履行，"
        "依照《中华人民共和国民事诉讼法》第二百零六条，申请强制执行。"
    )
