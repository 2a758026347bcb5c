"""调解结果回函: the result of a referral, to whom it came from."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.links.foot import foot
from app.documents.forms.sections import opening, section
from app.documents.forms.wording import closed, labelled, listed
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.links import ReferralReplyContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ReferralReplyContents) -> Form:
    """Compose the reply."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ReferralReplyContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield Paragraph(phrase(contents, "opening", passing=contents.act))
    yield grid(_entries(contents))
    yield from section("办理情况", contents.reply)
    if contents.undisputed_facts.strip():
        yield from section("无争议事实记载", contents.undisputed_facts)
        yield Paragraph(phrase(contents, "facts"))
    yield from foot(contents)


def _entries(contents: ReferralReplyContents) -> Iterator[Entry]:
    yield Entry("来文文号", contents.their_number, is_wide=True)
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("当事人", listed(contents.parties), is_wide=True)
    yield Entry("签收日期", day_in_words(contents.signed_on) if contents.signed_on else "")
    yield Entry("办理结果", contents.result)
    yield Entry("协议编号", contents.agreement_number, is_wide=True)
    yield Entry(
        "协议生效", day_in_words(contents.effective_on) if contents.effective_on else "", is_wide=True
    )
