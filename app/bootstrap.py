"""The one place that wires: which clock, store, files and renderer the services work with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.archive.files import FileStore
from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.domain.duties.rules import Rules
from app.domain.values.moments import Clock
from app.persistence.store import Store, StoreLocation
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
from app.services.services import Services
from app.services.settings import SettingsService
from app.services.settlements import SettlementService
from app.services.transactions.printing import DocumentRenderer, LateRenderer, Printing


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened centre: its services, and the store to close at the end."""

    services: Services
    store: Store

    def close(self) -> None:
        """Let go of database and data folder."""
        self.store.close()


def open_centre(location: StoreLocation, clock: Clock | None = None) -> Opened:
    """Open a centre's data with this program's own rules, then finish what a crash left undone.

    Raises StorageRefusal for a database or folder that cannot be used; nothing was changed then.
    """
    clock = clock or SystemClock()
    rules = load_rules(resource_path("rules"))
    store = Store.open(location, clock)
    try:
        services = build_services(store, DataFolder(location.data_folder), clock, rules)
        services.cases.rewind_passed_clocks()
        services.issuing.finish_unstored()
    except BaseException:
        store.close()
        raise
    return Opened(services, store)


def build_services(
    store: Store, folder: DataFolder, clock: Clock, rules: Rules, renderer: DocumentRenderer | None = None
) -> Services:
    """Build every service over an open store."""
    folder.prepare()
    files = FileStore(folder.files)
    files.sweep(clock.now() - timedelta(days=1))
    printing = Printing(store, files, renderer or LateRenderer())
    return Services(
        registration=RegistrationService(store, clock, rules),
        cases=CaseService(store, clock, rules, printing),
        mediation=MediationService(store, clock, rules),
        settlements=SettlementService(store, clock, rules, printing),
        duties=DutyService(store, clock, rules),
        issuing=IssuingService(store, clock, rules, files, printing),
        lists=ListService(store, clock),
        people=PeopleService(store, rules),
        settings=SettingsService(store, clock, folder),
        drafts=DraftService(store, clock),
        attachments=AttachmentService(store, clock, files),
        integrity=IntegrityService(store, clock, files),
    )


def location_of(data: Path, database_url: str | None = None) -> StoreLocation:
    """Name a centre's place: a folder, and a database server when there is one."""
    return StoreLocation(database_url, data)
