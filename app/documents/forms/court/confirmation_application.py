"""司法确认申请书 (F11): all parties ask the court to confirm what they agreed."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.agreement import clause_blocks
from app.documents.forms.court.going_along import files_table
from app.documents.forms.form import Form
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.court.papers import ConfirmationApplicationContents
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.values.days.calendar_days import day_in_words

PROMISE = (
    "申请人承诺：本协议出于各方自愿，没有恶意串通、规避法律的行为，没有损害国家利益、社会公共利益和他人合法权益；"
    "提交的材料真实。因本协议损害他人利益的，申请人愿意承担相应的民事责任和其他法律责任。"
)


def compose(contents: ConfirmationApplicationContents) -> Form:
    """Compose the application."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.applied_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ConfirmationApplicationContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from party_paragraphs(contents.parties)
    yield heading("请求事项：")
    yield Paragraph(_request(contents))
    yield from section("纠纷主要事实：", contents.facts)
    yield heading("协议内容：")
    yield Paragraph(
        phrase(
            contents,
            "course",
            committee=contents.committee,
            effective_on=day_in_words(contents.effective_on),
        )
    )
    for clause in contents.clauses:
        yield from clause_blocks(clause)
    yield from section("履行方式、时限：", contents.performance)
    yield from inline("管辖", contents.ground)
    yield from inline("申请期限", contents.due)
    yield Paragraph(PROMISE)
    yield from files_table(contents.outgoing)
    yield Paragraph(phrase(contents, "closing"), keeps_next=True)
    yield Paragraph(contents.court, UNINDENTED)
    yield from inline("申请日期", day_in_words(contents.applied_on))
    yield signature_places(contents.signers, title_of(contents))


def _request(contents: ConfirmationApplicationContents) -> str:
    """Ask for confirmation, by people's mediation law too where a committee mediated."""
    signed_on, number = day_in_words(contents.signed_on), closed(contents.agreement_number)
    if contents.words == PEOPLES_WORDS:
        return phrase(contents, "request", signed_on=signed_on, title=contents.title, agreement_number=number)
    return (
        f"依照《中华人民共和国民事诉讼法》第二百零五条，请求依法确认申请人于{signed_on}就“{contents.title}”"
        f"达成的编号为{number}的{contents.words.act}协议有效。"
    )
