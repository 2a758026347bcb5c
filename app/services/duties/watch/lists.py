"""What is watched, for the lists, the badge, the workbench and the closed loop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from app.domain.duties.watch.loop import HandlingLine, OrderLine, WatchLine, WatchTab
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import SHANGHAI, Clock, local_day
from app.persistence.queries.watch import Waiting
from app.persistence.store import Store

__all__ = ["Waiting", "WatchLists", "Watched"]

_EPOCH = datetime(2000, 1, 1, tzinfo=SHANGHAI)
MOST_LISTED = 500
"""Rows of one kind that a list reads; the page says so where there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One reading of a list: its rows, what is due first on top, and the count of every tab."""

    lines: tuple[WatchLine, ...]
    counts: dict[WatchTab, int]


class WatchLists:
    """Reads; nothing here writes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def tab(self, tab: WatchTab) -> Watched:
        """Give the rows of a tab: owed ones by their moment, then those that still bind, then the rest."""
        with self._store.reads() as reads:
            lines: list[WatchLine] = [
                *reads.watch.orders(tab, MOST_LISTED),
                *reads.watch.whistles(tab, MOST_LISTED),
            ]
            return Watched(lines=tuple(sorted(lines, key=_rank)), counts=reads.watch.counts())

    def handlings(self) -> tuple[HandlingLine, ...]:
        """Give what was found by screening, the newest first."""
        with self._store.reads() as reads:
            return reads.watch.handlings(MOST_LISTED)

    def owed_by(self, member: StaffMember, limit: int = 5) -> tuple[OrderLine, ...]:
        """Give the orders a member of staff has to answer, what is due first on top."""
        with self._store.reads() as reads:
            return reads.watch.owed_by(member.id, member.name, limit)

    def waiting_for(self, member: StaffMember) -> Waiting:
        """Count what concerns a member of staff: past its moment, and due today."""
        now = self._clock.now()
        midnight = datetime.combine(local_day(now) + timedelta(days=1), time(), SHANGHAI)
        with self._store.reads() as reads:
            return reads.watch.waiting_for(member.id, member.name, now, midnight)

    def units(self) -> tuple[str, ...]:
        """Give the units named so far, to be suggested."""
        with self._store.reads() as reads:
            return reads.watch.units()


def _rank(line: WatchLine) -> tuple[int, timedelta]:
    if isinstance(line, OrderLine):
        return _place(line.order.due, owes=line.order.owes_reply, is_open=line.order.is_open)
    whistle = line.whistle
    return _place(whistle.arrive_by, owes=whistle.owes_arrival, is_open=whistle.is_open)


def _place(due: datetime, *, owes: bool, is_open: bool) -> tuple[int, timedelta]:
    since = due - _EPOCH
    if owes:
        return 0, since
    return (1, since) if is_open else (2, -since)
