"""A form as a column: what was taken up again, what failed, what clashed, then the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.rosters.entry_form import Clash, EntryField, Values
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_fields import EntryFields
from app.ui.widgets.notices import ErrorStrip, SavedMark
from app.ui.widgets.texts import Text

_KEEP_AFTER_MS = 1500
R = TypeVar("R")


class EntryBody(QWidget, Generic[R]):
    """What dialogs and cards around a form share; ``saved`` is the mark of the draft."""

    def __init__(self, kit: Kit, presenter: EntryPresenter[R]) -> None:
        super().__init__()
        self._kit, self._presenter = kit, presenter
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_KEEP_AFTER_MS)
        self._wait.timeout.connect(presenter.save_draft)
        self.saved = SavedMark(kit)
        self.saved.on_retry(presenter.save_draft)
        self._kept, self._strip, self._clash = ErrorStrip(kit), ErrorStrip(kit), ErrorStrip(kit)
        self._clash_words = Text(kit, "", tone="text2", wrap=True)
        self._clash_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._clash_words.setVisible(False)
        self.fields = EntryFields(kit, lambda: presenter.today, self._typed, presenter.leave)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=10)
        for widget in (self._kept, self._strip, self._clash, self._clash_words, self.fields):
            column.addWidget(widget)

    def stop(self) -> None:
        """Write nothing later: the form is over."""
        self._wait.stop()

    # presenter → view

    def show_fields(self, fields: Sequence[EntryField]) -> None:
        """Show other fields."""
        self.fields.show_fields(fields)

    def show_values(self, values: Values, focus: str) -> None:
        """Put values into the fields and the focus where it was."""
        self.fields.show_values(values)
        if focus:
            self.fields.focus_field(focus)

    def show_kept(self, words: str) -> None:
        """Say that an unfinished form was taken up again, with a way to start over."""
        if words:
            again = self._kit.translator.text("重新填写")
            self._kept.tell(words, kind="info", retry=self._presenter.start_over, retry_text=again)
        else:
            self._kept.clear()

    def show_notes(self, notes: Mapping[str, tuple[bool, str]]) -> None:
        """Show these sentences at their fields and none at any other."""
        self.fields.show_notes(notes)

    def show_failure(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def show_clashes(self, words: str, clashes: Sequence[Clash]) -> None:
        """Show both values of every field in conflict; saving again is up to the user."""
        say = self._kit.translator.text
        blank = self._kit.translator.text("空")
        lines = [
            say(
                "{field}：对方 {theirs}；您 {ours}",
                field=clash.label,
                theirs=clash.theirs or blank,
                ours=clash.ours or blank,
            )
            for clash in clashes
        ]
        if lines:
            self._clash.tell(words, kind="warning")
        else:
            self._clash.clear()
        self._clash_words.setText("\n".join(lines))
        self._clash_words.setVisible(bool(lines))

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
        if note.state is SavedState.SAVING:
            self.saved.show_saving()
        elif note.state is SavedState.FAILED:
            self.saved.show_failed()
        else:
            self.saved.show_saved(note.time if note.state is SavedState.SAVED else "")

    def focus_field(self, key: str) -> None:
        """Take the user to a field."""
        self.fields.focus_field(key)

    def note_typed(self) -> None:
        """Follow what is typed; a body with something beside its fields has more to show."""

    def _typed(self, key: str, value: str) -> None:
        self._presenter.type(key, value)
        self.fields.place(self._presenter.values)
        self._wait.start()
        self.note_typed()
