"""Choosing a clause of the library: type words or initials, read the sentence below, Enter puts it in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.presenters.agreement.library.choices import ClauseChoice, ClauseChoices
from app.presenters.palette import matches
from app.ui.kit import Kit
from app.ui.shell.palette import Chooser, PaletteEntry


def open_clause_picker(kit: Kit, choices: ClauseChoices, over: QWidget) -> None:
    """Open the library over the window of the pane; outside a draft nothing opens."""
    offered = choices.offered()
    if not offered:
        return
    say = kit.translator.text
    Chooser(
        kit,
        [_entry(choices, choice) for choice in offered],
        matches,
        title=say("条款库"),
        hint=say("搜条款：文字或拼音首字母"),
        parent=over.window(),
    ).open_over(over.window())


def _entry(choices: ClauseChoices, choice: ClauseChoice) -> PaletteEntry:
    return PaletteEntry(
        choice.group,
        choice.name,
        lambda: choices.insert(choice.clause),
        detail=choice.sentence,
        icon="doc",
        note=choice.source,
    )
