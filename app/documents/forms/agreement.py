"""人民调解协议书: what 人民调解法 art. 29 asks for, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, FIGURES, LIST, listing
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, numbered, opening, particulars, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import figures, labelled, listed, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row, Table
from app.documents.phrases import phrase
from app.domain.contents.forms import AgreementContents
from app.domain.contents.parts import ClausePart, InstalmentPart, SharePart
from app.domain.settlements.wording import sum_in_words
from app.domain.values.chinese_numbers import count_in_words
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.money import sum_of


def compose(contents: AgreementContents) -> Form:
    """Compose the agreement."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def copies_line(contents: AgreementContents) -> str:
    """Say how many copies there are and who keeps them: one a party, one the committee, one the court."""
    kept = contents.copies - contents.party_copies - int(contents.has_court_copy)
    others = f"，{contents.words.host}留存{count_in_words(kept)}份" if kept > 0 else ""
    if contents.has_court_copy:
        others += "，送人民法院一份"
    return phrase(contents, "copies", copies=count_in_words(contents.copies), kept=others)


def _blocks(contents: AgreementContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("编号", contents.number))
    if contents.supplements_number.strip():
        yield Paragraph(phrase(contents, "supplements", earlier=_earlier(contents)))
    yield from party_paragraphs(contents.parties)
    yield heading(phrase(contents, "facts"))
    if contents.facts.strip():
        yield Paragraph(contents.facts)
    yield from inline("争议事项", contents.matters)
    yield from particulars(contents.particulars)
    yield from section(phrase(contents, "responsibilities"), contents.responsibilities)
    yield heading(phrase(contents, "agreed"))
    for clause in contents.clauses:
        yield from clause_blocks(clause)
    yield from section(phrase(contents, "performance"), contents.performance)
    yield from section(phrase(contents, "left_open"), contents.left_open)
    if contents.notes:
        yield heading("各方知悉：")
        yield from numbered(contents.notes)
    yield from _staff(contents)
    yield Paragraph(copies_line(contents))
    yield signature_places(contents.signers, title_of(contents))
    yield SealPlace(contents.committee, day_in_words(contents.issued_day))


def _earlier(contents: AgreementContents) -> str:
    """Name the agreement that a supplement changes; papers frozen before its day was kept name no day."""
    named = f"{contents.supplements_number}《{title_of(contents)}》"
    if contents.supplements_day is None:
        return named
    return f"{day_in_words(contents.supplements_day)}{named}（以下称原协议）"


def _staff(contents: AgreementContents) -> Iterator[Block]:
    mediators, recorders = listed(contents.mediators), listed(contents.recorders)
    told = [
        f"{contents.words.mediator}{mediators}主持" if mediators else "",
        f"{recorders}记录" if recorders else "",
    ]
    if any(told):
        yield Paragraph(phrase(contents, "staff", staff="，".join(part for part in told if part)))
    yield from inline("参加调解的单位", listed(contents.co_units))


def clause_blocks(clause: ClausePart) -> Iterator[Block]:
    """Give a clause with its tables; applications to a court repeat it as it was signed."""
    has_table = bool(clause.instalments or clause.shares)
    yield Paragraph(f"{count_in_words(clause.position)}、{clause.text}", keeps_next=has_table)
    if clause.instalments:
        yield _instalment_table(clause.instalments)
    if clause.shares:
        yield _share_table(clause.shares)


def _instalment_table(entries: tuple[InstalmentPart, ...]) -> Table:
    has_manner = any(entry.manner.strip() for entry in entries)
    names = ["期次", "履行期限", "金额（元）", *(["方式"] if has_manner else [])]
    rows = [
        Row(
            [
                Cell(str(entry.position), CENTRED),
                Cell(entry.due, LIST),
                Cell(figures(entry.amount), FIGURES),
                *([Cell(entry.manner, LIST)] if has_manner else []),
            ]
        )
        for entry in entries
    ]
    total = sum_in_words(sum_of(entry.amount for entry in entries))
    total_row = Row([Cell("合计", CENTRED), Cell(total, LIST, span=len(names) - 1)])
    columns = (38, 184, 98, 96) if has_manner else (60, 220, 136)
    return listing(columns, names, [*rows, total_row])


def _share_table(shares: tuple[SharePart, ...]) -> Table:
    rows = [
        Row(
            [Cell(str(share.position), CENTRED), Cell(share.name, LIST), Cell(figures(share.amount), FIGURES)]
        )
        for share in shares
    ]
    total = sum_in_words(sum_of(share.amount for share in shares))
    total_row = Row([Cell("合计", CENTRED), Cell(total, LIST, span=2)])
    return listing((60, 220, 136), ["序号", "姓名或者名称", "金额（元）"], [*rows, total_row])
