"""The column beside the list: replies owed, own day and duties, payments due, cases opened last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.workbench.my_day import PlanRow
from app.presenters.workbench.payments_due import PaymentRow
from app.presenters.workbench.view import DutyRow, OwedReply, RecentRow
from app.ui.kit import Kit
from app.ui.screens.cases.table import deadline_of
from app.ui.screens.workbench.replies import OwedReplies
from app.ui.screens.workbench.side import SideCard, SideItem

Open = Callable[[UUID], None]


class SideColumn(QWidget):
    """Four cards; one without rows is not there. Pressing a row opens its case."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        say = kit.translator.text
        self._plan = SideCard(kit, say("今日日程"), "calendar")
        self._replies = OwedReplies(kit)
        self._duties = SideCard(kit, say("我的四包"), "four")
        self._payments = SideCard(kit, say("近期应履行"), "yuan")
        self._recent = SideCard(kit, say("最近打开"), "clock")
        self.setObjectName("page")
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=16)
        for card in (self._replies, self._plan, self._duties, self._payments, self._recent):
            column.addWidget(card)
        column.addStretch(1)

    def show_plan(self, rows: Sequence[PlanRow], note: str, opened: Callable[[PlanRow], None]) -> None:
        """Show what is planned for this user today."""
        items = [
            SideItem(
                row.title,
                partial(opened, row),
                row.spoken,
                second=row.second,
                lead=row.time,
                tone="primary" if row.is_next else "text2",
            )
            for row in rows
        ]
        self._plan.show_items(items, note)

    def show_replies(self, rows: Sequence[OwedReply], note: str, opened: Open) -> None:
        """Show the orders this user has to answer."""
        self._replies.show_replies(rows, note, opened)

    def show_duties(self, rows: Sequence[DutyRow], note: str, opened: Open) -> None:
        """Show the duties of this user."""
        items = [
            SideItem(
                row.title,
                partial(opened, row.case_id),
                row.spoken,
                second=row.name,
                lead=row.chip.text,
                chip=deadline_of(row.chip.kind),
            )
            for row in rows
        ]
        self._duties.show_items(items, note)

    def show_payments(self, rows: Sequence[PaymentRow], note: str, opened: Open) -> None:
        """Show payments due."""
        items = [
            SideItem(
                row.who,
                partial(opened, row.case_id),
                row.spoken,
                lead=row.when,
                end=row.amount,
                tone="err" if row.is_late else "orange" if row.is_today else "text2",
            )
            for row in rows
        ]
        self._payments.show_items(items, note)

    def show_recent(self, rows: Sequence[RecentRow], opened: Open) -> None:
        """Show the cases opened last."""
        items = [
            SideItem(row.title, partial(opened, row.case_id), f"{row.title} {row.facts}", second=row.facts)
            for row in rows
        ]
        self._recent.show_items(items)
