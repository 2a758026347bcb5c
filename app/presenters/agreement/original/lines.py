"""The terms of the original in words: what each says, what of it was performed, what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from app.domain.settlements.check.findings import Supplemented
from app.domain.settlements.performance.amendments import is_performed, items_of, received_for
from app.domain.settlements.supplementing import original_of, overtaken_by, worded
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.money import sum_of
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.agreement.entries import AgreementEntry


class Fate(Enum):
    """What a supplement does to a term of the original."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """One term of the original: ``told`` is what was performed; nobody amends what was performed whole."""

    term_id: UUID
    fate: Fate
    fate_word: str
    place: str
    sentence: str
    told: str = ""
    can_amend: bool = True


@dataclass(frozen=True, slots=True)
class OriginalWords:
    """The original above the terms of a supplement; without lines there is no original."""

    head: str = ""
    lines: tuple[OriginalLine, ...] = ()


def fate_of(term: Term, entry: AgreementEntry) -> Fate:
    """Tell what the draft does to a term of the original."""
    amending = [one for one in entry.terms if one.amends_id == term.id]
    if not amending:
        return Fate.KEPT
    return Fate.DROPPED if amending[-1].kind is TermKind.DROPPED else Fate.CHANGED


def original_words(
    whole: Supplemented | None,
    entry: AgreementEntry,
    names: Mapping[UUID, str],
    translator: Translator,
    formats: Formats,
) -> OriginalWords:
    """Word the original of a draft, term by term."""
    if whole is None:
        return OriginalWords()
    say, original = translator.text, whole.original
    fates = {
        Fate.KEPT: say("仍按原协议"),
        Fate.CHANGED: say("变更"),
        Fate.DROPPED: say("取消"),
    }
    told = worded(original, original_of(original, whole.agreements), names)
    lines = []
    for position, (term, clause) in enumerate(zip(original.terms, told, strict=True), start=1):
        fate = fate_of(term, entry)
        lines.append(
            OriginalLine(
                term.id,
                fate,
                fates[fate],
                say("第 {n} 条", n=position),
                clause.text,
                "；".join(_told(term, whole, translator, formats)),
                can_amend=term.kind is not TermKind.DROPPED and not is_performed(term, whole.plan),
            )
        )
    head = say(
        "原协议 {number} 的条款：点【变更】或【取消】；没有动的，其余仍按原协议履行", number=original.number
    )
    return OriginalWords(head, tuple(lines))


def _told(term: Term, whole: Supplemented, translator: Translator, formats: Formats) -> Iterator[str]:
    say, plan = translator.text, whole.plan
    other = overtaken_by(term, whole.original, whole.agreements)
    if other is not None:
        yield say("已由补充协议 {number} 变更或者取消", number=other.number)
    elif is_performed(term, plan):
        yield say("已履行完毕，不再变更")
    elif plan is not None and received_for(term, plan):
        left = sum_of(plan.owed(item) for item in items_of(term, plan))
        yield say(
            "已收 {received} 元，尚未履行 {left} 元",
            received=formats.money(received_for(term, plan)),
            left=formats.money(left),
        )
