"""吹哨: blown, reported to, dealt with, rated, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.duties.rules import Rules
from app.domain.duties.watch import whistles
from app.domain.duties.watch.limits import LimitUnit, WatchLimit, WatchLimitKind, limit_in_force
from app.domain.duties.watch.whistles import Whistle, WhistleRating, check_whistle
from app.domain.errors import RuleRefusal
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look


class WhistleService:
    """Writes whistles; ``version`` is that of the whistle the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def get(self, whistle_id: UUID) -> Whistle:
        """Give one whistle; NotFound when there is none."""
        with look(self._store) as work:
            return work.whistles.get(whistle_id)

    def limit(self) -> tuple[WatchLimit | None, datetime | None]:
        """Give the local limit for arriving and the moment it would end for a whistle blown now."""
        now = self._clock.now()
        limit = limit_in_force(self._rules.watch_limits, WatchLimitKind.ARRIVAL, local_day(now))
        return limit, limit.ends_at(now, self._rules.calendar) if limit is not None else None

    def ends_at(self, amount: int, unit: LimitUnit, start: datetime) -> datetime:
        """Count a limit of one's own from a moment; days end at the time of day of the local limit."""
        limit = limit_in_force(self._rules.watch_limits, WatchLimitKind.ARRIVAL, local_day(start))
        if limit is None:
            raise RuleRefusal("whistle.no_limit")
        return replace(limit, amount=amount, unit=unit).ends_at(start, self._rules.calendar)

    def blow(self, whistle: Whistle, *, actor: Actor) -> Done[Whistle]:
        """Call units, for a case that is open or for something proactive."""
        check_whistle(whistle)
        with self._store.unit_of_work(actor) as work:
            if whistle.case_id is not None:
                case = work.cases.get(whistle.case_id)
                if not case.is_open:
                    raise RuleRefusal(
                        "supervision.case_closed", number=case.intake_number, state=case.state.term
                    )
            if whistle.handling_id is not None:
                work.proactive.get(whistle.handling_id)
            names = "、".join(unit.name for unit in whistle.units)
            saved = work.whistles.add(whistle, act="whistle.blown", note=f"{whistle.from_unit}→{names}")
            return Done(saved, work.commit())

    def arrive(
        self, whistle_id: UUID, unit_ids: tuple[UUID, ...], person: str, at: datetime, *,
        actor: Actor, version: int,
    ) -> Done[Whistle]:  # fmt: skip
        """Note that one or several units reported in at a moment."""
        now = self._clock.now()

        def arrived(whistle: Whistle) -> Whistle:
            for unit_id in unit_ids:
                whistle = whistles.arrive(whistle, unit_id, person, at, now)
            return whistle

        def told(whistle: Whistle) -> str:
            return "、".join(unit.name for unit in whistle.units if unit.id in unit_ids)

        return self._step(whistle_id, arrived, "whistle.arrived", told, actor=actor, version=version)

    def handle(
        self, whistle_id: UUID, measures: str, result: str, on: date, *, actor: Actor, version: int
    ) -> Done[Whistle]:
        """Record what was done."""
        now = self._clock.now()
        return self._step(
            whistle_id,
            lambda whistle: whistles.handle(whistle, measures, result, on, now),
            "whistle.handled",
            lambda _whistle: measures,
            actor=actor,
            version=version,
        )

    def rate(
        self, whistle_id: UUID, rating: WhistleRating, note: str, *, actor: Actor, version: int
    ) -> Done[Whistle]:
        """Rate the response (末端评价)."""
        today = local_day(self._clock.now())
        return self._step(
            whistle_id,
            lambda whistle: whistles.rate(whistle, rating, note, today, actor.id),
            "whistle.rated",
            lambda _whistle: f"{rating.value}分（{rating.term}）{note}",
            actor=actor,
            version=version,
        )

    def withdraw(self, whistle_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[Whistle]:
        """Take the call back."""
        today = local_day(self._clock.now())
        return self._step(
            whistle_id,
            lambda whistle: whistles.withdraw(whistle, reason, today),
            "whistle.withdrawn",
            lambda _whistle: reason,
            actor=actor,
            version=version,
        )

    def _step(
        self,
        whistle_id: UUID,
        move: Callable[[Whistle], Whistle],
        act: str,
        note: Callable[[Whistle], str],
        *,
        actor: Actor,
        version: int,
    ) -> Done[Whistle]:
        with self._store.unit_of_work(actor) as work:
            whistle = as_seen("whistle", work.whistles.get(whistle_id), version)
            moved = move(whistle)
            saved = work.whistles.save(moved, act=act, note=note(moved))
            return Done(saved, work.commit())
