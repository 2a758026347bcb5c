"""吹哨: units are called to a place by a moment, report in, act, and are rated by who called them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day
from app.domain.values.termed import Termed


class WhistleDirection(Termed):
    """Where the whistle is heard: a tier up, or in a department beside."""

    VERTICAL = "vertical", "纵向吹哨（向上级）"
    HORIZONTAL = "horizontal", "横向吹哨（向部门）"


class WhistleRating(Termed):
    """末端评价: what the caller thinks of the response, one to five."""

    VERY_POOR = "1", "很不满意"
    POOR = "2", "不满意"
    FAIR = "3", "一般"
    GOOD = "4", "满意"
    VERY_GOOD = "5", "很满意"


class WhistleStatus(Termed):
    """How a whistle stands at a moment."""

    BLOWN = "blown", "已吹哨"
    LATE = "late", "逾时未到"
    PARTLY_ARRIVED = "partly_arrived", "部分报到"
    ARRIVED = "arrived", "已报到"
    HANDLED = "handled", "已处置"
    RATED = "rated", "已评价"
    WITHDRAWN = "withdrawn", "已撤回"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledUnit:
    """A unit that is called, and when and through whom it reported in."""

    id: UUID
    name: str
    is_lead: bool = False
    arrived_at: datetime | None = None
    arrived_person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whistle:
    """One call; without a case it is proactive. The first unit leads, the others assist."""

    id: UUID
    version: int = 0
    case_id: UUID | None = None
    handling_id: UUID | None = None
    organisation_id: UUID
    caller_id: UUID
    caller_name: str
    from_unit: str
    direction: WhistleDirection = WhistleDirection.HORIZONTAL
    units: tuple[CalledUnit, ...]
    need: str
    place: str = ""
    blown_at: datetime
    arrive_by: datetime
    measures: str = ""
    result: str = ""
    handled_on: date | None = None
    rating: WhistleRating | None = None
    rating_note: str = ""
    rated_on: date | None = None
    withdrawn_on: date | None = None
    withdraw_reason: str = ""

    @property
    def lead(self) -> CalledUnit:
        """Give the unit that leads."""
        return next((unit for unit in self.units if unit.is_lead), self.units[0])

    @property
    def assisting(self) -> tuple[CalledUnit, ...]:
        """Give the units that assist."""
        return tuple(unit for unit in self.units if unit is not self.lead)

    @property
    def missing(self) -> tuple[CalledUnit, ...]:
        """Give the units that have not reported in."""
        return tuple(unit for unit in self.units if unit.arrived_at is None)

    @property
    def is_open(self) -> bool:
        """Tell whether anything is still to come: neither rated nor withdrawn."""
        return self.rating is None and self.withdrawn_on is None

    @property
    def owes_arrival(self) -> bool:
        """Tell whether a unit is still awaited; what is dealt with awaits nobody."""
        return self.is_open and self.handled_on is None and bool(self.missing)

    def status(self, now: datetime) -> WhistleStatus:
        """Tell how the whistle stands."""
        if self.withdrawn_on is not None:
            return WhistleStatus.WITHDRAWN
        if self.rating is not None:
            return WhistleStatus.RATED
        if self.handled_on is not None:
            return WhistleStatus.HANDLED
        if not self.missing:
            return WhistleStatus.ARRIVED
        if now > self.arrive_by:
            return WhistleStatus.LATE
        return WhistleStatus.BLOWN if len(self.missing) == len(self.units) else WhistleStatus.PARTLY_ARRIVED


def check_whistle(whistle: Whistle) -> None:
    """Refuse a whistle without a unit, a need or a moment to arrive by, or with a unit named twice."""
    names = [unit.name.strip() for unit in whistle.units]
    if not names or not names[0]:
        raise InvalidInput("whistle.unit_missing", field="lead_unit")
    if len(set(names)) != len(names):
        raise InvalidInput("whistle.unit_twice", field="co_units")
    if not whistle.from_unit.strip():
        raise InvalidInput("whistle.from_missing", field="from_unit")
    if not whistle.need.strip():
        raise InvalidInput("whistle.need_missing", field="need")
    if whistle.arrive_by <= whistle.blown_at:
        raise InvalidInput("whistle.due_passed", field="arrive_on")


def arrive(whistle: Whistle, unit_id: UUID, person: str, at: datetime, now: datetime) -> Whistle:
    """Note that a unit reported in, late or not; each reports once."""
    _refuse_ended(whistle)
    unit = next((unit for unit in whistle.units if unit.id == unit_id), None)
    if unit is None:
        raise InvalidInput("whistle.unit_missing", field="unit")
    if unit.arrived_at is not None:
        raise RuleRefusal("whistle.already_arrived", unit=unit.name)
    if at > now:
        raise InvalidInput("date.in_future", field="arrived_on", day=local_day(at).isoformat())
    if at < whistle.blown_at:
        raise InvalidInput("whistle.before_call", field="arrived_on")
    there = replace(unit, arrived_at=at, arrived_person=person)
    return replace(whistle, units=tuple(there if u.id == unit_id else u for u in whistle.units))


def handle(whistle: Whistle, measures: str, result: str, on: date, now: datetime) -> Whistle:
    """Record what was done and what came of it; somebody must have reported in."""
    _refuse_ended(whistle)
    if len(whistle.missing) == len(whistle.units):
        raise RuleRefusal("whistle.nobody_arrived", unit=whistle.lead.name)
    if not measures.strip():
        raise InvalidInput("whistle.measures_missing", field="measures")
    _check_day(whistle, on, now, "handled_on")
    return replace(whistle, measures=measures, result=result, handled_on=on)


def rate(whistle: Whistle, rating: WhistleRating, note: str, on: date, rater_id: UUID) -> Whistle:
    """Rate the response; only who called may (末端评价)."""
    _refuse_ended(whistle)
    if whistle.handled_on is None:
        raise RuleRefusal("whistle.handle_first")
    if rater_id != whistle.caller_id:
        raise RuleRefusal("whistle.rated_by_caller", name=whistle.caller_name)
    if rating in {WhistleRating.VERY_POOR, WhistleRating.POOR} and not note.strip():
        raise InvalidInput("reason.words_missing", field="rating_note")
    return replace(whistle, rating=rating, rating_note=note, rated_on=on)


def withdraw(whistle: Whistle, reason: str, on: date) -> Whistle:
    """Take the call back, with a reason."""
    _refuse_ended(whistle)
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    return replace(whistle, withdrawn_on=on, withdraw_reason=reason)


def _refuse_ended(whistle: Whistle) -> None:
    if whistle.withdrawn_on is not None:
        raise RuleRefusal("whistle.withdrawn")
    if whistle.rating is not None:
        raise RuleRefusal("whistle.rated")


def _check_day(whistle: Whistle, on: date, now: datetime, field: str) -> None:
    if on > local_day(now):
        raise InvalidInput("date.in_future", field=field, day=on.isoformat())
    if on < local_day(whistle.blown_at):
        raise InvalidInput("whistle.before_call", field=field)
