"""Paragraphs, headings and blank space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.documents.fonts import FontLibrary
from app.documents.lines.ink import Ink
from app.documents.lines.setting import SetLine, set_text
from app.documents.lines.styles import BODY, TITLE, Content, TextStyle
from app.documents.pages.flow import Block, Keep, LaidOut, Strip

_LONGEST_TOGETHER = 690.0  # points, nearly a page: what is longer parts where its own blocks may part
_SPLIT_FROM = 4  # a paragraph of fewer lines is not cut: two lines at each end are too many for it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line ends as typed are kept, each line with its own indent.

    A page never ends with the first line of a longer paragraph nor begins with its last one.
    ``keeps_next`` is for headings; ``bookmark`` is the entry in the outline.
    """

    content: Content
    style: TextStyle = BODY
    keeps_next: bool = False
    bookmark: str = ""

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Break the text into lines and say where it may be cut."""
        typed = set_text(self.content, self.style, width, fonts)
        strips: list[Strip] = []
        for lines in typed:
            strips.extend(Strip(self.style.leading, keep) for keep in line_keeps(len(lines)))
        first, last = strips[0], strips[-1]
        strips[0] = Strip(first.height, first.keep, above=self.style.above)
        last = strips[-1]
        keep = Keep.WISH if self.keeps_next else last.keep
        strips[-1] = Strip(last.height + self.style.below, keep, above=last.above)
        return _SetParagraph(strips, [line for lines in typed for line in lines], self.style, self.bookmark)


def title(text: str) -> Paragraph:
    """Return the title of a document, which is its first bookmark."""
    return Paragraph(text, TITLE, keeps_next=True, bookmark=text.replace("\n", ""))


def line_keeps(count: int) -> list[Keep]:
    """Say for each of ``count`` lines how much it wants the next: two at least stay together at each end."""
    if count < _SPLIT_FROM:
        return [Keep.WISH] * (count - 1) + [Keep.FREE]
    return [Keep.WISH, *[Keep.FREE] * (count - 3), Keep.WISH, Keep.FREE]


@dataclass(frozen=True, slots=True)
class _SetParagraph:
    strips: list[Strip]
    lines: list[SetLine]
    style: TextStyle
    bookmark: str
    takes_back: int = 0

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        ink.lines(self.lines[first:last], left, top, size=self.style.size, leading=self.style.leading)


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank space of ``height`` points; none at the top of a page."""

    height: float

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:  # noqa: ARG002 - a gap is as wide as any column
        """Lay out nothing but space."""
        return _Blank([Strip(0.0, Keep.FREE, above=self.height)])


@dataclass(frozen=True, slots=True)
class _Blank:
    strips: list[Strip]
    takes_back: int = 0
    bookmark: str = ""

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stand on one page if a page can hold them."""

    blocks: Sequence[Block]

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Lay the blocks out one below the other."""
        return _SetTogether([block.lay_out(fonts, width) for block in self.blocks])


@dataclass(frozen=True, slots=True)
class _SetTogether:
    parts: list[LaidOut]
    strips: list[Strip] = field(init=False)

    def __post_init__(self) -> None:
        strips = [strip for part in self.parts for strip in part.strips]
        if sum(strip.above + strip.height for strip in strips) > _LONGEST_TOGETHER:
            object.__setattr__(self, "strips", strips)
            return
        bound = [Strip(strip.height, Keep.BOUND, strip.above, strip.head) for strip in strips[:-1]]
        object.__setattr__(self, "strips", [*bound, *strips[-1:]])

    @property
    def takes_back(self) -> int:
        return self.parts[0].takes_back if self.parts else 0

    @property
    def bookmark(self) -> str:
        return next((part.bookmark for part in self.parts if part.bookmark), "")

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        start = 0
        for part in self.parts:
            begin, end = max(first - start, 0), min(last - start, len(part.strips))
            if begin < end:
                above = part.strips[begin].above if start + begin > first else 0.0
                part.draw(ink, left, top - above, begin, end)
                top -= drawn_height(part.strips, begin, end) + above
            start += len(part.strips)


def drawn_height(strips: Sequence[Strip], first: int, last: int) -> float:
    """Return the height ``strips[first:last]`` of one block take, a repeated head included."""
    height = sum(strip.height + strip.above for strip in strips[first:last]) - strips[first].above
    return height + (strips[first].head if first else 0.0)
