"""Choosing several parties in one press: whole sides first, then each by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QWidget

from app.domain.disputes.case_parties import PartySide
from app.presenters.agreement.shown import PartyLine
from app.ui.kit import Kit
from app.ui.style.painting import paint_on
from app.ui.widgets.fields.line import State

_NAMED, _HEIGHT = 2, 40


class _StayingMenu(QMenu):
    """A menu in which ticking a name does not close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)


class PartyPicker(QPushButton):
    """A field that shows who is chosen; Space or Alt+↓ opens, Space in the menu ticks, Enter goes on."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._spoken = kit, name
        self._parties: tuple[PartyLine, ...] = ()
        self._set: set[UUID] = set()
        self._chosen: list[Callable[[tuple[UUID, ...]], None]] = []
        self._state: State = "normal"
        self.setAutoDefault(False)
        kit.style.watch(self, self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.open_menu())

    def show_parties(self, parties: Sequence[PartyLine]) -> None:
        """Offer these parties."""
        self._parties = tuple(parties)
        self._show()

    def value(self) -> tuple[UUID, ...]:
        """Return who is chosen, in the order of the case."""
        return tuple(party.id for party in self._parties if party.id in self._set)

    def show_value(self, chosen: object) -> None:
        """Show these as chosen; not counted as choosing."""
        self._set = set(chosen) if isinstance(chosen, tuple | list) else set()
        self._show()

    def on_chosen(self, callback: Callable[[tuple[UUID, ...]], None]) -> None:
        """Call back with everyone chosen after each change by the user."""
        self._chosen.append(callback)

    def set_state(self, state: State) -> None:
        """Mark the choice as wrong or worth a look by its border."""
        self._state = state
        self.update()

    def open_menu(self) -> None:
        """Open the list."""
        menu = _StayingMenu(self)
        say = self._kit.translator.text
        for side in PartySide:
            members = [party for party in self._parties if party.side is side]
            if members:
                text = say("全部{side} {n} 人", side=members[0].side_word, n=len(members))
                whole = menu.addAction(text)
                ids = _ids(members)
                whole.triggered.connect(lambda _on=False, these=ids: self._take(these))
        menu.addSeparator()
        for party in self._parties:
            action = menu.addAction(f"{party.name}　{party.side_word}")
            action.setCheckable(True)
            action.setChecked(party.id in self._set)
            action.triggered.connect(lambda on, one=party.id: self._toggle(one, on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def sizeHint(self) -> QSize:
        return QSize(self._kit.style.px(120), self._kit.style.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.style.px(72), self._kit.style.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, px = self._kit.style, paint_on(self), self._kit.style.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = {"normal": "line2", "error": "err", "warning": "warn"}[self._state]
        is_heavy = self.hasFocus() or self._state != "normal"
        painter.setPen(QPen(style.color("focus" if self.hasFocus() else border), 2 if is_heavy else 1))
        painter.setBrush(style.color("surface"))
        inset = 1 if is_heavy else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8))
        side, direction = px(16), self.layoutDirection()
        arrow = QRect(self.width() - side - px(10), (self.height() - side) // 2, side, side)
        place = QStyle.visualRect(direction, self.rect(), arrow).topLeft()
        painter.drawPixmap(place, style.picture("down", "text2", 16, self.devicePixelRatioF()))
        room = QStyle.visualRect(direction, self.rect(), self.rect().adjusted(px(11), 0, -side - px(14), 0))
        painter.setPen(style.color("text" if self._set else "text3"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down:
            self.open_menu()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _toggle(self, party_id: UUID, on: bool) -> None:  # noqa: FBT001 - what Qt's action says
        if on:
            self._set.add(party_id)
        else:
            self._set.discard(party_id)
        self._tell()

    def _take(self, ids: Sequence[UUID]) -> None:
        self._set = set(ids)
        self._tell()

    def _tell(self) -> None:
        self._show()
        for callback in self._chosen:
            callback(self.value())

    def _show(self) -> None:
        say = self._kit.translator.text
        chosen = [party for party in self._parties if party.id in self._set]
        self.setText(self._words(chosen) or say("选择"))
        names = "、".join(party.name for party in chosen)
        self.setAccessibleName(" ".join(part for part in (self._spoken, names or say("未选")) if part))

    def _words(self, chosen: Sequence[PartyLine]) -> str:
        if len(chosen) <= _NAMED:
            return "、".join(party.name for party in chosen)
        say = self._kit.translator.text
        for side in PartySide:
            members = [party for party in self._parties if party.side is side]
            if len(members) == len(chosen) and all(party in members for party in chosen):
                return say("全部{side} {n} 人", side=members[0].side_word, n=len(members))
        return say("{name}等 {n} 人", name=chosen[0].name, n=len(chosen))


def _ids(parties: Sequence[PartyLine]) -> tuple[UUID, ...]:
    return tuple(party.id for party in parties)
