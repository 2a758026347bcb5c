"""The unit of work: one use case, one transaction, one session; undone unless committed."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.persistence.desk import DraftStore, HistoryBook, PreferenceStore, ViewStore
from app.persistence.documents import AttachmentStore, DocumentStore
from app.persistence.numbers import NumberBook
from app.persistence.proofs import ProofBook
from app.persistence.repositories.aggregates import (
    AgreementRepository,
    OrganisationRepository,
    SessionRepository,
    StaffRepository,
)
from app.persistence.repositories.appointments import (
    AppointmentRepository,
    LeaveRepository,
    ShiftRepository,
)
from app.persistence.repositories.case_files import CaseFileRepository, RetentionBookRepository
from app.persistence.repositories.cases import CaseRepository, PartyRepository
from app.persistence.repositories.deadlines import (
    CheckSettingsRepository,
    HolidayRepository,
    LocalPeriodRepository,
    WordingRepository,
)
from app.persistence.repositories.duties import DutiesRepository
from app.persistence.repositories.ladders import LadderRepository
from app.persistence.repositories.lifecycle import LinkStore, MoveStore, OralAgreementRepository
from app.persistence.repositories.merges import MergeStore
from app.persistence.repositories.originals import (
    OriginalRepository,
    SealCertificateRepository,
    SealedCopyRepository,
)
from app.persistence.repositories.performance import (
    ConfirmationRepository,
    LegalActionRepository,
    PlanRepository,
    VisitRepository,
)
from app.persistence.repositories.places import (
    AddressBook,
    GridRepository,
    RiskScaleRepository,
    UnitRepository,
)
from app.persistence.repositories.referrals import LinkRepositories
from app.persistence.repositories.submissions import SubmissionRepository
from app.persistence.repositories.watch import (
    ProactiveRepository,
    SupervisionRepository,
    WhistleRepository,
)
from app.persistence.writing import Writing


class UnitOfWork:
    """Everything one intent of a user may read and write; leave it by ``commit`` or everything is undone."""

    def __init__(self, session: Session, actor: Actor, clock: Clock, *, is_still: bool = False) -> None:
        self._session = session
        self._writing = Writing(session, actor, clock, is_still=is_still)
        self.actor, self.clock = actor, clock
        self.cases = CaseRepository(self._writing)
        self.sessions = SessionRepository(self._writing)
        self.agreements = AgreementRepository(self._writing)
        self.oral_agreements = OralAgreementRepository(self._writing)
        self.moves = MoveStore(self._writing)
        self.links = LinkStore(self._writing)
        self.duties = DutiesRepository(self._writing)
        self.holidays = HolidayRepository(self._writing)
        self.local_periods = LocalPeriodRepository(self._writing)
        self.check_settings = CheckSettingsRepository(self._writing)
        self.wordings = WordingRepository(self._writing)
        self.plans = PlanRepository(self._writing)
        self.confirmations = ConfirmationRepository(self._writing)
        self.legal_actions = LegalActionRepository(self._writing)
        self.visits = VisitRepository(self._writing)
        self.dealings = LinkRepositories(self._writing)
        self.appointments = AppointmentRepository(self._writing)
        self.shifts = ShiftRepository(self._writing)
        self.leaves = LeaveRepository(self._writing)
        self.supervision = SupervisionRepository(self._writing)
        self.whistles = WhistleRepository(self._writing)
        self.proactive = ProactiveRepository(self._writing)
        self.organisations = OrganisationRepository(self._writing)
        self.staff = StaffRepository(self._writing)
        self.parties = PartyRepository(self._writing)
        self.ladders = LadderRepository(self._writing)
        self.units = UnitRepository(self._writing)
        self.risk_scales = RiskScaleRepository(self._writing)
        self.grids = GridRepository(self._writing)
        self.addresses = AddressBook(self._writing)
        self.merges = MergeStore(self._writing)
        self.documents = DocumentStore(self._writing)
        self.submissions = SubmissionRepository(self._writing)
        self.proofs = ProofBook(self._writing)
        self.attachments = AttachmentStore(self._writing)
        self.originals = OriginalRepository(self._writing)
        self.seal_certificates = SealCertificateRepository(self._writing)
        self.sealed_copies = SealedCopyRepository(self._writing)
        self.case_files = CaseFileRepository(self._writing)
        self.retention_books = RetentionBookRepository(self._writing)
        self.numbers = NumberBook(self._writing)
        self.drafts = DraftStore(self._writing)
        self.preferences = PreferenceStore(self._writing)
        self.views = ViewStore(self._writing)
        self.history = HistoryBook(self._writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def standing_still(self) -> AbstractContextManager[None]:
        """Read much of a case at one moment: nothing may be written before the block ends."""
        return self._writing.belongings.standing_still()

    def read_ahead(self, case_ids: Collection[UUID]) -> None:
        """Read many cases at once with what belongs to them, before looking at each; of ``look`` alone."""
        self.cases.read_ahead(case_ids)
        self._writing.belongings.read_ahead(case_ids)

    def commit(self) -> Changes:
        """Make all writes last at once and tell what they touched; StorageRefusal when the disk is full."""
        return self._writing.commit()
