"""人民调解口头协议登记表 (F9): the fields of the written agreement, signed by the mediator alone."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.party_blocks import party_lines
from app.documents.forms.sections import opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed
from app.documents.lines.styles import NOTE
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.endings import OralRegisterContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: OralRegisterContents) -> Form:
    """Compose the register of one oral agreement."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.reached_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: OralRegisterContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("编号", contents.number))
    yield grid(_entries(contents))
    yield Paragraph(phrase(contents, "remark"), NOTE)
    yield signature_places(contents.signers, contents.kind.term)
    yield SealPlace(contents.committee, day_in_words(contents.reached_on))


def _entries(contents: OralRegisterContents) -> Iterator[Entry]:
    for party in contents.parties:
        yield Entry(party.label, "\n".join(party_lines(party)), is_wide=True)
    yield Entry("纠纷主要\n事\u3000\u3000实", contents.facts, is_wide=True)
    yield Entry("争议事项", contents.matters, is_wide=True)
    yield Entry("达成协议\n内\u3000\u3000容", contents.terms, is_wide=True)
    yield Entry("履行方式\n时\u3000\u3000限", contents.performance, is_wide=True)
    yield Entry("履行期限", day_in_words(contents.due_on) if contents.due_on else "")
    yield Entry("达成日期", day_in_words(contents.reached_on))
    yield Entry("人民调解员", listed(contents.mediators))
    yield Entry("记录人", listed(contents.recorders))
