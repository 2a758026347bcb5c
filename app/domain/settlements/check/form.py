"""The form of an agreement: names and numbers that hold, days in order, nothing left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.disputes.cases import MediatorRole
from app.domain.disputes.channels.rules import PERSONAL_STATUS_TYPES
from app.domain.errors import DomainError
from app.domain.people.parties import IdentityKind
from app.domain.settlements.check.findings import Check, Hit, Reading, hit
from app.domain.settlements.check.passages import Passage, everything, obligations
from app.domain.settlements.clause_library import BLANK
from app.domain.settlements.signers import STATUS_MATTER
from app.domain.settlements.terms import TermKind
from app.domain.settlements.wording import generated_text
from app.domain.values.credit_code import UnifiedCreditCode
from app.domain.values.days.moments import local_day
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.phones import Phone
from app.domain.values.texts import half_width

_PLACEHOLDER = re.compile(
    r"[XxＸｘ×]{2,}|_{2,}|＿{2,}|\.{4,}|×(?=[年月日元号])|"
    rf"{BLANK.pattern}|\[\s*\]|（\s{{1,}}）|\(\s{{2,}}\)|待填|待定|此处填写|\?{{3,}}|？{{3,}}"
)
_NAME_LENGTHS = (3, 4)
_E_SIGNING = re.compile(r"电子签名|电子签章|电子签署|线上签(?:名|署|字)|数据电文形式签")


def _placeholders(read: Reading) -> Iterator[Hit]:
    for passage in (*everything(read), *_named_things(read)):
        found = _PLACEHOLDER.search(passage.text)
        if found is not None:
            yield hit("form.placeholder", passage.field, passage.term, words=found[0], word=found[0])


def _named_things(read: Reading) -> Iterator[Passage]:
    """Give what a term names and no rule reads as a sentence: what a payment is for, and where."""
    for term in read.agreement.terms:
        if term.edited_text is None and term.kind is not TermKind.CLAUSE:
            yield Passage("place", term.place, term)
            if term.kind is TermKind.PAYMENT:
                yield Passage("nature", term.nature, term)


def _names(read: Reading) -> Iterator[Hit]:
    """Find a party's name written with another sign that sounds the same: 王建国 and 王建囯."""
    names = {party.name for party in read.case.parties}
    people = [p.name for p in read.case.parties if p.is_person and len(p.name) in _NAME_LENGTHS]
    for passage in everything(read):
        for name in people:
            wrong = _misspelt(passage.text, name, names)
            if wrong:
                yield hit(
                    "form.names",
                    passage.field,
                    passage.term,
                    words=wrong,
                    instead=name,
                    wrong=wrong,
                    name=name,
                )


def _misspelt(text: str, name: str, names: set[str]) -> str:
    for place in range(1, len(name)):
        pattern = f"{re.escape(name[:place])}([\u3400-\u9fff]){re.escape(name[place + 1 :])}"
        for found in re.finditer(pattern, text):
            if found[0] not in names and _sound(found[1]) == _sound(name[place]):
                return found[0]
    return ""


def _sound(sign: str) -> str:
    from pypinyin import lazy_pinyin

    return lazy_pinyin(sign)[0]


def _numbers(read: Reading) -> Iterator[Hit]:
    for party in read.parties:
        is_card = party.is_person and party.identity_kind is IdentityKind.RESIDENT_CARD
        if is_card and party.identity_number.strip() and not _is_card_number(read, party.identity_number):
            yield hit("form.identity_number", "party_ids", party=party.name, number=party.identity_number)
        if party.phone.strip() and not _reads(Phone, party.phone):
            yield hit("form.phone", "party_ids", party=party.name, number=party.phone)
        if party.credit_code.strip() and not _reads(UnifiedCreditCode, party.credit_code):
            yield hit("form.credit_code", "party_ids", party=party.name, number=party.credit_code)


def _same_number(read: Reading) -> Iterator[Hit]:
    """One number of identity belongs to one person."""
    seen: dict[str, str] = {}
    for party in read.parties:
        number = half_width(party.identity_number).strip().upper()
        if number and number in seen:
            yield hit("form.same_number", "party_ids", party=party.name, other=seen[number])
        seen.setdefault(number, party.name)


def _is_card_number(read: Reading, typed: str) -> bool:
    try:
        ResidentNumber.parse(typed, read.today)
    except DomainError:
        return False
    return True


def _reads(kind: type[Phone | UnifiedCreditCode], typed: str) -> bool:
    try:
        kind.parse(typed)
    except DomainError:
        return False
    return True


def _order(read: Reading) -> Iterator[Hit]:
    """Compare the day of the agreement with what must have come before it."""
    case = read.case
    before = [("registered", local_day(case.received_at)), ("accepted", case.accepted_on)]
    before += [("noticed", case.rights_notice_on), ("session", max(read.sessions, default=None))]
    for what, day in before:
        if day is not None and read.day < day:
            yield hit(f"form.before_{what}", "terms", day=day.isoformat())


def _conflict(read: Reading) -> Iterator[Hit]:
    told = {entry.staff_id for entry in read.case.disclosures}
    for mediator in read.case.mediators:
        serves = mediator.role in (MediatorRole.FIRST, MediatorRole.SECOND)
        if serves and mediator.staff_id in told and not read.case.is_waived(mediator.staff_id):
            yield hit("form.conflict", "terms", name=mediator.name)


def _e_signing(read: Reading) -> Iterator[Hit]:
    case = read.case
    told = "".join(passage.text for passage in everything(read))
    is_status = case.dispute_type in PERSONAL_STATUS_TYPES or STATUS_MATTER.search(told)
    for passage in obligations(read):
        found = _E_SIGNING.search(passage.text)
        if is_status and found is not None and "不" not in passage.text[: found.start()][-4:]:
            yield hit("form.status_e_signing", passage.field, passage.term, words=found[0])


def _twice(read: Reading) -> Iterator[Hit]:
    names = {party.id: party.name for party in read.case.parties}
    seen: dict[str, int] = {}
    for n, term in enumerate(read.agreement.terms, start=1):
        text = (term.edited_text or generated_text(term, names)).strip()
        if text and text in seen:
            yield hit(
                "form.term_twice",
                "act" if term.kind is TermKind.CLAUSE else "payer_ids",
                term,
                first=seen[text],
            )
        seen.setdefault(text, n)


CHECKS: tuple[Check, ...] = (
    _placeholders,
    _names,
    _numbers,
    _same_number,
    _order,
    _conflict,
    _e_signing,
    _twice,
)
