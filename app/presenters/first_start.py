"""First start: whose committee this is, who works here, and who sits at this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.people.organisations import CommitteeKind, MediationStudio, Organisation, OrganisationKind
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.trust.actors import SYSTEM
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.domain.values.texts import one_line
from app.i18n.translator import Translator
from app.presenters.desk import Runner
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.trust.settings import FirstStart, SettingsService

STEP_COMMITTEE, STEP_STAFF, STEP_ME = range(3)
KINDS = (OrganisationKind.COMMITTEE, OrganisationKind.CENTRE)
"""Who may begin here: agencies and courts are counterparts, not houses of their own."""
COMMITTEE_KINDS = tuple(CommitteeKind)
ROLES = tuple(StaffRole)


@dataclass(slots=True, kw_only=True)
class StudioEntry:
    """A studio being typed."""

    id: UUID
    name: str = ""
    address: str = ""


@dataclass(slots=True, kw_only=True)
class StaffEntry:
    """Somebody who works here, being typed."""

    id: UUID
    name: str = ""
    phone: str = ""
    roles: tuple[StaffRole, ...] = (StaffRole.MEDIATOR, StaffRole.REGISTRAR)
    studio_id: UUID | None = None


@dataclass(slots=True, kw_only=True)
class FirstStartEntry:
    """Everything typed in the wizard; it stays from step to step, whatever is missing."""

    id: UUID
    kind: OrganisationKind = OrganisationKind.COMMITTEE
    committee_kind: CommitteeKind = CommitteeKind.RESIDENTS
    name: str = ""
    number_code: str = ""
    tier: str = ""
    address: str = ""
    phone: str = ""
    confirming_court: str = ""
    studios: tuple[StudioEntry, ...] = ()
    staff: tuple[StaffEntry, ...] = field(default_factory=tuple)
    me: UUID | None = None

    def holder(self, key: str) -> FirstStartEntry | StudioEntry | StaffEntry | None:
        """Find what holds the field of a key (``name``, ``<id>.name``)."""
        whose, _, _name = key.rpartition(".")
        if not whose:
            return self
        known: tuple[StudioEntry | StaffEntry, ...] = (*self.studios, *self.staff)
        return next((entry for entry in known if str(entry.id) == whose), None)


class FirstStartView(Protocol):
    """The wizard, told what to show."""

    def show_step(self, step: int) -> None:
        """Show a step; the fields of the others keep what stands in them."""

    def show_studios(self, studios: tuple[StudioEntry, ...]) -> None:
        """Show a line for each studio."""

    def show_staff(self, staff: tuple[StaffEntry, ...], studios: tuple[StudioEntry, ...]) -> None:
        """Show the fields of everybody, with the studios they may belong to."""

    def show_people(self, people: tuple[tuple[UUID, str], ...], me: UUID | None) -> None:
        """Offer those who work here to choose from."""

    def show_problems(self, problems: dict[str, str]) -> None:
        """Show these sentences at their fields and none at any other."""

    def show_failure(self, words: str) -> None:
        """Say at the top what failed; empty for nothing."""

    def focus_field(self, key: str) -> None:
        """Take the user to a field."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Hold still while the centre is being set up."""


