"""Tab goes where the eye goes: the stops of a window in the order in which they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget

KEEPS_ORDER = "keepsTabOrder"
"""Property of a widget whose own chain (``setTabOrder``) is right and stays as it is."""


def put_in_reading_order(root: QWidget) -> None:
    """Chain every stop below ``root`` as it is laid out; parts made later would else come last."""
    for before, after in pairwise(stops(root)):
        QWidget.setTabOrder(before, after)


def settle_focus(window: QWidget, page: QWidget) -> None:
    """Give the focus to the first stop of a page that did not take it: keys go where the eyes are."""
    held = window.focusWidget()
    if held is not None and page.isAncestorOf(held) and held.isVisibleTo(window):
        return
    first = next(iter(stops(page)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def stops(root: QWidget) -> list[QWidget]:
    """Give what takes the focus by Tab, in reading order; hidden parts are left out."""
    return list(_stops(root))


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden():
        return
    if widget.property(KEEPS_ORDER):
        yield from _own_chain(widget)
        return
    takes_tab = _takes_tab(widget)
    if takes_tab:
        yield widget
    if not takes_tab or isinstance(widget, QScrollArea):
        for child in _parts(widget):
            yield from _stops(child)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Give the widgets inside, in order; what no layout holds comes after, from top to bottom."""
    known: list[QWidget] = []
    if isinstance(widget, QScrollArea):
        known = [inside] if (inside := widget.widget()) is not None else []
    elif isinstance(widget, QStackedWidget):
        known = [front] if (front := widget.currentWidget()) is not None else []
    elif isinstance(widget, QSplitter):
        known = [part for place in range(widget.count()) if (part := widget.widget(place)) is not None]
    else:
        layout = widget.layout()
        known = list(_laid_out(layout)) if layout is not None else []
        loose = [
            child
            for child in widget.children()
            if isinstance(child, QWidget) and child not in known and not child.isWindow()
        ]
        known += sorted(loose, key=lambda child: (child.y(), child.x()))
    yield from known


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Give the widgets of a layout in reading order; grids are read row by row."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _cell(layout, place))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    position = grid.getItemPosition(place)
    if not isinstance(position, tuple):
        return (place, 0)
    return (int(position[0]), int(position[1]))


def _own_chain(widget: QWidget) -> Iterator[QWidget]:
    start = widget.window()
    link = start.nextInFocusChain()
    while link is not None and link is not start:
        if widget.isAncestorOf(link) and _takes_tab(link) and link.isVisibleTo(widget):
            yield link
        link = link.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.isEnabled()
