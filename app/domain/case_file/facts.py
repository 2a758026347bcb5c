"""What checklist and review look at: everything of one case that belongs to its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.case_file.items import FilePart, parts_in_order
from app.domain.case_file.records import CaseFile
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.recusal.findings import ConflictFinding
from app.domain.disputes.states import CLOSED_STATES
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.performance.facts import NO_FACTS, PerformanceFacts
from app.domain.errors import Fact
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.originals import SignedOriginal, missing_pages
from app.domain.mediation.sessions import SessionRecord
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.check.book import NOTHING_ASKED, CheckBook
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day


@dataclass(frozen=True, slots=True)
class FileLack:
    """One thing a file lacks: ``code`` names its sentence, ``facts`` fill it."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """One case as whoever binds or reviews its file sees it; ``archived_at`` is None while it may change."""

    case: Case
    committee: str
    file: CaseFile
    today: date
    sessions: tuple[SessionRecord, ...] = ()
    agreements: tuple[MediationAgreement, ...] = ()
    oral_agreements: tuple[OralAgreement, ...] = ()
    documents: tuple[IssuedDocument, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    originals: tuple[SignedOriginal, ...] = ()
    performance: PerformanceFacts = NO_FACTS
    conflicts: tuple[ConflictFinding, ...] = ()
    archived_at: datetime | None = None
    book: CheckBook = NOTHING_ASKED
    """The rules its agreements are checked by."""
    channel: Channel | None = None

    @property
    def days_met(self) -> tuple[date, ...]:
        """Give the days the parties met."""
        return tuple(local_day(session.held_at) for session in self.sessions)

    @property
    def parts(self) -> tuple[FilePart, ...]:
        """Give what goes into the file, in order."""
        return parts_in_order(self.documents, self.attachments, self.originals)

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will come into the file by itself."""
        return self.case.state in CLOSED_STATES

    @property
    def is_agreed(self) -> bool:
        """Tell whether an agreement is in effect, written or oral."""
        return bool(self.oral_agreements) or any(
            entry.state is AgreementState.EFFECTIVE for entry in self.agreements
        )

    @property
    def standing_agreements(self) -> tuple[MediationAgreement, ...]:
        """Give the written agreements that left draft and were not voided."""
        kept = (AgreementState.ISSUED, AgreementState.EFFECTIVE)
        return tuple(entry for entry in self.agreements if entry.state in kept)

    @property
    def visits_made(self) -> tuple[FollowUpVisit, ...]:
        """Give the follow-up visits that took place."""
        return tuple(visit for visit in self.performance.visits if visit.is_made)

    def has_paper(self, *kinds: DocumentKind) -> bool:
        """Tell whether a paper of one of the kinds stands."""
        return any(paper.kind in kinds and not paper.void_reason for paper in self.documents)

    def half_scanned(self) -> tuple[tuple[IssuedDocument, tuple[int, ...]], ...]:
        """Give the standing papers of which some pages are shown by scans and these are not."""
        begun = {entry.document_id: entry for entry in self.originals if entry.pages}
        found = [
            (paper, missing_pages(begun[paper.id], paper, self.attachments))
            for paper in self.documents
            if paper.id in begun and not paper.void_reason
        ]
        return tuple((paper, pages) for paper, pages in found if pages)

    def papers_about(self, kind: DocumentKind) -> frozenset[object]:
        """Give the subjects of the standing papers of a kind."""
        return frozenset(
            paper.subject_id for paper in self.documents if paper.kind is kind and not paper.void_reason
        )
