"""卷宗: is the file whole, how would an inspector score it, where does it stand, and all of it as one PDF."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.case_file.cards import FileCards
from app.presenters.workspace.case_file.pane import CaseFilePanePresenter, Progress
from app.presenters.workspace.folder import CaseFolder
from app.ui.kit import Kit
from app.ui.screens.workspace.case_file.cards import ItemsCard, RecordCard, ReviewCard
from app.ui.shell.headers import ScrollBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import ErrorStrip

_LOOK_EVERY_MS = 120


class CaseFilePane(QWidget):
    """A case pane; everything typed lives in windows of its own, the binding goes on beside it."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        navigator: Navigator,
        ask: Callable[[str, UUID | None, UUID | None], None],
    ) -> None:
        super().__init__()
        self._kit, self._navigator = kit, navigator
        self._progress: Progress | None = None
        self._case_id: UUID | None = None
        self._shown: FileCards | None = None
        self._cards: list[ItemsCard | ReviewCard | RecordCard] = []
        self._build()
        self._presenter = CaseFilePanePresenter(desk, navigator, self, lambda key: ask(key, None, None))
        self.make.clicked.connect(lambda _on=False: self._presenter.bind())
        self.cancel.clicked.connect(lambda _on=False: self._presenter.cancel())
        bind(self, "Ctrl+E", self.make.click_if_enabled)

    # workspace → pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        self._case_id = folder.case.id
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Nothing is typed here."""
        return False

    def save_now(self) -> None:
        """Nothing is typed here."""

    # presenter → view

    def show_cards(self, cards: FileCards) -> None:
        """Show the cards; what is as before stays as it is, so that the place scrolled to does too."""
        self.make.setEnabled(cards.may_bind and self._progress is None)
        if cards == self._shown:
            return
        held = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held) and held not in (self.make, self.cancel):
            self.make.setFocus()  # the link in hand goes: keys must go on working here
        self._shown = cards
        for old in self._cards:
            self._area.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        press = self._presenter.press
        self._cards = [
            ItemsCard(self._kit, cards, press),
            RecordCard(self._kit, cards, press),
            ReviewCard(self._kit, cards, press),
        ]
        for place, card in enumerate(self._cards):
            self._area.body.insertWidget(place, card)

    def show_binding(self, progress: Progress | None) -> None:
        """Show how far the PDF is, with a way to cancel."""
        is_busy = progress is not None
        held = self.cancel.hasFocus()
        self._progress = progress
        self._bar.setVisible(is_busy)
        self.cancel.setVisible(is_busy)
        self.make.setEnabled(not is_busy)
        if is_busy:
            self._look()
            self._timer.start()
        else:
            self._timer.stop()
            if held:
                self.make.setFocus()

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what was made or what failed."""
        if words:
            self._strip.tell(words, kind="error" if is_error else "info")
        else:
            self._strip.clear()

    def show_tab(self, key: str) -> None:
        """Go to a tab of this case."""
        if self._case_id is not None:
            self._navigator.open_case(self._case_id, key)

    @property
    def links(self) -> list[Button]:
        """Give the links of all cards in reading order."""
        return [link for card in self._cards for link in card.links]

    # building

    def _build(self) -> None:
        kit = self._kit
        say = kit.translator.text
        self._strip = ErrorStrip(kit)
        self.make = Button(kit, say("生成卷宗 PDF"), kind="primary", icon="doc", keys="Ctrl+E")
        self.cancel = Button(kit, say("取消"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(say("正在生成卷宗 PDF"))
        for widget in (self._bar, self.cancel):
            widget.setVisible(False)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        top = QHBoxLayout()
        kit.style.lay(top, gap=8)
        top.addWidget(self._bar, 1)
        top.addWidget(self.cancel)
        top.addStretch(1)
        top.addWidget(self.make)
        self._area = ScrollBody(kit, (16, 0, 16, 16), gap=12)
        self._area.setAccessibleName(say("卷宗"))
        self._area.body.addStretch(1)
        head = QVBoxLayout()
        kit.style.lay(head, (16, 14, 16, 10), gap=10)
        head.addWidget(self._strip)
        head.addLayout(top)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def _look(self) -> None:
        progress = self._progress
        if progress is not None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(min(progress.done, progress.total))
