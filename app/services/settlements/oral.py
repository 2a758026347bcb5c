"""Oral agreements: recorded, registered under a number and in effect in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes import steps
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import check_agreement_paper
from app.domain.disputes.lifecycle.transitions import entered
from app.domain.disputes.states import CaseEvent
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.oral import OralAgreement, check_oral
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import circumstances, log_move, save_moved
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.printing import Printing


class OralAgreements:
    """Records what was agreed by word of mouth (人民调解法 arts. 28, 30)."""

    _store: Store
    _clock: Clock
    _rules: Rules
    _printing: Printing

    def agree_orally(
        self,
        told: OralAgreement,
        *,
        performed_note: str | None = None,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Record an oral agreement with its numbered register; it takes effect on the day it was reached.

        ``performed_note`` says what proves that it was performed on the spot; None leaves it to be performed.
        """
        check_oral(told)
        now = self._clock.now()
        today: date = local_day(now)
        if told.reached_on > today:
            raise InvalidInput("date.in_future", field="reached_on", day=told.reached_on.isoformat())
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, told.case_id):
            case = as_seen("case", work.cases.get(told.case_id), version)
            check_agreement_paper(self._rules.channel_of(case), DocumentKind.ORAL_REGISTER)
            entered(case, CaseEvent.AGREE_ORALLY, circumstances(work, case.id))
            agreed = steps.agree_orally(case, on=told.reached_on)
            kept = work.oral_agreements.add(replace(told, recorded_at=now), act="oral.recorded")
            saved = work.cases.save(agreed, act="case.agreed_orally", note=told.terms)
            issue = Issue(work, self._printing, self._rules, actor, now)
            document = number_and_freeze(issue, DocumentKind.ORAL_REGISTER, saved, kept.id)
            work.oral_agreements.save(
                replace(kept, number=document.number, document_id=document.id), act="oral.numbered"
            )
            log_move(work, case, saved, CaseEvent.AGREE_ORALLY, note=told.terms, document_id=document.id)
            if performed_note is not None:
                performed = steps.perform(saved, on=told.reached_on, note=performed_note)
                saved = save_moved(
                    work, saved, performed, CaseEvent.PERFORM, act="case.performed", note=performed_note
                )
            wind(work, self._rules, case.id, today)
            changes = work.commit()
        return Done(saved, changes | self._printing.draw(document, actor=actor).changes)
