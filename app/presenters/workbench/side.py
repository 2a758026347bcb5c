"""The side column of the workbench: my duties, payments due soon, and the cases opened last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.duties.board import DutyLine
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.errors import NotFound
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.due_words import due_chip, moment_chip
from app.presenters.workbench.payments_due import AHEAD, BACK, PaymentRow, payment_rows
from app.presenters.workbench.recent_cases import RecentCases
from app.presenters.workbench.view import DutyRow, OwedReply, RecentRow

_CASES_READ = 30
_DUTIES_READ = 100
_RECENT_SHOWN = 5
_REPLIES = 50


@dataclass(frozen=True, slots=True)
class Side:
    """What the side column shows."""

    duties: tuple[DutyRow, ...]
    payments: tuple[PaymentRow, ...]
    recent: tuple[RecentRow, ...]
    replies: tuple[OwedReply, ...] = ()


class SideReader:
    """Reads and words the side column; every method reads the database, so call it on the database lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text
        self._recent = RecentCases(desk)

    def read(self, staff_id: UUID | None, today: date) -> Side:
        """Read the three cards; ``staff_id`` None reads the payments of the whole centre."""
        return Side(
            self._duties(today), self._payments(staff_id, today), self._recent_rows(), self._replies()
        )

    def _replies(self) -> tuple[OwedReply, ...]:
        """Give the orders this user has to answer, what is due first on top."""
        now = self._desk.clock.now()
        return tuple(
            self._reply(line.order, line.case.title, now)
            for line in self._desk.names.shown(
                self._desk.services.watch.lists.owed_by(self._desk.me, _REPLIES)
            )
        )

    def _reply(self, order: SupervisionOrder, title: str, now: datetime) -> OwedReply:
        due = self._say("{time} 前回复", time=self._desk.formats.moment(order.due))
        chip = moment_chip(self._desk.translator, order.due, now, due)
        asked = self._say(
            "{name}：{question}", name=order.issuer_name, question=" ".join(order.question.split())
        )
        return OwedReply(
            order.id, chip, asked, title, f"{self._say('督办待回复')}，{chip.text}，{title}，{asked}"
        )

    def _duties(self, today: date) -> tuple[DutyRow, ...]:
        owed = self._desk.services.duties.owed_by(self._desk.me.id, _DUTIES_READ)
        return tuple(self._duty(line, today) for line in self._desk.names.shown(owed))

    def _duty(self, line: DutyLine, today: date) -> DutyRow:
        chip = due_chip(self._desk.translator, line.due_on, today)
        name = self._say(line.kind.term)
        return DutyRow(line.case.id, chip, name, line.case.title, f"{chip.text}，{name}，{line.case.title}")

    def _payments(self, staff_id: UUID | None, today: date) -> tuple[PaymentRow, ...]:
        near = self._desk.services.performance.payments_near(BACK, AHEAD, staff_id, _CASES_READ)
        lines = self._desk.names.shown(near)
        return payment_rows(self._desk.translator, self._desk.formats, lines, today)

    def _recent_rows(self) -> tuple[RecentRow, ...]:
        rows: list[RecentRow] = []
        for case_id in self._recent.ids()[:_RECENT_SHOWN]:
            try:
                line = self._desk.names.shown(self._desk.services.lists.line(case_id))
            except NotFound:
                continue  # the list of another data folder, or a case merged away
            facts = GAP.join(part for part in (line.intake_number, self._say(line.state.term)) if part)
            rows.append(RecentRow(case_id, line.title, facts))
        return tuple(rows)
