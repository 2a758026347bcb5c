"""Everything about one case, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.case_file.facts import FileFacts
from app.domain.case_file.records import CaseFile, empty_file
from app.domain.case_file.retention import RetentionBook, RetentionRule, ending_of
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import seal_holder
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.disputes.lifecycle.links import LinkedCase
from app.domain.disputes.lifecycle.moves import CaseMove
from app.domain.disputes.periods.triggers import Trigger
from app.domain.disputes.recusal.findings import ConflictFinding
from app.domain.disputes.risk.scales import LocalRiskScale
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.deadlines.running import LimitationInterruption, WaitingPeriod
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.next_steps import NextStep, next_step
from app.domain.duties.performance.facts import NO_FACTS, PerformanceFacts
from app.domain.duties.referrals.links import CaseLinks
from app.domain.duties.rules import Rules
from app.domain.duties.watch.clocks import watch_clocks
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.originals import SignedOriginal
from app.domain.filing.seals.copies import SealedCopy
from app.domain.filing.submissions import Submission
from app.domain.mediation.schedule.appointments import Appointment
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.organisations import Organisation
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check.book import NOTHING_ASKED, CheckBook
from app.domain.settlements.oral import OralAgreement
from app.domain.trust.history import HistoryEntry
from app.persistence.work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAtWork:
    """A case with what tells the next step; ``clocks`` are computed for the day of reading."""

    case: Case
    sessions: tuple[SessionRecord, ...]
    appointments: tuple[Appointment, ...]
    agreements: tuple[MediationAgreement, ...]
    clocks: tuple[CaseClock, ...]
    performance: PerformanceFacts = NO_FACTS
    supervision: tuple[SupervisionOrder, ...] = ()
    whistles: tuple[Whistle, ...] = ()
    has_asked_in_writing: bool = False
    """Whether the joint request to the traffic police stands."""

    @property
    def next_step(self) -> NextStep:
        """Tell what is to be done next."""
        return next_step(
            self.case,
            self.sessions,
            self.agreements,
            self.appointments,
            self.performance,
            may_ask_police=any(clock.kind is ClockKind.POLICE_REQUEST for clock in self.clocks),
            has_asked_in_writing=self.has_asked_in_writing,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder(CaseAtWork):
    """A case with all that belongs to it.

    ``waiting_periods`` run but cannot be counted until one of their days is recorded;
    ``trigger_choices`` are the events outside the room whose day may matter to this case.
    ``channel`` is the row its mediation goes by, as it stood on the day of registration.
    ``dealings`` are what is between organs about it, ``links`` the other cases it has to do with.
    ``conflicts`` are what stands between its present mediators and its people, found at that moment.
    """

    channel: Channel | None = None
    organisation: Organisation
    oral_agreements: tuple[OralAgreement, ...] = ()
    duties: FourDuties
    dealings: CaseLinks
    documents: tuple[IssuedDocument, ...]
    attachments: tuple[Attachment, ...]
    history: tuple[HistoryEntry, ...]
    waiting_periods: tuple[WaitingPeriod, ...] = ()
    trigger_choices: tuple[Trigger, ...] = ()
    limitation: LimitationInterruption | None = None
    conflicts: tuple[ConflictFinding, ...] = ()
    found_as: tuple[ProactiveHandling, ...] = ()
    """What screening had found before it became this case (未诉先办): one, or nothing."""
    links: tuple[LinkedCase, ...] = ()
    earlier_evidence: tuple[tuple[str, Attachment], ...] = ()
    """Evidence that stayed with the case this one goes on from in another channel, with its number."""
    moves: tuple[CaseMove, ...] = ()
    submissions: tuple[Submission, ...] = ()
    check: CheckBook = NOTHING_ASKED
    """The rules an agreement of this case is checked by, with what its organisation set."""
    risk_scale: LocalRiskScale | None = None
    """The scale its organisation grades risk by, where that is not the shipped one."""
    kept_file: CaseFile | None = None
    retention: RetentionBook | None = None
    """How long its organisation keeps files, where that is not as shipped."""
    originals: tuple[SignedOriginal, ...] = ()
    sealed_copies: tuple[SealedCopy, ...] = ()

    @property
    def seal_holder(self) -> str:
        """Name whose seal the agreement bears; ours where nobody said which other body mediates."""
        return seal_holder(self.channel, self.case.triages, self.organisation)

    @property
    def file(self) -> CaseFile:
        """Give what is recorded of the file, or an empty record."""
        return self.kept_file or empty_file(self.case.id)

    @property
    def usual_retention(self) -> RetentionRule | None:
        """Give how long files like this one are kept; None where its organisation set nothing."""
        book, case = self.retention, self.case
        return None if book is None else book.rule_for(case.dispute_type, ending_of(case))

    def file_facts(self, today: date) -> FileFacts:
        """Give what checklist and review look at."""
        return FileFacts(
            case=self.case,
            committee=self.organisation.name,
            file=self.file,
            today=today,
            sessions=self.sessions,
            agreements=self.agreements,
            oral_agreements=self.oral_agreements,
            documents=self.documents,
            attachments=self.attachments,
            originals=self.originals,
            performance=self.performance,
            conflicts=self.conflicts,
            archived_at=_archived_at(self.case, self.moves),
            book=self.check,
            channel=self.channel,
        )


def case_at_work(work: UnitOfWork, rules: Rules, case: Case, facts: ClockFacts, today: date) -> CaseAtWork:
    """Read what tells the next step of a case, once the facts of its clocks are known."""
    orders, whistles = work.supervision.of_case(case.id), work.whistles.of_case(case.id)
    own = case_clocks(case, facts, rules, today)
    watched = watch_clocks(orders, whistles) if case.is_open else ()
    return CaseAtWork(
        case=case,
        sessions=work.sessions.of_case(case.id),
        appointments=work.appointments.of_case(case.id),
        agreements=facts.agreements,
        clocks=tuple(sorted((*own, *watched), key=lambda clock: clock.last_day)),
        performance=facts.performance,
        supervision=orders,
        whistles=whistles,
        has_asked_in_writing=case.termination_reason is not None
        and asked_in_writing(work.documents.of_case(case.id)),
    )


def asked_in_writing(documents: tuple[IssuedDocument, ...]) -> bool:
    """Tell whether a joint request to the traffic police was issued and stands."""
    return any(paper.kind is DocumentKind.TRAFFIC_REQUEST and not paper.void_reason for paper in documents)


def _archived_at(case: Case, moves: tuple[CaseMove, ...]) -> datetime | None:
    """Give the moment an archived case was locked; None while it is open to writing."""
    if case.state is not CaseState.ARCHIVED:
        return None
    locked = [move.at for move in moves if move.event is CaseEvent.ARCHIVE and not move.is_undone]
    return max(locked, default=None)
