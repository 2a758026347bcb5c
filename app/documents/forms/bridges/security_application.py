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
from app.domain.contents.bridges.papers import SecurityApplicationContents
from app.domain.values.days.calendar_days import day_in_words

REQUEST = (
    "现依照《公安机关办理行政案件程序规定》第一百八十六条和《中华人民共和国治安管理处罚法》，"
    "双方共同书面申请你单位对上述协议及其履行予以认可，依法不予治安管理处罚。"
)
NO_PROMISE = (
    "双方知悉：是否认可、是否处罚，由公安机关依法决定；公安机关已依法作出处理决定的，不适用上述规定；"
    "人民调解委员会和人民调解协议对此不作任何承诺。本申请出于双方自愿，所述情况属实。"
)


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
        f"双方就“{contents.title}”申请人民调解，经{contents.committee}调解达成编号为"
        f"{closed(contents.agreement_number)}的人民调解协议，该协议于{day_in_words(contents.effective_on)}生效，"
        f"已于{day_in_words(contents.performed_on)}履行完毕。"
    )
    yield from inline("履行情况", contents.performance)
    yield heading("申请事项：")
    yield Paragraph(REQUEST)
    yield Paragraph(NO_PROMISE)
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
