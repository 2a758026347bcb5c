"""Structured terms: who does or pays what to whom, how much, by when, where, how, and what if not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.values.money import Money, sum_of
from app.domain.values.termed import Termed

LONGEST_DUE = 36_500
"""Most days or months after signing; more is a slip of the finger and may lie outside the calendar."""


class TermKind(Termed):
    """Payment of money, another act, a sentence of its own; or what a supplement takes away."""

    PAYMENT = "payment", "给付金钱"
    ACT = "act", "履行行为"
    CLAUSE = "clause", "其他约定"
    DROPPED = "dropped", "取消原条款"


BINDING = frozenset({TermKind.PAYMENT, TermKind.ACT})
"""Kinds by which somebody must do something: these have a due date and are performed."""


class DueKind(Termed):
    """When something is due."""

    UNSTATED = "unstated", "未约定"
    ON_SIGNING = "on_signing", "签订时"
    ON_DAY = "on_day", "某日前"
    AFTER_SIGNING = "after_signing", "签订后若干日、月内"
    ON_CONDITION = "on_condition", "条件成就时"


class PeriodWord(Termed):
    """Unit of a period counted from signing."""

    DAY = "day", "日"
    MONTH = "month", "个月"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due date: a day, a period from signing, at signing, or upon a condition."""

    kind: DueKind = DueKind.UNSTATED
    day: date | None = None
    amount: int | None = None
    unit: PeriodWord = PeriodWord.DAY
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One payment of a series."""

    id: UUID
    amount: Money
    due: Due = Due()
    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one of several payees receives (or payers pays) of a payment; shares add up to the amount."""

    id: UUID
    party_id: UUID
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One obligation, or one clause of the parties' own.

    A payment names payers, payees, amount and its nature (赔偿款、工资、租赁费); with
    ``instalments`` the single ``due`` is not used and ``manner`` is that of every instalment which
    names none of its own. ``payee_shares`` lists each payee's sum, ``is_joint`` makes several payers
    jointly liable (连带). An act names who does ``act`` (to whom if anyone). A clause is its ``act``
    text alone. ``edited_text`` replaces the generated sentence; the departure stays visible beside it.
    In a supplementary agreement ``amends_id`` is the term of the original that this one changes, or takes
    away where it is DROPPED; without it the term is added to those of the original.
    """

    id: UUID
    kind: TermKind
    payer_ids: tuple[UUID, ...] = ()
    payee_ids: tuple[UUID, ...] = ()
    amount: Money | None = None
    nature: str = ""
    is_joint: bool = False
    due: Due = Due()
    manner: str = ""
    place: str = ""
    act: str = ""
    consequence: str = ""
    payee_shares: tuple[Share, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    edited_text: str | None = None
    amends_id: UUID | None = None

    @property
    def instalment_total(self) -> Money:
        """Give the sum of the instalments."""
        return sum_of(entry.amount for entry in self.instalments)

    @property
    def share_total(self) -> Money:
        """Give the sum of the payees' shares."""
        return sum_of(share.amount for share in self.payee_shares)
