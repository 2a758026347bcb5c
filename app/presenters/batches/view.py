"""What the window of a batch can show; its presenter decides when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One case in the table of results."""

    key: str
    number: str
    title: str
    outcome: str
    tone: str
    told: str


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is: cases done of all, the case in hand, and what became of those before it."""

    done: int
    total: int
    count: str
    current: str
    so_far: str


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a batch came to; an empty ``again`` offers no second run, ``papers`` says how many there are."""

    words: str
    rows: Sequence[BatchRow]
    papers: int
    again: str


class BatchView(Protocol):
    """What the window of a batch can show."""

    def show_choice(self, scope: str, kinds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Ask which kind; ``scope`` says for which cases."""

    def show_hint(self, words: str) -> None:
        """Say what the chosen kind does."""

    def show_running(self, progress: BatchProgress) -> None:
        """Show how far it is, with a way to stop."""

    def show_stopping(self, words: str) -> None:
        """Say that it stops after the paper in hand."""

    def show_result(self, result: BatchResult) -> None:
        """Show what became of every case."""

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what was made or what failed; empty words hide it."""

    def show_joining(self, *, is_joining: bool) -> None:
        """Show that the print is being put together."""
