"""调解员: the roster by the four ways a centre is staffed, with what each can do and carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.people.duty_roster import DutyRoster
from app.domain.people.staff import ResidencyMode, StaffMember, StaffRole
from app.domain.values.naming.masking import mask_phone
from app.domain.values.naming.names import pinyin_initials
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.choices import joined
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff_form import staff_form
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.services.done import Done

HERE, LEFT = "here", "left"
_TOUCHING = frozenset({"staff", "case", "organisation", "shift", "leave"}) | TURNS


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """One person of the roster, or with ``band`` the heading of those below."""

    id: UUID | str
    band: str = ""
    name: str = ""
    about: str = ""
    roles: str = ""
    unit: str = ""
    languages: str = ""
    specialties: str = ""
    phone: str = ""
    load: str = ""
    today: str = ""
    term: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class _Roster:
    staff: tuple[StaffMember, ...]
    loads: Mapping[UUID, int]
    units: Mapping[UUID, str]
    locked: frozenset[UUID] = frozenset()
    duty: DutyRoster | None = None


class StaffView(Protocol):
    """What the page of the roster can show."""

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""

    def show_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show who is here and who left, as (key, word, count)."""

    def show_rows(self, rows: Sequence[StaffRow]) -> None:
        """Show the roster with its headings."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nobody is found; empty words hide it."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: EntryPresenter[StaffMember]) -> None:
        """Open the window of a member's form."""


