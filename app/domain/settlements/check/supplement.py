"""Whether a supplement fits the agreement it changes: its terms exist, are told once, and are still open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from app.domain.settlements.check.findings import Check, Hit, Reading, Supplemented, hit
from app.domain.settlements.check.passages import Passage, obligations
from app.domain.settlements.performance.amendments import is_performed, received_for
from app.domain.settlements.supplementing import overtaken_by, place_of
from app.domain.settlements.terms import Term, TermKind
from app.domain.settlements.wording import generated_text
from app.domain.values.chinese_numbers import number_in_words
from app.domain.values.money import Money

_NAMED = re.compile(r"原协议(?:书)?(?:的)?第([一二两三四五六七八九十百零]{1,5}|[0-9]{1,3})条")
_ENDS = re.compile(r"取消|变更|改为|修改|废止|作废|终止|不再(?:履行|执行)|以[^，。；]{1,12}代替")
_KEEPS = re.compile(r"不变|继续(?:有效|履行)|仍(?:按|然|有效)|照旧|不(?:作|予)变更")


def _no_such_term(read: Reading) -> Iterator[Hit]:
    """Hold every term of the original that is meant to the terms it has, in fields and in words."""
    whole = read.supplemented
    if whole is None:
        return
    count = len(whole.original.terms)
    for term in read.agreement.terms:
        if term.amends_id is not None and place_of(term.amends_id, whole.original) is None:
            yield hit("supplement.no_such_term", _field(term), term, count=count)
    for passage, said, number in _named(read):
        if not 0 < number <= count:
            yield hit("supplement.no_such_term", passage.field, passage.term, words=said, count=count)


def _contradicts(read: Reading) -> Iterator[Hit]:
    """Find a term of the original that is told twice: changed and dropped, or once more in words."""
    whole = read.supplemented
    if whole is None:
        return
    told: dict[UUID, Term] = {}
    for term in read.agreement.terms:
        if term.amends_id is not None and term.amends_id in told:
            place = place_of(term.amends_id, whole.original)
            yield hit("supplement.contradicts", _field(term), term, number=place or 0)
        elif term.amends_id is not None:
            told[term.amends_id] = term
    places = {place_of(amends_id, whole.original): term for amends_id, term in told.items()}
    for passage, said, number in _named(read):
        other = places.get(number)
        if other is None or other is passage.term:
            continue
        around = _around(passage.text, said)
        if _ENDS.search(around) or _KEEPS.search(around):
            yield hit("supplement.contradicts", passage.field, passage.term, words=said, number=number)


def _unchanged(read: Reading) -> Iterator[Hit]:
    names = {party.id: party.name for party in read.case.parties}
    for term, changed, place in _changed(read):
        is_same = (term.edited_text or generated_text(term, names)) == (
            changed.edited_text or generated_text(changed, names)
        )
        if is_same and term.kind is not TermKind.DROPPED:
            yield hit("supplement.unchanged", _field(term), term, number=place)


def _performed(read: Reading) -> Iterator[Hit]:
    for term, changed, place in _changed(read):
        if read.supplemented is not None and is_performed(changed, read.supplemented.plan):
            yield hit("supplement.performed", _field(term), term, number=place)


def _sum_left(read: Reading) -> Iterator[Hit]:
    """Hold a changed payment to what is still to be paid: what came in is taken off, not paid again."""
    for term, changed, _place in _changed(read):
        whole = read.supplemented
        received = Money.zero() if whole is None else received_for(changed, whole.plan)
        if not received or term.amount is None or changed.amount is None:
            continue
        left = changed.amount - received
        if term.amount > left:
            yield hit("supplement.sum_left", "amount", term, received_fen=received.fen, left_fen=left.fen)


def _overtaken(read: Reading) -> Iterator[Hit]:
    for term, changed, place in _changed(read):
        whole = read.supplemented
        other = None if whole is None else overtaken_by(changed, whole.original, whole.agreements)
        if other is not None:
            yield hit("supplement.overtaken", _field(term), term, number=place, other=other.number)


def _changed(read: Reading) -> Iterator[tuple[Term, Term, int]]:
    """Give each term with the term of the original that it changes or drops, and the number of that."""
    whole: Supplemented | None = read.supplemented
    for term in read.agreement.terms if whole is not None else ():
        place = None if whole is None else place_of(term.amends_id, whole.original)
        if whole is not None and place is not None:
            yield term, whole.original.terms[place - 1], place


def _named(read: Reading) -> Iterator[tuple[Passage, str, int]]:
    for passage in obligations(read):
        for found in _NAMED.finditer(passage.text):
            number = int(found[1]) if found[1].isdigit() else number_in_words(found[1])
            yield passage, found[0], number or 0


def _around(text: str, said: str) -> str:
    """Give the part of the sentence in which a term of the original is named."""
    return next((part for part in re.split(r"[。；;\n]", text) if said in part), text)


def _field(term: Term) -> str:
    if term.kind is TermKind.DROPPED:
        return "terms"
    return "amount" if term.kind is TermKind.PAYMENT else "act"


CHECKS: tuple[Check, ...] = (_no_such_term, _contradicts, _unchanged, _performed, _sum_left, _overtaken)
