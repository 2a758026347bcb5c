"""Which shape and ground a deadline of watching has."""

from __future__ import annotations

from app.presenters.due_words import Chip, ChipKind
from app.ui.widgets.chips import Deadline

_DEADLINES: dict[ChipKind, Deadline] = {
    ChipKind.AMPLE: "ample",
    ChipKind.NEAR: "near",
    ChipKind.TODAY: "today",
    ChipKind.OVERDUE: "overdue",
    ChipKind.PAUSED: "paused",
    ChipKind.DONE: "done",
    ChipKind.NONE: "ample",
}


def deadline_of(chip: Chip) -> Deadline:
    """Give the kit's word for the state of a deadline."""
    return _DEADLINES[chip.kind]
