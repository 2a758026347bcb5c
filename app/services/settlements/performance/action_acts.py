"""What parties did when an agreement was not kept: enforcement, payment order, suit, arbitration."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.settlements import legal_actions
from app.domain.settlements.confirmation import confirmed
from app.domain.settlements.legal_actions import ActionOutcome, LegalAction
from app.domain.trust.actors import Actor
from app.services.done import Done
from app.services.settlements.performance.court_acts import CourtActs
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked


class ActionActs(CourtActs):
    """Writes legal actions; ``version`` is that of the action the user saw."""

    def take_action(self, action: LegalAction, *, actor: Actor) -> Done[LegalAction]:
        """Record an application or a suit; one for enforcement stops its two years (D-14).

        Raises RuleRefusal or InvalidInput ``legal_action…`` for what cannot have happened.
        """
        self._not_in_future(action.applied_on, "applied_on")
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(action.case_id)
            refuse_locked(case)
            agreement = work.agreements.get(action.agreement_id)
            if agreement.case_id != case.id:
                raise NotFound("agreement.not_found", id=str(agreement.id))
            ruling = confirmed(work.confirmations.of_case(case.id), agreement.id)
            earlier = work.legal_actions.of_case(case.id)
            legal_actions.check_action(action, agreement, earlier, ruling)
            note = f"{action.kind.term}，{action.organ}"
            saved = work.legal_actions.add(action, act="legal_action.taken", note=note)
            wind(work, self._rules, case.id, self._today())
            return Done(saved, work.commit())

    def end_action(
        self, action_id: UUID, outcome: ActionOutcome, *, actor: Actor, version: int
    ) -> Done[LegalAction]:
        """Record what came of an action."""
        self._not_in_future(outcome.on, "on")
        note = "，".join(part for part in (outcome.result.term, outcome.number, outcome.ground) if part)
        return self._action(
            action_id,
            lambda known: legal_actions.ended(known, outcome),
            "legal_action.ended",
            actor,
            version,
            note=note,
        )

    def take_action_back(
        self, action_id: UUID, reason: str, *, actor: Actor, version: int
    ) -> Done[LegalAction]:
        """Take back what was recorded by mistake: the result first, then the action as a whole."""
        return self._action(
            action_id,
            lambda known: legal_actions.action_taken_back(known, reason),
            "legal_action.taken_back",
            actor,
            version,
            note=reason,
        )

    def _action(
        self,
        action_id: UUID,
        move: Callable[[LegalAction], LegalAction],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str,
    ) -> Done[LegalAction]:
        with self._store.unit_of_work(actor) as work:
            known = as_seen("legal_action", work.legal_actions.get(action_id), version)
            refuse_locked(work.cases.get(known.case_id))
            saved = work.legal_actions.save(move(known), act=act, note=note)
            wind(work, self._rules, saved.case_id, self._today())
            return Done(saved, work.commit())
