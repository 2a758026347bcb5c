"""人民调解受理登记表 (F2): on application or on the committee's own initiative, with every consent."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.faces.tick_boxes import choice
from app.documents.forms.form import Form
from app.documents.forms.grids import LIST, Entry, grid, listing
from app.documents.forms.party_blocks import party_lines
from app.documents.forms.sections import heading, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, moment_in_words, title_of
from app.documents.lines.styles import NOTE
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, Together
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row, Table
from app.documents.phrases import phrase
from app.domain.contents.forms import AcceptanceRegisterContents
from app.domain.contents.parts import ConsentPart
from app.domain.settlements.wording import sum_in_words
from app.domain.values.days.calendar_days import day_in_words

ON_APPLICATION = "当事人申请"
_WHOLE_UP_TO = 8  # consents: a list as short stands on one page


def compose(contents: AcceptanceRegisterContents) -> Form:
    """Compose the register of one case."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.accepted_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: AcceptanceRegisterContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield grid(_entries(contents), lead=_lead(contents))
    if contents.consents:
        asked = (heading(phrase(contents, "consents")), _consents(contents.consents))
        if len(contents.consents) <= _WHOLE_UP_TO:
            yield Together(asked)
        else:
            yield from asked
    yield Paragraph(phrase(contents, "remark", host=contents.words.host), NOTE)
    yield signature_places(contents.signers, title_of(contents))
    yield SealPlace(contents.committee, day_in_words(contents.accepted_on))


def _lead(contents: AcceptanceRegisterContents) -> str:
    cause = "主动调解" if contents.is_initiative else f"依{ON_APPLICATION}"
    names = listed(party.name for party in contents.parties)
    between = f"，调解{names}之间的纠纷" if names else ""
    return phrase(
        contents,
        "lead",
        accepted_on=day_in_words(contents.accepted_on),
        committee=contents.committee,
        cause=cause,
        between=between,
    )


def _entries(contents: AcceptanceRegisterContents) -> Iterator[Entry]:
    on_initiative = f"{contents.words.host}主动调解"
    chosen = on_initiative if contents.is_initiative else ON_APPLICATION
    note = f"（{contents.source_note}）" if contents.source_note.strip() else ""
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("纠纷类型", contents.dispute_type)
    yield Entry("受理日期", day_in_words(contents.accepted_on))
    yield Entry("案件来源", choice((ON_APPLICATION, on_initiative), (chosen,)), is_wide=True)
    yield Entry("来源渠道", contents.source + note, is_wide=True)
    yield Entry("收到时间", moment_in_words(contents.received_at), is_wide=True)
    yield Entry("纠纷发生地", contents.place, is_wide=True)
    for party in contents.parties:
        yield Entry(party.label, "\n".join(party_lines(party)), is_wide=True)
    yield Entry("涉及人数", f"{contents.headcount}人" if contents.headcount else "", is_wide=True)
    yield Entry("纠纷简要\n情\u3000\u3000况", contents.facts, is_wide=True)
    for part in contents.particulars:
        told = "\n".join(f"{fact.label}：{fact.text}" for fact in part.told)
        yield Entry(f"{part.heading[:-2]}\n{part.heading[-2:]}", told, is_wide=True)
    yield Entry("当事人请求", contents.requests, is_wide=True)
    amount = "" if contents.amount is None else sum_in_words(contents.amount)
    yield Entry("涉及金额", amount, is_wide=True)
    yield Entry(contents.words.mediator, listed(contents.mediators))
    yield Entry("登记人", contents.registrar)


def _consents(consents: tuple[ConsentPart, ...]) -> Table:
    has_note = any(consent.note.strip() for consent in consents)
    names = ["姓名或者名称", "答复", "方式", "日期", *(["说明"] if has_note else [])]
    rows = [
        Row(
            [
                Cell(consent.name, LIST),
                Cell(consent.answer, LIST),
                Cell(consent.manner, LIST),
                Cell(day_in_words(consent.asked_on), LIST),
                *([Cell(consent.note, LIST)] if has_note else []),
            ]
        )
        for consent in consents
    ]
    columns = (96, 60, 72, 102, 86) if has_note else (150, 76, 84, 106)
    return listing(columns, names, rows)
