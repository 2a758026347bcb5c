"""A desk at a freshly set up committee, and a navigator that remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from app.archive.data_folder import DataFolder
from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.bootstrap import build_services
from app.domain.changes import Changes
from app.domain.people.organisations import CommitteeKind, MediationStudio, Organisation
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.i18n import Formats, Translator
from app.persistence.store import Store
from app.presenters.desk import Desk, InlineRunner, Runner
from app.services.services import Services
from app.services.trust.settings import FirstStart

STUDIO = MediationStudio(id=new_id(), name="石榴籽调解室")
COMMITTEE = Organisation(
    id=new_id(),
    committee_kind=CommitteeKind.RESIDENTS,
    name="石化社区人民调解委员会",
    number_code="石社",
    tier="社区",
    studios=(STUDIO,),
)
REGISTRAR = StaffMember(
    id=new_id(),
    name="巴合提古丽",
    organisation_id=COMMITTEE.id,
    roles=(StaffRole.REGISTRAR, StaffRole.MEDIATOR),
)


class Feed:
    """Hands changes to whoever listens."""

    def __init__(self) -> None:
        self.announced: list[Changes] = []
        self._callbacks: list[Callable[[Changes], None]] = []

    def announce(self, changes: Changes) -> None:
        """Pass on and remember."""
        self.announced.append(changes)
        for callback in self._callbacks:
            callback(changes)

    def on_change(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Listen until the answer is called."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)


@dataclass
class RecordingNavigator:
    """Remembers what the page asked of the window."""

    opened: list[UUID] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    toasts: list[tuple[str, Callable[[], None] | None]] = field(default_factory=list)
    forms: list[object] = field(default_factory=list)

    def open_page(self, key: str) -> None:
        """Remember a page."""
        self.pages.append(key)

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Remember a case."""
        self.opened.append(case_id)

    def verify_document(self, document_id: UUID) -> None:
        """Remember a document."""
        self.pages.append(f"verify {document_id}")

    def open_form(self, form: object) -> None:
        """Remember a form."""
        self.forms.append(form)

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Remember what was said."""
        self.toasts.append((text, undo))

    def undo(self) -> None:
        """Take back what the last toast spoke of."""
        undo = self.toasts[-1][1]
        if undo is None:
            raise AssertionError("nothing to undo")
        undo()

    def print_document(self, pdf: bytes, title: str, copies: int) -> None:
        """Nothing prints here."""
        raise AssertionError("the intake prints nothing")

    def print_documents(self, pdfs: Sequence[bytes], title: str) -> None:
        """Nothing prints here."""
        raise AssertionError("the intake prints nothing")

    def ask_file(self, title: str) -> Path | None:
        """Nobody chooses a file."""
        return None

    def ask_save(self, title: str, suggested: str) -> Path | None:
        """Nobody chooses a file."""
        return None


def services_of(store: Store, folder: Path, clock: Clock) -> Services:
    """Build the services over a store with the program's own rules."""
    return build_services(store, DataFolder(folder), clock, load_rules(resource_path("rules")))


def desk_of(services: Services, clock: Clock, runner: Runner | None = None) -> Desk:
    """Set the committee up, if it is not, and sit its registrar down."""
    if not services.settings.is_set_up():
        services.settings.set_up(
            FirstStart(organisation=COMMITTEE, staff=(REGISTRAR,), me=REGISTRAR.id), actor=SYSTEM
        )
    return Desk(
        services=services,
        me=REGISTRAR,
        translator=Translator(),
        formats=Formats(),
        clock=clock,
        runner=runner or InlineRunner(),
        feed=Feed(),
    )
