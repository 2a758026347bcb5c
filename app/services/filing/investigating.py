"""调查记录: asked for by its own form, since no case knows what somebody said outside a session."""

from __future__ import annotations

from uuid import UUID

from app.domain.contents.course.filling import investigation_contents
from app.domain.contents.course.investigating import InvestigationAnswers, check_investigation
from app.domain.disputes.channels.papers import words_in
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import local_day
from app.services.done import Done
from app.services.filing.asked_papers import AskedPapers
from app.services.transactions.freezing import Freezer


class InvestigationService(AskedPapers):
    """Issues records of investigation; a case may have as many as people were asked."""

    def record(
        self, case_id: UUID, answers: InvestigationAnswers, *, actor: Actor, version: int
    ) -> Done[IssuedDocument]:
        """Issue 人民调解调查记录; refuses what is missing at its field, before the case came in too."""
        check_investigation(answers, self._clock.now())
        with self._store.unit_of_work(actor) as work:
            case = self._case(work, case_id, version)
            freezer = Freezer(work, self._rules, case, local_day(self._clock.now()))
            words_in(freezer.channel, DocumentKind.INVESTIGATION_RECORD)
            committee = work.organisations.get(case.organisation_id).name
            contents = freezer.worded(investigation_contents(case, committee, answers))
            return self._issue(work, case, contents, actor, copies=1)