class FirstStartPresenter:
    """The three steps. ``finish`` gets the member of staff who sits here once all is written."""

    def __init__(
        self,
        settings: SettingsService,
        translator: Translator,
        runner: Runner,
        view: FirstStartView,
        finish: Callable[[StaffMember], None],
    ) -> None:
        self._settings, self._translator, self._runner = settings, translator, runner
        self._view, self._finish = view, finish
        self.entry = FirstStartEntry(id=new_id(), staff=(StaffEntry(id=new_id()),))
        self.step = STEP_COMMITTEE
        self._asked: set[int] = set()

    def open(self) -> None:
        """Begin with the committee."""
        self._view.show_studios(self.entry.studios)
        self._go(STEP_COMMITTEE)

    def typed(self, key: str, value: object) -> None:
        """Take what now stands in a field; a field that was wrong is checked again."""
        holder = self.entry.holder(key)
        if holder is not None:
            setattr(holder, key.rpartition(".")[2], value)
            if self.step in self._asked:
                self._view.show_problems(self._problems(self.step))

    def add_studio(self) -> None:
        """Add a line for a studio; an empty one that stands there is used."""
        blank = next((studio for studio in self.entry.studios if not studio.name.strip()), None)
        studio = blank or StudioEntry(id=new_id())
        if blank is None:
            self.entry.studios = (*self.entry.studios, studio)
            self._view.show_studios(self.entry.studios)
        self._view.focus_field(f"{studio.id}.name")

    def remove_studio(self, studio_id: UUID) -> None:
        """Take a studio away; those who were in it belong to the committee alone."""
        self.entry.studios = tuple(studio for studio in self.entry.studios if studio.id != studio_id)
        for member in self.entry.staff:
            member.studio_id = None if member.studio_id == studio_id else member.studio_id
        self._view.show_studios(self.entry.studios)

    def add_member(self) -> None:
        """Add somebody who works here."""
        member = StaffEntry(id=new_id())
        self.entry.staff = (*self.entry.staff, member)
        self._show_staff()
        self._view.focus_field(f"{member.id}.name")

    def remove_member(self, member_id: UUID) -> None:
        """Take somebody away; one person always stays to be typed."""
        left = tuple(member for member in self.entry.staff if member.id != member_id)
        self.entry.staff = left or (StaffEntry(id=new_id()),)
        if self.entry.me == member_id:
            self.entry.me = None
        self._show_staff()

    def next(self) -> None:
        """Go on when this step is complete, else to what is missing; the last step sets the centre up."""
        self._asked.add(self.step)
        problems = self._problems(self.step)
        self._view.show_problems(problems)
        if problems:
            self._view.focus_field(next(iter(problems)))
        elif self.step == STEP_ME:
            self._set_up()
        else:
            self._go(self.step + 1)

    def back(self) -> None:
        """Go one step back; nothing typed is lost."""
        if self.step > STEP_COMMITTEE:
            self._go(self.step - 1)

    # pieces

    def _go(self, step: int) -> None:
        self.step = step
        self._view.show_failure("")
        first = {STEP_COMMITTEE: "name", STEP_STAFF: f"{self.entry.staff[0].id}.name", STEP_ME: "me"}
        if step == STEP_STAFF:
            self._show_staff()
        if step == STEP_ME:
            self._offer_people()
        self._view.show_step(step)
        self._view.show_problems(self._problems(step) if step in self._asked else {})
        self._view.focus_field(first[step])

    def _show_staff(self) -> None:
        named = tuple(studio for studio in self.entry.studios if studio.name.strip())
        self._view.show_staff(self.entry.staff, named)

    def _offer_people(self) -> None:
        people = tuple((member.id, clean_name(member.name)) for member in self._told())
        ids = [member_id for member_id, _name in people]
        if self.entry.me not in ids:
            self.entry.me = ids[0] if len(ids) == 1 else None
        self._view.show_people(people, self.entry.me)

    def _told(self) -> tuple[StaffEntry, ...]:
        """Leave out lines nobody typed into."""
        return tuple(member for member in self.entry.staff if member.name.strip() or member.phone.strip())

    def _problems(self, step: int) -> dict[str, str]:
        if step == STEP_COMMITTEE:
            return self._committee_problems()
        if step == STEP_STAFF:
            return self._staff_problems()
        return {"me": self._translator.text("选择您是哪一位")} if self.entry.me is None else {}

    def _committee_problems(self) -> dict[str, str]:
        text, entry, found = self._translator.text, self.entry, {}
        if not entry.name.strip():
            found["name"] = text("填写全称，文书抬头用")
        if entry.kind is OrganisationKind.COMMITTEE and not entry.number_code.strip():
            found["number_code"] = text("填写编号简称，如 石社")
        for studio in entry.studios:
            if studio.address.strip() and not studio.name.strip():
                found[f"{studio.id}.name"] = text("填写调解室名称")
        return found

    def _staff_problems(self) -> dict[str, str]:
        text, found = self._translator.text, {}
        for member in self._told() or self.entry.staff[:1]:
            if not member.name.strip():
                found[f"{member.id}.name"] = text("填写姓名")
            elif not member.roles:
                found[f"{member.id}.roles"] = text("至少选一项工作")
        return found

    def _set_up(self) -> None:
        me = self.entry.me
        if me is None:
            return
        first = FirstStart(organisation=self._organisation(), staff=self._staff(), me=me)
        self._view.set_busy(is_busy=True)
        self._runner.submit(
            lambda: self._settings.set_up(first, actor=SYSTEM), self._on_set_up, self._on_refused
        )

    def _on_set_up(self, done: Done[StaffMember]) -> None:
        self._view.set_busy(is_busy=False)
        self._finish(done.value)

    def _on_refused(self, error: Exception) -> None:
        self._view.set_busy(is_busy=False)
        self._view.show_failure(sentence(self._translator, error))
        if not isinstance(error, DomainError):
            raise error

    def _organisation(self) -> Organisation:
        entry = self.entry
        is_committee = entry.kind is OrganisationKind.COMMITTEE
        return Organisation(
            id=entry.id,
            kind=entry.kind,
            committee_kind=entry.committee_kind if is_committee else None,
            name=one_line(entry.name),
            number_code=one_line(entry.number_code),
            tier=one_line(entry.tier),
            address=one_line(entry.address),
            phone=one_line(entry.phone),
            confirming_court=one_line(entry.confirming_court),
            studios=tuple(
                MediationStudio(id=studio.id, name=one_line(studio.name), address=one_line(studio.address))
                for studio in entry.studios
                if studio.name.strip()
            ),
        )

    def _staff(self) -> tuple[StaffMember, ...]:
        studios = {studio.id for studio in self.entry.studios if studio.name.strip()}
        return tuple(
            StaffMember(
                id=member.id,
                name=clean_name(one_line(member.name)),
                organisation_id=self.entry.id,
                studio_id=member.studio_id if member.studio_id in studios else None,
                roles=member.roles,
                phone=one_line(member.phone),
            )
            for member in self._told()
        )
