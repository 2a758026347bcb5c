"""授权委托书 (F4): who authorises whom to do what; every authority is ticked on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.documents.faces.tick_boxes import tick
from app.documents.forms.form import Form
from app.documents.forms.grids import ABOVE, BELOW
from app.documents.forms.party_blocks import agent_line, party_paragraphs
from app.documents.forms.sections import heading, inline, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row, Table
from app.domain.contents.course.papers import AuthorityLetterContents
from app.domain.people.agents import AuthorityScope
from app.domain.values.days.calendar_days import day_in_words

UNTICKED = "没有勾选的，代理人无权代为办理；承认、变更、放弃请求和签署文书，须有明确授权。"


def compose(contents: AuthorityLetterContents) -> Form:
    """Compose the paper that the party signs."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.issued_day,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: AuthorityLetterContents) -> Iterator[Block]:
    agent = contents.agent
    yield from opening(
        title_of(contents),
        labelled("登记编号", contents.number),
        f"委托日期：{day_in_words(contents.issued_day)}",
    )
    yield heading("委托人：")
    yield from party_paragraphs((contents.party,))
    yield heading("受托人：")
    yield Paragraph(agent_line(replace(agent, authority=(), authority_note="")))
    yield Paragraph(
        f"委托人现委托上列受托人，在{contents.committee}调解“{contents.title}”中作为委托人的代理人。"
    )
    yield heading("委托权限：")
    terms = [scope.term for scope in AuthorityScope]
    terms += [told for told in agent.authority if told not in terms]
    yield _ticks(terms, agent.authority)
    yield from inline("权限说明", agent.authority_note)
    yield Paragraph(UNTICKED)
    yield signature_places(contents.signers, title_of(contents))


def _ticks(terms: Sequence[str], ticked: Sequence[str]) -> Table:
    """Give two authorities to a row, so that none is parted from its box."""
    cells = [Cell(tick(term, is_ticked=term in ticked)) for term in terms]
    if len(cells) % 2:
        cells.append(Cell(""))
    rows = [Row(cells[place : place + 2]) for place in range(0, len(cells), 2)]
    return Table(columns=(208, 208), rows=rows, above=ABOVE, below=BELOW)
