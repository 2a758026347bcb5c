"""What may be done with the issued paper the user stands on: buttons below the list, and its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.presenters.workspace.documents import DocumentRow, DocumentsPresenter
from app.presenters.workspace.originals.forms import pages_form, place_form, scan_form
from app.presenters.workspace.seals.words import SealedLine
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button


class DocumentVerbs(QWidget):
    """Shown for one row at a time; without one nothing is shown."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row: DocumentRow | None = None
        self._presenter: DocumentsPresenter | None = None
        say = kit.translator.text
        self.setObjectName("plain")
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        row.addStretch(1)
        self._copy = Button(kit, say("另存 PDF"), height="small")
        self._void = Button(kit, say("作废"), height="small")
        self._verify = Button(kit, say("查验"), height="small")
        self._check = Button(kit, say("核对存档"), height="small")
        self._original = Button(kit, say("签名原件"), height="small")
        self._original.set_menu_arrow(True)
        self._seal = Button(kit, say("电子签章"), height="small")
        self._seal.set_menu_arrow(True)
        for button in (self._void, self._original, self._seal, self._check, self._verify, self._copy):
            row.addWidget(button)
            button.setVisible(False)

    def serve(self, presenter: DocumentsPresenter) -> None:
        """Do what is pressed through this presenter."""
        self._presenter = presenter
        self._copy.clicked.connect(lambda _on=False: self._save_copy())
        self._verify.clicked.connect(lambda _on=False: self._verify_it())
        self._check.clicked.connect(lambda _on=False: self._check_it())
        self._void.clicked.connect(lambda _on=False: self._void_it())
        self._original.clicked.connect(
            lambda _on=False: self._open_below(self._original, self._add_original_acts)
        )
        self._seal.clicked.connect(lambda _on=False: self._open_below(self._seal, self._add_seal_acts))

    def show_row(self, row: DocumentRow | None) -> None:
        """Offer what may be done with this paper."""
        self._row = row
        for button in (self._copy, self._verify, self._check):
            button.setVisible(row is not None)
        self._original.setVisible(row is not None and row.has_original)
        self._seal.setVisible(row is not None and (row.may_seal or bool(row.seals)))
        self._void.setVisible(row is not None and row.may_void)

    def open_menu(self, row: DocumentRow, at: QPoint) -> None:
        """Open the menu of a row."""
        self._row = row
        say = self._kit.translator.text
        menu = QMenu(self)
        menu.addAction(say("看原页")).triggered.connect(lambda _on=False: self._look())
        menu.addAction(say("另存 PDF")).triggered.connect(lambda _on=False: self._save_copy())
        menu.addAction(say("查验")).triggered.connect(lambda _on=False: self._verify_it())
        menu.addAction(say("核对存档")).triggered.connect(lambda _on=False: self._check_it())
        if row.has_original:
            menu.addSeparator()
            self._add_original_acts(menu, row)
            menu.addSeparator()
        if row.may_seal or row.seals:
            self._add_seal_acts(menu, row)
            menu.addSeparator()
        if row.may_void:
            menu.addAction(say("作废")).triggered.connect(lambda _on=False: self._void_it())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open_below(self, button: Button, add: Callable[[QMenu, DocumentRow], None]) -> None:
        if self._row is None:
            return
        menu = QMenu(self)
        add(menu, self._row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _add_seal_acts(self, menu: QMenu, row: DocumentRow) -> None:
        say, presenter = self._kit.translator.text, self._presenter
        if presenter is None:
            return
        if row.may_seal:
            act = menu.addAction(say("加盖电子签章"))
            act.triggered.connect(lambda _on=False: presenter.seals.ask_to_seal(row.id))
        for line in row.seals:
            self._add_copy_acts(menu, line, presenter)

    def _add_copy_acts(self, menu: QMenu, line: SealedLine, presenter: DocumentsPresenter) -> None:
        say, seals = self._kit.translator.text, presenter.seals
        acts = [(say("看签章副本"), seals.look_at), (say("另存 PDF"), seals.save_copy)]
        if not line.is_withdrawn:
            acts.append((say("撤回签章副本"), seals.withdraw))
        of_copy = menu.addMenu(line.text)
        of_copy.setToolTip(line.about)
        for words, do in acts:
            of_copy.addAction(words).triggered.connect(lambda _on=False, do=do: do(line.id))

    def _add_original_acts(self, menu: QMenu, row: DocumentRow) -> None:
        say, presenter = self._kit.translator.text, self._presenter
        if presenter is None:
            return
        acts = ((say("附扫描件"), scan_form), (say("逐页对应"), pages_form), (say("原件位置"), place_form))
        for words, make in acts:
            menu.addAction(words).triggered.connect(
                lambda _on=False, make=make: presenter.ask_about_original(row.id, make)
            )

    def _look(self) -> None:
        if self._presenter is not None and self._row is not None:
            self._presenter.look_at(self._row.id)

    def _save_copy(self) -> None:
        if self._presenter is not None and self._row is not None:
            self._presenter.save_copy(self._row.id)

    def _verify_it(self) -> None:
        if self._presenter is not None and self._row is not None:
            self._presenter.verify(self._row.id)

    def _check_it(self) -> None:
        if self._presenter is not None and self._row is not None:
            self._presenter.check_stored(self._row.id)

    def _void_it(self) -> None:
        if self._presenter is not None and self._row is not None:
            self._presenter.void(self._row.id)
