"""批量出具文书: which kind, how far it is with a way to stop, what became of every case, and the print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.presenters.batches.presenter import EACH_COPY, ONCE, BatchPresenter
from app.presenters.batches.view import BatchProgress, BatchResult, BatchRow
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_fields import initials
from app.ui.shell.pages import bind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import Choice, ChoiceField
from app.ui.widgets.notices import BusyBar, ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import ElidedText, Text

if TYPE_CHECKING:
    from app.ui.widgets.buttons import Button

_TABLE_HEIGHT = 250
_ASK, _RUN, _RESULT = range(3)


class BatchDialog(Dialog):
    """Ctrl+Enter starts, then prints; Esc stops a batch that runs and closes one that does not."""

    def __init__(self, kit: Kit, presenter: BatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(kit, presenter.title, width=720, parent=parent)
        self._presenter = presenter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._add_verbs()
        self.finished.connect(lambda _code: presenter.detach())
        presenter.attach(self)
        self._turn_to(_ASK)
        self.kinds.setFocus()

    # presenter → view

    def show_choice(self, scope: str, kinds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Ask which kind; ``scope`` says for which cases."""
        self._scope.setText(scope)
        self.kinds.show_choices([Choice(value, text) for value, text in kinds])
        self.kinds.show_value(chosen)

    def show_hint(self, words: str) -> None:
        """Say what the chosen kind does."""
        self._hint.setText(words)

    def show_running(self, progress: BatchProgress) -> None:
        """Show how far it is."""
        self._turn_to(_RUN)
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)
        self._count.setText(progress.count)
        self._current.setText(progress.current)
        self._so_far.setText(progress.so_far)

    def show_stopping(self, words: str) -> None:
        """Say that it stops after the paper in hand."""
        self.stop.setEnabled(False)
        self._so_far.setText(words)

    def show_result(self, result: BatchResult) -> None:
        """Show what became of every case."""
        self.rows.show_items(result.rows)
        self._summary.setText(result.words)
        self.again.set_text(result.again)
        self._turn_to(_RESULT)
        self.again.setVisible(bool(result.again))
        for verb in (self.print, self.save):
            verb.setEnabled(bool(result.papers))
            verb.setToolTip("" if result.papers else self._kit.translator.text("没有可打印的文书"))
        self.copies.setVisible(bool(result.papers))
        self.table.select_first()
        first = self.print if result.papers else self.again if result.again else self.table
        first.setFocus()

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what was made or what failed."""
        if words:
            self._strip.tell(words, kind="error" if is_error else "info")
        else:
            self._strip.clear()

    def show_joining(self, *, is_joining: bool) -> None:
        """Show that the print is being put together."""
        self.print.setEnabled(not is_joining)
        self.save.setEnabled(not is_joining)
        if is_joining:
            self._busy.begin()
        else:
            self._busy.end()

    # building

    def _build(self) -> None:
        kit, say = self._kit, self._kit.translator.text
        self._strip, self._busy = ErrorStrip(kit), BusyBar(kit)
        self._scope = Text(kit, "", wrap=True)
        self._stack = QStackedWidget()
        for widget in (self._strip, self._busy, self._scope, self._stack):
            self.body.addWidget(widget)
        self.kinds: ChoiceField[str] = ChoiceField(kit, initials, name=say("文书种类"))
        self.kinds.on_chosen(lambda value: self._presenter.choose(value) if value else None)
        self._hint = Text(kit, "", tone="text2", wrap=True)
        self._stack.addWidget(
            self._page(Text(kit, say("文书种类"), size="small", tone="text2"), self.kinds, self._hint)
        )
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say("正在批量出具文书"))
        self._count = Text(kit, "", bold=True)
        self._current, self._so_far = ElidedText(kit, ""), Text(kit, "", tone="text2", wrap=True)
        self._stack.addWidget(self._page(self._progress, self._count, self._current, self._so_far))
        self._summary = Text(kit, "", bold=True, wrap=True)
        self.rows, self.table = _results(kit, self)
        kit.style.fix(self.table, height=_TABLE_HEIGHT)
        self._told = Text(kit, "", size="small", tone="text2", wrap=True)
        self.copies = Segmented(
            kit, ((ONCE, say("每种一份")), (EACH_COPY, say("按份数"))), name=say("打印份数")
        )
        self.copies.on_chosen(self._presenter.choose_copies)
        self.table.on_current(lambda row: self._told.setText(row.told if row is not None else ""))
        self._stack.addWidget(self._page(self._summary, self.table, self._told, self.copies))

    def _page(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self._kit.style.lay(column, gap=10)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _add_verbs(self) -> None:
        say, presenter = self._kit.translator.text, self._presenter
        self.stop = self.add_verb(say("停止"), presenter.cancel, keys="Esc")
        self.back = self.add_verb(say("关闭"))
        self.again = self.add_verb("", presenter.start)
        self.save = self.add_verb(say("存成一个 PDF"), presenter.save, keys="Ctrl+S")
        self.print = self.add_verb(say("打印"), presenter.print, kind="primary", keys="Ctrl+P")
        self.begin = self.add_verb(say("开始"), presenter.start, kind="primary", keys="Ctrl+Enter")
        bind(self, "Ctrl+S", self.save.click_if_enabled)
        bind(self, "Ctrl+P", self.print.click_if_enabled)

    def _turn_to(self, page: int) -> None:
        """Show one page with its verbs; Ctrl+Enter is always the main one of the page on show."""
        verbs: dict[int, tuple[Button, ...]] = {
            _ASK: (self.back, self.begin),
            _RUN: (self.stop,),
            _RESULT: (self.back, self.save, self.print),
        }
        for verb in (self.stop, self.back, self.again, self.save, self.print, self.begin):
            verb.setVisible(verb in verbs[page])
        if page != self._stack.currentIndex():
            self._stack.setCurrentIndex(page)
            self.stop.setEnabled(True)
            if page == _RUN:
                self.stop.setFocus()
        self._main = {_ASK: self.begin, _RUN: self.stop, _RESULT: self.print}[page]

    def reject(self) -> None:
        """Stop what runs; close what does not."""
        if self._presenter.is_running:
            self._presenter.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the cross of the window do what Esc does."""
        if self._presenter.is_running:
            self._presenter.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self._stack.currentIndex() == _RUN:
            return  # a held Enter must not stop what it has started
        super().keyPressEvent(event)


def _results(kit: Kit, parent: QWidget) -> tuple[TableModel[BatchRow], ListTable[BatchRow]]:
    say = kit.translator.text
    model = TableModel[BatchRow](
        (
            Column(say("登记号"), lambda row: row.number, width=120),
            Column(say("案由"), lambda row: Cell(row.title, is_title=True), share=0.8),
            Column(say("结果"), lambda row: Cell(row.outcome, tone=row.tone), width=92),
            Column(say("说明"), lambda row: row.told, share=1.4),
        ),
        sentence=lambda row: f"{row.number}，{row.title}，{row.outcome}，{row.told}",
        key=lambda row: row.key,
        parent=parent,
    )
    return model, ListTable[BatchRow](kit, model, name=say("批量结果"))
