"""The views over the table of cases: built-in ones as tabs, kept ones in a menu behind F3."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.presenters.cases.view import SavedTab
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.switches import ViewTabs


class ViewsBar(QWidget):
    """Tabs with counts; at the end the menu of kept views and 存为视图."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._say = kit.translator.text
        self._saved: tuple[SavedTab, ...] = ()
        self._chosen_key = ""
        self._chosen: list[Callable[[str], None]] = []
        self._saved_chosen: list[Callable[[str], None]] = []
        self._removed: list[Callable[[str], None]] = []
        self.tabs = ViewTabs(kit, name=self._say("视图"))
        self.tabs.on_chosen(lambda key: self._call(self._chosen, key))
        self._kept = Button(kit, self._say("已存视图"), kind="quiet", keys="F3", height="small")
        self._kept.setCheckable(True)
        self._kept.clicked.connect(self.open_menu)
        self.save = Button(kit, self._say("存为视图"), kind="link", icon="plus", height="small")
        self.tabs.add_end(self._kept)
        self.tabs.add_end(self.save)
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        kit.style.lay(row)
        row.addWidget(self.tabs)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def on_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the key of a built-in view."""
        self._chosen.append(callback)

    def on_saved_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the key of a kept view."""
        self._saved_chosen.append(callback)

    def on_removed(self, callback: Callable[[str], None]) -> None:
        """Call back with the key of the kept view to be removed."""
        self._removed.append(callback)

    def show_views(self, tabs: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the built-in views; none is chosen while a kept one is on show."""
        self.tabs.show_tabs(tabs)
        self.tabs.show_value(chosen)

    def show_saved(self, saved: Sequence[SavedTab], chosen: str) -> None:
        """Show the kept views; the one on show gives the button its name."""
        self._saved, self._chosen_key = tuple(saved), chosen
        name = next((tab.name for tab in saved if tab.key == chosen), "")
        self._kept.set_text(name or self._say("已存视图"))
        self._kept.setChecked(bool(name))
        self._kept.setVisible(bool(saved))

    def open_menu(self) -> None:
        """Open the menu of kept views: one press chooses, the last entries remove."""
        self._kept.setChecked(bool(self._chosen_key))
        if not self._saved:
            return
        self._menu.clear()
        for tab in self._saved:
            action = self._menu.addAction(tab.name)
            action.setCheckable(True)
            action.setChecked(tab.key == self._chosen_key)
            action.triggered.connect(lambda _on=False, key=tab.key: self._call(self._saved_chosen, key))
        self._menu.addSeparator()
        for tab in self._saved:
            action = self._menu.addAction(self._say("移除“{name}”", name=tab.name))
            action.triggered.connect(lambda _on=False, key=tab.key: self._call(self._removed, key))
        corner = self._kept.rect().bottomLeft()
        self._menu.popup(self._kept.mapToGlobal(corner))

    @staticmethod
    def _call(callbacks: list[Callable[[str], None]], key: str) -> None:
        for callback in callbacks:
            callback(key)


class NameDialog(Dialog):
    """Asks for the name of a view; empty, it says so at the field and stays open."""

    def __init__(self, kit: Kit, suggested: str, save: Callable[[str], None], parent: QWidget) -> None:
        say = kit.translator.text
        super().__init__(kit, say("存为视图"), parent=parent)
        self._say, self._save = say, save
        self.name = LineField(kit)
        self.name.enter_moves_on = False
        self.name.show_value(suggested)
        self.name.selectAll()
        self._box = FieldBox(kit, say("名称"), self.name, required=True, hint=say("筛选和排序一起保存"))
        self.body.addWidget(self._box)
        self.add_verb(say("取消"))
        self.add_verb(say("保存"), self._accept, kind="primary", keys="Ctrl+Enter", is_default=True)
        self.name.setFocus()

    def _accept(self) -> None:
        if not self.name.value().strip():
            self._box.set_problem("error", self._say("填写名称，便于再找"))
            self.name.setFocus()
            return
        self._save(self.name.value())
        self.accept()
