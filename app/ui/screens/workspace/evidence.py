"""证据: the files of a case; add by dialog or drop, open a copy, verify."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.evidence import EvidencePresenter, EvidenceRow
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import EmptyState, ErrorStrip
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


class EvidencePane(QWidget):
    """A case pane; Enter on a file opens a verified copy."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._may_add = False
        self._build()
        self._presenter = EvidencePresenter(desk, navigator, self)
        self._connect()

    # the pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Nothing is typed here: names and notes are typed in a form, which keeps them."""
        return False

    def save_now(self) -> None:
        """Nothing is typed here."""

    # presenter → view

    def show_files(self, rows: Sequence[EvidenceRow], *, may_add: bool) -> None:
        """Show the files of the case."""
        say = self._kit.translator.text
        self._may_add = may_add
        self.setAcceptDrops(may_add)
        self._model.show_items(rows)
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.say(say("还没有证据。可把文件拖到这里。") if may_add else say("本件没有证据。"))
        self._add.setVisible(may_add)
        self._verify.setVisible(bool(rows))
        self._show_verbs()

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what failed or what was found."""
        if words:
            self._strip.tell(words, kind="error" if is_error else "info")
        else:
            self._strip.clear()

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        FormDialog(self._kit, form, self).open()

    def open_copy(self, path: Path) -> None:
        """Open a copy with the program the system has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.show_told(self._kit.translator.text("副本已存，系统没有能打开它的程序"), is_error=False)

    # building

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        self._strip = ErrorStrip(kit)
        self._add = Button(kit, say("加证据"), icon="plus", keys="Ctrl+U")
        self._verify = Button(kit, say("核验"), icon="shield")
        self._open = Button(kit, say("打开副本"), height="small")
        self._remove = Button(kit, say("移除"), height="small")
        self._file = Button(kit, say("归类"), height="small")
        self._model: TableModel[EvidenceRow] = TableModel(
            [
                Column(say("名称"), lambda row: Cell(row.name, row.note, is_title=True), share=1.6),
                Column(say("卷内目录"), lambda row: row.item, share=0.7),
                Column(say("入卷"), lambda row: Cell(row.added, row.who), share=0.9),
                Column(say("大小"), lambda row: row.size, align="end", width=96),
            ],
            sentence=lambda row: "，".join(
                part for part in (row.name, row.note, row.item, row.added, row.who, row.size) if part
            ),
            key=lambda row: row.id,
        )
        self._table = ListTable(kit, self._model, name=say("证据"))
        self._empty = EmptyState(kit, "", icon="clip")
        top = QHBoxLayout()
        kit.style.lay(top, gap=8)
        top.addStretch(1)
        top.addWidget(self._verify)
        top.addWidget(self._add)
        foot = QHBoxLayout()
        kit.style.lay(foot, gap=8)
        foot.addStretch(1)
        foot.addWidget(self._remove)
        foot.addWidget(self._file)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        kit.style.lay(column, (16, 14, 16, 12), gap=10)
        column.addWidget(self._strip)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._add.clicked.connect(lambda _on=False: self._presenter.choose())
        self._verify.clicked.connect(lambda _on=False: self._presenter.verify())
        self._file.clicked.connect(
            lambda _on=False: self._for_current(lambda row: self._presenter.put_under(row.id))
        )
        self._open.clicked.connect(
            lambda _on=False: self._for_current(lambda row: self._presenter.open(row.id))
        )
        self._remove.clicked.connect(
            lambda _on=False: self._for_current(lambda row: self._presenter.remove(row.id))
        )
        self._table.on_opened(lambda row: self._presenter.open(row.id))
        self._table.on_current(lambda _row: self._show_verbs())
        self._table.on_menu(self._open_menu)
        bind(self, "Ctrl+U", self._add.click_if_enabled)

    def _show_verbs(self) -> None:
        row = self._table.current()
        self._open.setVisible(row is not None)
        self._remove.setVisible(row is not None and self._may_add and not row.is_earlier)
        may_change = row is not None and self._may_add and not row.is_earlier
        self._remove.setVisible(may_change)
        self._file.setVisible(may_change)

    def _for_current(self, act: Callable[[EvidenceRow], None]) -> None:
        row = self._table.current()
        if row is not None:
            act(row)

    def _open_menu(self, row: EvidenceRow, at: QPoint) -> None:
        say = self._kit.translator.text
        menu = QMenu(self)
        menu.addAction(say("打开副本")).triggered.connect(lambda _on=False: self._presenter.open(row.id))
        if self._may_add and not row.is_earlier:
            menu.addAction(say("归类")).triggered.connect(lambda _on=False: self._presenter.put_under(row.id))
            menu.addAction(say("移除")).triggered.connect(lambda _on=False: self._presenter.remove(row.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_add and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._presenter.add(Path(url.toLocalFile()))
        event.acceptProposedAction()
