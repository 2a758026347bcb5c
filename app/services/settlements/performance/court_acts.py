"""Judicial confirmation: applied for jointly, taken, ruled on or withdrawn; each step is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.domain.duties.performance.court_clocks import application_clock
from app.domain.errors import NotFound, RuleRefusal
from app.domain.settlements import confirmation as court
from app.domain.settlements.confirmation import JudicialConfirmation, RefusalGround, ReviewExtension
from app.domain.settlements.legal_actions import enforcement_of
from app.domain.trust.actors import Actor
from app.services.done import Done
from app.services.settlements.performance.plan_acts import PlanActs
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked


class CourtActs(PlanActs):
    """Writes what happens at the court; ``version`` is that of the application the user saw."""

    def apply_for_confirmation(
        self, application: JudicialConfirmation, *, is_suitable: bool, actor: Actor
    ) -> Done[JudicialConfirmation]:
        """Record a joint application.

        Raises RuleRefusal or InvalidInput ``confirmation…`` when it is not joint, too late, made twice, or
        of a kind no court confirms (trap 19).
        """
        self._not_in_future(application.applied_on, "applied_on")
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, application.case_id):
            case = work.cases.get(application.case_id)
            refuse_locked(case)
            agreement = work.agreements.get(application.agreement_id)
            if agreement.case_id != case.id:
                raise NotFound("agreement.not_found", id=str(agreement.id))
            clock = application_clock(agreement, self._rules)
            court.check_application(
                application,
                agreement,
                work.confirmations.of_case(case.id),
                last_day=clock.last_day if clock is not None else None,
                is_suitable=is_suitable,
            )
            saved = work.confirmations.add(application, act="confirmation.applied", note=application.court)
            wind(work, self._rules, case.id, self._today())
            return Done(saved, work.commit())

    def court_accepted(
        self, confirmation_id: UUID, on: date, number: str, *, actor: Actor, version: int
    ) -> Done[JudicialConfirmation]:
        """Record that the court took the application, with its 调确字 number."""
        self._not_in_future(on, "accepted_on")
        return self._court(
            confirmation_id,
            lambda known: court.accepted_by_court(known, on, number),
            "confirmation.accepted",
            actor,
            version,
            note=number,
        )

    def court_extended(
        self, confirmation_id: UUID, told: ReviewExtension, *, actor: Actor, version: int
    ) -> Done[JudicialConfirmation]:
        """Record what the court told of its president's leave to take longer: D-13c runs from then on."""
        self._not_in_future(told.told_on, "extended_on")
        note = "，".join(part for part in (told.told_by, told.number, told.note) if part.strip())
        return self._court(
            confirmation_id,
            lambda known: court.extended_by_court(known, told),
            "confirmation.extended",
            actor,
            version,
            note=note,
        )

    def court_confirmed(
        self, confirmation_id: UUID, on: date, number: str, *, actor: Actor, version: int
    ) -> Done[JudicialConfirmation]:
        """Record the ruling that the agreement is valid; from then on it can be enforced."""
        self._not_in_future(on, "decided_on")
        return self._court(
            confirmation_id,
            lambda known: court.confirmed_by_court(known, on, number),
            "confirmation.confirmed",
            actor,
            version,
            note=number,
        )

    def court_rejected(
        self,
        confirmation_id: UUID,
        on: date,
        ground: str,
        number: str = "",
        refusal: RefusalGround | None = None,
        *,
        actor: Actor,
        version: int,
    ) -> Done[JudicialConfirmation]:
        """Record that the court did not take the application or rejected it, with the ground."""
        self._not_in_future(on, "decided_on")
        return self._court(
            confirmation_id,
            lambda known: court.rejected_by_court(known, on, ground, number, refusal),
            "confirmation.rejected",
            actor,
            version,
            note="：".join(part for part in (refusal.term if refusal is not None else "", ground) if part),
        )

    def confirmation_withdrawn(
        self, confirmation_id: UUID, on: date, ground: str, *, actor: Actor, version: int
    ) -> Done[JudicialConfirmation]:
        """Record that the parties took the application back."""
        self._not_in_future(on, "decided_on")
        return self._court(
            confirmation_id,
            lambda known: court.withdrawn(known, on, ground),
            "confirmation.withdrawn",
            actor,
            version,
            note=ground,
        )

    def take_court_step_back(
        self, confirmation_id: UUID, reason: str, *, actor: Actor, version: int
    ) -> Done[JudicialConfirmation]:
        """Take back the latest step that was recorded by mistake; no ruling that is being enforced."""
        with self._store.unit_of_work(actor) as work:
            known = as_seen("confirmation", work.confirmations.get(confirmation_id), version)
            refuse_locked(work.cases.get(known.case_id))
            enforced = enforcement_of(work.legal_actions.of_case(known.case_id), known.agreement_id)
            if known.decided_on is not None and enforced is not None:
                raise RuleRefusal("confirmation.being_enforced", day=enforced.applied_on.isoformat())
            taken_back = court.step_taken_back(known, reason)
            saved = work.confirmations.save(taken_back, act="confirmation.taken_back", note=reason)
            wind(work, self._rules, saved.case_id, self._today())
            return Done(saved, work.commit())

    def _court(
        self,
        confirmation_id: UUID,
        move: Callable[[JudicialConfirmation], JudicialConfirmation],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str,
    ) -> Done[JudicialConfirmation]:
        with self._store.unit_of_work(actor) as work:
            known = as_seen("confirmation", work.confirmations.get(confirmation_id), version)
            refuse_locked(work.cases.get(known.case_id))
            saved = work.confirmations.save(move(known), act=act, note=note)
            wind(work, self._rules, saved.case_id, self._today())
            return Done(saved, work.commit())
