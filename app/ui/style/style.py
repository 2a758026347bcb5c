"""The one object that knows how things look now; it can change theme and size while running."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MethodType
from typing import Literal
from weakref import WeakMethod, ref

from PySide6.QtCore import QMargins, QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QStyleFactory, QWidget
from shiboken6 import isValid

from app.ui.style.fonts import families, load_fonts
from app.ui.style.icons import IconShelf
from app.ui.style.native import native_palette
from app.ui.style.sheet import build_sheet
from app.ui.style.tokens import Palette, load_tokens

Theme = Literal["light", "dark"]
Size = Literal["caption", "small", "body", "title3", "title2", "title1", "figure", "hero"]
Margins = tuple[int, int, int, int]


class Style:
    """Colours, sizes, fonts and icons of the moment.

    ``resources`` is the folder that holds ``tokens.json``, ``style.qss``, ``icons/``
    and (where fonts are bundled) ``fonts/``. A ``QApplication`` must exist. Sizes given
    to :meth:`px` are those of the design at scale 1; the scale is 1.0, 1.3 or 1.5.
    """

    def __init__(self, resources: Path, *, theme: Theme = "light", scale: float = 1.0) -> None:
        self._tokens = load_tokens(resources / "tokens.json")
        self._sheet_source = (resources / "style.qss").read_text(encoding="utf-8")
        self._icons = IconShelf(resources / "icons")
        self._brought = load_fonts(resources / "fonts")
        self._families = families(self._brought)
        self._watchers: list[tuple[ref[QObject], Callable[[], Callable[[], None] | None]]] = []
        self._scaled: list[tuple[ref[QObject], Callable[[QObject], None]]] = []
        self._purge_at = 256
        self.theme: Theme = theme
        self.scale = scale
        self.is_compact = False
        self.is_still = False
        """No animation at all (减少动画, or a remote session)."""
        self.shows_keys = True
        """Whether buttons show their shortcut as a key cap."""

    # what it looks like now

    @property
    def palette(self) -> Palette:
        """The colours of the current theme."""
        return self._tokens.dark if self.theme == "dark" else self._tokens.light

    @property
    def is_large(self) -> bool:
        """Whether 大字 (or 特大) is on."""
        return self.scale > 1.0

    def px(self, value: float) -> int:
        """Return ``value`` design pixels at the current scale."""
        return round(value * self.scale)

    def pt(self, size: Size) -> float:
        """Return a type size in points, to the half point."""
        return round(self._tokens.type_pt[size] * self.scale * 2) / 2

    def color(self, token: str) -> QColor:
        """Return the colour named ``token``."""
        return QColor(self.palette.get(token))

    def color_on_rail(self, token: str) -> QColor:
        """Return the dark theme's colour: the rail is dark in both."""
        return QColor(self._tokens.dark.get(token))

    def font(self, size: Size = "body", *, bold: bool = False) -> QFont:
        """Return the interface font in ``size``."""
        font = QFont(self._families)
        font.setPointSizeF(self.pt(size))
        font.setBold(bold)
        return font

    def icon(self, name: str, tone: str = "text2", size: int = 20) -> QIcon:
        """Return a tinted icon for native parts; ``size`` in design pixels."""
        palette = self.palette
        return self._icons.icon(
            name,
            normal=palette.get(tone),
            disabled=palette.get("text3"),
            selected=palette.get("onTint"),
            size=self.px(size),
        )

    def window_icon(self) -> QIcon:
        """Return the leaf for title bars and task lists, in the sizes systems ask for."""
        icon, colour = QIcon(), self._tokens.light.get("maple")
        for side in (16, 20, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(self._icons.picture("brand", colour, side, 1.0))
        return icon

    def picture(self, name: str, tone: str, size: int, ratio: float) -> QPixmap:
        """Return a tinted picture to paint; ``ratio`` is the widget's device pixel ratio."""
        return self._icons.picture(name, self.palette.get(tone), self.px(size), ratio)

    # changing it

    def use(self, *, theme: Theme | None = None, scale: float | None = None) -> None:
        """Switch theme or size of the running program; nothing happens when neither is new."""
        new = (theme or self.theme, scale or self.scale)
        if new == (self.theme, self.scale):
            return
        self.theme, self.scale = new
        self.refresh()

    def bring_fonts(self, folder: Path) -> None:
        """Register the fonts of another folder (tests and development trees)."""
        self._brought += load_fonts(folder)
        self._families = families(self._brought)

    def refresh(self) -> None:
        """Rebuild the sheet, put fonts and palette in step and tell every watcher."""
        self._icons.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        for owner, apply in list(self._scaled):
            alive = owner()
            if alive is not None and isValid(alive):
                apply(alive)
        for owner, weak in list(self._watchers):
            alive, callback = owner(), weak()
            if alive is not None and callback is not None and isValid(alive):
                callback()

    def apply(self, app: QApplication) -> None:
        """Dress the application: Fusion below, our palette, font and sheet above."""
        if app.style().objectName() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        scheme = Qt.ColorScheme.Dark if self.theme == "dark" else Qt.ColorScheme.Light
        QGuiApplication.styleHints().setColorScheme(scheme)
        app.setPalette(native_palette(self.palette))
        app.setFont(self.font())
        app.setStyleSheet(build_sheet(self._sheet_source, self.palette, self.px, self.pt))

    # being told

    def watch(self, owner: QObject, callback: Callable[[], None]) -> None:
        """Call the bound method ``callback`` after every change, as long as ``owner`` lives."""
        self._purge()
        self._watchers.append((ref(owner), _weakly(owner, callback)))

    def lay(self, layout: QLayout, margins: Margins = (0, 0, 0, 0), gap: int | tuple[int, int] = 0) -> None:
        """Set margins and spacing in design pixels, and again whenever the scale changes.

        ``gap`` of a grid may be ``(across, down)``.
        """

        def apply(target: QObject) -> None:
            if not isinstance(target, QLayout):
                return
            target.setContentsMargins(QMargins(*(self.px(value) for value in margins)))
            across, down = gap if isinstance(gap, tuple) else (gap, gap)
            if isinstance(target, QGridLayout):
                target.setHorizontalSpacing(self.px(across))
                target.setVerticalSpacing(self.px(down))
            elif isinstance(target, QBoxLayout):
                target.setSpacing(self.px(across))
            else:
                target.setSpacing(self.px(across))

        self._keep(layout, apply)

    def fix(self, widget: QWidget, *, width: int | None = None, height: int | None = None) -> None:
        """Fix a size in design pixels, and again whenever the scale changes."""

        def apply(target: QObject) -> None:
            if isinstance(target, QWidget):
                if width is not None:
                    target.setFixedWidth(self.px(width))
                if height is not None:
                    target.setFixedHeight(self.px(height))

        self._keep(widget, apply)

    def least(self, widget: QWidget, *, width: int | None = None, height: int | None = None) -> None:
        """Set a least size in design pixels, and again whenever the scale changes."""

        def apply(target: QObject) -> None:
            if isinstance(target, QWidget):
                if width is not None:
                    target.setMinimumWidth(self.px(width))
                if height is not None:
                    target.setMinimumHeight(self.px(height))

        self._keep(widget, apply)

    def _keep(self, target: QObject, apply: Callable[[QObject], None]) -> None:
        apply(target)
        self._purge()
        self._scaled.append((ref(target), apply))

    def _purge(self) -> None:
        """Drop what is gone, now and then: dialogs come and go all day."""
        if len(self._watchers) + len(self._scaled) < self._purge_at:
            return
        self._watchers = [pair for pair in self._watchers if _lives(pair[0])]
        self._scaled = [pair for pair in self._scaled if _lives(pair[0])]
        self._purge_at = 2 * (len(self._watchers) + len(self._scaled)) + 256


def _weakly(owner: QObject, callback: Callable[[], None]) -> Callable[[], Callable[[], None] | None]:
    """Hold a method without holding its object; Qt's own methods are found again by name."""
    if isinstance(callback, MethodType):
        return WeakMethod(callback)
    name, weak = callback.__name__, ref(owner)
    return lambda: getattr(weak(), name, None)


def _lives(owner: ref[QObject]) -> bool:
    alive = owner()
    return alive is not None and isValid(alive)
