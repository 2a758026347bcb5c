"""All use cases in one bundle, as presenters and the command line receive them."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.disputes.cases import CaseService
from app.services.disputes.lists import ListService
from app.services.disputes.periods import PeriodService
from app.services.disputes.registration import RegistrationService
from app.services.duties.deadlines import DeadlineService
from app.services.duties.four_duties import DutyService
from app.services.filing.attachments import AttachmentService
from app.services.filing.issuing import IssuingService
from app.services.mediation.sessions import MediationService
from app.services.people.registers import PeopleService
from app.services.settlements.agreements import SettlementService
from app.services.trust.drafts import DraftService
from app.services.trust.integrity import IntegrityService
from app.services.trust.settings import SettingsService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One centre's use cases; every call must come from the one database worker, drawing aside."""

    registration: RegistrationService
    cases: CaseService
    mediation: MediationService
    settlements: SettlementService
    duties: DutyService
    periods: PeriodService
    deadlines: DeadlineService
    issuing: IssuingService
    lists: ListService
    people: PeopleService
    settings: SettingsService
    drafts: DraftService
    attachments: AttachmentService
    integrity: IntegrityService
