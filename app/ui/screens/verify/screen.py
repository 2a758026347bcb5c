"""查验: type the characters or hand in a file; the answer, its pages, and the text each must bear."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.verify.presenter import KeyWords, VerifyPresenter
from app.presenters.verify.words import VerdictWords
from app.ui.kit import Kit
from app.ui.screens.verify.answer import AnswerPane
from app.ui.screens.verify.keys import KeyCard
from app.ui.shell.headers import PageHeader, ScrollBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.notices import BusyBar


class VerifyScreen(QWidget):
    """The page as widgets; every decision is :class:`VerifyPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        say = kit.translator.text
        self._header = PageHeader(kit, say("查验"))
        self._busy = BusyBar(kit)
        self.code = LineField(kit, placeholder="7K2M-9QXD-4TRW")
        self.code.enter_moves_on = False
        self.box = FieldBox(
            kit, say("查验码"), self.code, hint=say("印在每页右下角，十二位，大小写和横线不论")
        )
        self.check = Button(kit, say("查验"), kind="primary", icon="shield")
        self.choose = Button(kit, say("查 PDF 或图片"), icon="doc", keys="Ctrl+O")
        self.answer = AnswerPane(kit)
        self.keys = KeyCard(kit)
        self._presenter = VerifyPresenter(desk, navigator, self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self._presenter.refresh()

    # shell → screen

    def page_shown(self) -> None:
        """Take the stage: the cursor in the field."""
        self._presenter.refresh()
        self.code.setFocus()
        self.code.selectAll()

    def page_left(self) -> None:
        """Give way; the answer stays."""

    def show_document(self, document_id: UUID) -> None:
        """Show what every page of a document must bear."""
        self.code.show_value("")
        self._presenter.show_document(document_id)

    # presenter → view

    def show_verdict(self, verdict: VerdictWords | None, *, has_case: bool) -> None:
        """Show the answer, or nothing yet."""
        self.answer.show_verdict(verdict, has_case=has_case)

    def show_problem(self, words: str) -> None:
        """Show below the field why there is no answer."""
        self.box.set_problem("error" if words else None, words)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a paper is being read."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def show_keys(self, words: KeyWords) -> None:
        """Show which key signs."""
        self.keys.show_keys(words)

    # pieces

    def _build(self) -> None:
        style = self._kit.style
        column = QVBoxLayout(self)
        style.lay(column, (24, 20, 24, 20), gap=12)
        head = QVBoxLayout()
        style.lay(head)
        head.addWidget(self._header)
        head.addWidget(self._busy)
        column.addLayout(head)
        asked = Card(self._kit)
        row = QHBoxLayout()
        style.lay(row, gap=10)
        row.addWidget(self.box, 1)
        row.addWidget(self.check)
        row.addWidget(self.choose)
        asked.body.addLayout(row)
        below = ScrollBody(self._kit, margins=(0, 0, 0, 0), gap=12)
        below.body.addWidget(asked)
        below.body.addWidget(self.answer, 1)
        below.body.addWidget(self.keys)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        self.check.clicked.connect(lambda _on=False: self._presenter.verify_code(self.code.value()))
        self.code.returnPressed.connect(lambda: self._presenter.verify_code(self.code.value()))
        self.choose.clicked.connect(lambda _on=False: self._presenter.choose_file())
        self.answer.open_case.clicked.connect(lambda _on=False: self._presenter.open_case())
        self.keys.export.clicked.connect(lambda _on=False: self._presenter.save_public_keys())
        self.keys.on_renew(self._presenter.renew_key)
        bind(self, "Ctrl+O", self._presenter.choose_file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self._presenter.verify_file(Path(url.toLocalFile()))
        event.acceptProposedAction()
