"""Buttons painted as one piece: icon, verb and the key that does the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from app.ui.kit import Kit
from app.ui.style.key_caps import draw_key_cap, key_cap_width
from app.ui.style.painting import paint_on

Kind = Literal["primary", "secondary", "quiet", "link", "danger"]
Height = Literal["small", "normal", "large"]

_HEIGHTS: dict[Height, int] = {"small": 34, "normal": 40, "large": 48}
_GAP = 8


@dataclass(frozen=True, slots=True)
class _Look:
    """Colour tokens of one state; an empty token means nothing is drawn."""

    ground: str
    border: str
    ink: str
    icon: str


class Button(QPushButton):
    """A verb in a frame.

    ``kind``: ``primary`` is the one filled button of its card, ``secondary`` is framed,
    ``quiet`` has no frame until hovered, ``link`` reads as a link, ``danger`` is solid red.
    ``keys`` (``"Ctrl+Enter"``) only shows the key cap and completes the tooltip: the page
    owns the shortcut itself. A disabled button should carry its reason as tooltip.
    """

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        *,
        kind: Kind = "secondary",
        icon: str = "",
        keys: str = "",
        height: Height = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kit, self._kind, self._keys, self._icon_name = kit, kind, keys, icon
        self._height: Height = height
        self._menu_arrow = False
        self._hovered = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()
        kit.style.watch(self, self._on_style)

    @property
    def keys(self) -> str:
        """The shortcut shown on the button."""
        return self._keys

    def set_kind(self, kind: Kind) -> None:
        """Change how loud the button is."""
        self._kind = kind
        self.update()

    def set_icon_name(self, icon: str) -> None:
        """Change the icon; empty for none."""
        self._icon_name = icon
        self._on_style()

    def set_text(self, text: str) -> None:
        """Change the verb."""
        self.setText(text)
        self._name()
        self.updateGeometry()

    def set_menu_arrow(self, shown: bool) -> None:  # noqa: FBT001 - a property setter in Qt's manner
        """Show a small arrow at the end: pressing opens a menu."""
        self._menu_arrow = shown
        self._on_style()

    def click_if_enabled(self) -> None:
        """Press it from a shortcut; a disabled button stays quiet."""
        if self.isEnabled() and self.isVisible():
            self.click()

    def sizeHint(self) -> QSize:
        px = self._kit.style.px
        width = sum(self._parts().values()) + 2 * self._side()
        height = px(_HEIGHTS[self._height])
        if self._kit.style.is_large and self._height == "small":
            height = max(height, 44)
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        super().leaveEvent(event)  # type: ignore[arg-type]  # Qt hands a QEvent
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look()
        self._paint_ground(painter, look)
        self._paint_parts(painter, look)

    # pieces

    def _side(self) -> int:
        small = self._height == "small" or self._kind in {"quiet", "link"}
        if not self.text():
            return self._kit.style.px(8)
        return self._kit.style.px(12 if small else 16 if self._height == "normal" else 20)

    def _font(self) -> QFont:
        return self._kit.style.font(
            "title3" if self._height == "large" else "small" if self._height == "small" else "body",
            bold=self._kind in {"primary", "danger"} or (self.isChecked() and not self._menu_arrow),
        )

    def _icon_px(self) -> int:
        return {"small": 16, "normal": 18, "large": 20}[self._height]

    def _parts(self) -> dict[str, int]:
        """Widths of the parts in reading order, gaps included in the later part."""
        px = self._kit.style.px
        parts: dict[str, int] = {}
        if self._icon_name:
            parts["icon"] = px(self._icon_px())
        if self.text():
            parts["text"] = QFontMetrics(self._font()).horizontalAdvance(self._label()) + 1
            parts["text"] += px(_GAP) if "icon" in parts else 0
        if self._keys and self._kit.style.shows_keys:
            parts["keys"] = key_cap_width(self._kit.style, self._keys) + px(_GAP)
        if self._menu_arrow:
            parts["arrow"] = px(16) + px(4)
        return parts

    def _label(self) -> str:
        return self.text().replace("&", "")

    def _look(self) -> _Look:
        framed = self._kind not in {"quiet", "link"}
        pressed, hovered = self.isDown(), self._hovered
        if not self.isEnabled():
            return _Look("sunken" if framed else "", "line" if framed else "", "text3", "text3")
        if self._kind == "primary":
            ground = "primaryP" if pressed else "primaryH" if hovered else "primary"
            look = _Look(ground, ground, "onPrimary", "onPrimary")
        elif self._kind == "danger":
            look = _Look("errSolid", "errSolid", "railOn", "railOn")
        elif self.isChecked():
            look = _Look("tint", "primary" if framed else "", "onTint", "onTint")
        elif self._kind == "link":
            look = _Look("tint" if hovered or pressed else "", "", "primary", "primary")
        elif self._kind == "quiet":
            look = _Look("sunken" if hovered or pressed else "", "", "text2", "text2")
        else:
            look = _Look("sunken" if pressed else "bg" if hovered else "surface", "line2", "text", "text")
        return look

    def _paint_ground(self, painter: QPainter, look: _Look) -> None:
        style, box = self._kit.style, QRectF(self.rect())
        radius = style.px(8)
        if look.ground:
            painter.setBrush(style.color(look.ground))
            painter.setPen(QPen(style.color(look.border), 1) if look.border else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            filled = self._kind in {"primary", "danger"}
            painter.setPen(QPen(style.color("onPrimary" if filled else "focus"), 2))
            inset = 4.0 if filled else 1.0
            painter.drawRoundedRect(
                box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
            )

    def _paint_parts(self, painter: QPainter, look: _Look) -> None:
        px, parts = self._kit.style.px, self._parts()
        x = max(0, (self.width() - sum(parts.values())) // 2)
        for name, width in parts.items():
            lead = px(_GAP) if name == "keys" or (name == "text" and "icon" in parts) else 0
            lead = px(4) if name == "arrow" else lead
            logical = QRect(QPoint(x + lead, 0), QSize(width - lead, self.height()))
            box = QStyle.visualRect(self.layoutDirection(), self.rect(), logical)
            if name == "icon":
                self._paint_icon(painter, box, self._icon_name, look.icon, self._icon_px())
            elif name == "text":
                painter.setFont(self._font())
                painter.setPen(self._kit.style.color(look.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._label())
            elif name == "keys":
                ink = look.ink if self._kind in {"primary", "danger"} else "text2"
                draw_key_cap(painter, self._kit.style, QRectF(box), self._keys, ink)
            else:
                self._paint_icon(painter, box, "down", look.icon, 16)
            x += width

    def _paint_icon(self, painter: QPainter, box: QRect, name: str, tone: str, size: int) -> None:
        side = self._kit.style.px(size)
        picture = self._kit.style.picture(name, tone, size, self.devicePixelRatioF())
        painter.drawPixmap(box.x() + (box.width() - side) // 2, box.y() + (box.height() - side) // 2, picture)

    def _name(self) -> None:
        """Say the verb and its key to screen readers and in the tooltip."""
        self.setAccessibleName(self._label())
        if self._keys:
            self.setToolTip(f"{self._label()}  {self._keys}")
            self.setAccessibleDescription(self._keys)

    def _on_style(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """An icon alone: only 锁屏, 通知, 更多, 缩放 and the like; ``name`` is tooltip and spoken name."""

    def __init__(
        self,
        kit: Kit,
        icon: str,
        name: str,
        *,
        kind: Kind = "quiet",
        keys: str = "",
        height: Height = "small",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, "", kind=kind, icon=icon, height=height, parent=parent)
        self._keys_said = keys
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change tooltip and spoken name together."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {self._keys_said}".strip())


class KeyCap(QWidget):
    """A key drawn as a small cap: ``KeyCap(kit, "F8")``."""

    def __init__(self, kit: Kit, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._keys = kit, keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._kit.style, self._keys), self._kit.style.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint_on(self)
        draw_key_cap(painter, self._kit.style, QRectF(self.rect()), self._keys, "text2", sunken=True)
