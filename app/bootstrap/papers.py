"""The services of papers: what is issued, kept, handed in, bound and verified."""

from __future__ import annotations

from typing import TypedDict

from app.archive.resources import resource_path
from app.archive.ruled.review import load_review
from app.archive.shared_files import SharedFiles
from app.domain.duties.rules import Rules
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
from app.services.disputes.cases import CaseService
from app.services.filing.attachments import AttachmentService
from app.services.filing.batches.service import BatchService
from app.services.filing.bridges import BridgeService
from app.services.filing.case_files.retention import RetentionService
from app.services.filing.case_files.service import CaseFileService
from app.services.filing.court_packs import CourtPackService
from app.services.filing.investigating import InvestigationService
from app.services.filing.issuing import IssuingService
from app.services.filing.originals import OriginalService
from app.services.filing.seals.certificates import SealCertificateService
from app.services.filing.seals.sealing import SealingService
from app.services.filing.submissions import SubmissionService
from app.services.filing.verifying import VerifyingService
from app.services.filing.wordings import WordingService
from app.services.transactions.printing import Printing
from app.services.transactions.proofs.page_keys import PageKeys


class PaperServices(TypedDict):
    """The part of ``Services`` that deals with papers."""

    issuing: IssuingService
    attachments: AttachmentService
    originals: OriginalService
    seal_certificates: SealCertificateService
    sealing: SealingService
    case_files: CaseFileService
    retention: RetentionService
    batches: BatchService
    bridges: BridgeService
    investigations: InvestigationService
    submissions: SubmissionService
    court_packs: CourtPackService
    wordings: WordingService
    verifying: VerifyingService


def paper_services(
    store: Store,
    clock: Clock,
    rules: Rules,
    *,
    files: SharedFiles,
    printing: Printing,
    keys: PageKeys,
    cases: CaseService,
) -> PaperServices:
    """Build what deals with papers."""
    checks, classes = load_review(resource_path("rules"))
    return PaperServices(
        issuing=IssuingService(store, clock, rules, files, printing),
        attachments=AttachmentService(store, clock, files),
        originals=OriginalService(store, clock, files),
        seal_certificates=SealCertificateService(store, clock),
        sealing=SealingService(store, clock, rules, files),
        case_files=CaseFileService(store, clock, files, printing, read=cases.folder, checks=checks),
        retention=RetentionService(store, clock, classes),
        batches=BatchService(store, clock, rules, files, printing),
        bridges=BridgeService(store, clock, rules, files, printing),
        investigations=InvestigationService(store, clock, rules, files, printing),
        submissions=SubmissionService(store, clock, rules),
        court_packs=CourtPackService(store, clock, rules, files, printing),
        wordings=WordingService(store, clock, printing.renderer),
        verifying=VerifyingService(store, files, keys),
    )
