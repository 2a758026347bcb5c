"""通知: what was told this sitting, with its way back while it holds, and what needs somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.changes import Changes
from app.presenters.desk import Desk
from app.presenters.showing.turns import DAY
from app.services.trust.concerns import HOLIDAYS_UNKNOWN, PROBLEMS_FOUND, Concern

_MOST_TOLD = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One line under the bell; ``act`` is its button (撤销, 打开) where there is one."""

    words: str
    when: str = ""
    act_text: str = ""
    act: Callable[[], None] | None = None
    is_standing: bool = False


class NoticeBoard:
    """Keeps the last fifty things told; counts those nobody has looked at since."""

    def __init__(self, desk: Desk, show_unread: Callable[[int], None], open_data: Callable[[], None]) -> None:
        self._desk, self._show_unread, self._open_data = desk, show_unread, open_data
        self._say = desk.translator.text
        self._told: list[Notice] = []
        self._standing: tuple[Notice, ...] = ()
        self._seen: frozenset[str] = frozenset()
        self._unread = 0
        desk.feed.on_change(self._on_change)
        self.look()

    def look(self) -> None:
        """Find out what stands; a reading that fails leaves the last answer."""
        concerns = self._desk.services.concerns
        self._desk.runner.submit(concerns.concerns, self._on_concerns, lambda _error: None)

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Keep what was said; only the last thing done can be taken back."""
        self.let_go()
        when = self._desk.formats.time(self._desk.clock.now())
        text = self._say("撤销") if undo is not None else ""
        self._told = [Notice(words=words, when=when, act_text=text, act=undo), *self._told][:_MOST_TOLD]
        self._unread += 1
        self._count()

    def let_go(self) -> None:
        """Offer no way back any more: it was taken, or something else was done since."""
        if any(notice.act is not None for notice in self._told):
            self._told = [replace(notice, act=None, act_text="") for notice in self._told]

    def notices(self) -> tuple[Notice, ...]:
        """Give what stands, then what was told, the latest first; names as they may be shown now."""
        said = self._desk.names.sentence
        told = (replace(notice, words=said(notice.words)) for notice in self._told)
        return (*self._standing, *told)

    def read(self) -> None:
        """Note that somebody looked."""
        self._unread = 0
        self._seen = frozenset(notice.words for notice in self._standing)
        self._count()

    def _on_concerns(self, concerns: tuple[Concern, ...]) -> None:
        self._standing = tuple(self._worded(concern) for concern in concerns)
        self._count()

    def _worded(self, concern: Concern) -> Notice:
        say, n = self._say, concern.number
        if concern.code == PROBLEMS_FOUND:
            words = say("上次检查数据发现 {n} 处问题", n=n)
            return Notice(words=words, act_text=say("查看"), act=self._open_data, is_standing=True)
        if concern.code == HOLIDAYS_UNKNOWN:
            words = say("{year} 年节假日安排还没有，工作日只按周末和固定节日推算（未核实）", year=n)
            return Notice(words=words, is_standing=True)
        raise ValueError(concern.code)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & {"settings", DAY}:
            self.look()

    def _count(self) -> None:
        fresh = sum(notice.words not in self._seen for notice in self._standing)
        self._show_unread(self._unread + fresh)
