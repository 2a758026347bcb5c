"""本单位, 调解室 and 人员: whose committee this is, its studios, and who sits at this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.people.organisations import MediationStudio, Organisation
from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.navigation import PAGE_STAFF, Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff import has_left
from app.presenters.sentences import sentence
from app.presenters.settings.organisation_form import organisation_form, studio_form

_TOUCHING = frozenset({"organisation", "staff"})


@dataclass(frozen=True, slots=True)
class NamedLine:
    """An organisation or a studio of a list: its name, what else is known, what it is for a reader."""

    id: UUID
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Who is here: the sentence, and who may take over, as (id, name)."""

    me: str
    others: tuple[tuple[str, str], ...]


class OrganisationsView(Protocol):
    """What the three sections can show."""

    def show_own(self, form: EntryPresenter[Organisation]) -> None:
        """Show the form of the own organisation."""

    def show_others(self, others: Sequence[NamedLine]) -> None:
        """Show the other organisations."""

    def show_studios(self, words: str, studios: Sequence[NamedLine]) -> None:
        """Show the studios, and to whom they belong."""

    def show_people(self, words: PeopleWords) -> None:
        """Show who is at this computer."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: EntryPresenter[Organisation]) -> None:
        """Open a form in a window."""


class OrganisationsPresenter:
    """Reads organisations and roster once and after every write."""

    def __init__(self, desk: Desk, navigator: Navigator, view: OrganisationsView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._own: EntryPresenter[Organisation] | None = None
        self._known: dict[UUID, Organisation] = {}
        self._staff: tuple[StaffMember, ...] = ()
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read everything."""
        people = self._desk.services.people
        self._desk.runner.submit(
            lambda: (people.organisations(), people.staff()), self._arrived, self._failed
        )

    # user → presenter

    def edit(self, organisation_id: UUID | None) -> None:
        """Change another organisation, or add one."""
        found = self._known.get(organisation_id) if organisation_id else None
        self._ask(lambda: organisation_form(self._desk, found))

    def edit_studio(self, studio_id: UUID | None) -> None:
        """Change a studio of the own committee, or add one."""
        own = self._known.get(self._desk.me.organisation_id)
        if own is not None:
            self._ask(lambda: studio_form(self._desk, own, own.studio(studio_id)))

    def open_staff(self) -> None:
        """Go to the roster."""
        self._navigator.open_page(PAGE_STAFF)

    def sit_down(self, staff_id: str) -> None:
        """Note who works at this computer from the next start on."""
        settings, actor = self._desk.services.settings, self._desk.actor

        def done(name: str) -> None:
            self._navigator.toast(self._say("下次打开程序时由{name}办理", name=name))

        self._desk.runner.submit(
            lambda: settings.switch_to(UUID(staff_id), actor=actor).value.name, done, self._failed
        )

    # services → view

    def _ask(self, make: Callable[[], EntryForm[Organisation]]) -> None:
        self._view.open_form(EntryPresenter(self._desk, make(), self._on_saved))

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _arrived(self, read: tuple[tuple[Organisation, ...], tuple[StaffMember, ...]]) -> None:
        organisations, self._staff = read
        self._known = {organisation.id: organisation for organisation in organisations}
        self._view.show_error("")
        own = self._known.get(self._desk.me.organisation_id)
        if own is not None:
            self._show_own(own)
        self._view.show_others(
            [self._line(entry) for entry in organisations if entry.id != self._desk.me.organisation_id]
        )
        self._show_people()

    def _show_own(self, own: Organisation) -> None:
        if self._own is None:
            self._own = EntryPresenter(self._desk, organisation_form(self._desk, own), self._on_saved)
            self._view.show_own(self._own)
        else:
            self._own.follow(own)
        words = self._say(
            "调解室属于{name}。协议由调委会盖章：印章是调委会的，调解室不另刻印章。", name=own.name
        )
        studios = [NamedLine(studio.id, studio.name, self._about(studio)) for studio in own.studios]
        self._view.show_studios(words, studios)

    def _about(self, studio: MediationStudio) -> str:
        seats = self._say("{n} 座", n=studio.seats) if studio.seats else ""
        parts = (studio.address or self._say("地址未填"), seats, studio.note)
        return "　".join(part for part in parts if part)

    def _line(self, organisation: Organisation) -> NamedLine:
        parts = (self._say(organisation.kind.term), organisation.number_code, organisation.phone)
        return NamedLine(organisation.id, organisation.name, "　".join(part for part in parts if part))

    def _show_people(self) -> None:
        me, today = self._desk.me, self._desk.today
        roles = "、".join(self._say(role.term) for role in me.roles)
        others = tuple(
            (str(member.id), member.name)
            for member in self._staff
            if member.id != me.id and not has_left(member, today)
        )
        words = self._say("这台电脑现由{name}（{roles}）办理。", name=me.name, roles=roles)
        self._view.show_people(PeopleWords(words, others))

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
