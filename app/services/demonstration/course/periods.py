"""Pause, extend and start the periods of demo cases, as their mediators would."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import ClockKind, ExtensionBy
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.services.services import Services

_LONGER = timedelta(days=15)


class Periods:
    """What happens to the period of one demo case."""

    def __init__(self, services: Services, actor: Actor) -> None:
        self._services, self._actor = services, actor

    def sign_for_papers(self, case: Case, on: date) -> Case:
        """Note when the court's papers were signed for; other cases have none."""
        if case.source is not CaseSource.COURT_DELEGATED:
            return case
        signed = TriggerDay(id=new_id(), trigger=Trigger.PAPERS_SIGNED_FOR, on_day=on, note="移交函一份")
        return self._services.periods.record_day(
            case.id, signed, actor=self._actor, version=case.version
        ).value

    def suspend(self, case: Case, on: date) -> Case:
        """Pause for an appraisal."""
        pause = Suspension(
            id=new_id(),
            reason=SuspensionReason.APPRAISAL,
            from_day=on,
            from_state=case.state,
            note="双方同意委托司法鉴定所鉴定损失",
        )
        return self._services.periods.suspend(case.id, pause, actor=self._actor, version=case.version).value

    def extend(self, case: Case, on: date) -> Case:
        """Extend by a fortnight where the rule lets the parties do so."""
        clocks = self._services.cases.folder(case.id).clocks
        running = next((clock for clock in clocks if clock.kind is ClockKind.MEDIATION), None)
        if running is None or running.extension_by is not ExtensionBy.PARTIES or running.last_day < on:
            return case
        extension = Extension(
            id=new_id(),
            previous_last_day=running.last_day,
            new_last_day=running.last_day + _LONGER,
            is_written=True,
            consents=tuple(
                ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=on) for party in case.parties
            ),
            note="等对方筹款",
        )
        return self._services.periods.extend(
            case.id, extension, actor=self._actor, version=case.version
        ).value
