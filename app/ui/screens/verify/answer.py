"""The answer of a verification: one sentence, the pages, and the text the chosen page must bear."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.verify.words import PageWords, Tone, VerdictWords
from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Accent, Card
from app.ui.widgets.notices import EmptyState
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text

_ACCENTS: dict[Tone, Accent] = {"ok": "primary", "warn": "warn", "err": "err"}


class AnswerPane(QWidget):
    """Empty until a paper was verified; a press on a page shows its text."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("plain")
        self.headline = Text(kit, "", size="title3", bold=True, wrap=True)
        self.facts = Text(kit, "", tone="text2", wrap=True)
        self.open_case = Button(kit, say("打开案件"), icon="folder", height="small")
        self._model = _page_model(kit)
        self.table = ListTable[PageWords](kit, self._model, name=say("各页"), flush=True)
        self.found = Text(kit, "", tone="err", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("这一页应有的文字"))
        kit.style.least(self.text, height=180)
        kit.style.least(self.table, height=180)
        self._answer = Card(kit)
        self._bears = Card(kit, say("这一页应有的文字"), icon="doc")
        empty = EmptyState(
            kit, say("输入页脚的查验码，或选一个 PDF、照片；也可以把文件拖到这里。"), icon="shield"
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self._filled())
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._stack)
        self.table.on_current(self._show_page)

    def show_verdict(self, verdict: VerdictWords | None, *, has_case: bool) -> None:
        """Show an answer, the first page that is not as it should be chosen; None empties the pane."""
        self._stack.setCurrentIndex(0 if verdict is None else 1)
        if verdict is None:
            return
        self.headline.setText(verdict.headline)
        self.headline.set_tone({"ok": "ok", "warn": "warn", "err": "err"}[verdict.tone])
        self._answer.set_accent(_ACCENTS[verdict.tone])
        self.facts.setText("\n".join(verdict.facts))
        self.facts.setVisible(bool(verdict.facts))
        self.open_case.setVisible(has_case)
        self._model.show_items(verdict.pages)
        wrong = next((row for row, page in enumerate(verdict.pages) if page.tone != "ok"), 0)
        self.table.selectRow(wrong)
        self._show_page(verdict.pages[wrong] if verdict.pages else None)
        announce(self, verdict.headline)

    def _filled(self) -> QWidget:
        kit = self._kit
        row = QHBoxLayout()
        kit.style.lay(row, gap=10)
        words = QVBoxLayout()
        kit.style.lay(words, gap=4)
        words.addWidget(self.headline)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        row.addWidget(self.open_case)
        self._answer.body.addLayout(row)
        pages = Card(kit, flush=True)
        pages.body.addWidget(self.table)
        self._bears.body.addWidget(self.found)
        self._bears.body.addWidget(self.text, 1)
        below = QHBoxLayout()
        kit.style.lay(below, gap=12)
        below.addWidget(pages, 4)
        below.addWidget(self._bears, 5)
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        kit.style.lay(column, gap=12)
        column.addWidget(self._answer)
        column.addLayout(below, 1)
        return page

    def _show_page(self, page: PageWords | None) -> None:
        self.found.setText("" if page is None else "\n".join(page.differences))
        self.found.setVisible(page is not None and bool(page.differences))
        self.text.setPlainText("" if page is None else page.text)


def _page_model(kit: Kit) -> TableModel[PageWords]:
    say = kit.translator.text
    return TableModel[PageWords](
        [
            Column(say("页"), lambda page: Cell(page.name, page.code, is_title=True), share=1.0),
            Column(
                say("查验结果"),
                lambda page: Cell(page.finding, tone="ok" if page.tone == "ok" else "err"),
                share=1.6,
            ),
        ],
        sentence=lambda page: "，".join(part for part in (page.name, page.code, page.finding) if part),
        key=lambda page: page.place,
    )
