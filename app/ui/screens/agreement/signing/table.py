"""The list of the places to sign: ticked or not, whose it is, and how it was filled or refused."""

from __future__ import annotations

from app.i18n.translator import Translator
from app.presenters.agreement.shown import SigningRow
from app.ui.kit import Kit
from app.ui.widgets.tables import Cell, Column, TableModel


def signing_model(kit: Kit) -> TableModel[SigningRow]:
    """Make the model of the list."""
    translator = kit.translator
    say = translator.text
    return TableModel(
        [
            Column("", lambda row: Cell(ticked=row.is_signed), width=44),
            Column(say("签名处"), lambda row: row.role_word, width=108),
            Column(say("姓名、名称"), lambda row: Cell(row.name, is_title=True), share=0.8),
            Column(say("登记"), lambda row: _how(translator, row), share=1.2),
        ],
        sentence=lambda row: _sentence(translator, row),
        key=row_key,
    )


def row_key(row: SigningRow) -> tuple[str, str]:
    """Name a place on the paper."""
    return row.role.value, str(row.signer_id)


def _how(translator: Translator, row: SigningRow) -> Cell:
    if row.is_signed:
        return Cell(row.how, row.more, tone="ok")
    if row.is_refused:
        return Cell(row.how, row.more, tone="err")
    say = translator.text
    return Cell(say("未签") if row.is_required else say("未签（可不签）"), tone="text3")


def _sentence(translator: Translator, row: SigningRow) -> str:
    known = "，".join(part for part in (row.how, row.more) if part)
    told = known if row.is_signed or row.is_refused else translator.text("未签")
    return translator.text("{role} {name}：{told}", role=row.role_word, name=row.name, told=told)
