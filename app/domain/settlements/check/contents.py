"""Whether the agreement says what art. 29 asks: who, to whom, what, by when, how, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import MediatorRole
from app.domain.settlements.check.findings import Check, Hit, Reading, hit
from app.domain.settlements.check.passages import obligations
from app.domain.settlements.terms import BINDING, LONGEST_DUE, Due, DueKind, Term, TermKind
from app.domain.values.chinese_numbers import number_in_words
from app.domain.values.money import Money

_IN_NOTES = re.compile(r"现金|当面(?:交|给|支)付")
_HANDED_OVER = re.compile(r"交付|交还|返还|归还|搬离|腾退|移交|送达")
_WHERE = re.compile(r"处|室|号|址|地点|内|村|社区|小区|家|店|仓库|单位|账户|房屋|住所|上门")

_EACH = re.compile(r"连带|各(?:自)?(?:支付|承担|付|负担)|分别|共同承担|平均|按份|平摊")
_COPIES = re.compile(r"一式([一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾0-9]{1,3})份")
_ONES = "零一二三四五六七八九十"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")


def _both_sides(read: Reading) -> Iterator[Hit]:
    sides = {party.side for party in read.parties}
    if len(sides) < len((PartySide.APPLICANT, PartySide.RESPONDENT)):
        yield hit("parties.both_sides", "party_ids")


def _details(read: Reading) -> Iterator[Hit]:
    for party in read.parties:
        missing = [word for word, known in _known_of(party) if not known]
        if missing and party.headcount <= 1:
            yield hit("parties.details_missing", "party_ids", party=party.name, missing="、".join(missing))


def _known_of(party: CaseParty) -> tuple[tuple[str, bool], ...]:
    """Give what a form prints of a party (基本情况), and whether it is known; a number is never asked."""
    reached = ("联系方式", bool(party.phone.strip()))
    if not party.is_person:
        return (("法定代表人或者负责人", bool(party.legal_representative.strip())), reached)
    return (
        ("性别", party.sex is not None),
        ("民族", bool(party.ethnicity.strip())),
        ("年龄", party.birth_date is not None or party.stated_age is not None),
        ("住址或单位", bool(party.address.strip() or party.workplace.strip())),
        reached,
    )


def _mediator(read: Reading) -> Iterator[Hit]:
    if not read.case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND):
        yield hit("contents.mediator_missing", "terms")


def _texts(read: Reading) -> Iterator[Hit]:
    agreement = read.agreement
    if not agreement.facts.strip():
        yield hit("facts.missing", "facts")
    if not agreement.matters.strip():
        yield hit("matters.missing", "matters")
    if not agreement.responsibilities.strip():
        yield hit("responsibilities.missing", "responsibilities")
    if not agreement.terms:
        yield hit("terms.missing", "terms")


def _who(read: Reading) -> Iterator[Hit]:
    for term in _obliging(read):
        if not term.payer_ids:
            yield hit("term.who_missing", "payer_ids", term)
        if term.kind is TermKind.PAYMENT and not term.payee_ids:
            yield hit("term.to_whom_missing", "payee_ids", term)
        if set(term.payer_ids) & set(term.payee_ids):
            yield hit("term.pays_itself", "payee_ids", term)


def _what(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        if term.kind is TermKind.PAYMENT:
            if term.amount is None or term.amount <= Money.zero():
                yield hit("term.amount_missing", "amount", term)
        elif term.kind is not TermKind.DROPPED and not (term.act.strip() or (term.edited_text or "").strip()):
            yield hit("term.act_missing", "act", term)
        if term.edited_text is not None and not term.edited_text.strip():
            yield hit("term.text_emptied", "edited_text", term)


def _when(read: Reading) -> Iterator[Hit]:
    for term in _obliging(read):
        if not term.instalments and not is_stated(term.due):
            yield hit("term.due_missing", "due", term)
        for n, entry in enumerate(term.instalments, start=1):
            if not is_stated(entry.due):
                yield hit("instalment.due_missing", "instalments", term, entry.id, position=n)


def _manner(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        if term.kind is not TermKind.PAYMENT:
            continue
        if not term.instalments and not term.manner.strip():
            yield hit("term.manner_missing", "manner", term)
        for n, entry in enumerate(term.instalments, start=1):
            if not entry.manner.strip() and not term.manner.strip():
                yield hit("instalment.manner_missing", "instalments", term, entry.id, position=n)


def _where(read: Reading) -> Iterator[Hit]:
    """Ask for a place only where something changes hands later, and no place is told in passing."""
    for term in _obliging(read):
        at_once = not term.instalments and term.due.kind is DueKind.ON_SIGNING
        if at_once or term.place.strip() or term.edited_text is not None:
            continue
        in_notes = term.kind is TermKind.PAYMENT and _IN_NOTES.search(term.manner) is not None
        is_handed = term.kind is TermKind.ACT and _HANDED_OVER.search(term.act) is not None
        if (in_notes or is_handed) and not _WHERE.search(f"{term.act}{term.manner}"):
            yield hit("term.place_missing", "place", term)


def _consequence(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        at_once = not term.instalments and term.due.kind is DueKind.ON_SIGNING
        is_later = term.kind is TermKind.PAYMENT and not at_once
        if is_later and not term.consequence.strip():
            yield hit("term.consequence_missing", "consequence", term)


def _payers(read: Reading) -> Iterator[Hit]:
    """Ask how several payers are liable: jointly only where it is agreed, else each for a part."""
    for term in read.agreement.terms:
        is_told = term.is_joint or (term.edited_text is not None and _EACH.search(term.edited_text))
        told = f"{term.manner}{term.consequence}"
        is_shared = term.kind is TermKind.PAYMENT and len(term.payer_ids) > 1
        if is_shared and not is_told and not _EACH.search(told):
            yield hit("term.payers_unclear", "payer_ids", term, count=len(term.payer_ids))


def _copies(read: Reading) -> Iterator[Hit]:
    """Hold the number told to that printed: one for each party, one kept, one for the court if chosen."""
    copies = read.agreement.copies
    for passage in obligations(read):
        found = _COPIES.search(passage.text)
        if found is not None and number_in_words(found[1].translate(_FORMAL)) != copies:
            right = f"一式{_ONES[copies] if copies < len(_ONES) else copies}份"
            yield hit(
                "contents.copies",
                passage.field,
                passage.term,
                words=found[0],
                instead=right,
                word=found[0],
                copies=copies,
            )


def is_stated(due: Due) -> bool:
    """Tell whether a due date says when."""
    return (
        due.kind is DueKind.ON_SIGNING
        or (due.kind is DueKind.ON_DAY and due.day is not None)
        or (due.kind is DueKind.AFTER_SIGNING and due.amount is not None and 0 < due.amount <= LONGEST_DUE)
        or (due.kind is DueKind.ON_CONDITION and bool(due.condition.strip()))
    )


def _obliging(read: Reading) -> Iterator[Term]:
    yield from (term for term in read.agreement.terms if term.kind in BINDING)


CHECKS: tuple[Check, ...] = (
    _both_sides,
    _details,
    _mediator,
    _texts,
    _who,
    _what,
    _when,
    _manner,
    _where,
    _consequence,
    _payers,
    _copies,
)
