"""The texts of an agreement as rules read them: where each stands, what it says, names put aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.settlements.check.findings import Reading
from app.domain.settlements.terms import DueKind, Term

_SENTENCE = re.compile(r"[^。；;！!\n]+")
_QUOTED = re.compile(r"《[^》]{1,60}》|“[^”]{1,60}”")
_HIDDEN = "〇"
"""Stands for each sign of a name or title: 合理 in 合理物业公司 is nobody's vague word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text, the field it stands in, and its term if it belongs to one."""

    field: str
    text: str
    term: Term | None = None


def told_by(term: Term) -> Iterator[Passage]:
    """Give the texts of a term that print: the edited sentence alone, else those of its fields."""
    if term.edited_text is not None:
        yield Passage("edited_text", term.edited_text, term)
        return
    yield Passage("act", term.act, term)
    yield Passage("manner", term.manner, term)
    yield Passage("consequence", term.consequence, term)
    if term.due.kind is DueKind.ON_CONDITION and not term.instalments:
        yield Passage("due", term.due.condition, term)
    for entry in term.instalments:
        if entry.due.kind is DueKind.ON_CONDITION:
            yield Passage("instalments", entry.due.condition, term)


def obligations(read: Reading) -> Iterator[Passage]:
    """Give every text of every term."""
    for term in read.agreement.terms:
        yield from (one for one in told_by(term) if one.text.strip())


def everything(read: Reading) -> Iterator[Passage]:
    """Give every text of the agreement."""
    agreement = read.agreement
    for field in ("facts", "matters", "responsibilities"):
        text = str(getattr(agreement, field))
        if text.strip():
            yield Passage(field, text)
    yield from obligations(read)


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text."""
    yield from (sentence for _start, sentence in placed_sentences(text))


def placed_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a text, each with the place it starts at."""
    for found in _SENTENCE.finditer(text):
        if found[0].strip():
            yield found.start(), found[0]


def without_names(read: Reading, text: str) -> str:
    """Hide names of parties, titles of papers and what is quoted, sign for sign."""
    names = sorted({name for party in read.case.parties for name in (party.name, party.former_name)}, key=len)
    for name in reversed(names):
        if name.strip():
            text = text.replace(name, _HIDDEN * len(name))
    return _QUOTED.sub(lambda found: _HIDDEN * len(found.group()), text)
