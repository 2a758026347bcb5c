"""The clocks that watching starts on a case: until a reply is owed, until a unit is to be there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_words import cited, weekday
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.values.days.moments import SHANGHAI, local_day

ORDERED, BLOWN = "supervision", "whistle"
"""Stand for the id of a rule where an order or a whistle names the moment."""


def watch_clocks(
    orders: tuple[SupervisionOrder, ...], whistles: tuple[Whistle, ...]
) -> tuple[CaseClock, ...]:
    """Give a clock for every reply and every arrival that is owed, the first to end first."""
    return tuple(sorted((*_replies(orders), *_arrivals(whistles)), key=lambda clock: clock.last_day))


def _replies(orders: tuple[SupervisionOrder, ...]) -> Iterator[CaseClock]:
    for order in orders:
        if order.owes_reply:
            begun = local_day(order.issued_at)
            told = f"{begun.isoformat()} {order.issuer_name}签发 {order.number}，要求此前回复"
            if order.urges:
                told += f"；{order.urges[-1].urged_on.isoformat()} 再催后改为此时"
            yield CaseClock(
                kind=ClockKind.SUPERVISION_REPLY,
                start=begun,
                last_day=local_day(order.due),
                last_moment=order.due,
                explanation=_opening(order.due) + told + cited(f"督办单 {order.number}", is_verified=True),
                source=f"督办单 {order.number}",
                subject_id=order.id,
                rule_id=ORDERED,
                trigger="签发督办",
            )


def _arrivals(whistles: tuple[Whistle, ...]) -> Iterator[CaseClock]:
    for whistle in whistles:
        if whistle.owes_arrival:
            units = "、".join(unit.name for unit in whistle.missing)
            told = f"{_moment(whistle.blown_at)} {whistle.from_unit}吹哨，{units}应在此前报到"
            yield CaseClock(
                kind=ClockKind.WHISTLE_ARRIVAL,
                start=local_day(whistle.blown_at),
                last_day=local_day(whistle.arrive_by),
                last_moment=whistle.arrive_by,
                explanation=_opening(whistle.arrive_by) + told + cited("吹哨单", is_verified=True),
                source="吹哨单",
                subject_id=whistle.id,
                rule_id=BLOWN,
                trigger="吹哨",
            )


def _opening(moment: datetime) -> str:
    return f"最后时刻 {_moment(moment)}（{weekday(local_day(moment))}）："


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
