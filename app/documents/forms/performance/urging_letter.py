"""履行催告书: what is overdue under the agreement, by when to perform, and the ways open otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import CENTRED, FIGURES, LIST, listing
from app.documents.forms.sections import inline, numbered, opening
from app.documents.forms.wording import figures, labelled, listed, title_of
from app.documents.lines.styles import UNINDENTED
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace
from app.documents.pages.tables import Cell, Row
from app.documents.phrases import phrase
from app.domain.contents.performance.papers import OverduePart, UrgingLetterContents
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (28, 66, 94, 60, 84, 84)
_NAMES = ("序号", "协议条目", "应履行的内容", "权利人", "应履行日期", "尚欠（元）")


def compose(contents: UrgingLetterContents) -> Form:
    """Compose the letter."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.urged_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: UrgingLetterContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    addressees = listed(contents.addressees)
    if addressees:
        yield Paragraph(f"{addressees}：", UNINDENTED, keeps_next=True)
    yield Paragraph(_agreed(contents), keeps_next=True)
    yield listing(_COLUMNS, _NAMES, [_row(part) for part in contents.items])
    yield Paragraph(_asked(contents))
    yield from inline("说明", contents.note)
    if contents.ways:
        yield Paragraph(phrase(contents, "ways"), keeps_next=True)
        yield from numbered(contents.ways)
    yield Paragraph(phrase(contents, "closing"))
    yield SealPlace(contents.committee, day_in_words(contents.urged_on))


def _agreed(contents: UrgingLetterContents) -> str:
    """Say what was agreed where and what it is in law; outside people's mediation it is a contract."""
    effective_on, state = day_in_words(contents.effective_on), _state_of(contents)
    if contents.words == PEOPLES_WORDS:
        return phrase(
            contents,
            "opening",
            title=contents.title,
            agreement_number=contents.agreement_number,
            effective_on=effective_on,
            state=state,
        )
    return (
        f"“{contents.title}”经{contents.words.act}达成的协议（{contents.agreement_number}）已于{effective_on}生效，"
        f"当事人应当按照约定履行。{state}："
    )


def _asked(contents: UrgingLetterContents) -> str:
    """Say by when to perform, and whom to tell."""
    is_ours = contents.words == PEOPLES_WORDS
    if contents.pay_by is not None:
        due = day_in_words(contents.pay_by)
        return (
            phrase(contents, "pay_by", due=due) if is_ours else f"请于{due}前（含当日）履行，并告知本单位。"
        )
    when = "尽快" if _late(contents) == len(contents.items) else "按约定期限"
    return phrase(contents, "soon", when=when) if is_ours else f"请{when}履行，并告知本单位。"


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
