"""One thing to be bound: what it is called, what it holds, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A stored paper or file on its way into the bound file."""

    title: str
    content: bytes
    is_pdf: bool
    digest: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many pages a leaf became; ``trouble`` says why a sheet stands in its place."""

    pages: int
    trouble: str = ""
    has_loose_fonts: bool = False


class Unbindable(Exception):
    """A file that cannot become pages; the words stand on the sheet in its place."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words
