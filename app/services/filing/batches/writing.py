"""What a batch writes for one case, inside the transaction of that case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.errors import RuleRefusal
from app.domain.filing.batches import BATCH_KINDS, BatchWish
from app.domain.filing.catalogue.entries import ASKED_FOR, WATCHED
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.schedule import appointments as meetings
from app.domain.mediation.schedule.appointments import Appointment, NoticeManner
from app.domain.settlements.performance import acts
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.urgings import Urging, UrgingManner
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.performing import facts_of, plan_of


@dataclass(frozen=True, slots=True)
class CasePapers:
    """The papers of a case in the order of print, and how many of them are new."""

    documents: tuple[IssuedDocument, ...]
    issued: int


class CaseBatch:
    """Writes the papers of one case; what stands already is not written again."""

    def __init__(self, issue: Issue, wish: BatchWish, case: Case) -> None:
        self._issue, self._work, self._wish, self._case = issue, issue.work, wish, case
        self._today = local_day(issue.now)
        self._standing = {
            paper.subject_id: paper
            for paper in issue.work.documents.of_case(case.id)
            if paper.kind is wish.kind and not paper.void_reason
        }

    def write(self) -> CasePapers:
        """Issue what is missing; RuleRefusal or NotFound says why this case has no such paper."""
        kind = self._wish.kind
        if kind not in BATCH_KINDS:
            return self._as_it_stands()
        if kind is DocumentKind.MEDIATION_NOTICE:
            return self._notices()
        if kind is DocumentKind.URGING_LETTER:
            return self._letters()
        return self._of_subjects()

    # papers with their own form

    def _as_it_stands(self) -> CasePapers:
        kind = self._wish.kind
        if self._standing:
            return CasePapers(tuple(self._standing.values()), 0)
        if kind is DocumentKind.AGREEMENT:
            raise RuleRefusal("document.agreement_has_its_own_issue")
        if kind in WATCHED:
            raise RuleRefusal("document.watch_has_its_own_issue", kind=kind.term)
        if kind in ASKED_FOR:
            raise RuleRefusal("document.asked_in_its_form", kind=kind.term)
        raise RuleRefusal("batch.in_its_own_step", kind=kind.term)

    # papers of the case, or one for each session, receipt, visit, transfer

    def _of_subjects(self) -> CasePapers:
        subjects = self._subjects()
        missing = [subject for subject in subjects if subject not in self._standing]
        if missing:
            refuse_locked(self._case)
        fresh = {
            subject: number_and_freeze(self._issue, self._wish.kind, self._case, subject)
            for subject in missing
        }
        if DocumentKind.FOUR_DUTIES is self._wish.kind and missing:
            wind(self._work, self._issue.rules, self._case.id, self._today)
        found = {**self._standing, **fresh}
        return CasePapers(tuple(found[subject] for subject in subjects), len(fresh))

    def _subjects(self) -> tuple[UUID | None, ...]:
        of_kind: dict[DocumentKind, Callable[[], Iterable[UUID]]] = {
            DocumentKind.SESSION_RECORD: self._sessions,
            DocumentKind.PERFORMANCE_RECEIPT: self._receipts,
            DocumentKind.FOLLOW_UP_RECORD: self._visits,
            DocumentKind.SERVICE_ADDRESS: lambda: (party.id for party in self._case.parties),
            DocumentKind.TRANSFER: lambda: (move.id for move in self._case.transfers if move.receiver),
        }
        kind = self._wish.kind
        if kind is DocumentKind.RIGHTS_NOTICE and self._case.non_acceptance_reason is not None:
            raise RuleRefusal("batch.declined")
        if kind not in of_kind:
            return (None,)
        subjects = tuple(of_kind[kind]())
        if not subjects:
            raise RuleRefusal("batch.nothing_to_print", kind=kind.term)
        return subjects

    def _sessions(self) -> Iterable[UUID]:
        return (held.id for held in self._work.sessions.of_case(self._case.id) if held.is_finished)

    def _receipts(self) -> Iterable[UUID]:
        for plan in facts_of(self._work, self._issue.rules, self._case).plans:
            for receipt in plan.receipts:
                if receipt.reverses_id is None and not plan.is_reversed(receipt):
                    yield receipt.id

    def _visits(self) -> Iterable[UUID]:
        visits = facts_of(self._work, self._issue.rules, self._case).visits
        return (visit.id for visit in visits if visit.visited_on is not None)

    # notices: whoever does not know the time as it stands gets one, and is told by it

    def _notices(self) -> CasePapers:
        ahead = [
            planned
            for planned in self._work.appointments.of_case(self._case.id)
            if planned.is_active
            and planned.starts_at > self._issue.now
            and self._wish.on in (None, planned.day)
        ]
        if not ahead:
            raise RuleRefusal("batch.no_appointment_ahead")
        documents: list[IssuedDocument] = []
        issued = 0
        for planned in ahead:
            fresh = {paper.subject_id: paper for paper in self._told(planned)}
            issued += len(fresh)
            for invitation in planned.invited:
                paper = fresh.get(invitation.id) or self._standing.get(invitation.id)
                if paper is not None:
                    documents.append(paper)
        if not documents:
            raise RuleRefusal("batch.all_told")
        return CasePapers(tuple(documents), issued)

    def _told(self, planned: Appointment) -> list[IssuedDocument]:
        untold = planned.untold()
        if not untold:
            return []
        refuse_locked(self._case)
        told = planned
        for is_large in (False, True):  # who had large type before has it again
            ids = {invitation.id for invitation in untold if invitation.is_large_print is is_large}
            if ids:
                told = meetings.tell(
                    told, ids, NoticeManner.WRITTEN, at=self._issue.now, is_large_print=is_large
                )
        self._work.appointments.save(told, act="appointment.told", note=NoticeManner.WRITTEN.term)
        kind = DocumentKind.MEDIATION_NOTICE
        return [
            number_and_freeze(self._issue, kind, self._case, invitation.id, copies=1) for invitation in untold
        ]

    # letters: what is overdue and was never urged by a letter

    def _letters(self) -> CasePapers:
        facts = facts_of(self._work, self._issue.rules, self._case)
        fresh = [self._letter(plan.id, items) for plan in facts.plans if (items := self._unurged(plan))]
        documents = (*self._standing.values(), *fresh)
        if not documents:
            raise RuleRefusal("batch.nothing_overdue")
        return CasePapers(documents, len(fresh))

    def _unurged(self, plan: PerformancePlan) -> tuple[PerformanceItem, ...]:
        urged = {
            item_id for urging in plan.urgings if urging.id in self._standing for item_id in urging.item_ids
        }
        return tuple(item for item in plan.overdue(self._today) if item.id not in urged)

    def _letter(self, plan_id: UUID, items: tuple[PerformanceItem, ...]) -> IssuedDocument:
        refuse_locked(self._case)
        work, issue = self._work, self._issue
        plan = plan_of(work, issue.rules, self._case, plan_id)
        if plan is None:
            raise RuleRefusal("batch.nothing_overdue")
        urging = Urging(
            id=new_id(),
            urged_on=self._today,
            manner=UrgingManner.LETTER,
            item_ids=tuple(item.id for item in items),
            addressee_ids=tuple(dict.fromkeys(payer for item in items for payer in item.payer_ids)),
            addressees="、".join(
                dict.fromkeys(name for item in items for name in item.payers.split("、") if name)
            ),
            recorded_at=issue.now,
            recorded_by=issue.actor.name,
        )
        saved = work.plans.save(acts.urge(plan, urging), act="performance.urged", note=urging.in_one_line)
        document = number_and_freeze(issue, DocumentKind.URGING_LETTER, self._case, urging.id)
        lettered = acts.attach_letter(saved, urging.id, document.id)
        work.plans.save(lettered, act="performance.letter_issued", note=document.title)
        wind(work, issue.rules, self._case.id, self._today)
        return document
