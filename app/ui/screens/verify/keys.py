"""What verifying proves and what not, and the keys that pages are signed with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.presenters.verify.presenter import KeyWords
from app.presenters.verify.words import what_it_proves
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.texts import Text


class KeyCard(Card):
    """Always in sight below the answer: nobody should take a proof for more than it is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        say = kit.translator.text
        self._words = Text(kit, "", size="small", tone="text2", wrap=True)
        self.export = Button(kit, say("导出公钥"), height="small")
        self.renew = Button(kit, say("换新密钥"), height="small")
        self._renewed: list[Callable[[], None]] = []
        row = QHBoxLayout()
        kit.style.lay(row, gap=10)
        words = QVBoxLayout()
        kit.style.lay(words, gap=4)
        for line in what_it_proves(say):
            words.addWidget(Text(kit, line, size="small", wrap=True))
        words.addWidget(self._words)
        row.addLayout(words, 1)
        row.addWidget(self.export)
        row.addWidget(self.renew)
        self.body.addLayout(row)
        self.renew.clicked.connect(lambda _on=False: self._ask())

    def show_keys(self, words: KeyWords) -> None:
        """Show which key signs; before the first issue there is none to export or renew."""
        self._words.setText(words.now)
        self.export.setVisible(words.has_any)
        self.renew.setVisible(words.has_any)

    def on_renew(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants a new key, and said so twice."""
        self._renewed.append(callback)

    def _ask(self) -> None:
        say = self._kit.translator.text
        dialog = Dialog(self._kit, say("换新密钥"), parent=self)
        dialog.say(
            say(
                "以后出具的文书用新密钥签名；以前的仍能查验。密钥可能被人拷走时才需要换。"
                "换后请重新导出公钥，交给要脱机核对的单位。"
            )
        )
        dialog.add_verb(say("返回"))

        def renew() -> None:
            dialog.accept()
            for callback in self._renewed:
                callback()

        dialog.add_verb(say("换新密钥"), renew, kind="primary", is_default=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
