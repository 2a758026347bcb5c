"""What the parties answered, as a list."""

from __future__ import annotations

from app.documents.forms.grids import LIST, listing
from app.documents.forms.wording import closed
from app.documents.pages.tables import Cell, Row, Table
from app.domain.contents.course.papers import AnswerPart
from app.domain.values.days.calendar_days import day_in_words


def answers_table(answers: tuple[AnswerPart, ...]) -> Table:
    """Give one row a party; the column of days only where somebody's is known."""
    has_days = any(part.on is not None for part in answers)
    names = ["当事人", "意见", *(["日期"] if has_days else [])]
    columns = (200, 120, 96) if has_days else (240, 176)
    return listing(columns, names, [_row(part, has_days=has_days) for part in answers])


def _row(part: AnswerPart, *, has_days: bool) -> Row:
    on = day_in_words(part.on) if part.on is not None else ""
    cells = [Cell(f"{part.label}：{closed(part.name)}", LIST), Cell(part.answer, LIST)]
    return Row([*cells, *([Cell(on, LIST)] if has_days else [])])
