"""督办回复: the question, the answers, what was urged, and how the order was lifted."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import heading, opening, section
from app.documents.forms.watch.office import OFFICE_A4, PRINTED
from app.documents.forms.wording import labelled, listed, moment_in_words
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SIGNATURE_ONLY, SignaturePlace, SignaturePlaces
from app.domain.contents.watch import ReplyPart, SupervisionReplyContents, UrgePart
from app.domain.values.chinese_numbers import count_in_words
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: SupervisionReplyContents) -> Form:
    """Compose the reply."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
        sheet=OFFICE_A4,
    )


def _blocks(contents: SupervisionReplyContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("督办单号", contents.number))
    yield Paragraph(f"{contents.organisation}：", UNINDENTED, keeps_next=True)
    yield grid(_order(contents))
    yield from section("督办事项和要求", contents.question)
    for position, given in enumerate(contents.replies, start=1):
        yield heading(f"回复（{count_in_words(position)}）")
        yield Paragraph(given.text)
        yield Paragraph(_signed(given), UNINDENTED)
    for again in contents.urges:
        yield heading("再催")
        yield Paragraph(_urged(again))
    if contents.closed_on is not None or contents.close_result.strip():
        yield heading("销号")
        yield grid(_lifted(contents))
    yield SignaturePlaces(
        [
            SignaturePlace(
                role="回复人",
                name=contents.responsible_person,
                manner=SIGNATURE_ONLY,
                has_fingerprint=False,
            )
        ]
    )
    yield Paragraph(day_in_words(contents.printed_on), PRINTED)


def _order(contents: SupervisionReplyContents) -> Iterator[Entry]:
    yield Entry("案件", contents.title, is_wide=True)
    yield Entry("登记编号", contents.case_number, is_wide=True)
    yield Entry("责任领导", contents.lead_official)
    yield Entry("责任人", contents.responsible_person)
    yield Entry("责任单位", contents.responsible_unit, is_wide=True)
    yield Entry("签发", f"{contents.issuer}　{day_in_words(contents.issued_on)}", is_wide=True)
    yield Entry("回复时限", moment_in_words(contents.reply_due), is_wide=True)
    received = moment_in_words(contents.received_at) if contents.received_at is not None else ""
    yield Entry("签收", "　".join(part for part in (contents.receiver, received) if part), is_wide=True)


def _signed(given: ReplyPart) -> str:
    proof = f"　附件：{listed(given.evidence)}" if given.evidence else ""
    return f"{given.replier}　{day_in_words(given.replied_on)}{proof}"


def _urged(again: UrgePart) -> str:
    return (
        f"{day_in_words(again.urged_on)}由{again.urger}再催：{again.note}；"
        f"请于{moment_in_words(again.new_due)}前回复。"
    )


def _lifted(contents: SupervisionReplyContents) -> Iterator[Entry]:
    yield Entry("销号日期", day_in_words(contents.closed_on) if contents.closed_on else "", is_wide=True)
    yield Entry("办理结果", contents.close_result, is_wide=True)
