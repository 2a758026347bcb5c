"""Breaks a text into lines by Chinese rules; pure: characters and their widths in, places out.

- 避头尾: no closing mark starts a line, no opening mark ends one.
- Numbers, amounts, dates and Latin words stay whole unless one is longer than a line.
- A line is squeezed by at most a quarter em, and only where it holds full-width marks, whose blank
  halves give way; else what does not fit goes to the next line and the line is spread.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.documents.lines.break_places import BLANKS, Place, break_places, may_start

SQUEEZE_LIMIT = 0.25  # em, for a whole line
SQUEEZED = frozenset("，。、；：？！）》〉」』】〕〗］｝”’（《〈「『【〔〖［｛“‘")
_LOOSE = 0.35  # em per gap: looser than this, a word longer than a line is begun before it
_GAPING = 0.6  # em per gap: looser than this, the line is left ragged
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` is drawn; what follows up to the next line's start is blanks.

    ``slack`` is the width left over: spread if positive, squeezed out if negative. ``is_spread`` is
    false for the last line and for lines too empty to be spread.
    """

    start: int
    end: int
    slack: float
    is_spread: bool


@dataclass(frozen=True, slots=True)
class BrokenText:
    """The lines of a text, and the ``Place`` before each of its characters."""

    lines: list[Line]
    places: bytearray


def break_lines(text: str, widths: Sequence[float], *, first: float, rest: float, em: float) -> BrokenText:
    """Break one line of typing, without line ends, into lines of width ``first`` and then ``rest``.

    ``widths`` are those of the characters; all lengths are in one unit, ``em`` is the type size in
    it. An empty text gives one empty line.
    """
    places = break_places(text)
    if not text:
        return BrokenText([Line(0, 0, first, is_spread=False)], places)
    breaker = _Breaker(text, list(accumulate(widths, initial=0.0)), places, rest, em)
    lines: list[Line] = []
    start, room = 0, first
    while start < len(text):
        line = breaker.line(start, room)
        lines.append(line)
        start = breaker.after_blanks(line.end)
        room = rest
    return BrokenText(lines, places)


@dataclass(slots=True)
class _Breaker:
    text: str
    ends: list[float]
    places: bytearray
    rest: float
    em: float
    last: int = field(init=False)  # where the last sign of the whole text ends

    def __post_init__(self) -> None:
        self.last = self.before_blanks(0, len(self.text))

    def line(self, start: int, room: float) -> Line:
        """Find the line that begins at ``start``."""
        fitting = bisect_right(self.ends, self.ends[start] + room + _HAIR * self.em) - 1
        last = max(self.last, start)
        if last <= fitting:
            return Line(start, last, room - (self.ends[last] - self.ends[start]), is_spread=False)
        squeezed = self._squeezed(start, fitting, room)
        if squeezed is not None:
            return squeezed
        limit = max(fitting, start + 1)
        best = self._last(start, limit, Place.OPEN)
        if best is None:
            best = self._last(start, limit, Place.UNWANTED)
        if best is None or (self._gap(start, best, room) > _LOOSE * self.em and self._is_long_word(best)):
            best = self._inside_word(start, limit)
        return self._made(start, best, room)

    def before_blanks(self, start: int, end: int) -> int:
        """Return where the last sign of ``text[start:end]`` ends."""
        while end > start and self.text[end - 1] in BLANKS:
            end -= 1
        return end

    def after_blanks(self, place: int) -> int:
        """Return where the first sign at or after ``place`` begins."""
        while place < len(self.text) and self.text[place] in BLANKS:
            place += 1
        return place

    def _made(self, start: int, end: int, room: float) -> Line:
        end = max(self.before_blanks(start, end), start + 1)
        slack = room - (self.ends[end] - self.ends[start])
        return Line(start, end, slack, is_spread=self._gap(start, end, room) <= _GAPING * self.em)

    def _last(self, start: int, limit: int, kind: Place) -> int | None:
        """Return the last place after ``start``, up to ``limit``, at which a line may end."""
        for place in range(limit, start, -1):
            if self.places[place] >= kind:
                return place
        return None

    def _gap(self, start: int, end: int, room: float) -> float:
        """Return by how much each gap of ``text[start:end]`` would be widened to fill ``room``."""
        end = self.before_blanks(start, end)
        slack = room - (self.ends[end] - self.ends[start])
        if slack <= 0:
            return 0.0
        gaps = max(end - start - 1, 0) - self.places.count(Place.JOINED, start + 1, max(end, start + 1))
        return slack / gaps if gaps > 0 else float("inf")

    def _squeezed(self, start: int, fitting: int, room: float) -> Line | None:
        """Take more than fits if the marks of the line can give way, so that nothing need be spread."""
        most = self.ends[start] + room + SQUEEZE_LIMIT * self.em
        limit = bisect_right(self.ends, most + _HAIR * self.em) - 1
        if limit <= fitting:
            return None
        end = self._last(fitting, limit, Place.OPEN)
        if end is None or not self._has_mark(start, end):
            return None
        return replace(self._made(start, end, room), is_spread=True)

    def _has_mark(self, start: int, end: int) -> bool:
        return not SQUEEZED.isdisjoint(
            character
            for place, character in enumerate(self.text[start:end], start=start)
            if is_full_width(self.ends[place + 1] - self.ends[place], self.em)
        )

    def _is_long_word(self, place: int) -> bool:
        """Say whether the word that begins at ``place`` is longer than a whole line."""
        begin = self.after_blanks(place)
        end = begin + 1
        while end < len(self.text) and self.places[end] < Place.UNWANTED:
            end += 1
        return self.ends[min(end, len(self.text))] - self.ends[begin] > self.rest

    def _inside_word(self, start: int, limit: int) -> int:
        """Break a word longer than a line where the line is full, still obeying both prohibitions."""
        for place in range(limit, start, -1):
            if place < len(self.text) and may_start(self.text, place):
                return place
        return limit


def is_full_width(width: float, em: float) -> bool:
    """Say whether a mark fills its square, so that half of it is blank and can give way."""
    return width > 0.9 * em
