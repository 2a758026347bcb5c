"""数据: where the data are, and a check of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.settings.data_check import DataPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.sharing_card import SharingCard
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import BusyBar, ErrorStrip
from app.ui.widgets.texts import Text


class DataSection(QWidget):
    """The section as widgets; every decision is :class:`DataPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._say = kit.translator.text
        say = self._kit.translator.text
        self._folder: Path | None = None
        self._shown: list[QLabel] = []
        self._presenter = DataPresenter(desk, self)
        self._error, self._result, self._busy = ErrorStrip(kit), ErrorStrip(kit), BusyBar(kit)
        self._problems = Text(kit, "", wrap=True)
        self._problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problems.setVisible(False)
        self.check = Button(kit, say("检查"), icon="shield", kind="primary")
        self.open = Button(kit, say("打开文件夹"), icon="folder")
        self._grid = QGridLayout()
        self.sharing = SharingCard(kit, desk)
        self._build()
        self.check.clicked.connect(lambda _on=False: self._presenter.check())
        self.open.clicked.connect(lambda _on=False: self._open_folder())

    def refresh(self) -> None:
        """Read where the data are."""
        self._presenter.refresh()
        self.sharing.refresh()

    # presenter → view

    def show_info(self, lines: Sequence[tuple[str, str]], folder: Path) -> None:
        """Show where the data are and how much of them."""
        self._folder = folder
        for old in self._shown:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for row, (label, value) in enumerate(lines):
            name = Text(self._kit, label, size="small", tone="text2")
            words = Text(self._kit, value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}，{value}")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._shown += [name, words]

    def show_checking(self, *, is_checking: bool) -> None:
        """Show that the check is running; the window stays usable."""
        self.check.set_text(self._say("正在检查") if is_checking else self._say("检查"))
        if is_checking:
            self._busy.begin()
            self._result.clear()
            self._problems.setVisible(False)
        else:
            self._busy.end()

    def show_result(self, words: str, problems: Sequence[str], *, is_sound: bool) -> None:
        """Show what the check found."""
        self._result.tell(words, kind="info" if is_sound else "warning")
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _open_folder(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.show_error(self._say("系统打不开文件夹，请按路径查找"))

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        where = Card(kit, say("数据"), icon="archive")
        where.add_action(self.open)
        kit.style.lay(self._grid, gap=(16, 8))
        self._grid.setColumnStretch(1, 1)
        where.body.addLayout(self._grid)
        check = Card(kit, say("检查数据"), icon="shield")
        check.add_action(self.check)
        told = say("逐一核对数据库、文书版面、附件和编号。案件多时要几分钟，期间可以继续办案。")
        check.body.addWidget(Text(kit, told, tone="text2", wrap=True))
        for widget in (self._busy, self._result, self._problems):
            check.body.addWidget(widget)
        for card in (self._error, where, self.sharing, check):
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
