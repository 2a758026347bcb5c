"""The main window: it knows a list of pages and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.runner import Runner
from app.ui.shell.covers import Covers
from app.ui.shell.help_card import HelpCard
from app.ui.shell.memory import keep_window, restore_window
from app.ui.shell.pages import Badge, LivesOnStage, Page, Preferences, User, bind
from app.ui.shell.palette import PaletteDialog, PaletteEntry
from app.ui.shell.rail import Rail
from app.ui.shell.reading_order import put_in_reading_order, settle_focus
from app.ui.shell.topbar import TopActs, TopBar
from app.ui.widgets.toast import Toast

_NARROW_BELOW = 1440
_LEAST = (1280, 720)
_SCALE_KEY = "look.scale"


def _nothing_found(_typed: str) -> Sequence[PaletteEntry]:
    return ()


def _contains(text: str, typed: str) -> bool:
    return typed.casefold() in text.casefold()


@dataclass(frozen=True, slots=True)
class FrameParts:
    """What bootstrap gives the window; what is ``None`` or empty has no button.

    ``search`` runs on the database lane; ``commands`` are added to the commands "open page";
    ``matches`` compares a command with what is typed (initials).
    """

    product: str
    pages: Sequence[Page]
    user: User
    register: Callable[[], None] | None = None
    search: Callable[[str], Sequence[PaletteEntry]] = _nothing_found
    commands: Sequence[PaletteEntry] = ()
    matches: Callable[[str, str], bool] = _contains
    notices: Callable[[], None] | None = None
    lock: Callable[[], None] | None = None
    hide_names: Callable[[], None] | None = None
    locales: tuple[tuple[str, str], ...] = ()
    choose_locale: Callable[[str], None] | None = None


class MainFrame(QMainWindow):
    """Rail, top bar and a stack of pages made when first opened.

    Public parts: ``saved`` (the mark at the foot of the rail) and ``toast``. While
    :meth:`cover` is on, nothing of a page is drawn or reachable.
    """

    def __init__(self, kit: Kit, runner: Runner, preferences: Preferences, parts: FrameParts) -> None:
        super().__init__()
        self._kit, self._runner, self._preferences, self._parts = kit, runner, preferences, parts
        self._pages = {page.key: page for page in parts.pages}
        self._made: dict[str, QWidget] = {}
        self._key = ""
        self._may_close: list[Callable[[], bool]] = []
        self._on_turned: list[Callable[[], None]] = []
        self._restore_size()
        self.setWindowTitle(parts.product)
        self.setMinimumSize(*_LEAST)
        acts = TopActs(
            find=self.open_palette,
            enlarge=self.toggle_large,
            register=parts.register,
            notices=parts.notices,
            lock=parts.lock,
            hide_names=parts.hide_names,
            locales=parts.locales,
            choose_locale=parts.choose_locale,
        )
        self._rail = Rail(kit, parts.product, parts.pages, self._go)
        self._top = TopBar(kit, parts.user, acts)
        self._stack = QStackedWidget()
        self._covers = Covers()
        self._lay_out()
        self.saved = self._rail.saved
        self.toast = Toast(kit, self._covers)
        self._bind_keys()
        if not restore_window(self, preferences):
            self.resize(1440, 900)

    @property
    def current_key(self) -> str:
        """The key of the open page."""
        return self._key

    def open(self, key: str) -> QWidget:
        """Open a page, making it on first use; returns its widget."""
        widget = self._made.get(key)
        if widget is None:
            widget = self._made[key] = self._pages[key].widget_factory()
            self._stack.addWidget(widget)
        if key != self._key:
            _tell_left(self._made.get(self._key))
            self._key = key
            for turned in self._on_turned:
                turned()
        self._stack.setCurrentWidget(widget)
        self._rail.show_page(key)
        self.setWindowTitle(f"{self._pages[key].title} - {self._parts.product}")
        _tell_shown(widget)
        if not self.is_covered:
            settle_focus(self, widget)
        self.toast.settle()
        return widget

    def made(self, key: str) -> QWidget | None:
        """Give a page's widget if the page was opened before."""
        return self._made.get(key)

    def show_badge(self, key: str, badge: Badge | None) -> None:
        """Show a count beside a page in the rail."""
        self._rail.show_badge(key, badge)

    @property
    def top(self) -> TopBar:
        """The bar above the pages."""
        return self._top

    def cover(self, widget: QWidget) -> None:
        """Put ``widget`` (lock, login) over everything until :meth:`uncover`."""
        self.toast.dismiss()
        self._covers.cover(widget)

    def uncover(self) -> None:
        """Take the cover away; the page is as it was."""
        page = self._made.get(self._key)
        if not self._covers.uncover() and page is not None:
            settle_focus(self, page)

    @property
    def is_covered(self) -> bool:
        """Whether a cover hides the pages."""
        return self._covers.is_covered

    def on_page_turned(self, turned: Callable[[], None]) -> None:
        """Call back whenever another page takes the stage."""
        self._on_turned.append(turned)

    def on_closing(self, may_close: Callable[[], bool]) -> None:
        """Ask ``may_close`` before the window closes; one refusal keeps it open."""
        self._may_close.append(may_close)

    def open_palette(self) -> None:
        """Open the palette over the window."""
        if self.is_covered:
            return
        go = self._kit.translator.text("打开页面")
        pages = [
            PaletteEntry(go, page.title, self._opener(page.key), icon=page.icon, keys=page.shortcut)
            for page in self._parts.pages
        ]
        search, matches = self._parts.search, self._parts.matches
        commands = [*self._parts.commands, *pages]
        PaletteDialog(self._kit, self._runner, search, commands, matches, parent=self).open_over(self)

    def open_help(self) -> None:
        """Open the card of this page."""
        if self._key and not self.is_covered:
            card = HelpCard(self._kit, self._pages[self._key], self)
            card.finished.connect(card.deleteLater)
            card.open()

    def toggle_large(self) -> None:
        """Switch 大字 on or off, and keep it for this user."""
        self._kit.style.use(scale=1.0 if self._kit.style.is_large else 1.3)
        self._preferences.set(_SCALE_KEY, f"{self._kit.style.scale:g}")

    def focus_rail(self) -> None:
        """Give the focus to the rail (Ctrl+Tab cycle, F6 of the system)."""
        self._rail.focus()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own argument
        front = self._covers.currentWidget()
        if front is not None:
            put_in_reading_order(front)
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_BELOW
        if narrow != self._rail.is_narrow:
            self._rail.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all([may_close() for may_close in self._may_close]):  # noqa: C419 - every one is asked
            event.ignore()
            return
        keep_window(self, self._preferences)
        super().closeEvent(event)

    def _restore_size(self) -> None:
        """Take the type size this user kept, if it is one of ours."""
        kept = self._preferences.get(_SCALE_KEY)
        sizes = {f"{size:g}": size for size in (1.0, 1.3, 1.5)}
        if kept in sizes:
            self._kit.style.use(scale=sizes[kept])

    def _lay_out(self) -> None:
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._top)
        side.addWidget(self._stack, 1)
        across.addWidget(self._rail)
        across.addLayout(side, 1)
        self._covers.addWidget(whole)
        self.setCentralWidget(self._covers)

    def _bind_keys(self) -> None:
        keys: list[tuple[str, Callable[[], None]]] = [
            ("F1", self.open_help),
            ("Ctrl+K", self.open_palette),
            ("Ctrl+0", self.toggle_large),
        ]
        optional = (
            ("F2", self._parts.register),
            ("Ctrl+L", self._parts.lock),
            ("Ctrl+H", self._parts.hide_names),
        )
        keys += [(key, act) for key, act in optional if act is not None]
        keys += [(page.shortcut, self._opener(page.key)) for page in self._parts.pages if page.shortcut]
        for key, act in keys:
            bind(self, key, self._unless_covered(act), everywhere=True)

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self._go(key)

    def _go(self, key: str) -> None:
        self.open(key)

    def _unless_covered(self, act: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if not self.is_covered:
                act()

        return run


def _tell_left(page: object) -> None:
    if isinstance(page, LivesOnStage):
        page.page_left()


def _tell_shown(page: object) -> None:
    if isinstance(page, LivesOnStage):
        page.page_shown()
