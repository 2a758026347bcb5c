"""The frame of one field: label above, 必填, a note at the right, one sentence below."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.fields.chips import ChipGroup
from app.ui.widgets.fields.choice import ChoiceField
from app.ui.widgets.fields.line import LineField
from app.ui.widgets.fields.text import TextField
from app.ui.widgets.texts import ElidedText, Text

Problem = Literal["error", "warning"]
_MARKS = {"error": ("stop", "err"), "warning": ("alert", "warn"), "ok": ("check", "ok")}


class FieldBox(QWidget):
    """Label, editor and sentence as one; ``editor`` keeps its own signals.

    ``counted`` shows the number of characters of a :class:`TextField` at the right.
    :meth:`set_problem` puts the editor into its state and says what to do; the same
    sentence is the editor's accessible description.
    """

    def __init__(
        self,
        kit: Kit,
        label: str,
        editor: QWidget,
        *,
        required: bool = False,
        hint: str = "",
        counted: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._label_text, self._hint = kit, label, hint
        self.editor = editor
        self._label = Text(kit, label, size="small", tone="text2")
        self._label.setBuddy(editor)
        self._must = Text(kit, kit.translator.text("必填"), size="small", tone="err")
        self._note = Text(kit, "", size="small", tone="text2")
        self._mark = QLabel()
        self._sentence = ElidedText(kit, "", size="small", tone="text2")
        self._said = ("hint", hint)
        self._lay_out()
        self.set_required(required)
        self._say("hint", hint)
        if counted and isinstance(editor, TextField):
            editor.on_counted(lambda n: self.set_note(kit.translator.text("{n} 字", n=n)))
        kit.style.watch(self, self._on_style)

    @property
    def label(self) -> str:
        """The words above the field."""
        return self._label_text

    def set_required(self, required: bool) -> None:  # noqa: FBT001 - the value itself
        """Show or hide 必填; the spoken name says it too."""
        self._must.setVisible(required)
        spoken = f"{self._label_text} {self._must.text()}" if required else self._label_text
        self.editor.setAccessibleName(spoken)

    def set_note(self, text: str, tone: str = "text2") -> None:
        """Show a short note at the right of the label (58 字, 一致)."""
        self._note.setText(text)
        self._note.set_tone(tone)

    def set_hint(self, hint: str) -> None:
        """Change the help line that stands below while nothing is wrong."""
        self._hint = hint
        if self._said[0] == "hint":
            self._say("hint", hint)

    def set_problem(self, kind: Problem | None, sentence: str = "") -> None:
        """Show an error or a warning with its sentence; ``None`` clears it."""
        self._state(kind or "normal")
        self._say(kind or "hint", sentence if kind else self._hint)

    def focus(self) -> None:
        """Take the user here (F8)."""
        if isinstance(self.editor, ChipGroup):
            self.editor.focus_chosen()
        else:
            self.editor.setFocus()

    def _lay_out(self) -> None:
        style = self._kit.style
        head = QHBoxLayout()
        style.lay(head, gap=8)
        head.addWidget(self._label)
        head.addWidget(self._must)
        head.addStretch(1)
        head.addWidget(self._note)
        foot = QHBoxLayout()
        style.lay(foot, gap=6)
        foot.addWidget(self._mark)
        foot.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        style.lay(column, gap=4)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addLayout(foot)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _state(self, state: Literal["normal", "error", "warning"]) -> None:
        if isinstance(self.editor, (LineField, TextField, ChoiceField)):
            self.editor.set_state(state)

    def _say(self, kind: str, sentence: str) -> None:
        self._said = (kind, sentence)
        mark = _MARKS.get(kind)
        self._mark.setVisible(bool(sentence) and mark is not None)
        if mark is not None:
            name, tone = mark
            self._mark.setPixmap(self._kit.style.picture(name, tone, 15, self.devicePixelRatioF()))
            self._sentence.set_tone(tone)
        else:
            self._sentence.set_tone("text2")
        self._sentence.setVisible(bool(sentence))
        self._sentence.setText(sentence)
        self.editor.setAccessibleDescription(sentence)

    def _on_style(self) -> None:
        self._say(*self._said)
