"""How the kinds of text look on paper: face, size, line distance, indent. Sizes are in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.documents.fonts import FontRole


class Align(Enum):
    """Where the lines of a text stand."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTRED = "centred"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Span:
    """Text in a role of its own: a label inside a paragraph."""

    text: str
    role: FontRole


Content = str | Span | Sequence[str | Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """One kind of text; ``indent`` is that of first lines, in ems; ``above`` and ``below`` are blank."""

    role: FontRole = FontRole.BODY
    size: float = 16.0
    leading: float = 28.0
    indent: float = 0.0
    align: Align = Align.JUSTIFIED
    above: float = 0.0
    below: float = 0.0


TITLE = TextStyle(role=FontRole.TITLE, size=22, leading=34, align=Align.CENTRED, above=6, below=14)
NUMBER = TextStyle(size=14, leading=24, align=Align.RIGHT, below=6)
BODY = TextStyle(indent=2)
UNINDENTED = TextStyle()
HEADING = TextStyle(role=FontRole.LABEL, above=4)
NOTE = TextStyle(size=12, leading=20)
CELL = TextStyle(size=14, leading=22, align=Align.LEFT)
CELL_LABEL = TextStyle(role=FontRole.LABEL, size=14, leading=22, align=Align.CENTRED)
SMALL_CELL = TextStyle(size=10.5, leading=16, align=Align.LEFT)
SMALL_CELL_LABEL = TextStyle(role=FontRole.LABEL, size=10.5, leading=16, align=Align.CENTRED)


def label(text: str) -> Span:
    """Return ``text`` as a label."""
    return Span(text, FontRole.LABEL)
