"""锁屏: how soon, and with which password."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.looks import Preferences
from app.presenters.settings.screen_lock import AGAIN, NEW, OLD, ScreenLockPresenter
from app.ui.kit import Kit
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.texts import Text

_FIELD = 320


class LockSection(QWidget):
    """The section as widgets; every decision is :class:`ScreenLockPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, preferences: Preferences) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self._strip = ErrorStrip(kit)
        self.minutes = Segmented(kit, [], name=say("多久自动锁屏"))
        self._state = Text(kit, "", tone="text2", wrap=True)
        labels = {OLD: say("现在的密码"), NEW: say("新密码"), AGAIN: say("再输一次")}
        self._lines = {key: LineField(kit, name=label) for key, label in labels.items()}
        self.boxes = {key: FieldBox(kit, label, self._lines[key]) for key, label in labels.items()}
        self.save = Button(kit, say("设置密码"), kind="primary")
        self.remove = Button(kit, say("取消密码"))
        self._presenter = ScreenLockPresenter(desk, navigator, preferences, self)
        self._lay_out()
        self.minutes.on_chosen(self._presenter.choose_minutes)
        self.save.clicked.connect(lambda _on=False: self._save())
        self.remove.clicked.connect(lambda _on=False: self._presenter.remove(self._lines[OLD].value()))
        last = self._lines[AGAIN]
        last.enter_moves_on = False
        last.returnPressed.connect(self._save)

    def refresh(self) -> None:
        """Show what is set."""
        self._presenter.refresh()

    # presenter → view

    def show_minutes(self, choices: list[tuple[str, str]], chosen: str) -> None:
        """Offer after how long to lock."""
        self.minutes.show_choices(choices)
        self.minutes.show_value(chosen)

    def show_password(self, words: str, *, has_password: bool) -> None:
        """Say whether there is a password, and ask for what changes it."""
        say = self._kit.translator.text
        self._state.setText(words)
        self.boxes[OLD].setVisible(has_password)
        self.remove.setVisible(has_password)
        self.save.set_text(say("更换密码") if has_password else say("设置密码"))

    def show_problem(self, key: str, words: str) -> None:
        """Say what is wrong beside a field, or at the top."""
        if key in self.boxes:
            self.boxes[key].set_problem("error" if words else None, words)
            if words:
                self._lines[key].setFocus()
        elif words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def clear_typed(self) -> None:
        """Empty the fields."""
        for line in self._lines.values():
            line.clear()

    # pieces

    def _save(self) -> None:
        self._presenter.save(*(self._lines[key].value() for key in (OLD, NEW, AGAIN)))

    def _lay_out(self) -> None:
        kit = self._kit
        say = kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        soon = Card(kit, say("自动锁屏"), icon="lock", note=say("只改您自己的，马上生效"))
        told = say("这么久没有按键、没有动鼠标就锁屏。随时可按 Ctrl+L 锁屏。填到一半的内容都在。")
        soon.body.addWidget(Text(kit, told, tone="text2", wrap=True))
        row = QHBoxLayout()
        kit.style.lay(row)
        row.addWidget(self.minutes)
        row.addStretch(1)
        soon.body.addLayout(row)
        word = Card(kit, say("锁屏密码"), icon="shield")
        word.body.addWidget(self._strip)
        word.body.addWidget(self._state)
        for key, line in self._lines.items():
            line.setEchoMode(QLineEdit.EchoMode.Password)
            kit.style.fix(self.boxes[key], width=_FIELD)
            word.body.addWidget(self.boxes[key])
        verbs = QHBoxLayout()
        kit.style.lay(verbs, gap=8)
        verbs.addWidget(self.save)
        verbs.addWidget(self.remove)
        verbs.addStretch(1)
        word.body.addLayout(verbs)
        forgotten = say("至少 4 位。忘了密码，请中心主任在“调解员”页清除。程序里谁也看不到密码。")
        word.body.addWidget(Text(kit, forgotten, size="small", tone="text2", wrap=True))
        page.body.addWidget(soon)
        page.body.addWidget(word)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
        self.boxes[OLD].setVisible(False)
        self.remove.setVisible(False)
