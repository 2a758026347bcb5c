"""Escalation ladders (335730 and others) as data: levels with limits; a case is raised by people alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.levels import CaseLevel, LevelStart, LevelUnit, OnExpiry
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.periods import Period, last_day
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.ids import new_id

FEWEST, MOST = 3, 5
"""A ladder has three to five levels: three tiers in some places, four in Karamay, five rungs in 335730."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One level of a ladder. ``duties`` are those of the four that should be done when it ends."""

    id: UUID
    code: str
    name: str
    limit: int
    unit: LevelUnit = LevelUnit.DAY
    starts: LevelStart = LevelStart.RECEIVED_AT_LEVEL
    on_expiry: OnExpiry = OnExpiry.ESCALATE
    duties: tuple[DutyKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationLadder:
    """A centre's ladder, in force for cases registered from a day on; None is not in force.

    ``is_verified`` is False until somebody names the document that confirms it (未核实).
    """

    id: UUID
    version: int = 0
    name: str
    source: str
    note: str = ""
    rungs: tuple[Rung, ...]
    effective_from: date | None = None
    is_verified: bool = False
    verified_by: str = ""
    verified_document: str = ""

    def rung(self, order: int) -> Rung | None:
        """Give a rung by its place, 0 the lowest; None beyond the last."""
        return self.rungs[order] if 0 <= order < len(self.rungs) else None


def check_ladder(ladder: EscalationLadder) -> None:
    """Refuse a ladder without a name, with too few or many levels, or a level without name or limit."""
    if not ladder.name.strip():
        raise InvalidInput("ladder.name_missing", field="name")
    if not FEWEST <= len(ladder.rungs) <= MOST:
        raise InvalidInput("ladder.rungs", field="rungs", fewest=FEWEST, most=MOST, count=len(ladder.rungs))
    for place, rung in enumerate(ladder.rungs, start=1):
        if not rung.name.strip():
            raise InvalidInput("ladder.rung_name_missing", field="rungs", place=place)
        if rung.limit < 1:
            raise InvalidInput("ladder.rung_limit", field="rungs", name=rung.name)
    names = [rung.name for rung in ladder.rungs]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise InvalidInput("ladder.rung_twice", field="rungs", name=twice)


def in_force(ladders: tuple[EscalationLadder, ...], on: date) -> EscalationLadder | None:
    """Give the ladder in force on a day: the one that came into force last."""
    valid = [one for one in ladders if one.effective_from is not None and one.effective_from <= on]
    return max(valid, key=lambda one: one.effective_from or date.min, default=None)


def first_level(ladder: EscalationLadder, case: Case) -> CaseLevel:
    """Give the level a new case stands on: that of its tier's name, else the lowest."""
    order = next((place for place, rung in enumerate(ladder.rungs) if rung.name == case.tier), 0)
    return _level(ladder, order, case, at=case.registered_at, by=case.registrar_name)


def raised(
    ladder: EscalationLadder, case: Case, *, at: datetime, by: str, reason: str, agreed_by: str, receiver: str
) -> CaseLevel:
    """Give the next level for a case; who agreed is always told.

    Raises RuleRefusal ``level.at_the_top`` on the highest, InvalidInput for a missing reason or name.
    """
    if not reason.strip():
        raise InvalidInput("level.reason_missing", field="reason")
    if not agreed_by.strip():
        raise InvalidInput("level.agreed_by_missing", field="agreed_by")
    order = case.level.order + 1 if case.level is not None else 0
    if ladder.rung(order) is None:
        raise RuleRefusal("level.at_the_top", level=ladder.rungs[-1].name)
    level = _level(ladder, order, case, at=at, by=by)
    return replace(level, reason=reason, agreed_by=agreed_by, receiver=receiver)


def level_days(
    ladder: EscalationLadder, registered_on: date, calendar: WorkCalendar
) -> tuple[tuple[str, date], ...]:
    """Give the last day of each level for a case that goes up on every expiry."""
    day, found = registered_on, []
    for rung in ladder.rungs:
        if rung.unit is not LevelUnit.HOUR:  # hours end within the day the level began
            start = registered_on if rung.starts is LevelStart.REGISTERED else day
            day = last_day(start, Period(rung.limit, rung.unit.period_unit), calendar).last_day
        found.append((rung.name, day))
    return tuple(found)


def duty_dates(
    ladder: EscalationLadder, registered_on: date, calendar: WorkCalendar
) -> dict[DutyKind, tuple[date, str]]:
    """Give the due day of each duty a ladder places, with how it was counted: level after level."""
    found: dict[DutyKind, tuple[date, str]] = {}
    told: list[str] = []
    for rung, (_name, day) in zip(ladder.rungs, level_days(ladder, registered_on, calendar), strict=True):
        told.append(f"{rung.name}{rung.limit}{rung.unit.term}")
        for kind in rung.duties:
            found[kind] = (day, f"登记次日起按{ladder.name}累计：{'、'.join(told)}")
    return found


def _level(ladder: EscalationLadder, order: int, case: Case, *, at: datetime, by: str) -> CaseLevel:
    rung = ladder.rungs[order]
    following = ladder.rung(order + 1)
    return CaseLevel(
        id=new_id(),
        ladder=ladder.name,
        order=order,
        code=rung.code,
        name=rung.name,
        limit=rung.limit,
        unit=rung.unit,
        starts=rung.starts,
        on_expiry=rung.on_expiry,
        since=case.registered_at if rung.starts is LevelStart.REGISTERED else at,
        moved_at=at,
        moved_by=by,
        next_name=following.name if following else "",
        is_verified=ladder.is_verified,
    )
