"""Escalation ladders and the levels of cases: kept, confirmed, and raised by people who agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.ladder import EscalationLadder, check_ladder, in_force, raised
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.days.working_days import WorkCalendar
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.looking import look


class LadderService:
    """Keeps ladders; a case goes up only when somebody says who agreed, and never down."""

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, presets: tuple[EscalationLadder, ...]
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self.presets = presets
        """What a centre may take over; none is in force by itself."""

    @property
    def calendar(self) -> WorkCalendar:
        """Give the calendar that levels are counted by."""
        return self._rules.calendar

    def ladders(self) -> tuple[EscalationLadder, ...]:
        """Give the centre's ladders."""
        with look(self._store) as work:
            return work.ladders.all()

    def in_force(self) -> EscalationLadder | None:
        """Give the ladder in force today, or None."""
        return in_force(self.ladders(), self._today())

    def save(self, ladder: EscalationLadder, *, actor: Actor) -> Done[EscalationLadder]:
        """Add or change a ladder; cases keep the terms of the day they came to their level."""
        check_ladder(ladder)
        with self._store.unit_of_work(actor) as work:
            if work.ladders.find(ladder.id) is None:
                saved = work.ladders.add(ladder, act="ladder.added")
            else:
                saved = work.ladders.save(ladder, act="ladder.changed")
            return Done(saved, work.commit())

    def confirm(
        self, ladder_id: UUID, document: str, *, actor: Actor, version: int
    ) -> Done[EscalationLadder]:
        """Take the mark 未核实 away: the document that confirms the ladder is named."""
        if not document.strip():
            raise InvalidInput("ladder.document_missing", field="document")
        with self._store.unit_of_work(actor) as work:
            ladder = as_seen("ladder", work.ladders.get(ladder_id), version)
            confirmed = replace(ladder, is_verified=True, verified_by=actor.name, verified_document=document)
            return Done(work.ladders.save(confirmed, act="ladder.confirmed", note=document), work.commit())

    def raise_level(
        self,
        case_id: UUID,
        *,
        reason: str,
        agreed_by: str,
        receiver: str,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Raise a case to the next level of the ladder in force, or of its own (升级).

        Raises RuleRefusal ``level.no_ladder`` where none is in force, ``level.at_the_top``.
        """
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            ladder = _ladder_of(case, work.ladders.all(), self._today())
            if ladder is None:
                raise RuleRefusal("level.no_ladder")
            level = raised(
                ladder,
                case,
                at=self._clock.now(),
                by=actor.name,
                reason=reason,
                agreed_by=agreed_by,
                receiver=receiver,
            )
            moved = replace(case, levels=(*case.levels, level), tier=level.name)
            saved = work.cases.save(moved, act="case.raised", note=f"{level.name}：{reason}")
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _today(self) -> date:
        return local_day(self._clock.now())


def _ladder_of(case: Case, ladders: tuple[EscalationLadder, ...], today: date) -> EscalationLadder | None:
    """Give the ladder a case began on, as it now stands, else the one in force."""
    own = case.level.ladder if case.level is not None else ""
    named = [ladder for ladder in ladders if ladder.name == own]
    return named[-1] if named else in_force(ladders, today)
