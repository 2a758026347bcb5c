"""The window of one duty: its fields, its extensions and its files."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duties.four_duties import FourDuties
from app.presenters.duties.duty_form import DutyForm
from app.presenters.duties.duty_reading import DutyRecord
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class DutyDialog(EntryDialog[DutyRecord]):
    """The form of a duty; 延期 (Alt+D) and 添加文件 (Alt+F) stand below its fields."""

    def __init__(self, kit: Kit, form: DutyForm, parent: QWidget | None = None) -> None:
        super().__init__(kit, form.entry, parent)
        self._form = form
        say = kit.translator.text
        self._trouble = ErrorStrip(kit)
        self._extensions = Text(kit, "", size="small", tone="text2", wrap=True)
        self._file = Button(kit, say("添加文件"), icon="clip", keys="Alt+F", height="small")
        self._extend = Button(kit, say("延期"), icon="clock", keys="Alt+D", height="small")
        acts = QHBoxLayout()
        kit.style.lay(acts, gap=8)
        acts.addWidget(self._file)
        acts.addWidget(self._extend)
        acts.addStretch(1)
        below = QVBoxLayout()
        kit.style.lay(below, gap=8)
        below.addWidget(self._trouble)
        below.addLayout(acts)
        below.addWidget(self._extensions)
        self.column.addLayout(below)
        self.column.addStretch(1)
        self._file.clicked.connect(lambda _on=False: form.add_file())
        self._extend.clicked.connect(lambda _on=False: form.extend())
        bind(self, "Alt+F", self._file.click_if_enabled)
        bind(self, "Alt+D", self._press_extend)
        form.attach(self)

    # presenter → view

    def show_extensions(self, lines: tuple[str, ...], *, may_extend: bool) -> None:
        """Show the extensions so far, and whether another may be made."""
        self._extend.setVisible(may_extend)
        self._extensions.setText("\n".join(lines))
        self._extensions.setVisible(bool(lines))

    def show_trouble(self, words: str) -> None:
        """Say what went wrong beside the fields; empty words hide it."""
        if words:
            self._trouble.tell(words)
        else:
            self._trouble.clear()

    def open_extension(self, form: EntryPresenter[FourDuties]) -> None:
        """Open the form of an extension over this one."""
        EntryDialog(self._kit, form, self, width=520).open()

    def _press_extend(self) -> None:
        if not self._extend.isHidden():
            self._extend.click_if_enabled()
