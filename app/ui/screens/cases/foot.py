"""The line below the table of cases: how many are ticked, what is done with them, which keys do what."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button, KeyCap
from app.ui.widgets.texts import ElidedText, Text


class CasesFoot(QHBoxLayout):
    """Count at the start, verbs for many cases, then the keys of the table."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        say = kit.translator.text
        self.words = ElidedText(kit, "", size="small", tone="text2")
        self.batch = Button(kit, say("批量文书"), icon="print", keys="Ctrl+P", height="small")
        self.supervise = Button(kit, say("督办"), icon="megaphone", keys="F7", height="small")
        kit.style.lay(self, (14, 7, 14, 7), gap=8)
        self.addWidget(self.words, 1)
        self.addWidget(self.batch)
        self.addWidget(self.supervise)
        keys = (("↑ ↓", say("移动")), ("Enter", say("打开")), (say("空格"), say("勾选")), ("→", say("预览")))
        for cap, words in keys:
            self.addWidget(KeyCap(kit, cap))
            self.addWidget(Text(kit, words, size="small", tone="text2"))
