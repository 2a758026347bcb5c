"""收条: what was received from whom for which part of the agreement, in figures and capitals."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, figures, labelled
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.performance.papers import ReceiptContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ReceiptContents) -> Form:
    """Compose the receipt."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.received_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ReceiptContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield Paragraph(_sentence(contents))
    yield grid(_entries(contents))
    yield signature_places(contents.signers, contents.kind.term)


def _sentence(contents: ReceiptContents) -> str:
    on, payer = day_in_words(contents.received_on), closed(contents.payer)
    if contents.amount is None:
        return phrase(contents, "done", payer=payer, received_on=on)
    capitals = f"（大写：人民币{contents.amount_in_words}）" if contents.amount_in_words.strip() else ""
    return phrase(
        contents,
        "paid",
        payer=payer,
        received_on=on,
        amount=figures(contents.amount),
        capitals=capitals,
    )


def _entries(contents: ReceiptContents) -> Iterator[Entry]:
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("协议编号", contents.agreement_number, is_wide=True)
    yield Entry("协议条目", contents.place)
    yield Entry("款项或事项", contents.what)
    yield Entry("付款人\n（履行人）", contents.payer)
    yield Entry("收款人\n（权利人）", contents.payee)
    yield Entry("履行方式", contents.manner)
    if contents.owed_after is not None:
        yield Entry("本项尚欠", f"人民币{figures(contents.owed_after)}元")
    yield Entry("备注", contents.note, is_wide=True)
