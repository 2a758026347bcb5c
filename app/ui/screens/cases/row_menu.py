"""The menu of a row (Shift+F10): only what works for this case now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.presenters.cases.presenter import CasesPresenter
from app.presenters.cases.rows import CaseRow
from app.ui.kit import Kit


class RowMenu(QMenu):
    """Open, print, tick, copy."""

    def __init__(self, kit: Kit, presenter: CasesPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = kit.translator.text
        self._presenter = presenter

    def fill(self, row: CaseRow, *, is_ticked: bool, has_ticks: bool) -> None:
        """Offer what can be done with a case, and with the ticked ones."""
        presenter = self._presenter
        self.clear()
        self._add(self._say("打开"), lambda: presenter.open(row))
        if row.is_accepted:
            self._add(self._say("打印登记表"), lambda: presenter.print_register(row))
        self._add(self._say("督办"), lambda: presenter.watch.supervise((row.id,)))
        self._add(self._say("吹哨"), lambda: presenter.watch.blow(row.id))
        self.addSeparator()
        self._add(self._say("取消勾选") if is_ticked else self._say("勾选"), lambda: presenter.tick(row))
        self._add(self._say("复制登记号"), lambda: presenter.copy_number(row))
        if has_ticks:
            self.addSeparator()
            self._add(self._say("批量出具已选案件的文书"), presenter.batch)
            self._add(self._say("督办已选的案件"), presenter.supervise)
            self._add(self._say("复制已选的登记号"), presenter.copy_ticked)
            self._add(self._say("全部取消勾选"), presenter.untick_all)

    def _add(self, words: str, act: Callable[[], None]) -> None:
        self.addAction(words).triggered.connect(lambda _on=False: act())
