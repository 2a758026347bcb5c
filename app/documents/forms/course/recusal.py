"""回避申请和决定书: who asked that which mediator step back, why, who decided and who took over."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.sections import heading, inline, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.domain.contents.course.papers import RecusalContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: RecusalContents) -> Form:
    """Compose request and decision on one paper."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.asked_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: RecusalContents) -> Iterator[Block]:
    mediator = closed(contents.mediator)
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield heading("申请：")
    wish = "提出自行回避" if contents.is_own_wish else f"申请调解员{mediator}回避"
    yield Paragraph(
        f"{closed(contents.asked_by)}于{day_in_words(contents.asked_on)}就“{contents.title}”{wish}。"
    )
    yield from section("理由：", contents.reason)
    yield heading("决定：")
    yield Paragraph(
        f"同意{mediator}不再担任本案调解员，由{closed(contents.replaced_by)}接替。此前的调解记录照旧保存。"
    )
    yield from inline("决定人", contents.decided_by)
    yield signature_places(contents.signers, title_of(contents))
    yield SealPlace(contents.committee)
