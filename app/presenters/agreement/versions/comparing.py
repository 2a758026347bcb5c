"""How two versions differ: passages side by side, and the sums and days that are no longer the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from app.i18n.translator import Translator
from app.presenters.agreement.difference import Change, Piece, difference
from app.presenters.agreement.versions.texts import Passage

_FIGURES = re.compile(
    r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[¥￥]\s?[0-9][0-9,]*(?:\.[0-9]+)?"
    r"|[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:万元|元|%|％|个工作日|日|天|个月)"
)
_ALIKE = 0.5
"""Below this share of signs in common two passages are not one that was changed; facts may be very long."""

_MOST_SHOWN = 3000
"""Of a longer piece beginning and end are shown: what changed is near them, or is all of it."""


@dataclass(frozen=True, slots=True)
class Facing:
    """One passage of each version beside the other; empty where the other version has none."""

    name: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether the two differ."""
        return any(piece.change is not Change.SAME for piece in (*self.left, *self.right))


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A sum, a rate or a day of one version and what stands in its place in the other; empty for nothing."""

    before: str
    after: str


def compare(left: Sequence[Passage], right: Sequence[Passage]) -> tuple[Facing, ...]:
    """Lay two versions side by side."""
    return tuple(_facing(one, other) for one, other in _paired(left, right))


def shortened(rows: Sequence[Facing], translator: Translator) -> tuple[Facing, ...]:
    """Leave out the middle of what is very long: a window shows 200,000 signs at the cost of seconds."""
    return tuple(
        Facing(row.name, _short(row.left, translator), _short(row.right, translator)) for row in rows
    )


def _short(pieces: Sequence[Piece], translator: Translator) -> tuple[Piece, ...]:
    return tuple(
        piece if len(piece.text) <= _MOST_SHOWN else Piece(_ends(piece.text, translator), piece.change)
        for piece in pieces
    )


def _ends(text: str, translator: Translator) -> str:
    half = _MOST_SHOWN // 2
    left_out = translator.text("……（此处略 {n} 字）……", n=len(text) - 2 * half)
    return text[:half] + left_out + text[-half:]


def changed_figures(rows: Sequence[Facing]) -> tuple[ChangedFigure, ...]:
    """Give the sums, rates and days that differ, in the order of the paper, each pair once."""
    found = [
        figure
        for row in rows
        if row.is_changed
        for figure in _changes(_FIGURES.findall(_text(row.left)), _FIGURES.findall(_text(row.right)))
    ]
    return tuple(dict.fromkeys(found))


def _paired(
    left: Sequence[Passage], right: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for act, i, j, k, m in matcher.get_opcodes():
        if act == "equal":
            yield from zip(left[i:j], right[k:m], strict=True)
        else:
            yield from _changed(list(left[i:j]), list(right[k:m]))


def _changed(left: list[Passage], right: list[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Pair what was changed: a passage meets the first of the same name that is like it."""
    for one in left:
        at = next((n for n, other in enumerate(right) if _is_like(one, other)), None)
        if at is None:
            yield one, None
            continue
        yield from ((None, other) for other in right[:at])
        yield one, right[at]
        del right[: at + 1]
    yield from ((None, other) for other in right)


def _is_like(one: Passage, other: Passage) -> bool:
    if one.name != other.name:
        return False
    return SequenceMatcher(None, one.text, other.text, autojunk=False).quick_ratio() >= _ALIKE


def _facing(one: Passage | None, other: Passage | None) -> Facing:
    if one is None or other is None:
        here = one or other
        name, text = ("", "") if here is None else (here.name, here.text)
        left = (Piece(text, Change.REMOVED),) if other is None else ()
        right = (Piece(text, Change.ADDED),) if one is None else ()
        return Facing(name, left, right)
    pieces = difference(one.text, other.text)
    return Facing(
        one.name,
        tuple(piece for piece in pieces if piece.change is not Change.ADDED),
        tuple(piece for piece in pieces if piece.change is not Change.REMOVED),
    )


def _changes(before: list[str], after: list[str]) -> Iterator[ChangedFigure]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for act, i, j, k, m in matcher.get_opcodes():
        if act != "equal":
            yield from (ChangedFigure(*pair) for pair in zip_longest(before[i:j], after[k:m], fillvalue=""))


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
