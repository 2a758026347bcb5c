"""What a card of 履行 holds: rows with a mark, words and the buttons that stand at them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

EXPORT_COURT = "court_pack_export"
"""No form: it asks for a place to write to."""
PRINT_RECEIPT, PRINT_LETTER, PRINT_VISIT, GO_AGAIN = (
    "print_receipt",
    "print_letter",
    "print_visit",
    "again",
)


@dataclass(frozen=True, slots=True)
class RowAct:
    """A button of a row: a form by its key or a paper to print, about what."""

    key: str
    text: str
    subject: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One row; ``mark`` is a state as (tone, word), ``second`` the smaller line below."""

    key: str
    text: str
    second: str = ""
    mark: tuple[str, str] | None = None
    acts: tuple[RowAct, ...] = ()
    is_struck: bool = False

    @property
    def spoken(self) -> str:
        """Give the row as one sentence for a reader of the screen."""
        word = self.mark[1] if self.mark is not None else ""
        return "，".join(part for part in (word, self.text, self.second) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """One card; ``empty`` stands where there are no rows."""

    key: str
    title: str
    note: str = ""
    mark: tuple[str, str] | None = None
    rows: tuple[PlanRow, ...] = ()
    acts: tuple[RowAct, ...] = ()
    empty: str = ""


def read_only(card: PlanCard, forms: Collection[str]) -> PlanCard:
    """Take the buttons of forms off a card: what is archived is read and printed, never written."""

    def kept(acts: tuple[RowAct, ...]) -> tuple[RowAct, ...]:
        return tuple(act for act in acts if act.key not in forms)

    rows = tuple(replace(row, acts=kept(row.acts)) for row in card.rows)
    return replace(card, acts=kept(card.acts), rows=rows)
