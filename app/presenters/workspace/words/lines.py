"""One line of a card of the overview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is called and what it says; ``tone`` is a colour of the style."""

    label: str
    value: str
    tone: str = "text"
