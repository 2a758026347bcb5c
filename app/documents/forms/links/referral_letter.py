"""移送函: a dispute passed on to another organ, with law or consent for the data that go along."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.links.foot import foot
from app.documents.forms.sections import heading, inline, opening, section
from app.documents.forms.wording import closed, labelled
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.links import DataConsentPart, PassedPartyPart, ReferralLetterContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ReferralLetterContents) -> Form:
    """Compose the letter."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ReferralLetterContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("编号", contents.number))
    yield Paragraph(f"{closed(contents.addressee)}：", UNINDENTED, keeps_next=True)
    yield Paragraph(phrase(contents, "opening", link=contents.interface, passing=contents.act))
    yield grid(_dispute(contents))
    yield grid(_party(party) for party in contents.parties)
    yield from section("纠纷简要情况", contents.facts)
    yield from section("当事人请求", contents.requests)
    yield from section("移送事由和请求", contents.matter)
    yield heading("个人信息提供依据")
    yield from inline("法律依据", contents.legal_basis)
    if contents.consents:
        yield Paragraph(phrase(contents, "consents"), keeps_next=True)
        yield from (_consent(consent) for consent in contents.consents)
    if contents.due_back is not None:
        yield Paragraph(phrase(contents, "due", due=day_in_words(contents.due_back)))
    else:
        yield Paragraph(phrase(contents, "open_end"))
    yield from foot(contents)


def _dispute(contents: ReferralLetterContents) -> Iterator[Entry]:
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("纠纷类型", contents.dispute_type, is_wide=True)


def _party(party: PassedPartyPart) -> Entry:
    told = (closed(party.name), labelled("电话", party.phone), labelled("住址", party.address))
    return Entry(party.label, "\n".join(part for part in told if part), is_wide=True)


def _consent(consent: DataConsentPart) -> Block:
    return Paragraph(f"{closed(consent.name)}，{consent.manner}，{day_in_words(consent.given_on)}。")
