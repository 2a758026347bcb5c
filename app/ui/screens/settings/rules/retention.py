"""卷宗保管期限: the classes of keeping, and which of them a file gets by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case_file.retention import RetentionBook
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.retention.presenter import RetentionPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.settings.named_list import NamedList
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class RetentionSection(QWidget):
    """The section as widgets; every decision is :class:`RetentionPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.presenter = RetentionPresenter(desk, navigator, self)
        self._strip = ErrorStrip(kit)
        self._book = NamedList(kit, self.presenter.edit, "")
        self._sources = Text(kit, "", size="small", tone="text2", wrap=True)
        self._rules = NamedList(kit, self.presenter.edit_rule, say("没有定默认的，每卷在【卷宗信息】里选。"))
        self._build()

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    # presenter → view

    def show_book(self, book: NamedLine, sources: str) -> None:
        """Show the classes in force and whether they are confirmed."""
        self._book.show_lines([book])
        self._sources.setText(sources)
        self._sources.setVisible(bool(sources))

    def show_rules(self, rules: Sequence[NamedLine]) -> None:
        """Show the defaults."""
        self._rules.show_lines(rules)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._strip.tell(words, retry=self.refresh)
        else:
            self._strip.clear()

    def open_form(self, form: EntryPresenter[RetentionBook]) -> None:
        """Open the form of the classes, or of one default."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _build(self) -> None:
        kit = self._kit
        say = kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        page.body.addWidget(self._strip)
        book = Card(kit, say("保管期限"), icon="archive", note=say("没有全国规定，按本地档案部门的文件"))
        book.body.addWidget(self._book)
        book.body.addWidget(self._sources)
        rules = Card(kit, say("默认期限"), icon="scales", note=say("归档时没有写的案卷按这里记，印在封面上"))
        rules.body.addWidget(self._rules)
        self.add = Button(kit, say("新增默认期限"), height="small")
        self.add.clicked.connect(lambda _on=False: self.presenter.add_rule())
        rules.add_action(self.add)
        for card in (book, rules):
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
