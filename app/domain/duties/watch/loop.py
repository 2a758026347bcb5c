"""The closed loop in six steps, and where each thing that is watched stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.disputes.case_lines import CaseLine
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.values.termed import Termed


class LoopStep(Termed):
    """排查、登记、交办、治理、反馈、跟踪, in this order."""

    SCREEN = "screen", "排查"
    REGISTER = "register", "登记"
    ASSIGN = "assign", "交办"
    GOVERN = "govern", "治理"
    FEED_BACK = "feed_back", "反馈"
    TRACK = "track", "跟踪"


class WatchTab(Termed):
    """The lists of the page: what waits for whom."""

    REPLY = "reply", "待回复"
    ARRIVAL = "arrival", "待报到"
    REPLIED = "replied", "已回复待销"
    RATING = "rating", "待评价"
    ALL = "all", "全部"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """An order with the case it is about."""

    order: SupervisionOrder
    case: CaseLine


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleLine:
    """A whistle with its case, or what it is about where there is none."""

    whistle: Whistle
    case: CaseLine | None = None
    handling: ProactiveHandling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingLine:
    """Something proactive, with the case it became."""

    handling: ProactiveHandling
    case: CaseLine | None = None


WatchLine = OrderLine | WhistleLine
"""One row of the lists."""


def step_of_order(order: SupervisionOrder) -> LoopStep | None:
    """Place an order: sent, signed for, answered, lifted; one taken back stands nowhere."""
    if order.withdrawn_on is not None:
        return None
    if order.closed_on is not None:
        return LoopStep.TRACK
    if not order.is_waiting:
        return LoopStep.FEED_BACK
    return LoopStep.ASSIGN if order.received_at is None else LoopStep.GOVERN


def step_of_whistle(whistle: Whistle) -> LoopStep | None:
    """Place a whistle: blown, somebody there, dealt with, rated."""
    if whistle.withdrawn_on is not None:
        return None
    if whistle.rating is not None:
        return LoopStep.TRACK
    if whistle.handled_on is not None:
        return LoopStep.FEED_BACK
    return LoopStep.ASSIGN if len(whistle.missing) == len(whistle.units) else LoopStep.GOVERN


def step_of_handling(handling: ProactiveHandling) -> LoopStep:
    """Place something proactive: seen, a case, given to somebody, worked on, reported back, closed."""
    if handling.closed_on is not None:
        return LoopStep.TRACK
    if handling.case_id is not None:
        return LoopStep.REGISTER
    if handling.feedback.strip():
        return LoopStep.FEED_BACK
    if handling.measures.strip():
        return LoopStep.GOVERN
    named = handling.responsible_unit.strip() or handling.responsible_person.strip()
    return LoopStep.ASSIGN if named else LoopStep.SCREEN
