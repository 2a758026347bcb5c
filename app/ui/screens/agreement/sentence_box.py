"""The sentence of a term: generated, or edited with its departure in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.presenters.agreement.difference import Change, Piece
from app.presenters.agreement.shown import TermWords
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import CountPill
from app.ui.widgets.fields import TextField
from app.ui.widgets.texts import Text


class DifferenceText(QLabel):
    """A text with what was added underlined and what was taken out struck through."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("type", "small")
        kit.style.watch(self, self._on_style)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a difference; words say it to screen readers."""
        self._pieces = tuple(pieces)
        say = self._kit.translator.text
        told = []
        for piece in self._pieces:
            if piece.change is Change.ADDED:
                told.append(say("加：{text}", text=piece.text))
            elif piece.change is Change.REMOVED:
                told.append(say("删：{text}", text=piece.text))
        self.setAccessibleName("；".join(told))
        self._on_style()

    def _on_style(self) -> None:
        color = self._kit.style.color
        looks = {
            Change.SAME: (color("text2"), "none"),
            Change.ADDED: (color("warn"), "underline"),
            Change.REMOVED: (color("err"), "line-through"),
        }
        parts = []
        for piece in self._pieces:
            ink, line = looks[piece.change]
            parts.append(
                f'<span style="color:{ink.name()};text-decoration:{line}">{escape(piece.text)}</span>'
            )
        self.setText("".join(parts))


class SentenceBox(QWidget):
    """``editor`` is shown while the sentence is edited by hand; else the generated one is read-only."""

    def __init__(self, kit: Kit, edit: Callable[[], None], restore: Callable[[], None]) -> None:
        super().__init__()
        say = kit.translator.text
        self.setObjectName("plain")
        self.editor = TextField(kit, name=say("条款文字"), least=2, most=10)
        self._words = Text(kit, "", size="small", tone="text2", wrap=True)
        self._lead = Text(kit, "", size="small", tone="text2", wrap=True)
        self._is_held = False
        self._badge = CountPill(kit, say("已改文字"), tone="warn")
        self._note = Text(kit, "", size="small", tone="warn")
        self._difference = DifferenceText(kit)
        self._edit = Button(kit, say("改文字"), kind="link", height="small")
        self._restore = Button(kit, say("恢复"), height="small")
        self._edit.clicked.connect(lambda _on=False: edit())
        self._restore.clicked.connect(lambda _on=False: restore())
        head = QHBoxLayout()
        kit.style.lay(head, gap=8)
        head.addWidget(Text(kit, say("条款文字"), size="small", tone="text2"))
        head.addWidget(self._badge)
        head.addWidget(self._note, 1)
        head.addWidget(self._edit)
        head.addWidget(self._restore)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=4)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._lead)
        column.addWidget(self.editor)
        column.addWidget(self._difference)
        self._kit = kit

    def order(self) -> list[QWidget]:
        """Give what Tab goes through."""
        return [self._edit, self.editor, self._restore]

    def hold(self) -> None:
        """Let nobody edit the sentence: it follows from what is done to the original alone."""
        self._is_held = True
        self._edit.setVisible(False)

    def show_edited(self, text: str | None) -> None:
        """Show the sentence as edited, or as generated (None)."""
        is_edited = text is not None
        self.editor.setVisible(is_edited)
        self._restore.setVisible(is_edited)
        self._words.setVisible(not is_edited)
        self._edit.setVisible(not is_edited and not self._is_held)
        self._lead.setVisible(is_edited)
        if text is not None:
            self.editor.show_value(text)

    def show_words(self, words: TermWords) -> None:
        """Show the generated sentence, or how the edited one departs from it."""
        say = self._kit.translator.text
        self._words.setText(words.lead + words.sentence)
        self._lead.setText(words.lead)
        self._badge.setVisible(words.departs)
        self._difference.setVisible(words.departs)
        self._note.setText(say("要素已变，文字未变，请核对") if words.is_outdated else "")
        self._difference.show_pieces(words.pieces)
