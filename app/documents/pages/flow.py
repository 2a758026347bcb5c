"""What stands on pages: blocks laid out as strips, and where pages end. Pure; heights are in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Protocol

from app.documents.fonts import FontLibrary
from app.documents.lines.ink import Ink

_HAIR = 1e-6


class Keep(IntEnum):
    """How strongly a strip wants the next one on its own page."""

    FREE = 0
    WISH = 1  # widows and orphans, headings, short rows
    BOUND = 2  # signature blocks and the text they take with them


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a block that is never cut: a line of text, a line of a table row.

    ``above`` is blank space dropped at the top of a page; ``head`` is the height of what is repeated
    over the strip if a page begins with it.
    """

    height: float
    keep: Keep = Keep.FREE
    above: float = 0.0
    head: float = 0.0


class LaidOut(Protocol):
    """A block in a column of known width. ``takes_back`` strips before it go to the page where it begins."""

    @property
    def strips(self) -> Sequence[Strip]:
        """The slices, from top to bottom."""
        ...

    @property
    def takes_back(self) -> int:
        """The number of strips of the text before it that must stand on the same page."""
        ...

    @property
    def bookmark(self) -> str:
        """The entry in the document's outline; empty for none."""
        ...

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        """Draw ``strips[first:last]`` below ``top``; if ``first`` is not 0, the repeated head before them."""
        ...


class Block(Protocol):
    """Something a form is composed of."""

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Lay the block out in a column of ``width``."""
        ...


def paginate(strips: Sequence[Strip], height: float) -> list[range]:
    """Say which strips stand on which page of ``height``; every strip stands on exactly one.

    A page ends at the last place that no strip minds; if there is none, at the last that is only
    wished away, and in the end wherever the page is full.
    """
    pages: list[range] = []
    start = 0
    while start < len(strips):
        full = _filled(strips, start, height)
        end = full if full == len(strips) else _best_end(strips, start, full)
        pages.append(range(start, end))
        start = end
    return pages


def bind(blocks: Sequence[LaidOut]) -> list[Strip]:
    """Put the strips of all blocks in one sequence, those a block takes back bound to it."""
    strips: list[Strip] = []
    for block in blocks:
        for place in range(max(len(strips) - block.takes_back, 0), len(strips)):
            strips[place] = replace(strips[place], keep=Keep.BOUND)
        strips.extend(block.strips)
    return strips


def _filled(strips: Sequence[Strip], start: int, height: float) -> int:
    """Return the first strip that no longer fits on a page beginning with ``start``."""
    used = strips[start].head + strips[start].height
    place = start + 1
    while place < len(strips):
        used += strips[place].above + strips[place].height
        if used > height + _HAIR:
            return place
        place += 1
    return place


def _best_end(strips: Sequence[Strip], start: int, full: int) -> int:
    for keep in Keep:
        for end in range(full, start, -1):
            if strips[end - 1].keep <= keep:
                return end
    return full
