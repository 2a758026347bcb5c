"""All use cases in one bundle, as presenters and the command line receive them."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.disputes.cases import CaseService
from app.services.disputes.lifecycle import LifecycleService
from app.services.disputes.lists import ListService
from app.services.disputes.periods import PeriodService
from app.services.disputes.recusal import RecusalService
from app.services.disputes.registration import RegistrationService
from app.services.disputes.triage import TriageService
from app.services.duties.deadlines import DeadlineService
from app.services.duties.four_duties import DutyService
from app.services.duties.ladders import LadderService
from app.services.duties.referrals.links import LinkServices
from app.services.duties.risk_scales import RiskScaleService
from app.services.duties.watch.watching import WatchService
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
from app.services.mediation.appointments import AppointmentService
from app.services.mediation.sessions import MediationService
from app.services.people.duty_roster import RosterService
from app.services.people.merging import MergingService
from app.services.people.places import PlacesService
from app.services.people.registers import PeopleService
from app.services.people.revealing import RevealService
from app.services.settlements.agreements import SettlementService
from app.services.settlements.check_rules import CheckRuleService
from app.services.settlements.performance.pages import PerformanceService
from app.services.settlements.signing import SigningService
from app.services.trust.concerns import ConcernService
from app.services.trust.drafts import DraftService
from app.services.trust.integrity import IntegrityService
from app.services.trust.screen_lock import ScreenLockService
from app.services.trust.settings import SettingsService
from app.services.trust.sharing import SharingService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One centre's use cases; every call must come from the one database worker, drawing aside."""

    registration: RegistrationService
    triage: TriageService
    risk_scales: RiskScaleService
    places: PlacesService
    cases: CaseService
    recusal: RecusalService
    lifecycle: LifecycleService
    mediation: MediationService
    appointments: AppointmentService
    rosters: RosterService
    settlements: SettlementService
    signing: SigningService
    check_rules: CheckRuleService
    performance: PerformanceService
    duties: DutyService
    periods: PeriodService
    deadlines: DeadlineService
    dealings: LinkServices
    ladders: LadderService
    watch: WatchService
    issuing: IssuingService
    lists: ListService
    people: PeopleService
    merging: MergingService
    reveals: RevealService
    settings: SettingsService
    drafts: DraftService
    attachments: AttachmentService
    originals: OriginalService
    seal_certificates: SealCertificateService
    sealing: SealingService
    case_files: CaseFileService
    retention: RetentionService
    integrity: IntegrityService
    sharing: SharingService
    screen_lock: ScreenLockService
    concerns: ConcernService
    bridges: BridgeService
    submissions: SubmissionService
    investigations: InvestigationService
    court_packs: CourtPackService
    verifying: VerifyingService
    wordings: WordingService
    batches: BatchService
