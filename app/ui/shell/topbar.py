"""The bar above every page: find, register, large type, and who works here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QStyle

from app.ui.kit import Kit
from app.ui.shell.bell import BellButton
from app.ui.shell.pages import User
from app.ui.style.key_caps import draw_key_cap, key_cap_width
from app.ui.style.painting import paint_on
from app.ui.widgets.buttons import Button, IconButton

Act = Callable[[], None]
_WIDER_FROM = 1.5


def bar_control(kit: Kit) -> int:
    """Return the height of a control in the bar: 38, and 44 for large type."""
    return 44 if kit.style.is_large else 38


@dataclass(frozen=True, slots=True)
class TopActs:
    """What the bar can do; what is ``None`` has no button."""

    find: Act
    enlarge: Act
    register: Act | None = None
    notices: Act | None = None
    lock: Act | None = None
    hide_names: Act | None = None
    locales: tuple[tuple[str, str], ...] = ()
    choose_locale: Callable[[str], None] | None = None


def mask_words(kit: Kit) -> str:
    """Say what 遮名 hides and what it does not."""
    return kit.translator.text("各页的当事人姓名只显示姓氏。纸面和正在填写的栏目不遮。")


class SearchBox(QPushButton):
    """Looks like a field, opens the palette."""

    def __init__(self, kit: Kit, words: str, keys: str) -> None:
        super().__init__(words)
        self._kit, self._keys = kit, keys
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {keys}")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(430, bar_control(self._kit))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        tone = "focus" if self.hasFocus() else "text3" if self.underMouse() else "line2"
        painter.setPen(QPen(style.color(tone), width))
        painter.setBrush(style.color("surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, px(8), px(8))
        side = px(18)
        icon = self._visual(QRect(px(13), (self.height() - side) // 2, side, side))
        painter.drawPixmap(icon.topLeft(), style.picture("search", "text2", 18, self.devicePixelRatioF()))
        cap = key_cap_width(self._kit.style, self._keys) if style.shows_keys else 0
        start, end = px(39), self.width() - cap - px(16)
        words = self._visual(QRect(start, 0, max(0, end - start), self.height()))
        painter.setFont(style.font())
        painter.setPen(style.color("text3"))
        shown = QFontMetrics(style.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        lead = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        if shown != "…":  # no word fits: the icon tells
            painter.drawText(words, int(lead | Qt.AlignmentFlag.AlignVCenter), shown)
        if cap:
            at = self._visual(QRect(self.width() - cap - px(9), 0, cap, self.height()))
            draw_key_cap(painter, self._kit.style, QRectF(at), self._keys, "text2", sunken=True)

    def _visual(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)


class UserButton(QPushButton):
    """Avatar, name and role; its menu holds what concerns the person, and 遮名."""

    def __init__(self, kit: Kit, user: User, hide_names: Act | None = None) -> None:
        super().__init__(user.name)
        self._kit, self._user = kit, user
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{user.name} {user.role}")
        self._popup = QMenu(self)
        for text, act in user.actions:
            self._popup.addAction(text).triggered.connect(lambda _on=False, do=act: do())
        self.mask_action: QAction | None = None
        if hide_names is not None:
            self.mask_action = self._popup.addAction(kit.translator.text("遮名") + "\tCtrl+H")
            self.mask_action.setCheckable(True)
            self.mask_action.setToolTip(mask_words(kit))
            self.mask_action.triggered.connect(lambda _on=False: hide_names())
        if self._popup.actions():
            self.clicked.connect(self._open)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.style.watch(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        style = self._kit.style
        name = QFontMetrics(style.font(bold=True)).horizontalAdvance(self._user.name)
        role = QFontMetrics(style.font("caption")).horizontalAdvance(self._user.role)
        return QSize(
            self._side() + style.px(10) + max(name, role) + style.px(4),
            50 if style.scale < _WIDER_FROM else 60,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px, side = self._kit.style, paint_on(self), self._kit.style.px, self._side()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = self._visual(QRect(0, (self.height() - side) // 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("tint"))
        painter.drawEllipse(disc)
        painter.setPen(style.color("onTint"))
        painter.setFont(style.font(bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._user.name[:1])
        lead = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        start, half = side + px(9), self.height() // 2
        lines = (
            (self._user.name, style.font(bold=True), "text", QRect(start, 2, self.width() - start, half)),
            (
                self._user.role,
                style.font("caption"),
                "text2",
                QRect(start, half, self.width() - start, half - 4),
            ),
        )
        for text, font, tone, logical in lines:
            painter.setFont(font)
            painter.setPen(style.color(tone))
            painter.drawText(self._visual(logical), int(lead | Qt.AlignmentFlag.AlignVCenter), text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))

    def _side(self) -> int:
        return min(self._kit.style.px(34), 36)

    def _open(self) -> None:
        corner = self.rect().bottomRight()
        corner.setX(corner.x() - self._popup.sizeHint().width())
        self._popup.popup(self.mapToGlobal(QPoint(max(0, corner.x()), corner.y() + 2)))

    def _visual(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)


class TopBar(QFrame):
    """Search, 登记, 大字, language, bell, lock, user: only what has something behind it."""

    def __init__(self, kit: Kit, user: User, acts: TopActs) -> None:
        super().__init__()
        self._kit = kit
        self._controls: list[Button] = []
        self.bell: BellButton | None = None
        self.masked: Button | None = None
        words = kit.translator.text
        self.setObjectName("top")
        row = QHBoxLayout(self)
        kit.style.lay(row, (24, 0, 24, 0), gap=8)
        self.search = SearchBox(kit, words("搜案号、姓名、电话、证件后四位"), "Ctrl+K")
        self.search.clicked.connect(lambda _on=False: acts.find())
        row.addWidget(self.search)
        row.addStretch(1)
        if acts.register is not None:
            register = Button(kit, words("登记"), icon="plus", keys="F2")
            self._put(row, register, acts.register)
        self.large = Button(kit, words("大字"), kind="quiet", icon="textsize")
        self.large.setCheckable(True)
        self.large.setToolTip(f"{words('大字')}  Ctrl+0")
        self._put(row, self.large, acts.enlarge)
        if acts.hide_names is not None:
            self.masked = Button(kit, words("已遮名"), kind="secondary", icon="shield", keys="Ctrl+H")
            self.masked.setToolTip(words("{what}按此或 Ctrl+H 恢复显示。", what=mask_words(kit)))
            self._put(row, self.masked, acts.hide_names)
            self.masked.setVisible(False)
        if len(acts.locales) > 1 and acts.choose_locale is not None:
            row.addWidget(self._language(acts))
        if acts.notices is not None:
            self.bell = BellButton(kit)
            self._put(row, self.bell, acts.notices)
        if acts.lock is not None:
            self._put(row, IconButton(kit, "lock", words("锁屏"), keys="Ctrl+L", height="normal"), acts.lock)
        row.addSpacing(4)
        self.user = UserButton(kit, user, acts.hide_names)
        row.addWidget(self.user)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def show_masked(self, *, is_masked: bool) -> None:
        """Show that names are hidden."""
        if self.masked is not None:
            self.masked.setVisible(is_masked)
        if self.user.mask_action is not None:
            self.user.mask_action.setChecked(is_masked)

    def _put(self, row: QHBoxLayout, button: Button, act: Act) -> None:
        button.clicked.connect(lambda _on=False: act())
        self._controls.append(button)
        row.addWidget(button)

    def _language(self, acts: TopActs) -> Button:
        here = dict(acts.locales).get(self._kit.translator.locale, "")
        button = Button(self._kit, here, kind="quiet", icon="globe")
        self._controls.append(button)
        menu = QMenu(button)
        for locale, name in acts.locales:
            menu.addAction(name).setData(locale)
        if acts.choose_locale is not None:
            choose = acts.choose_locale
            menu.triggered.connect(lambda action: choose(str(action.data())))
        button.clicked.connect(
            lambda _on=False: menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 2)))
        )
        return button

    def _on_style(self) -> None:
        self.setFixedHeight(56 if self._kit.style.scale < _WIDER_FROM else 64)
        for button in self._controls:
            button.setFixedHeight(bar_control(self._kit))
        self.large.setChecked(self._kit.style.is_large)
