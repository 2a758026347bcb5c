"""What was changed in a sentence, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_DAY = r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_IN_CAPITALS = "[零壹贰叁肆伍陆柒捌玖][零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]*"
_WORDS = re.compile(rf"{_DAY}|[0-9][0-9,.]*|{_IN_CAPITALS}|[A-Za-z]+|\s+|.", re.DOTALL)
_MOST_WORDS = 2500
"""Longer texts are compared sentence by sentence, then whole: word by word grows with the square."""
_SENTENCES = re.compile(r"[^。；;\n]*[。；;\n]?", re.DOTALL)


class Change(Enum):
    """How a piece of text stands to the other text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind."""

    text: str
    change: Change


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Give the way from one text to the other; days, sums, numbers and Latin words are never cut."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return _ends_alike(old, new)
    pieces: list[Piece] = []
    for act, from_old, to_old, from_new, to_new in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if act == "equal":
            pieces.append(Piece("".join(old[from_old:to_old]), Change.SAME))
            continue
        if to_old > from_old:
            pieces.append(Piece("".join(old[from_old:to_old]), Change.REMOVED))
        if to_new > from_new:
            pieces.append(Piece("".join(new[from_new:to_new]), Change.ADDED))
    return tuple(piece for piece in pieces if piece.text)


def _ends_alike(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    """Keep what both begin and end with; all between is taken as another text."""
    least = min(len(old), len(new))
    first = next((n for n in range(least) if old[n] != new[n]), least)
    last = next((n for n in range(least - first) if old[-1 - n] != new[-1 - n]), least - first)
    pieces = (
        Piece("".join(old[:first]), Change.SAME),
        Piece("".join(old[first : len(old) - last]), Change.REMOVED),
        Piece("".join(new[first : len(new) - last]), Change.ADDED),
        Piece("".join(old[len(old) - last :]), Change.SAME),
    )
    return tuple(piece for piece in pieces if piece.text)
