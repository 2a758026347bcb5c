"""交通事故情况: when and where, the police's finding, and of each side its vehicle, blame and insurance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.values.money import Money
from app.domain.values.termed import Termed

_PLATE = re.compile(r"[\u4e00-\u9fffA-Z0-9]{5,12}")
_BESIDE = re.compile(r"[\s·.•-]")


class Responsibility(Termed):
    """The share of blame the traffic police find (道路交通事故处理程序规定 art. 60)."""

    FULL = "full", "全部责任"
    MAIN = "main", "主要责任"
    EQUAL = "equal", "同等责任"
    SECONDARY = "secondary", "次要责任"
    NONE = "none", "无责任"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadUser:
    """One side of an accident; who walks or rides has no plate, who is not insured no insurer."""

    id: UUID
    name: str
    plate: str = ""
    responsibility: Responsibility | None = None
    insurer: str = ""
    policy_number: str = ""
    compulsory: Money | None = None
    commercial: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficAccident:
    """The accident a traffic case is about."""

    id: UUID
    happened_at: datetime | None = None
    scene: str = ""
    finding_number: str = ""
    road_users: tuple[RoadUser, ...] = ()

    @property
    def found_by(self) -> tuple[str, ...]:
        """What a search finds the case by."""
        told = (self.finding_number, self.scene)
        sides = (word for user in self.road_users for word in (user.plate, user.policy_number, user.name))
        return tuple(word for word in (*told, *sides) if word)


def plate_of(typed: str) -> str:
    """Write a plate as it is kept: capitals, without spaces and dots.

    >>> plate_of("新j·12345")
    '新J12345'
    """
    return _BESIDE.sub("", typed).upper()


def accident_problems(accident: TrafficAccident, now: datetime) -> Iterator[InvalidInput]:
    """Give everything that cannot be, in the order of the form."""
    if accident.happened_at is not None and accident.happened_at > now:
        yield InvalidInput("accident.in_future", field="happened_on")
    for place, user in enumerate(accident.road_users):
        yield from _side_problems(user, f"road_users.{place}")
    yield from _share_problems(accident.road_users)


def _side_problems(user: RoadUser, place: str) -> Iterator[InvalidInput]:
    if not user.name.strip():
        yield InvalidInput("accident.name_missing", field=f"{place}.name")
    if user.plate and not _PLATE.fullmatch(user.plate):
        yield InvalidInput("accident.plate", field=f"{place}.plate", typed=user.plate)
    is_insured = bool(user.policy_number) or user.compulsory is not None or user.commercial is not None
    if is_insured and not user.insurer.strip():
        yield InvalidInput("accident.insurer_missing", field=f"{place}.insurer", name=user.name)
    for name, amount in (("compulsory", user.compulsory), ("commercial", user.commercial)):
        if amount is not None and amount < Money.zero():
            yield InvalidInput("money.negative", field=f"{place}.{name}", typed=str(amount))


def _share_problems(users: tuple[RoadUser, ...]) -> Iterator[InvalidInput]:
    """Whole blame leaves none to others; main and secondary blame need each other, equal blame a second."""
    shares = [user.responsibility for user in users]
    if None in shares or len(shares) < _TWO:
        return
    blamed = [share for share in shares if share is not Responsibility.NONE]
    is_sound = (
        not blamed
        or blamed == [Responsibility.FULL]
        or (len(blamed) >= _TWO and set(blamed) == {Responsibility.EQUAL})
        or (blamed.count(Responsibility.MAIN) == 1 and set(blamed) == _MAIN_AND_OTHERS)
    )
    if not is_sound:
        at = next(place for place, share in enumerate(shares) if share is blamed[-1])
        yield InvalidInput("accident.shares", field=f"road_users.{at}.responsibility")


_TWO = 2
_MAIN_AND_OTHERS = {Responsibility.MAIN, Responsibility.SECONDARY}
