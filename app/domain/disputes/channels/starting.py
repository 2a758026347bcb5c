"""From when mediation in a channel may begin: what must be over first, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.periods.triggers import Trigger
from app.domain.errors import InvalidInput, RuleRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCondition:
    """One consequence of an accident, and what must be over before damages can be spoken of."""

    code: str
    harm: str
    over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRule:
    """The start conditions of a channel; one that ``binds`` is refused before, another only warned of.

    ``trigger`` is the event of the deadline catalogue that happens when everything is over.
    """

    conditions: tuple[StartCondition, ...]
    binds: bool
    trigger: Trigger | None = None
    says: str
    article: str
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartGround:
    """One start condition that a case has, with the words of its day; None is not over yet."""

    id: UUID
    code: str
    harm: str
    over: str
    over_on: date | None = None
    trigger: Trigger | None = None


def begun_on(grounds: tuple[StartGround, ...], accepted_on: date | None) -> date | None:
    """Give the day mediation begins: when the last ground is over, never before acceptance (art. 90).

    None while nobody said what the accident did, while something is not over, and before acceptance.
    """
    days = [ground.over_on for ground in grounds]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or accepted_on is None:
        return None
    return max(*known, accepted_on)


def begun_events(grounds: tuple[StartGround, ...], accepted_on: date | None) -> dict[Trigger, date]:
    """Give the event of the deadline catalogue that the start of mediation is, with its day."""
    day = begun_on(grounds, accepted_on)
    return {} if day is None else {g.trigger: day for g in grounds if g.trigger is not None}


def still_open(grounds: Iterable[StartGround]) -> tuple[StartGround, ...]:
    """Give the grounds that are not over yet."""
    return tuple(ground for ground in grounds if ground.over_on is None)


def check_grounds(rule: StartRule | None, grounds: tuple[StartGround, ...], today: date) -> None:
    """Refuse grounds in a channel that has none, two of the same, and days that are yet to come."""
    for ground in grounds:
        if ground.over_on is not None and ground.over_on > today:
            day = ground.over_on.isoformat()
            raise InvalidInput("date.in_future", field=f"over_{ground.code}", day=day)
    known = {condition.code for condition in rule.conditions} if rule is not None else set[str]()
    codes = [ground.code for ground in grounds]
    if len(set(codes)) != len(codes) or not set(codes) <= known:
        raise InvalidInput("channel.start_unknown", field="start_grounds")


def check_begun(
    rule: StartRule | None, grounds: tuple[StartGround, ...], accepted_on: date | None, held_on: date
) -> None:
    """Refuse mediation before its start where the channel's rule binds."""
    if rule is None or not rule.binds:
        return
    if not grounds:
        raise RuleRefusal("channel.start_untold", article=rule.article)
    waiting = still_open(grounds)
    if waiting:
        raise RuleRefusal(
            "channel.start_waits", harm=waiting[0].harm, over=waiting[0].over, article=rule.article
        )
    day = begun_on(grounds, accepted_on)
    if day is not None and held_on < day:
        raise RuleRefusal(
            "channel.start_too_early", field="held_at", day=day.isoformat(), article=rule.article
        )
