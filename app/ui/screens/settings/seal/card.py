"""电子签章证书: what it says, and the file and password by which another is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.seal.presenter import FILE, PASSWORD, SealCertificatePresenter
from app.ui.kit import Kit
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import FILE_KEYS, FieldBox, FileField, LineField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class SealCard(Card):
    """The card as widgets; every decision is :class:`SealCertificatePresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        say = kit.translator.text
        super().__init__(kit, say("电子签章证书"), icon="shield", note=say("可选；纸上盖章照旧"))
        self._strip = ErrorStrip(kit)
        self._words = Text(kit, "", wrap=True)
        self._facts = FactsGrid(kit)
        self.file = FileField(kit, say("证书文件"))
        self.password = LineField(kit, name=say("证书密码"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.enter_moves_on = False
        self._boxes = {
            FILE: FieldBox(kit, say("证书文件"), self.file),
            PASSWORD: FieldBox(kit, say("证书密码"), self.password, hint=say("只用来读证书，不保存")),
        }
        self.use = Button(kit, say("用这个证书"), kind="primary")
        self.give_up = Button(kit, say("不再用"))
        self._lay_out()
        self._presenter = SealCertificatePresenter(desk, navigator, self)
        self.file.on_choosing(self._presenter.choose_file)
        bind(self, FILE_KEYS, self._presenter.choose_file)
        self.use.clicked.connect(lambda _on=False: self._choose())
        self.password.returnPressed.connect(self._choose)
        self.give_up.clicked.connect(lambda _on=False: self._presenter.give_up())

    def refresh(self) -> None:
        """Read which certificate is chosen."""
        self._presenter.refresh()

    # presenter → view

    def show_file(self, path: str) -> None:
        """Show which file was chosen; the password comes next."""
        self.file.show_value(path)
        self.password.setFocus()

    def show_certificate(self, words: str, facts: tuple[tuple[str, str], ...], *, is_warning: bool) -> None:
        """Show what is chosen, or that nothing is."""
        self._words.setText(words)
        self._words.set_tone("warn" if is_warning else "text2")
        self._facts.show_lines(facts)
        self._facts.setVisible(bool(facts))
        self.give_up.setVisible(bool(facts))

    def show_problem(self, key: str, words: str) -> None:
        """Say what is wrong beside a field, or at the top."""
        if key in self._boxes:
            self._boxes[key].set_problem("error" if words else None, words)
        elif words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def clear_typed(self) -> None:
        """Empty file and password."""
        self.file.show_value("")
        self.password.clear()

    # pieces

    def _choose(self) -> None:
        self._presenter.choose(self.file.value(), self.password.value())

    def _lay_out(self) -> None:
        kit = self._kit
        say = kit.translator.text
        for widget in (self._strip, self._words, self._facts):
            self.body.addWidget(widget)
        for box in self._boxes.values():
            self.body.addWidget(box)
        verbs = QHBoxLayout()
        kit.style.lay(verbs, gap=8)
        verbs.addWidget(self.use)
        verbs.addWidget(self.give_up)
        verbs.addStretch(1)
        self.body.addLayout(verbs)
        where = say(
            "证书文件留在您选的地方，程序不复制、不存密码，备份里也没有；盖章时每次输密码。"
            "文件最好放在专人保管的 U 盘里。"
        )
        self.body.addWidget(Text(kit, where, size="small", tone="text2", wrap=True))
        self.give_up.setVisible(False)
