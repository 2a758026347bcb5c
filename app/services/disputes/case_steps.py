"""The steps of a case through its states: each is one transaction, on the version the user saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import reduce
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import Case, CaseMediator, NonAcceptanceReason, TerminationReason
from app.domain.disputes.channels.people import PeopleCount, check_representatives, limit_on
from app.domain.disputes.channels.rules import check_nothing_pending
from app.domain.disputes.channels.starting import StartGround, check_grounds
from app.domain.disputes.states import CaseEvent
from app.domain.disputes.turns import HandOver
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.appointing import refuse_conflicts
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import log_move, refuse_locked, save_moved
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.performing import refuse_unrecorded, refuse_while_court_decides
from app.services.transactions.printing import Printing


class CaseSteps:
    """Moves a case; ``version`` is always the one the user saw.

    A mismatch raises StaleWrite and changes nothing; a rule broken raises RuleRefusal or
    InvalidInput and changes nothing. A day in the future is refused: a step is recorded when it is done.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing

    def record_consent(
        self, case_id: UUID, inquiry: ConsentInquiry, *, actor: Actor, version: int
    ) -> Done[Case]:
        """Record what a party answered when asked (人民调解法 art. 17)."""
        self._not_in_future(inquiry.asked_on, "asked_on")
        return self._step(
            case_id,
            lambda case: steps.record_consent(case, inquiry),
            "case.consent_recorded",
            event=CaseEvent.ASK_CONSENT,
            actor=actor,
            version=version,
            note=inquiry.note,
        )

    def record_consents(
        self, case_id: UUID, inquiries: tuple[ConsentInquiry, ...], *, actor: Actor, version: int
    ) -> Done[Case]:
        """Record what several parties answered, each asked and each kept, in one transaction."""
        for inquiry in inquiries:
            self._not_in_future(inquiry.asked_on, "asked_on")
        note = next((inquiry.note for inquiry in inquiries), "")
        return self._step(
            case_id, lambda case: reduce(steps.record_consent, inquiries, case),
            "case.consent_recorded", event=CaseEvent.ASK_CONSENT, actor=actor, version=version, note=note,
        )  # fmt: skip

    def accept(
        self,
        case_id: UUID,
        on: date,
        *,
        is_pending: bool = False,
        grounds: tuple[StartGround, ...] = (),
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Accept a case to which every party consents.

        ``is_pending`` says that a court or the health department already took the dispute: a medical
        one is then refused (``channel.medical_pending``) and belongs into `decline`. ``grounds`` say
        what the accident did and what of it is over, in a channel that has start conditions.
        """
        self._not_in_future(on, "accepted_on")
        return self._step(
            case_id,
            lambda case: _accepted(case, self._rules, (on, self._today()), grounds, is_pending=is_pending),
            "case.accepted",
            event=CaseEvent.ACCEPT,
            actor=actor,
            version=version,
        )

    def decline(
        self, case_id: UUID, reason: NonAcceptanceReason, note: str, on: date, *, actor: Actor, version: int
    ) -> Done[Case]:
        """End a case as 不予受理 and issue the notice, numbered in the same transaction."""
        self._not_in_future(on, "ended_on")
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            declined = steps.decline(case, reason=reason, note=note, on=on)
            saved = work.cases.save(declined, act="case.declined", note=note)
            document = number_and_freeze(
                Issue(work, self._printing, self._rules, actor, self._clock.now()),
                DocumentKind.NON_ACCEPTANCE,
                saved,
            )
            log_move(work, case, saved, CaseEvent.DECLINE, note=note, document_id=document.id)
            wind(work, self._rules, case_id, self._today())
            changes = work.commit()
        return Done(saved, changes | self._printing.draw(document, actor=actor).changes)

    def serve_rights_notice(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Record that every party was told its rights and duties (arts. 23, 24)."""
        self._not_in_future(on, "rights_notice_on")
        return self._step(
            case_id, lambda case: steps.serve_rights_notice(case, on=on), "case.rights_notice_served",
            actor=actor, version=version,
        )  # fmt: skip

    def assign(
        self,
        case_id: UUID,
        mediators: tuple[CaseMediator, ...],
        *,
        actor: Actor,
        version: int,
        reason: str = "",
    ) -> Done[Case]:
        """Appoint or replace the mediators (art. 19); ``reason`` says why others left.

        Raises RuleRefusal ``recusal.must_recuse`` for one who must step back and was not waived.
        """
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            assigned = steps.assign(case, mediators, reason=reason)
            refuse_conflicts(work, assigned)
            saved = save_moved(
                work, case, assigned, CaseEvent.ASSIGN, act="case.mediators_assigned", note=reason
            )
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def terminate(
        self,
        case_id: UUID,
        reason: TerminationReason,
        note: str,
        routes_told: bool,  # noqa: FBT001 - the contract's order; callers name it
        on: date,
        *,
        actor: Actor,
        version: int,
        hand_overs: tuple[HandOver, ...] = (),
    ) -> Done[Case]:
        """End mediation without agreement; the other routes must have been told (art. 26).

        ``hand_overs`` list which papers the parties take along to which organ.
        """
        self._not_in_future(on, "ended_on")
        return self._step(
            case_id,
            lambda case: steps.terminate(
                case, reason=reason, note=note, routes_told=routes_told, on=on, hand_overs=hand_overs
            ),
            "case.terminated", event=CaseEvent.TERMINATE, actor=actor, version=version, note=note,
        )  # fmt: skip

    def perform(self, case_id: UUID, on: date, note: str, *, actor: Actor, version: int) -> Done[Case]:
        """Record that everything agreed has been performed (art. 31)."""
        self._not_in_future(on, "performed_on")
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            performed = steps.perform(case, on=on, note=note)
            refuse_unrecorded(work, self._rules, case, note)
            saved = save_moved(work, case, performed, CaseEvent.PERFORM, act="case.performed", note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def follow_up(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Record the follow-up visit (art. 31)."""
        self._not_in_future(on, "followed_up_on")
        return self._step(
            case_id, lambda case: steps.follow_up(case, on=on), "case.followed_up",
            event=CaseEvent.FOLLOW_UP, actor=actor, version=version,
        )  # fmt: skip

    def close(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Close a case; from then on no clock runs."""
        self._not_in_future(on, "closed_on")
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            closed = steps.close(case, on=on)
            refuse_while_court_decides(work, case)
            saved = save_moved(work, case, closed, CaseEvent.CLOSE, act="case.closed")
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _step(
        self,
        case_id: UUID,
        move: Callable[[Case], Case],
        act: str,
        *,
        event: CaseEvent | None = None,
        actor: Actor,
        version: int,
        note: str = "",
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            saved = work.cases.save(move(case), act=act, note=note)
            if event is not None:
                log_move(work, case, saved, event, note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())


def _accepted(
    case: Case, rules: Rules, days: tuple[date, date], grounds: tuple[StartGround, ...], *, is_pending: bool
) -> Case:
    on, today = days
    channel = rules.channel_of(case)
    check_nothing_pending(channel, is_pending=is_pending)
    check_grounds(channel.start if channel else None, grounds, today)
    limits = channel.people if channel else ()
    check_representatives(limit_on(limits, PeopleCount.REPRESENTATIVES), case.parties)
    accepted = steps.accept(case, on=on)
    return replace(accepted, start_grounds=grounds) if grounds else accepted
