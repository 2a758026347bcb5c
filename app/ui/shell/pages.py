"""What the window knows of a page: its name, its place in the rail and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``group`` is the caption above it in the rail, ``short`` its two-character word.

    ``keys`` are the page's own keys for the F1 card, as ``(key, what it does)``; ``help`` is
    the sentence or two above them. The widget is made when the page is first opened.
    """

    key: str
    title: str
    icon: str
    widget_factory: Callable[[], QWidget]
    group: str = ""
    shortcut: str = ""
    short: str = ""
    at_foot: bool = False
    help: str = ""
    keys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """A count beside a page: ``plain`` is volume, ``amber`` due soon, ``red`` overdue."""

    text: str
    tone: Literal["plain", "amber", "red"] = "plain"
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """Who works here; ``actions`` are the entries of the menu under the name."""

    name: str
    role: str
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()


class Preferences(Protocol):
    """Where window places and sizes are kept, per user."""

    def get(self, key: str) -> str | None:
        """Return what was kept under ``key``."""

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""


@runtime_checkable
class LivesOnStage(Protocol):
    """A page that wants to know when it comes and goes; it has both methods."""

    def page_shown(self) -> None:
        """Take the stage: refresh, put the focus on the first thing to act on."""

    def page_left(self) -> None:
        """Give way: save what is pending."""


def bind(widget: QWidget, keys: str, act: Callable[[], None], *, everywhere: bool = False) -> QShortcut:
    """Bind ``keys`` to ``act`` while the focus is inside ``widget`` (or anywhere in its window).

    Bare letters and digits, and the keys of input methods, are refused: they would steal
    what people type.
    """
    if keys in _METHODS or (len(keys) == 1 and keys.isalnum()):
        raise ValueError(f"{keys} belongs to the input method or to the text")
    shortcut = QShortcut(QKeySequence(keys), widget)
    context = Qt.ShortcutContext
    shortcut.setContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


_METHODS = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Meta+Space", "Ctrl+Shift"})
