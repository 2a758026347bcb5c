"""Payments that are open around these days, for the side column of the workbench."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.settlements.performance.due_lines import DueLine
from app.i18n.formats import Formats
from app.i18n.translator import Translator

BACK = timedelta(days=366)
"""A missed payment stays on show until it is paid, arranged or a year old."""
AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment: when, who pays whom, how much; ``is_late`` and ``is_today`` choose the tone."""

    case_id: UUID
    when: str
    who: str
    amount: str
    is_late: bool
    is_today: bool
    spoken: str


def payment_rows(
    translator: Translator, formats: Formats, lines: Sequence[DueLine], today: date
) -> tuple[PaymentRow, ...]:
    """Word the open payments, the earliest first; what was paid or let go is not among them."""
    return tuple(
        _row(translator, formats, line, line.item.due_on, today)
        for line in lines
        if line.item.is_payment and line.item.due_on is not None
    )


def _row(translator: Translator, formats: Formats, line: DueLine, day: date, today: date) -> PaymentRow:
    say = translator.text
    is_today = day == today
    when = say("今天") if is_today else _short(formats, day, today)
    who = say("{payer} 付 {payee}", payer=line.item.payers, payee=line.item.payees)
    amount = formats.money(line.owed)
    spoken = "，".join((formats.day(day), who, amount))
    return PaymentRow(line.case.id, when, who, amount, day < today, is_today, spoken)


def _short(formats: Formats, day: date, today: date) -> str:
    return formats.short_day(day) if day.year == today.year else formats.day(day)
