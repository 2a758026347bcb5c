"""Which store, files, clock, rules and renderer every service works with."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from app.archive.data_folder import DataFolder
from app.archive.ladder_presets import load_ladders
from app.archive.resources import resource_path
from app.archive.ruled.review import load_review
from app.archive.shared_files import SharedFiles
from app.archive.triage_rules import load_triage
from app.domain.duties.rules import Rules
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
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
from app.services.duties.watch.watching import WatchService
from app.services.filing.attachments import AttachmentService
from app.services.filing.batches.service import BatchService
from app.services.filing.bridges import BridgeService
from app.services.filing.case_files.service import CaseFileService
from app.services.filing.court_packs import CourtPackService
from app.services.filing.issuing import IssuingService
from app.services.filing.submissions import SubmissionService
from app.services.filing.verifying import VerifyingService
from app.services.mediation.appointments import AppointmentService
from app.services.mediation.sessions import MediationService
from app.services.people.duty_roster import RosterService
from app.services.people.merging import MergingService
from app.services.people.places import PlacesService
from app.services.people.registers import PeopleService
from app.services.people.revealing import RevealService
from app.services.services import Services
from app.services.settlements.agreements import SettlementService
from app.services.settlements.check_rules import CheckRuleService
from app.services.settlements.performance.pages import PerformanceService
from app.services.transactions.printing import DocumentRenderer, LateRenderer, Printing
from app.services.transactions.proofs.page_keys import PageKeys
from app.services.trust.concerns import ConcernService
from app.services.trust.drafts import DraftService
from app.services.trust.integrity import IntegrityService
from app.services.trust.screen_lock import ScreenLockService
from app.services.trust.settings import SettingsService
from app.services.trust.sharing import SharingService, shared_place


def build_services(
    store: Store, folder: DataFolder, clock: Clock, rules: Rules, renderer: DocumentRenderer | None = None
) -> Services:
    """Build every service over an open store."""
    rules = rules.apart()
    files = _files(store, folder, clock)
    keys = PageKeys(store, folder.keys)
    printing = Printing(store, files, renderer or LateRenderer(), keys)
    registration = RegistrationService(store, clock, rules)
    cases = CaseService(store, clock, rules, printing)
    judged = load_review(resource_path("rules"))
    return Services(
        registration=registration,
        triage=TriageService(store, clock, rules, *load_triage(resource_path("rules"))),
        places=PlacesService(store),
        cases=cases,
        lifecycle=LifecycleService(store, clock, rules, printing),
        recusal=RecusalService(store, clock, rules),
        mediation=MediationService(store, clock, rules),
        settlements=SettlementService(store, clock, rules, printing),
        check_rules=CheckRuleService(store, rules),
        performance=PerformanceService(store, clock, rules, files, printing),
        duties=DutyService(store, clock, rules),
        periods=PeriodService(store, clock, rules),
        deadlines=DeadlineService(store, clock, rules),
        ladders=LadderService(store, clock, rules, load_ladders(resource_path("rules"))),
        dealings=LinkServices(store, clock, rules, printing),
        issuing=IssuingService(store, clock, rules, files, printing),
        lists=ListService(store, clock),
        people=PeopleService(store, rules),
        merging=MergingService(store, clock),
        reveals=RevealService(store),
        settings=SettingsService(store, clock, folder),
        drafts=DraftService(store, clock),
        attachments=AttachmentService(store, clock, files),
        case_files=CaseFileService(store, clock, files, printing, read=cases.folder, rules=judged),
        integrity=IntegrityService(store, clock, files, keys),
        screen_lock=ScreenLockService(store),
        concerns=ConcernService(store, clock, rules),
        sharing=SharingService(store, files),
        watch=WatchService(store, clock, rules, printing, registration),
        appointments=AppointmentService(store, clock, rules, printing),
        rosters=RosterService(store, rules),
        bridges=BridgeService(store, clock, rules, files, printing),
        submissions=SubmissionService(store, clock, rules),
        court_packs=CourtPackService(store, clock, rules, files, printing),
        verifying=VerifyingService(store, files, keys),
        batches=BatchService(store, clock, rules, files, printing),
    )


def _files(store: Store, folder: DataFolder, clock: Clock) -> SharedFiles:
    """Prepare the data folder and sweep what a crash left half written."""
    folder.prepare()
    files = SharedFiles(folder.files, partial(shared_place, store))
    files.sweep(clock.now() - timedelta(days=1))
    return files
