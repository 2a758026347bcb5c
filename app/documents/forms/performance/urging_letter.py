"""履行催告书: what is overdue under the agreement, by when to perform, and the ways open otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, FIGURES, LIST, listing
from app.documents.forms.sections import inline, numbered, opening
from app.documents.forms.wording import figures, labelled, listed
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row
from app.documents.phrases import phrase
from app.domain.contents.performance.papers import OverduePart, UrgingLetterContents
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (28, 66, 94, 60, 84, 84)
_NAMES = ("序号", "协议条目", "应履行的内容", "权利人", "应履行日期", "尚欠（元）")


def compose(contents: UrgingLetterContents) -> Form:
    """Compose the letter."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.urged_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: UrgingLetterContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    addressees = listed(contents.addressees)
    if addressees:
        yield Paragraph(f"{addressees}：", UNINDENTED, keeps_next=True)
    yield Paragraph(
        phrase(
            contents,
            "opening",
            title=contents.title,
            agreement_number=contents.agreement_number,
            effective_on=day_in_words(contents.effective_on),
            state=_state_of(contents),
        ),
        keeps_next=True,
    )
    yield listing(_COLUMNS, _NAMES, [_row(part) for part in contents.items])
    if contents.pay_by is not None:
        yield Paragraph(phrase(contents, "pay_by", due=day_in_words(contents.pay_by)))
    else:
        when = "尽快" if _late(contents) == len(contents.items) else "按约定期限"
        yield Paragraph(phrase(contents, "soon", when=when))
    yield from inline("说明", contents.note)
    if contents.ways:
        yield Paragraph(phrase(contents, "ways"), keeps_next=True)
        yield from numbered(contents.ways)
    yield Paragraph(phrase(contents, "closing"))
    yield SealPlace(contents.committee, day_in_words(contents.urged_on))


def _late(contents: UrgingLetterContents) -> int:
    """Count the items whose day had passed when the letter was written."""
    return sum(part.due_on is not None and part.due_on < contents.urged_on for part in contents.items)


def _state_of(contents: UrgingLetterContents) -> str:
    """Say how the items stand: nothing is called overdue before its day has passed."""
    late = _late(contents)
    if late == len(contents.items):
        return "下列事项已逾期未履行完毕"
    return "下列事项尚未履行完毕，有的已逾期" if late else "现提醒按约定期限履行下列事项"


def _row(part: OverduePart) -> Row:
    due = day_in_words(part.due_on) if part.due_on is not None else ""
    due = "\n".join(text for text in (due, part.due) if text.strip())
    what = part.what
    if part.amount is not None:
        what += f"\n应付{figures(part.amount)}元"
    if part.received is not None:
        what += f"\n已收{figures(part.received)}元"
    owed = figures(part.owed) if part.owed is not None else "—"
    return Row(
        [
            Cell(str(part.position), CENTRED),
            Cell(part.place, CENTRED),
            Cell(what, LIST),
            Cell(part.payee, LIST),
            Cell(due, LIST),
            Cell(owed, FIGURES),
        ]
    )
