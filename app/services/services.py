"""All use cases in one bundle, as presenters and the command line receive them."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.cases import CaseService
from app.services.drafts import DraftService
from app.services.duties import DutyService
from app.services.filing.attachments import AttachmentService
from app.services.filing.issuing import IssuingService
from app.services.integrity import IntegrityService
from app.services.lists import ListService
from app.services.mediation import MediationService
from app.services.people import PeopleService
from app.services.registration import RegistrationService
from app.services.settings import SettingsService
from app.services.settlements import SettlementService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One centre's use cases; every call must come from the one database worker, drawing aside."""

    registration: RegistrationService
    cases: CaseService
    mediation: MediationService
    settlements: SettlementService
    duties: DutyService
    issuing: IssuingService
    lists: ListService
    people: PeopleService
    settings: SettingsService
    drafts: DraftService
    attachments: AttachmentService
    integrity: IntegrityService
