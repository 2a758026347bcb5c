"""The original above the terms of a supplement: each term, what becomes of it, and what may be done."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.agreement.original.lines import Fate, OriginalLine, OriginalWords
from app.presenters.agreement.supplement.acts import AgreementSupplement
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.chips import CountPill, Tone
from app.ui.widgets.texts import Text, rule

_TONES: dict[Fate, Tone] = {Fate.KEPT: "neutral", Fate.CHANGED: "warn", Fate.DROPPED: "err"}


class OriginalPart(QWidget):
    """Nothing is shown unless a supplement is drafted."""

    def __init__(self, kit: Kit, acts: AgreementSupplement) -> None:
        super().__init__()
        self._kit, self._acts = kit, acts
        self.setObjectName("plain")
        self._head = Text(kit, "", bold=True, wrap=True)
        self._rows: dict[UUID, _Row] = {}
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, (0, 0, 0, 4), gap=8)
        self._column.addWidget(self._head)
        self._lines = QVBoxLayout()
        kit.style.lay(self._lines, gap=8)
        self._column.addLayout(self._lines)
        self._column.addWidget(rule())
        self.setVisible(False)

    def show_words(self, words: OriginalWords) -> None:
        """Show the terms of the original; rows that stay are kept, and the focus in them."""
        self.setVisible(bool(words.lines))
        self._head.setText(words.head)
        if [line.term_id for line in words.lines] != list(self._rows):
            for row in self._rows.values():
                self._lines.removeWidget(row)
                row.setParent(None)
                row.deleteLater()
            self._rows = {line.term_id: _Row(self._kit, self._acts, line.term_id) for line in words.lines}
            for row in self._rows.values():
                self._lines.addWidget(row)
        for line in words.lines:
            self._rows[line.term_id].show_line(line)

    def row(self, term_id: UUID) -> _Row:
        """Give the row of a term."""
        return self._rows[term_id]

    def order(self) -> list[QWidget]:
        """Give what Tab goes through."""
        return [button for row in self._rows.values() for button in row.buttons]


class _Row(QWidget):
    """One term; only what can be done with it now has a button."""

    def __init__(self, kit: Kit, acts: AgreementSupplement, term_id: UUID) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("plain")
        say = kit.translator.text
        self.fate = CountPill(kit)
        self._place = Text(kit, "", bold=True)
        self._told = Text(kit, "", size="small", tone="text2", wrap=True)
        self._sentence = Text(kit, "", size="small", wrap=True)
        self.change = self._button(say("变更"), lambda: acts.change(term_id))
        self.drop = self._button(say("取消"), lambda: self._then(acts.drop, term_id))
        self.keep = self._button(say("不变"), lambda: self._then(acts.keep, term_id))
        self.buttons: list[QWidget] = [self.change, self.drop, self.keep]
        head = QHBoxLayout()
        kit.style.lay(head, gap=8)
        head.addWidget(self._place)
        head.addWidget(self.fate)
        head.addWidget(self._told, 1)
        for button in self.buttons:
            head.addWidget(button)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=2)
        column.addLayout(head)
        column.addWidget(self._sentence)

    def show_line(self, line: OriginalLine) -> None:
        """Show what a term says and what becomes of it."""
        self._place.setText(line.place)
        self.fate.show_count(line.fate_word, tone=_TONES[line.fate])
        self._told.setText(line.told)
        self._sentence.setText(line.sentence)
        for button, fate in ((self.change, Fate.CHANGED), (self.drop, Fate.DROPPED)):
            button.setVisible(line.can_amend and line.fate is not fate)
            button.setAccessibleName(f"{line.place} {button.text()}")
        self.keep.setVisible(line.fate is not Fate.KEPT)
        self.keep.setAccessibleName(f"{line.place} {self.keep.text()}")
        self.setAccessibleName(f"{line.place} {line.fate_word} {line.sentence} {line.told}")

    def _then(self, act: Callable[[UUID], None], term_id: UUID) -> None:
        """Act and stay in the row: the button pressed is gone."""
        act(term_id)
        shown = [button for button in (self.keep, self.change) if not button.isHidden()]
        if shown:
            shown[0].setFocus()

    def _button(self, words: str, act: Callable[[], None]) -> Button:
        button = Button(self._kit, words, height="small")
        button.clicked.connect(lambda _on=False: act())
        return button
