"""Forms of the workspace as data: what is asked, what it is called, and what happens when it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from app.domain.changes import Changes
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.papers import Paper

Values = Mapping[str, str]
"""What stands in the fields, as typed; a tick is ``YES`` or empty, several ticks are joined by commas, a
file is its path."""

YES = "1"


class FieldKind(Enum):
    """How a field is typed into; what is hidden is never kept as a draft."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    CHOICE = "choice"
    TICK = "tick"
    TICKS = "ticks"
    FILE = "file"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field; ``options`` are ``(key, text)``; ``is_half`` lets two fields share a line.

    ``shown_if`` names another field and the values in it that show this one.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    is_required: bool = False
    hint: str = ""
    shown_if: tuple[str, tuple[str, ...]] | None = None
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What a sent form did: ``told`` goes into the toast, ``paper`` to the print dialog.

    ``then`` names the form of the same case that the user asked to go on with.
    ``undo_version`` is the version of the case after an act that may be taken back from the toast.
    """

    changes: Changes
    told: str
    paper: Paper | None = None
    then: str = ""
    undo_version: int | None = None


Send = Callable[[Values, CaseFolder], Sent]
"""Reads the values and calls the services, off the window's thread; raises DomainError with ``field``.

The folder is the case as the user last saw it: its version goes with the write.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One question to the user; ``words`` say what will happen, ``earlier`` what is recorded already.

    ``labels`` names fields of the case for a conflict; ``is_danger`` marks what cannot be taken back.
    """

    key: str
    case_id: UUID
    title: str
    verb: str
    fields: tuple[FormField, ...]
    send: Send
    words: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    is_danger: bool = False
    is_wide: bool = False

    @property
    def draft_key(self) -> str:
        """Name the draft that keeps what is typed until the form is sent."""
        return f"case-form/{self.case_id}/{self.key}"

    def initial(self) -> dict[str, str]:
        """Give the values the form opens with."""
        return {field.key: field.value for field in self.fields}

    def is_shown(self, field: FormField, values: Values) -> bool:
        """Tell whether a field is asked for, given what stands in the others."""
        if field.shown_if is None:
            return True
        other, wanted = field.shown_if
        return values.get(other, "") in wanted
