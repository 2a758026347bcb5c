"""治安案件不予处罚共同申请书: both sides ask the police to recognise; it promises nothing."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, LIST, Entry, grid, listing
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, listed
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row
from app.documents.phrases import phrase
from app.domain.contents.bridges.papers import SecurityApplicationContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: SecurityApplicationContents) -> Form:
    """Compose the application."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.applied_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: SecurityApplicationContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield from party_paragraphs(contents.parties)
    yield grid(_entries(contents))
    yield from section("纠纷简要情况：", contents.facts)
    yield heading("调解和履行：")
    yield Paragraph(
        phrase(
            contents,
            "course",
            title=contents.title,
            committee=contents.committee,
            agreement_number=closed(contents.agreement_number),
            effective_on=day_in_words(contents.effective_on),
            performed_on=day_in_words(contents.performed_on),
        )
    )
    yield from inline("履行情况", contents.performance)
    yield heading("申请事项：")
    yield Paragraph(phrase(contents, "request"))
    yield Paragraph(phrase(contents, "no_promise"))
    yield heading("条件核对（公安机关办理行政案件程序规定）：")
    rows = [
        Row([Cell(part.text, LIST), Cell(part.answer, LIST), Cell(part.basis, CENTRED)])
        for part in contents.conditions
    ]
    yield listing((176, 148, 92), ("条件", "情况", "条文"), rows)
    if contents.outgoing:
        yield heading("随附材料：")
        files = [
            Row([Cell(part.name, LIST), Cell(part.what, LIST), Cell(part.digest, LIST)])
            for part in contents.outgoing
        ]
        yield listing((132, 100, 184), ("名称", "说明", "校验值（SHA-256）"), files)
    yield from inline("申请日期", day_in_words(contents.applied_on))
    yield signature_places(contents.signers, contents.kind.term)


def _entries(contents: SecurityApplicationContents) -> Iterator[Entry]:
    yield Entry("行为人", listed(contents.offenders), is_wide=True)
    yield Entry("被侵害人", listed(contents.victims), is_wide=True)
    yield Entry("行为", contents.offence)
    yield Entry("发生日期", day_in_words(contents.happened_on))
    yield Entry("发生地点", contents.place, is_wide=True)
    yield Entry("警情或案件号", contents.police_number, is_wide=True)
