"""四包责任台账: many cases on sheets that lie on their side, a row each, a column for each duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.forms.form import Form
from app.documents.forms.wording import labelled
from app.documents.lines.styles import NOTE, SMALL_CELL, SMALL_CELL_LABEL, Align, TextStyle
from app.documents.pages.flow import Block
from app.documents.pages.paper import A4_LEDGER
from app.documents.pages.paragraphs import Paragraph, title
from app.documents.pages.tables import Cell, Row, Table
from app.domain.contents.duties import FourDutiesLedgerContents, LedgerDutyPart, LedgerLinePart
from app.domain.values.days.calendar_days import day_in_words

LEGEND = "责任人、时限、状态"
_MOST_COLUMNS = 4
_POSITION = TextStyle(size=SMALL_CELL.size, leading=SMALL_CELL.leading, align=Align.CENTRED)
_CASE_COLUMNS = (30, 117, 104, 62)
_DUTY_COLUMNS = 444
_CASE_HEADS = ("序号", "编号、纠纷名称", "当事人", "风险、层级、状态")


def compose(contents: FourDutiesLedgerContents) -> Form:
    """Compose the ledger."""
    return Form(
        title=contents.kind.term,
        number="",
        issuer=contents.organisation,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
        sheet=A4_LEDGER,
    )


def _blocks(contents: FourDutiesLedgerContents) -> Iterator[Block]:
    yield title(contents.kind.term)
    about = (
        labelled("单位", contents.organisation),
        labelled("范围", contents.scope),
        labelled("制表日期", day_in_words(contents.printed_on)),
        labelled("制表人", contents.printed_by),
        f"共{len(contents.lines)}件",
    )
    yield Paragraph("\u3000".join(part for part in about if part), NOTE, keeps_next=True)
    if contents.lines:
        yield _table(contents.lines)


def _table(lines: Sequence[LedgerLinePart]) -> Table:
    duties = list(dict.fromkeys(duty.duty for line in lines for duty in line.duties))
    is_wide = 0 < len(duties) <= _MOST_COLUMNS
    names = [f"{duty}\n{LEGEND}" for duty in duties] if is_wide else ["四包责任"]
    head = Row([Cell(name, SMALL_CELL_LABEL) for name in (*_CASE_HEADS, *names)])
    rows = [_row(line, duties if is_wide else None) for line in lines]
    columns = (*_CASE_COLUMNS, *[_DUTY_COLUMNS / len(names)] * len(names))
    return Table(columns=columns, rows=[head, *rows], heads=1, above=6)


def _row(line: LedgerLinePart, duties: Sequence[str] | None) -> Row:
    case = (
        Cell(str(line.position), _POSITION),
        Cell(_told(line.number, line.title), SMALL_CELL),
        Cell(line.parties, SMALL_CELL),
        Cell(_told(line.risk, line.tier, line.state), SMALL_CELL),
    )
    if duties is None:
        texts = ["\n".join(_told(duty.duty, _duty(duty)) for duty in line.duties)]
    else:
        texts = ["\n".join(_duty(part) for part in line.duties if part.duty == name) for name in duties]
    return Row([*case, *(Cell(text, SMALL_CELL) for text in texts)])


def _duty(duty: LedgerDutyPart) -> str:
    return _told(
        duty.person,
        labelled("领导", duty.lead_official),
        f"时限{day_in_words(duty.due_on)}" if duty.due_on else "",
        f"完成{day_in_words(duty.completed_on)}" if duty.completed_on else "",
        duty.status,
    )


def _told(*texts: str) -> str:
    return "\n".join(text for text in texts if text.strip())
