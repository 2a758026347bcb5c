"""道路交通事故损害赔偿调解共同申请书: all parties ask the traffic police to mediate."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, numbered, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.bridges.papers import TrafficRequestContents
from app.domain.values.days.calendar_days import day_in_words

PEOPLE = (
    "参加调解的人员每方不超过三人；一方向人民法院起诉、不参加或者退出调解的，公安机关交通管理部门终止调解。"
)


def compose(contents: TrafficRequestContents) -> Form:
    """Compose the request."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.requested_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: TrafficRequestContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield from party_paragraphs(contents.parties)
    yield grid(_entries(contents))
    yield from section("事故和争议：", contents.facts)
    yield heading("人民调解：")
    notice = f"（终止调解通知书{contents.termination_number}）" if contents.termination_number.strip() else ""
    yield Paragraph(
        phrase(
            contents,
            "course",
            title=contents.title,
            committee=contents.committee,
            terminated_on=day_in_words(contents.terminated_on),
            notice=notice,
            reason=closed(contents.reason),
        )
    )
    yield heading("申请事项：")
    yield Paragraph(phrase(contents, "request"), keeps_next=True)
    yield Paragraph(contents.requests)
    yield from inline("申请期限", contents.due)
    yield Paragraph(f"各方知悉：{PEOPLE}")
    if contents.papers:
        yield heading("随附材料：")
        yield from numbered(contents.papers)
    yield from inline("申请日期", day_in_words(contents.requested_on))
    yield signature_places(contents.signers, contents.kind.term)


def _entries(contents: TrafficRequestContents) -> Iterator[Entry]:
    yield Entry("事故日期", day_in_words(contents.happened_on))
    yield Entry("事故地点", contents.place, is_wide=True)
    yield Entry("事故认定书", contents.finding_number, is_wide=True)
