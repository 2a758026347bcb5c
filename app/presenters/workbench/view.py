"""What the screen of the workbench can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.presenters.due_words import Chip
from app.presenters.workbench.my_day import PlanRow
from app.presenters.workbench.payments_due import PaymentRow
from app.presenters.workbench.words import HeroCase, TodoRow


@dataclass(frozen=True, slots=True)
class CountChip:
    """A count in the header: ``tone`` is overdue, today, near or plain; none of it is left out."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One of the four duties that this user answers for."""

    case_id: UUID
    chip: Chip
    name: str
    title: str
    spoken: str


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A case opened not long ago."""

    case_id: UUID
    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class OwedReply:
    """An order this user has to answer: its clock, what is asked, and of which case."""

    order_id: UUID
    chip: Chip
    asked: str
    title: str
    spoken: str


class WorkbenchView(Protocol):
    """What the workbench can show."""

    def show_facts(self, text: str) -> None:
        """Show date, weekday and studio beside the title."""

    def show_counts(self, chips: Sequence[CountChip]) -> None:
        """Show the counts at the end of the header."""

    def show_hero(self, hero: HeroCase | None) -> None:
        """Show the case to begin with, or no such card."""

    def show_todo(self, rows: Sequence[TodoRow], note: str, more: str) -> None:
        """Show what is to be done; ``more`` words the link that shows further cases, empty when all are."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is to be done; empty words hide it."""

    def show_plan(self, rows: Sequence[PlanRow], note: str) -> None:
        """Show what is planned for this user today; nothing hides the card."""

    def show_duties(self, rows: Sequence[DutyRow], note: str) -> None:
        """Show the duties of this user; none hides the card."""

    def show_replies(self, rows: Sequence[OwedReply], note: str) -> None:
        """Show the orders this user has to answer; none hides the card."""

    def show_payments(self, rows: Sequence[PaymentRow], note: str) -> None:
        """Show payments due; none hides the card."""

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """Show the cases opened last; none hides the card."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the page is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
