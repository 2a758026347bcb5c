"""The sentence of each term, generated from its fields in the wording that a court can enforce."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Term, TermKind
from app.domain.values.money import Money
from app.domain.values.rmb_in_words import rmb_in_words

INLINE_INSTALMENTS = 6
"""Up to this many instalments are told in the sentence; more are told in the table below it alone."""

NAMED_PARTIES = 3
"""Up to this many names stand in a sentence beside a table that lists them all; of more, one and a count."""

_ENDS_OF_TIME = ("时", "后", "前", "日", "内")
"""A condition typed with one of these says itself when: 过户完成后, not 过户完成后时."""

Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One term as it will be printed; ``generated`` is what its fields say, ``text`` what prints."""

    term_id: UUID
    text: str
    generated: str

    @property
    def departs(self) -> bool:
        """Tell whether somebody edited the sentence away from its fields."""
        return self.text != self.generated


def clauses(terms: tuple[Term, ...], names: Names) -> tuple[Clause, ...]:
    """Word every term in order."""
    return tuple(_clause(term, names) for term in terms)


def _clause(term: Term, names: Names) -> Clause:
    generated = generated_text(term, names)
    text = generated if term.edited_text is None else term.edited_text
    return Clause(term_id=term.id, text=text, generated=generated)


def generated_text(term: Term, names: Names) -> str:
    """Word one term from its fields alone; what is taken away is worded by `supplementing`."""
    if term.kind is TermKind.DROPPED:
        return ""
    if term.kind is TermKind.CLAUSE:
        return _sentence(term.act)
    body = _act(term, names) if term.kind is TermKind.ACT else _payment(term, names)
    return _sentence(body) + (_sentence(term.consequence) if term.consequence.strip() else "")


def sum_in_words(amount: Money) -> str:
    """Give a sum in figures and capitals: 人民币3,090.00元（大写：人民币叁仟零玖拾元整）."""
    return f"人民币{amount.yuan:,.2f}元（大写：人民币{rmb_in_words(amount)}）"


def due_in_words(due: Due) -> str:
    """Say when something is due; the day itself is included, and said to be."""
    if due.kind is DueKind.ON_SIGNING:
        return "于本协议签订时"
    if due.kind is DueKind.ON_DAY and due.day is not None:
        return f"于{due.day.year}年{due.day.month}月{due.day.day}日前（含当日）"
    if due.kind is DueKind.AFTER_SIGNING and due.amount is not None:
        unit = "个月" if due.unit is PeriodWord.MONTH else "日"
        return f"自本协议签订之日起{due.amount}{unit}内"
    if due.kind is DueKind.ON_CONDITION and due.condition.strip():
        condition = due.condition.strip().rstrip("。；;，,")
        return f"于{condition}" if condition.endswith(_ENDS_OF_TIME) else f"于{condition}时"
    return ""


def names_in_words(ids: tuple[UUID, ...], names: Names) -> str:
    """Join names; of more than three, name the first and count them all."""
    known = [names.get(entry, "") for entry in ids if names.get(entry)]
    if len(known) > NAMED_PARTIES:
        return f"{known[0]}等{len(known)}人"
    return "、".join(known)


def _payment(term: Term, names: Names) -> str:
    payers = _every_name(term.payer_ids, names)
    payees = _payees(term, names)
    joint = "连带" if term.is_joint and len(term.payer_ids) > 1 else ""
    to_whom = f"向{payees}" if payees else ""
    amount = sum_in_words(term.amount) if term.amount is not None else ""
    what = f"{joint}{to_whom}支付{term.nature.strip()}{amount}"
    tables = _shares_note(term)
    if term.instalments:
        return f"{payers}{what}{tables}，{_instalments(term.instalments)}{_shared_manner(term)}{_where(term)}"
    manner = f"，支付方式：{term.manner.strip()}" if term.manner.strip() else ""
    return f"{payers}{due_in_words(term.due)}{what}{tables}{manner}{_where(term)}"


def _every_name(ids: tuple[UUID, ...], names: Names) -> str:
    """Join names, however many: 甲等四人 of seven respondents would leave open which four."""
    return "、".join(names[entry] for entry in ids if names.get(entry))


def _payees(term: Term, names: Names) -> str:
    """Name the payees; only where the table of shares lists each of them may the sentence be short."""
    are_listed = set(term.payee_ids) <= {share.party_id for share in term.payee_shares}
    return (names_in_words if are_listed else _every_name)(term.payee_ids, names)


def _shares_note(term: Term) -> str:
    return "（各人应得金额见本条所附分配表）" if term.payee_shares else ""


def _where(term: Term) -> str:
    return f"，履行地点：{term.place.strip()}" if term.place.strip() else ""


def _instalments(entries: tuple[Instalment, ...]) -> str:
    if len(entries) > INLINE_INSTALMENTS:
        return f"分{len(entries)}期支付，各期的日期、金额和方式见本条所附分期表"
    told = []
    for position, entry in enumerate(entries, start=1):
        manner = f"，{entry.manner.strip()}" if entry.manner.strip() else ""
        told.append(f"第{position}期{due_in_words(entry.due)}支付{sum_in_words(entry.amount)}{manner}")
    return f"分{len(entries)}期支付：" + "；".join(told)


def _shared_manner(term: Term) -> str:
    """Tell the manner of the whole payment as that of the instalments which name none of their own."""
    if not term.manner.strip() or all(entry.manner.strip() for entry in term.instalments):
        return ""
    whose = "未注明方式的各期，" if any(entry.manner.strip() for entry in term.instalments) else ""
    return f"，{whose}支付方式：{term.manner.strip()}"


def _act(term: Term, names: Names) -> str:
    doers = _every_name(term.payer_ids, names)
    to_whom = f"向{_every_name(term.payee_ids, names)}" if term.payee_ids else ""
    manner = f"，履行方式：{term.manner.strip()}" if term.manner.strip() else ""
    act = term.act.strip().rstrip("。；")
    return f"{doers}{due_in_words(term.due)}{to_whom}{act}{manner}{_where(term)}"


def _sentence(text: str) -> str:
    trimmed = text.strip()
    if not trimmed or trimmed[-1] in "。！？":
        return trimmed
    return trimmed.rstrip("；;，,.") + "。"
