"""What was changed in a sentence, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_IN_CAPITALS = "[零壹贰叁肆伍陆柒捌玖][零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]*"
_WORDS = re.compile(rf"[0-9][0-9,.]*|{_IN_CAPITALS}|[A-Za-z]+|\s+|.", re.DOTALL)
_MOST_WORDS = 2500
"""Longer texts are compared sentence by sentence: comparing word by word grows with the square."""
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
    """Give the way from one text to the other; numbers, sums in capitals and Latin words are never cut."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
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
