"""F1: one card about this page and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit import Kit
from app.ui.shell.pages import Page
from app.ui.widgets.buttons import KeyCap
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.texts import Text


class HelpCard(Dialog):
    """The page's help text, its own keys, then the keys that work everywhere."""

    def __init__(self, kit: Kit, page: Page, parent: QWidget) -> None:
        super().__init__(kit, page.title, width=520, parent=parent)
        words = kit.translator.text
        if page.help:
            self.say(page.help)
        if page.keys:
            self._list(kit, words("本页按键"), page.keys)
        everywhere = (
            ("F2", words("登记")),
            ("Ctrl+K", words("查找与命令")),
            ("F8", words("下一处")),
            ("F9", words("下一步")),
            ("Alt+1…9", words("换页")),
            ("Ctrl+S", words("立即保存")),
            ("Ctrl+0", words("大字")),
            ("Ctrl+H", words("遮名")),
            ("Ctrl+L", words("锁屏")),
        )
        self._list(kit, words("处处可用"), everywhere)
        self.add_verb(words("知道了"), is_default=True)

    def _list(self, kit: Kit, caption: str, keys: Sequence[tuple[str, str]]) -> None:
        self.body.addWidget(Text(kit, caption, size="small", tone="text3"))
        grid = QGridLayout()
        kit.style.lay(grid, gap=(16, 6))
        grid.setColumnStretch(1, 1)
        for row, (key, what) in enumerate(keys):
            grid.addWidget(KeyCap(kit, key), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text(kit, what), row, 1)
        self.body.addLayout(grid)
