"""Freeze 大字要点单: for one party, who does what by when, from the structured terms of its agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.contents.course.plain import PlainSummaryContents, SummaryPart, SummarySource
from app.domain.disputes.cases import Case
from app.domain.errors import NotFound, RuleRefusal
from app.domain.people.organisations import Organisation
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.supplementing import overtaken_by
from app.domain.settlements.terms import LONGEST_DUE, Due, DueKind, Instalment, PeriodWord, Term, TermKind
from app.domain.settlements.wording import Names, clauses, due_in_words
from app.domain.values.days.periods import Period, PeriodUnit, last_day
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.money import Money

YOU = "您"
STANDING = frozenset({AgreementState.ISSUED, AgreementState.EFFECTIVE})
_UNITS = {PeriodWord.DAY: PeriodUnit.DAY, PeriodWord.MONTH: PeriodUnit.MONTH}


@dataclass(frozen=True, slots=True)
class _Reader:
    """For whom a term is told, and what days are counted by."""

    party_id: UUID
    names: Names
    effective_on: date | None
    calendar: WorkCalendar

    def named(self, ids: Iterable[UUID]) -> str:
        """Join names; whoever reads is 您, and stands first."""
        found = [YOU if entry == self.party_id else self.names.get(entry, "") for entry in ids]
        return "和".join(sorted((name for name in found if name), key=lambda name: name != YOU))

    def day(self, due: Due) -> date | None:
        """Give the day something is due; a period after signing has one once the agreement is in effect."""
        if due.kind is DueKind.ON_DAY:
            return due.day
        if self.effective_on is None:
            return None
        if due.kind is DueKind.ON_SIGNING:
            return self.effective_on
        if due.kind is DueKind.AFTER_SIGNING and due.amount is not None and 0 < due.amount <= LONGEST_DUE:
            period = Period(due.amount, _UNITS[due.unit])
            return last_day(self.effective_on, period, self.calendar).last_day
        return None

    def by(self, due: Due) -> str:
        """Say when something is due in the agreement's words, where these tell more than a day."""
        if due.kind is DueKind.ON_DAY:
            return ""
        return due_in_words(due).removeprefix("于") or "协议没有写日期"


def plain_summary_contents(
    case: Case,
    organisation: Organisation,
    party_id: UUID | None,
    agreements: Iterable[MediationAgreement],
    *,
    calendar: WorkCalendar,
    on: date,
) -> PlainSummaryContents:
    """Freeze the summary of everything that stands for one party; RuleRefusal before anything was issued."""
    party = case.party(party_id) if party_id is not None else None
    if party is None:
        raise NotFound("party.not_found", id=str(party_id))
    standing = [a for a in agreements if a.state in STANDING and party.id in a.party_ids]
    if not standing:
        raise RuleRefusal("document.no_agreement_issued", party=party.name)
    names = {entry.id: entry.name for entry in case.parties}
    duties: list[SummaryPart] = []
    entitlements: list[SummaryPart] = []
    others: list[str] = []
    for agreement in standing:
        reader = _Reader(party.id, names, agreement.effective_on, calendar)
        worded = clauses(agreement.terms, names)
        for term, clause in zip(agreement.terms, worded, strict=True):
            if term.kind is TermKind.DROPPED or overtaken_by(term, agreement, standing) is not None:
                continue
            wording = clause.text if clause.departs else ""
            if term.kind is TermKind.CLAUSE:
                others.append(clause.text)
            elif party.id in term.payer_ids:
                duties += _duties(term, reader, wording)
            elif party.id in term.payee_ids:
                entitlements += _entitlements(term, reader, wording)
            else:
                others.append(clause.text)
    return PlainSummaryContents(
        number=case.intake_number,
        committee=organisation.name,
        addressee=party.name,
        label=party.side.term,
        sources=tuple(SummarySource(number=a.number, effective_on=a.effective_on) for a in standing),
        duties=tuple(duties),
        entitlements=tuple(entitlements),
        others=tuple(others),
        phone=organisation.phone,
        printed_on=on,
    )


def _duties(term: Term, reader: _Reader, wording: str) -> Iterator[SummaryPart]:
    who = reader.named(term.payer_ids)
    if term.is_joint and len(term.payer_ids) > 1:
        who += "（每个人都可能被要求付全部）"
    to = reader.named(entry for entry in term.payee_ids if entry != reader.party_id)
    if term.kind is TermKind.ACT:
        toward = f"对{to}" if to else ""
        yield _part(term, reader, who=who, what=f"{toward}{_act(term)}", due=term.due, wording=wording)
        return
    toward = f"给{to}付{term.nature.strip()}" if to else f"付{term.nature.strip()}"
    yield from _payments(term, reader, who, toward, wording)


def _entitlements(term: Term, reader: _Reader, wording: str) -> Iterator[SummaryPart]:
    who = reader.named(term.payer_ids)
    to = reader.named(term.payee_ids)
    if term.kind is TermKind.ACT:
        yield _part(term, reader, who=who, what=f"对{to}{_act(term)}", due=term.due, wording=wording)
        return
    mine = [share.amount for share in term.payee_shares if share.party_id == reader.party_id]
    if not mine:
        yield from _payments(term, reader, who, f"给{to}付{term.nature.strip()}", wording)
        return
    for amount in mine:
        what = f"给您付{term.nature.strip()}"
        if not term.instalments:
            yield _part(term, reader, who=who, what=what, due=term.due, wording=wording, amount=amount)
            continue
        days = "；".join(_instalment_days(term.instalments, reader))
        part = _part(term, reader, who=who, what=what, due=Due(), wording=wording, amount=amount)
        yield SummaryPart(
            who=part.who, what=part.what, amount=part.amount, by=f"分{len(term.instalments)}期付：{days}",
            manner=part.manner, place=part.place, otherwise=part.otherwise, wording=part.wording,
        )  # fmt: skip


def _instalment_days(entries: Iterable[Instalment], reader: _Reader) -> Iterator[str]:
    for number, entry in enumerate(entries, start=1):
        day = reader.day(entry.due)
        told = f"{day.year}年{day.month}月{day.day}日前" if day is not None else reader.by(entry.due)
        yield f"第{number}期{told}"


def _payments(term: Term, reader: _Reader, who: str, what: str, wording: str) -> Iterator[SummaryPart]:
    if not term.instalments:
        yield _part(term, reader, who=who, what=what, due=term.due, wording=wording, amount=term.amount)
        return
    for number, entry in enumerate(term.instalments, start=1):
        yield _part(
            term,
            reader,
            who=who,
            what=f"{what}（第{number}期，共{len(term.instalments)}期）",
            due=entry.due,
            wording=wording if number == 1 else "",
            amount=entry.amount,
            manner=entry.manner,
        )


def _part(
    term: Term,
    reader: _Reader,
    *,
    who: str,
    what: str,
    due: Due,
    wording: str,
    amount: Money | None = None,
    manner: str = "",
) -> SummaryPart:
    return SummaryPart(
        who=who,
        what=what,
        amount=f"{amount.yuan:,.2f}元" if amount is not None else "",
        due_on=reader.day(due),
        by=reader.by(due),
        manner=(manner or term.manner).strip(),
        place=term.place.strip(),
        otherwise=term.consequence.strip(),
        wording=wording,
    )


def _act(term: Term) -> str:
    return term.act.strip().rstrip("。；")
