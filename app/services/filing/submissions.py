"""Papers handed in at other organs: recorded once, taken back with a reason; the clocks follow."""

from __future__ import annotations

from uuid import UUID

from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, NotFound
from app.domain.filing.submissions import Submission, check_submission, submission_taken_back
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked


class SubmissionService:
    """Writes who took which paper where; only what another organ has can end a period (D-09)."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store, self._clock, self._rules = store, clock, rules

    def hand_in(self, submission: Submission, *, actor: Actor) -> Done[Submission]:
        """Record that a paper was handed in.

        Raises RuleRefusal or InvalidInput ``submission…`` for a paper that is not handed in, was voided or
        is there already; a paper of another case is not found.
        """
        if submission.handed_on > local_day(self._clock.now()):
            raise InvalidInput("date.in_future", field="handed_on", day=submission.handed_on.isoformat())
        with self._store.unit_of_work(actor) as work:
            refuse_locked(work.cases.get(submission.case_id))
            document = work.documents.get(submission.document_id)
            if document.case_id != submission.case_id:
                raise NotFound("document.not_found", id=str(document.id))
            check_submission(submission, document, work.submissions.of_case(submission.case_id))
            note = f"{document.title}，{submission.organ}，{submission.receiver}"
            saved = work.submissions.add(submission, act="submission.made", note=note)
            wind(work, self._rules, saved.case_id, local_day(self._clock.now()))
            return Done(saved, work.commit())

    def take_back(self, submission_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[Submission]:
        """Take back an entry made by mistake; a period it had ended runs again."""
        with self._store.unit_of_work(actor) as work:
            known = as_seen("submission", work.submissions.get(submission_id), version)
            refuse_locked(work.cases.get(known.case_id))
            taken_back = submission_taken_back(known, reason)
            saved = work.submissions.save(taken_back, act="submission.taken_back", note=reason)
            wind(work, self._rules, saved.case_id, local_day(self._clock.now()))
            return Done(saved, work.commit())
