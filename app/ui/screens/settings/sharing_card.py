"""共用文件夹: one path, and whether it can be reached from here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.presenters.desk import Desk
from app.presenters.settings.sharing import SharingPresenter
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.notices import BusyBar
from app.ui.widgets.texts import Text


class SharingCard(Card):
    """The card as widgets; every decision is :class:`SharingPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        self._say = say = kit.translator.text
        super().__init__(kit, say("共用文件夹"), icon="link")
        self._words = Text(kit, "", wrap=True)
        self.path = LineField(kit)
        self.box = FieldBox(kit, say("各台电脑都能到的文件夹"), self.path, hint=say("网络共享的完整路径"))
        self.use = Button(kit, say("使用"))
        self._busy = BusyBar(kit)
        self._presenter = SharingPresenter(desk, self)
        row = QHBoxLayout()
        kit.style.lay(row, gap=10)
        row.addWidget(self.box, 1)
        row.addWidget(self.use)
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self.body.addWidget(self._busy)
        self.use.clicked.connect(lambda _on=False: self._presenter.share(self.path.value()))
        self.setVisible(False)

    def refresh(self) -> None:
        """Read which folder is shared."""
        self._presenter.refresh()

    # presenter → view

    def show_sharing(self, words: str, path: str, *, is_warning: bool) -> None:
        """Show which folder is shared and how it stands."""
        self._words.setText(words)
        self._words.set_tone("warn" if is_warning else "text")
        if not self.path.hasFocus():
            self.path.show_value(path)
        self.setVisible(True)

    def hide_sharing(self) -> None:
        """Show no card: the database is on this computer."""
        self.setVisible(False)

    def show_problem(self, words: str) -> None:
        """Show beside the field what is wrong with it; what was typed stays."""
        self.box.set_problem("error" if words else None, words)

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that files are being copied."""
        self.use.set_text(self._say("正在复制") if is_busy else self._say("使用"))
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()
