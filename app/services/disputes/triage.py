"""Targeted triage (靶向分流): advice with reasons, what people choose, risk, joint mediation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.handling import CoOrganisation, HandlingMode, TriageDecision
from app.domain.disputes.risk.grading import RiskFinding, ToldRisk, find_risks, graded, risks_of
from app.domain.disputes.risk.rules import RiskRules
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.states import CaseEvent
from app.domain.disputes.triage.advice import (
    RelatedCase,
    Suggestion,
    TriageFacts,
    Workforce,
    advise,
    proposed_mode,
)
from app.domain.disputes.triage.rules import TriageRules
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.duties.rules import Rules
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.disputes.intake import Intake
from app.services.done import Done
from app.services.mediation.agenda import roster_of
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.looking import look
from app.services.transactions.moving import log_move, refuse_locked


class TriageService:
    """Advises and keeps what was decided; ``version`` is the one the user saw."""

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, triage: TriageRules, risk: RiskRules
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._triage = triage
        self._risk = risk

    @property
    def rules(self) -> TriageRules:
        """Give the rules of triage in force."""
        return self._triage

    @property
    def risk_rules(self) -> RiskRules:
        """Give triggers and scales of risk."""
        return self._risk

    # advice
    def facts_of(self, intake: Intake, risk: RiskLevel) -> TriageFacts:
        """Gather what an intake tells that triage weighs, related open cases and the grid included."""
        types = list_valid_on(self._rules.dispute_types, self._today())
        code = intake.dispute_type
        known = {party.record_id for party in intake.parties if party.record_id is not None}
        with self._store.reads() as reads:
            grid_code = reads.places.grid_of(intake.place)
            units = {unit.organisation_id: unit.name for unit in self.units()}
            related = tuple(
                RelatedCase(
                    case_id=case_id,
                    intake_number=number,
                    unit_name=units.get(reads.places.organisation_of(case_id), ""),
                )
                for case_id, number in reads.places.open_cases_of(known)
            )
        return TriageFacts(
            dispute_type=code,
            dispute_type_name=types.name_of(code) if code else "",
            source=intake.source,
            place=intake.place,
            grid_code=grid_code,
            amount=intake.amount,
            headcount=intake.headcount or _people(intake.parties),
            languages=tuple(dict.fromkeys(p.language for p in intake.parties if p.language)),
            risk=risk,
            related=related,
            studio_id=intake.studio_id,
        )

    def facts_of_case(self, case: Case) -> TriageFacts:
        """Gather the same from a case as it stands, with its next meeting; it is not related to itself."""
        told = Intake(
            source=case.source,
            dispute_type=case.dispute_type,
            amount=case.amount,
            place=case.place,
            facts=case.facts,
            headcount=case.headcount,
            organisation_id=case.organisation_id,
            studio_id=case.studio_id,
            parties=case.parties,
        )
        facts, today = self.facts_of(told, case.risk), self._today()
        with look(self._store) as work:
            days = [one.day for one in work.appointments.of_case(case.id) if one.is_active]
        return replace(
            facts,
            related=tuple(one for one in facts.related if one.case_id != case.id),
            meets_on=next((day for day in days if day >= today), None),
        )

    def advice(self, facts: TriageFacts, own: UUID) -> tuple[Suggestion, ...]:
        """Give all units as suggestions, the best first; "why not the other" is in each one's reasons."""
        with look(self._store) as work:
            units, members = work.units.all(), work.staff.all()
            today = self._today()
            on = facts.meets_on or today
            last = on + timedelta(days=self._triage.duty_days_ahead)
            roster = roster_of(work, self._rules, on, last)
        with self._store.reads() as reads:
            loads = dict(reads.counts.open_by_lead())
        workforce = Workforce(today=today, roster=roster, members=members, loads=loads)
        return advise(facts, units, workforce, self._triage, own)

    def mode_for(self, facts: TriageFacts) -> HandlingMode | None:
        """Propose how the parties are met (上门、线上、电话、融情)."""
        return proposed_mode(facts, self._triage.modes)

    def units(self) -> tuple[HandlingUnit, ...]:
        """Give the units of the register."""
        with look(self._store) as work:
            return work.units.all()

    # risk
    def risks_of_intake(self, intake: Intake) -> tuple[RiskFinding, ...]:
        """Find what warns of worse in an intake as typed so far."""
        told = ToldRisk(
            texts=(intake.facts, intake.requests, intake.title),
            flags=intake.risk_flags,
            headcount=intake.headcount or _people(intake.parties),
            dispute_type=intake.dispute_type,
            parties=intake.parties,
            on=self._today(),
        )
        return find_risks(told, self._risk.triggers)

    def risks_of_case(self, case: Case) -> tuple[RiskFinding, ...]:
        """Find what warns of worse in a case as it stands."""
        return risks_of(case, self._risk, self._today())

    def grade(
        self, findings: tuple[RiskFinding, ...], intake: Intake, dismissed: frozenset[str] = frozenset()
    ) -> RiskLevel:
        """Suggest a level from what was found and ticked; what was dismissed does not count."""
        return graded(findings, intake.risk_flags, dismissed)

    def dismiss_risk(
        self, case_id: UUID, dismissal: RiskDismissal, *, actor: Actor, version: int
    ) -> Done[Case]:
        """Set a warning aside with its reason; the level is computed anew from what still stands."""

        def dismissed(case: Case) -> Case:
            gone = frozenset({*(entry.code for entry in case.risk_dismissals), dismissal.code})
            level = graded(self.risks_of_case(case), case.risk_flags, gone)
            return steps.dismiss_risk(case, dismissal, risk=level)

        note = f"{dismissal.name}：{dismissal.reason}"
        return self._step(case_id, dismissed, "case.risk_dismissed", actor, version, note=note)

    # deciding
    def send_on(
        self,
        case_id: UUID,
        decision: TriageDecision,
        *,
        risk: RiskLevel,
        tier: str,
        mode: HandlingMode | None,
        channel_code: str = "",
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Triage a case, or anew one that is not accepted yet; no ``channel_code`` takes the proposed one.

        Raises InvalidInput ``triage.reason_missing`` for another choice than advised without a reason.
        """
        note = "：".join(part for part in (decision.unit_name, decision.override_reason) if part)
        return self._step(
            case_id,
            lambda case: _into_channel(
                steps.triage(
                    case, channel=decision.channel, risk=risk, tier=tier, decision=decision, mode=mode
                ),
                self._rules,
                channel_code,
                self._today(),
            ),
            "case.triaged",
            actor,
            version,
            note=note,
        )

    def share(
        self, case_id: UUID, units: tuple[CoOrganisation, ...], *, actor: Actor, version: int
    ) -> Done[Case]:
        """Name the units that mediate together with the leading one."""
        note = "、".join(unit.name for unit in units)
        return self._step(
            case_id, lambda case: steps.share(case, units), "case.shared", actor, version, note=note
        )

    def _step(
        self,
        case_id: UUID,
        move: Callable[[Case], Case],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str,
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            moved = move(case)
            saved = work.cases.save(moved, act=act, note=note)
            if moved.state is not case.state:
                log_move(work, case, saved, CaseEvent.TRIAGE, note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _today(self) -> date:
        return local_day(self._clock.now())


def _people(parties: tuple[CaseParty, ...]) -> int:
    """Count the people of the larger side: a group is many against one, not the sum of a quarrel."""
    return max(
        (sum(p.headcount for p in parties if p.side is side and p.is_person) for side in PartySide), default=0
    )


def _into_channel(case: Case, rules: Rules, code: str, on: date) -> Case:
    """Give a triaged case the chosen channel, or the one proposed for its family."""
    family, settled = rules.all_channels().settled(code, case.channel, case.source, case.dispute_type, on)
    return replace(case, channel=family, channel_code=settled)
