"""A table of any length: rows come in pages when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from app.ui.widgets.tables.cells import Column
from app.ui.widgets.tables.model import _ROOT, Index, TableModel

T = TypeVar("T")
Deliver = Callable[[Sequence[T]], None]
_PAGES_KEPT = 64


class LazyTableModel(TableModel[T]):
    """``request(offset, limit, deliver)`` fetches one page; it may deliver at once or later.

    Later is the rule: the caller submits the query to the database lane and passes
    ``deliver`` as its answer. :meth:`show_count` begins a new list; old rows stay on screen
    until their new page has come, and a page asked for by an older list is dropped.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        request: Callable[[int, int, Deliver[T]], None],
        *,
        page: int = 50,
        sentence: Callable[[T], str] | None = None,
        key: Callable[[T], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, sentence=sentence, key=key, parent=parent)
        self._request, self._page = request, page
        self._count = 0
        self._list = 0
        self._pages: OrderedDict[int, tuple[T, ...]] = OrderedDict()
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._asking = False

    def show_count(self, count: int) -> None:
        """Begin a list of ``count`` rows (a new filter, or the same one after a change)."""
        self._list += 1
        self._fresh.clear()
        self._asked.clear()
        if count == self._count and count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._count = count
        if not count:
            self._pages.clear()
        self.endResetModel()

    def show_items(self, items: Sequence[T]) -> None:
        """Show a short list at once, all of it known."""
        self._list += 1
        self.beginResetModel()
        self._count = len(items)
        self._pages = OrderedDict(
            (start // self._page, tuple(items[start : start + self._page]))
            for start in range(0, len(items), self._page)
        )
        self._fresh, self._asked = set(self._pages), set()
        self.endResetModel()

    def item(self, row: int) -> T | None:
        """Return the item of ``row``, asking for its page where it is not here yet."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, self._page)
        if number not in self._fresh:
            self._ask(number)
        page = self._pages.get(number, ())
        if number in self._pages:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def row_of(self, key: Hashable) -> int:
        """Return the row of a loaded item with this identity, or -1."""
        if self._key is None:
            return -1
        for number, page in self._pages.items():
            for place, item in enumerate(page):
                if self._key(item) == key:
                    return number * self._page + place
        return -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        wanted = self._list

        def deliver(rows: Sequence[T]) -> None:
            if wanted == self._list:
                self._take(number, rows)

        self._asking = True
        try:
            self._request(number * self._page, self._page, deliver)
        finally:
            self._asking = False

    def _take(self, number: int, rows: Sequence[T]) -> None:
        self._pages[number] = tuple(rows)
        self._pages.move_to_end(number)
        self._fresh.add(number)
        self._asked.discard(number)
        while len(self._pages) > _PAGES_KEPT:
            old, _rows = self._pages.popitem(last=False)
            self._fresh.discard(old)
        if self._asking:
            return  # delivered within the question: whoever asked has the answer now
        first = number * self._page
        last = min(first + self._page, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