class StaffPresenter:
    """Shows the roster; a few hundred people at most, so it is read as a whole."""

    def __init__(self, desk: Desk, navigator: Navigator, view: StaffView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._tab, self._text = HERE, ""
        self._roster = _Roster((), {}, {})
        self._end = desk.feed.on_change(self._on_change)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def refresh(self) -> None:
        """Read the roster."""
        services, today = self._desk.services, self._desk.today
        people, lock = services.people, services.screen_lock

        def read() -> _Roster:
            units = {organisation.id: organisation.name for organisation in people.organisations()}
            duty = services.rosters.week(today).roster
            return _Roster(people.staff(), people.loads(), units, lock.with_password(), duty)

        self._desk.runner.submit(read, self._arrived, self._failed)

    def choose(self, tab: str) -> None:
        """Show who is here, or who left."""
        self._tab = tab
        self._show()

    def search(self, text: str) -> None:
        """Narrow by name, initials, language or specialty."""
        self._text = text.strip()
        self._show()

    def add(self) -> None:
        """Begin a new member."""
        self._open(None)

    def edit(self, member_id: UUID) -> None:
        """Change a member."""
        self._open(member_id)

    def may_clear_lock(self, member_id: UUID) -> bool:
        """Tell whether this user may clear the forgotten lock password of a member."""
        is_director = StaffRole.DIRECTOR in self._desk.me.roles
        return is_director and member_id in self._roster.locked and member_id != self._desk.me.id

    def clear_lock(self, member_id: UUID) -> None:
        """Clear a forgotten lock password; its owner may set another."""
        lock, actor = self._desk.services.screen_lock, self._desk.actor

        def done(cleared: Done[str]) -> None:
            self._desk.feed.announce(cleared.changes)
            self._navigator.toast(self._say("已清除{name}的锁屏密码", name=cleared.value))

        self._desk.runner.submit(lambda: lock.clear(member_id, actor=actor), done, self._failed)

    # services → view

    def _open(self, member_id: UUID | None) -> None:
        def made(form: EntryForm[StaffMember]) -> None:
            told = EntryPresenter(self._desk, form, self._on_saved)
            self._view.open_form(told)

        self._desk.runner.submit(lambda: staff_form(self._desk, member_id), made, self._failed)

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _arrived(self, roster: _Roster) -> None:
        self._roster = roster
        self._view.show_error("")
        self._show()

    def _show(self) -> None:
        today = self._desk.today
        here = [m for m in self._roster.staff if not has_left(m, today)]
        left = [m for m in self._roster.staff if has_left(m, today)]
        count = self._desk.formats.count
        self._view.show_tabs(
            ((HERE, self._say("在任"), count(len(here))), (LEFT, self._say("已离任"), count(len(left))))
        )
        mediators = sum(member.is_mediator for member in here)
        facts = self._say("在任 {n} 人，其中调解员 {k} 人", n=count(len(here)), k=count(mediators))
        self._view.show_facts(facts)
        members = [m for m in (here if self._tab == HERE else left) if _found(m, self._text)]
        words = StaffWords(self._desk.translator, self._desk.formats)
        there = {member.id: words.today(member, self._roster.duty, today) for member in members}
        self._view.show_rows(words.rows(members, self._roster.loads, self._roster.units, there))
        if members:
            self._view.show_empty("", "")
        elif self._text:
            self._view.show_empty(self._say("没有符合的人员。"), self._say("清除筛选"))
        else:
            self._view.show_empty(self._say("这里还没有人。"), "")

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()


class StaffWords:
    """Words the roster in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def today(self, member: StaffMember, duty: DutyRoster | None, today: date) -> str:
        """Say whether somebody is here today, or until when on leave; nothing of those who left."""
        if duty is None or has_left(member, today):
            return ""
        leave = duty.leave_of(member.id, today)
        if leave is not None:
            return self._say("请假至 {day}", day=self._formats.short_day(leave.last_day))
        return self._say(duty.presence(member, today).term)

    def rows(
        self,
        members: Sequence[StaffMember],
        loads: Mapping[UUID, int],
        units: Mapping[UUID, str],
        there: Mapping[UUID, str],
    ) -> tuple[StaffRow, ...]:
        """Word members under the heading of how they serve."""
        rows: list[StaffRow] = []
        for mode in ResidencyMode:
            serving = [member for member in members if member.residency is mode]
            if serving:
                words = self._say("{mode} {n} 人", mode=self._say(mode.term), n=len(serving))
                rows.append(StaffRow(id=mode.value, band=words))
                rows += [
                    self._row(m, loads.get(m.id, 0), units.get(m.organisation_id, ""), there.get(m.id, ""))
                    for m in serving
                ]
        return tuple(rows)

    def _row(self, member: StaffMember, load: int, unit: str, there: str) -> StaffRow:
        say = self._say
        about = "　".join(part for part in (say(member.engagement.term), member.grade) if part)
        roles = "、".join(say(role.term) for role in member.roles)
        languages, specialties = joined(member.languages), joined(member.specialties)
        carried = say("在办 {n} 件", n=load)
        spoken = (member.name, roles, about, languages, specialties, carried, there)
        return StaffRow(
            id=member.id,
            name=member.name,
            about=about,
            roles=roles,
            unit=unit,
            languages=languages,
            specialties=specialties,
            phone=mask_phone(member.phone),
            load=carried,
            today=there,
            term=self._term(member),
            spoken="，".join(part for part in spoken if part),
        )

    def _term(self, member: StaffMember) -> str:
        day = self._formats.day
        begun = self._say("{day} 聘任", day=day(member.appointed_on)) if member.appointed_on else ""
        ended = self._say("{day} 离任", day=day(member.left_on)) if member.left_on else ""
        return "　".join(part for part in (begun, ended) if part)


def has_left(member: StaffMember, today: date) -> bool:
    """Tell whether a member's day of leaving has come."""
    return member.left_on is not None and member.left_on <= today


def _found(member: StaffMember, text: str) -> bool:
    """Tell whether every word typed fits the name, its initials, a language or a specialty."""
    told = " ".join((member.name, *member.languages, *member.specialties)).casefold()
    initials = pinyin_initials(member.name)
    return all(
        word.casefold() in told or any(found.startswith(word.casefold()) for found in initials)
        for word in text.split()
    )
