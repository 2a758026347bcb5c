"""From what is typed to the agreement it means; what cannot be read is told, never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.errors import DomainError, InvalidInput
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term
from app.domain.values.chinese_numbers import number_in_words
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.money import Money
from app.domain.values.texts import clean_text, half_width
from app.presenters.agreement.entries import (
    AgreementEntry,
    DueEntry,
    InstalmentEntry,
    ShareEntry,
    TermEntry,
)

T = TypeVar("T")
_SIGNING = frozenset({"签订时", "签字时", "签订当日", "当场", "即时", "签协议时"})
_AFTER = re.compile(
    r"(?P<named>(?:自|从)?(?:本?协议)?签[订字](?:之日)?(?:起|后)?)?"
    r"(?P<amount>[0-9]{1,4}|[一二两三四五六七八九十百零]{1,5})(?P<unit>日|天|个月|月)(?P<inside>内|以内)?"
)
_LAST_MEANING = 9999
"""More days or months than any agreement counts."""
Holder = AgreementEntry | TermEntry | DueEntry | InstalmentEntry | ShareEntry
_ADDRESS_OF_TERM, _ADDRESS_OF_LINE = 3, 5


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A field whose text means nothing yet."""

    key: str
    error: DomainError


@dataclass(frozen=True, slots=True)
class Reading:
    """The agreement as far as it can be read, and what cannot."""

    agreement: MediationAgreement
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class TermReading:
    """One term as far as it can be read, and what cannot."""

    term: Term
    unreadable: tuple[Unreadable, ...]


def read_agreement(entry: AgreementEntry, stored: MediationAgreement, today: date) -> Reading:
    """Read every field over the agreement as stored; an unreadable sum or day counts as not given."""
    readings = [read_term(term, today) for term in entry.terms]
    agreement = replace(
        stored,
        facts=clean_text(entry.facts),
        matters=clean_text(entry.matters),
        responsibilities=clean_text(entry.responsibilities),
        court_copy=entry.court_copy,
        party_ids=entry.party_ids,
        terms=tuple(reading.term for reading in readings),
    )
    return Reading(agreement, tuple(one for reading in readings for one in reading.unreadable))


def read_term(entry: TermEntry, today: date) -> TermReading:
    """Read one term."""
    slate = _Slate(today, f"terms.{entry.id}")
    term = Term(
        id=entry.id,
        kind=entry.kind,
        payer_ids=entry.payer_ids,
        payee_ids=entry.payee_ids,
        amount=slate.money(entry.amount, "amount"),
        nature=clean_text(entry.nature),
        is_joint=entry.is_joint,
        due=slate.due(entry.due) if not entry.instalments else Due(),
        manner=clean_text(entry.manner),
        place=clean_text(entry.place),
        act=clean_text(entry.act),
        consequence=clean_text(entry.consequence),
        payee_shares=tuple(slate.share(share) for share in entry.shares),
        instalments=tuple(slate.instalment(line) for line in entry.instalments),
        edited_text=None if entry.edited_text is None else clean_text(entry.edited_text),
        amends_id=entry.amends_id,
    )
    return TermReading(term, tuple(slate.unreadable))


class _Slate:
    """Reads the fields of one term and notes which it could not read."""

    def __init__(self, today: date, path: str) -> None:
        self._today, self._path = today, path
        self.unreadable: list[Unreadable] = []

    def money(self, typed: str, place: str) -> Money | None:
        return self._read(typed, place, Money.parse)

    def due(self, entry: DueEntry) -> Due:
        if entry.kind is DueKind.ON_DAY:
            day = self._read(entry.day, "due.day", lambda typed: parse_day(typed, self._today))
            return Due(kind=entry.kind, day=day)
        if entry.kind is DueKind.AFTER_SIGNING:
            amount = self._read(entry.amount, "due.amount", read_count)
            return Due(kind=entry.kind, amount=amount, unit=entry.unit)
        if entry.kind is DueKind.ON_CONDITION:
            return Due(kind=entry.kind, condition=clean_text(entry.condition))
        return Due(kind=entry.kind)

    def instalment(self, entry: InstalmentEntry) -> Instalment:
        place = f"instalments.{entry.id}"
        due = self._read(entry.due, f"{place}.due", lambda typed: read_due(typed, self._today))
        amount = self.money(entry.amount, f"{place}.amount")
        return Instalment(
            id=entry.id, amount=amount or Money.zero(), due=due or Due(), manner=clean_text(entry.manner)
        )

    def share(self, entry: ShareEntry) -> Share:
        amount = self.money(entry.amount, f"shares.{entry.id}.amount")
        return Share(id=entry.id, party_id=entry.party_id, amount=amount or Money.zero())

    def _read(self, typed: str, place: str, parse: Callable[[str], T]) -> T | None:
        if not typed.strip():
            return None
        try:
            return parse(typed)
        except DomainError as error:
            self.unreadable.append(Unreadable(f"{self._path}.{place}", error))
            return None


