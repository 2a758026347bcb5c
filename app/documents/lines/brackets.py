"""Paired brackets among words of both directions: rule N0 of Unicode's bidirectional algorithm (UAX 9).

The ordering library is older than the rule: without it the brackets of ``name(45)``, the name written
from right to left, would part and close round the wrong words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypedDict

_PAIRS = dict(zip("([{（【《〈「『〔［｛", ")]}）】》〉」』〕］｝", strict=True))
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_NEUTRAL = "ON"


class Sign(TypedDict):
    """A character of a line with its direction class and level, as the ordering library keeps it."""

    ch: str
    type: str
    level: int


def resolve_brackets(signs: Sequence[Sign]) -> None:
    """Give the brackets of each pair the direction of what they enclose, or of what goes before them."""
    for level, run in groupby(signs, lambda sign: sign["level"]):
        _resolve(list(run), "R" if level % 2 else "L")


def _resolve(run: Sequence[Sign], direction: str) -> None:
    for opening, closing in sorted(_pairs(run)):
        inside = {_STRONG[sign["type"]] for sign in run[opening + 1 : closing] if sign["type"] in _STRONG}
        if not inside:
            continue
        found = direction if direction in inside else _before(run[:opening], direction)
        run[opening]["type"] = run[closing]["type"] = found


def _before(signs: Sequence[Sign], direction: str) -> str:
    """Return the direction of the last word before a bracket; that of the line where there is none."""
    return next((_STRONG[sign["type"]] for sign in reversed(signs) if sign["type"] in _STRONG), direction)


def _pairs(run: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Find the brackets that belong together; one closed out of turn drops those opened within."""
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(run):
        if sign["type"] != _NEUTRAL:
            continue
        if sign["ch"] in _PAIRS:
            opened.append((_PAIRS[sign["ch"]], place))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == sign["ch"]:
                yield opened[depth][1], place
                del opened[depth:]
                break
