"""The navigation at the side: always words, counts where they help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit import Kit
from app.ui.shell.pages import Badge, Page
from app.ui.style.painting import paint_on
from app.ui.widgets.notices import SavedMark
from app.ui.widgets.texts import Text

_WIDE, _WIDE_LARGE, _WIDE_XLARGE, _NARROW = 200, 216, 248, 76
_XLARGE = 1.5
_BADGES = {"plain": ("", "railText"), "amber": ("warn", "warnBg"), "red": ("errSolid", "railOn")}


class RailButton(QPushButton):
    """One page: icon and words, or icon over a short word when the rail is narrow."""

    def __init__(self, kit: Kit, page: Page, move: Callable[[int], None]) -> None:
        super().__init__(page.title)
        self._kit, self.page, self._move = kit, page, move
        self._badge: Badge | None = None
        self.is_narrow = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()
        kit.style.watch(self, self.updateGeometry)

    def show_badge(self, badge: Badge | None) -> None:
        """Show a count, or none."""
        self._badge = badge
        self._tell()
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - the value itself
        """Change between words beside and below the icon."""
        self.is_narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._kit.style.px
        if self.is_narrow:
            caption = QFontMetrics(self._kit.style.font("caption")).height()
            return QSize(px(60), px(20) + caption + 14)
        return QSize(px(160), px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = style.color("railSel")
            if not on:
                ground.setAlphaF(0.5)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        if self.hasFocus():
            painter.setPen(QPen(style.color("maple"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        ink = "railOn" if on else "railText"
        if self.is_narrow:
            self._paint_narrow(painter, ink, bold=on)
        else:
            self._paint_wide(painter, ink, bold=on)

    def _paint_wide(self, painter: QPainter, ink: str, *, bold: bool) -> None:
        style, px = self._kit.style, self._kit.style.px
        side = px(20)
        icon = self._visual(QRect(12, (self.height() - side) // 2, side, side))
        painter.drawPixmap(icon.topLeft(), style.picture(self.page.icon, ink, 20, self.devicePixelRatioF()))
        painter.setFont(style.font(bold=bold))
        painter.setPen(style.color(ink))
        start = 12 + side + 11
        words = self._visual(QRect(start, 0, self.width() - start, self.height()))
        lead = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, int(lead | Qt.AlignmentFlag.AlignVCenter), self.page.title)
        if self._badge is not None:
            self._paint_badge(painter, QPoint(self.width() - 10, self.height() // 2), small=False)

    def _paint_narrow(self, painter: QPainter, ink: str, *, bold: bool) -> None:
        style, side = self._kit.style, self._kit.style.px(20)
        picture = style.picture(self.page.icon, ink, 20, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, 5, picture)
        painter.setFont(style.font("caption", bold=bold))
        painter.setPen(style.color(ink))
        words = QRect(0, side + 6, self.width(), self.height() - side - 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.page.short or self.page.title)
        if self._badge is not None and self._badge.tone != "plain":
            self._paint_badge(painter, QPoint(self.width() - 2, style.px(11)), small=True)

    def _paint_badge(self, painter: QPainter, end: QPoint, *, small: bool) -> None:
        style, px, badge = self._kit.style, self._kit.style.px, self._badge
        if badge is None:
            return
        ground, ink = _BADGES[badge.tone]
        font = style.font("caption" if small else "small", bold=True)
        height = px(17 if small else 23)
        width = max(height, QFontMetrics(font).horizontalAdvance(badge.text) + px(8))
        box = self._visual(QRect(end.x() - width, end.y() - height // 2, width, height))
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color_on_rail(ground))
            painter.drawRoundedRect(QRectF(box), height / 2, height / 2)
        painter.setPen(style.color_on_rail(ink))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge.text)

    def _visual(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)

    def _tell(self) -> None:
        badge = self._badge
        said = (self.page.title, (badge.spoken or badge.text) if badge else "")
        self.setAccessibleName(" ".join(part for part in said if part))
        self.setToolTip(f"{self.page.title}  {self.page.shortcut}".strip())


class Rail(QFrame):
    """All pages by group; ↑↓ moves, Enter opens; captions give way before the list scrolls."""

    def __init__(
        self, kit: Kit, product: str, pages: Sequence[Page], open_page: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("rail")
        self.setAccessibleName(kit.translator.text("导航"))
        self.is_narrow = False
        """Whether the words stand below the icons."""
        self._buttons: dict[str, RailButton] = {}
        self._captions: list[Text] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._mark = QLabel()
        self._name = Text(kit, product, size="title2", tone="railOn", bold=True)
        self.saved = SavedMark(kit, on_rail=True)
        self._open = open_page
        self._lay_out(pages)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def show_page(self, key: str) -> None:
        """Mark the page as the open one."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_badge(self, key: str, badge: Badge | None) -> None:
        """Show a count beside a page."""
        self._buttons[key].show_badge(badge)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - the value itself
        """Collapse to icons over short words, or spread out."""
        self.is_narrow = narrow
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self._name.setVisible(not narrow)
        self.saved.setVisible(not narrow)
        self._on_style()

    def focus(self) -> None:
        """Give the focus to the open page's button."""
        current = self._group.checkedButton()
        if current is not None:
            current.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _lay_out(self, pages: Sequence[Page]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        self._brand = QHBoxLayout()
        self._brand.setSpacing(10)
        self._brand.addWidget(self._mark)
        self._brand.addWidget(self._name, 1)
        column.addLayout(self._brand)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("railItems")
        items, foot = QVBoxLayout(inside), QVBoxLayout()
        items.setContentsMargins(10, 0, 10, 0)
        foot.setContentsMargins(10, 4, 10, 6)
        self._items, self._foot = items, foot
        self._fill(items, [page for page in pages if not page.at_foot])
        items.addStretch(1)
        self._fill(foot, [page for page in pages if page.at_foot])
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        saved = QHBoxLayout()
        saved.setContentsMargins(22, 0, 10, 0)
        saved.addWidget(self.saved)
        column.addLayout(saved)

    def _fill(self, layout: QVBoxLayout, pages: Sequence[Page]) -> None:
        group = ""
        for page in pages:
            if page.group and page.group != group:
                group = page.group
                caption = Text(self._kit, group, size="caption", tone="railText2")
                caption.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
                caption.setContentsMargins(12, 0, 12, 4)
                self._captions.append(caption)
                layout.addWidget(caption)
            button = RailButton(self._kit, page, self._move)
            button.clicked.connect(lambda _on=False, key=page.key: self._open(key))
            self._group.addButton(button)
            self._buttons[page.key] = button
            layout.addWidget(button)

    def _move(self, step: int) -> None:
        buttons = [button for button in self._buttons.values() if button.isVisible()]
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        goal = buttons[max(0, min(len(buttons) - 1, here + step))]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(goal)

    def _fit(self) -> None:
        """Hide the captions where the items would not fit with them."""
        buttons = [button for button in self._buttons.values() if not button.page.at_foot]
        needed = sum(button.sizeHint().height() + self._items.spacing() for button in buttons)
        needed += len(self._captions) * (self._caption_height() + self._items.spacing())
        shown = not self.is_narrow and needed <= self._scroll.height()
        for caption in self._captions:
            caption.setVisible(shown)

    def _caption_height(self) -> int:
        return 32 if self._kit.style.is_large else 38

    def _on_style(self) -> None:
        style = self._kit.style
        wide = _WIDE_XLARGE if style.scale >= _XLARGE else _WIDE_LARGE if style.is_large else _WIDE
        self.setFixedWidth((style.px(_NARROW) if style.is_large else _NARROW) if self.is_narrow else wide)
        side = (self.width() - style.px(28)) // 2 if self.is_narrow else 18
        self._brand.setContentsMargins(side, 14, 0 if self.is_narrow else 10, 14 if self.is_narrow else 12)
        for layout in (self._items, self._foot):
            layout.setSpacing(0 if style.is_large else 2)
        for caption in self._captions:
            caption.setFixedHeight(self._caption_height())
        self._mark.setPixmap(style.picture("brand", "maple", 28, self.devicePixelRatioF()))
        self._fit()