def sum_or_none(typed: str) -> Money | None:
    """Read a sum where it can be read: for running totals while somebody types."""
    if not typed.strip():
        return None
    try:
        return Money.parse(typed)
    except DomainError:
        return None


def read_due(typed: str, today: date) -> Due:
    """Read 2026-12-25, 签订时, 签订后30日内, 两个月内, 过户完成时; empty is 未约定.

    Raises InvalidInput ``due.unreadable`` for what is none of them, or what `parse_day` refuses.
    """
    plain = "".join(half_width(typed).split())
    if not plain:
        return Due()
    if plain in _SIGNING:
        return Due(kind=DueKind.ON_SIGNING)
    match = _AFTER.fullmatch(plain)
    # 8月内 may be said of August: only 个月, or a period named as one, counts from signing.
    is_period = match is not None and match["inside"] and match["unit"] != "月"
    if match is not None and (match["named"] or is_period or match["unit"] == "个月"):
        unit = PeriodWord.MONTH if match["unit"] in ("个月", "月") else PeriodWord.DAY
        return Due(kind=DueKind.AFTER_SIGNING, amount=read_count(match["amount"]), unit=unit)
    if plain.endswith(("时", "后")) and len(plain) > 1:
        return Due(kind=DueKind.ON_CONDITION, condition=plain.removesuffix("时"))
    try:
        return Due(kind=DueKind.ON_DAY, day=parse_day(plain.removesuffix("前"), today))
    except InvalidInput as refused:
        if refused.code != "date.unreadable":
            raise
    raise InvalidInput("due.unreadable", typed=typed)


def read_count(typed: str) -> int | None:
    """Read a number of days, months or instalments, in figures or as said (两, 三十); empty is None.

    Raises InvalidInput ``number.unreadable``.
    """
    plain = half_width(typed).strip()
    if not plain:
        return None
    said = number_in_words(plain)
    if said is not None:
        return said
    if not (plain.isascii() and plain.isdigit()) or int(plain) > _LAST_MEANING:
        raise InvalidInput("number.unreadable", typed=typed)
    return int(plain)


# The address of a field: facts · terms.<id>.amount · terms.<id>.due.day · terms.<id>.instalments.<id>.manner


def holder_of(entry: AgreementEntry, key: str) -> Holder | None:
    """Find what holds the field of a key; None when its term or line is gone."""
    parts = key.split(".")
    if parts[0] != "terms":
        return entry
    term = entry.term(UUID(parts[1])) if len(parts) >= _ADDRESS_OF_TERM else None
    if term is None or len(parts) == _ADDRESS_OF_TERM:
        return term
    if parts[2] == "due":
        return term.due
    if len(parts) < _ADDRESS_OF_LINE:
        return None
    lines: tuple[InstalmentEntry | ShareEntry, ...]
    lines = term.instalments if parts[2] == "instalments" else term.shares
    return next((line for line in lines if line.id == UUID(parts[3])), None)


def field_name(key: str) -> str:
    """Give the name of the field a key ends in."""
    return key.rpartition(".")[2]


def term_id_of(key: str) -> UUID | None:
    """Give the term a key lies in, or None."""
    parts = key.split(".")
    return UUID(parts[1]) if parts[0] == "terms" and len(parts) > 1 else None
