"""Typing into a session record: every change is noted at once, closed records never change."""

from __future__ import annotations

from uuid import UUID

from app.domain.mediation.sessions import SessionRecord
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.sessions.entries import GuestEntry, SessionEntry
from app.presenters.workspace.sessions.shelf import speakers_of
from app.presenters.workspace.sessions.view import SessionsView


class SessionTyping:
    """The fields of the record on show; ``entry`` is what stands in them."""

    def __init__(self, desk: Desk, navigator: Navigator, view: SessionsView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._folder: CaseFolder | None = None
        self._base: SessionRecord | None = None
        self.entry: SessionEntry | None = None
        self._focus = ""
        self._is_dirty = False
        self._keeper: DraftKeeper | None = None

    @property
    def is_finished(self) -> bool:
        """Tell whether the record on show is closed."""
        return self._base is not None and self._base.is_finished

    def set(self, field: str, value: object) -> None:
        """Note what stands in a field of the record now."""
        if self.entry is not None and not self.is_finished and getattr(self.entry, field) != value:
            setattr(self.entry, field, value)
            self._touch(field)

    def set_statement(self, party_id: UUID, text: str) -> None:
        """Note what a party says."""
        said = self.entry.statement_of(party_id) if self.entry is not None else None
        if said is not None and said.text != text and not self.is_finished:
            said.text = text
            self._touch(f"statement.{party_id}")

    def set_attending(self, party_id: UUID, *, attends: bool) -> None:
        """Note whether a party is here."""
        if self.entry is None or self._folder is None:
            return
        here = {*self.entry.attending, party_id} if attends else {*self.entry.attending} - {party_id}
        order = tuple(party.id for party in self._folder.case.parties if party.id in here)
        self.set("attending", order)

    def add_guest(self) -> None:
        """Add a line for somebody invited."""
        if self.entry is None or self.is_finished:
            return
        self.entry.guests = (*self.entry.guests, GuestEntry(id=new_id()))
        self._touch("guests")
        self._show_entry(f"guest.{self.entry.guests[-1].id}")

    def set_guest(self, guest_id: UUID, field: str, value: object) -> None:
        """Note what stands in a field of somebody invited."""
        guest = self.entry.guest(guest_id) if self.entry is not None else None
        if guest is not None and getattr(guest, field) != value and not self.is_finished:
            setattr(guest, field, value)
            self._touch("guests")

    def remove_guest(self, guest_id: UUID) -> None:
        """Take somebody invited out again; the toast brings the line back."""
        if self.entry is None or self.is_finished:
            return
        entry, before = self.entry, self.entry.guests
        entry.guests = tuple(guest for guest in before if guest.id != guest_id)
        self._touch("guests")
        self._show_entry("")

        def undo() -> None:
            entry.guests = before
            self._touch("guests")
            self._show_entry("")

        self._navigator.toast(self._say("已移除参加人"), undo)

    def time_now(self) -> str:
        """Give the stamp of this minute: 10:46."""
        return self._desk.formats.time(self._desk.clock.now())

    def _touch(self, field: str) -> None:
        self._focus, self._is_dirty = field, True
        if self._keeper is not None:
            self._keeper.touch()

    def _held(self) -> SessionEntry:
        if self.entry is None:
            raise RuntimeError("no record is on show")
        return self.entry

    def _show_entry(self, focus: str) -> None:
        if self._folder is None or self.entry is None:
            return
        parties = self._desk.names.shown(self._folder.case.parties)
        speakers = speakers_of(self._desk.translator, parties, self.entry)
        self._view.show_entry(self.entry, speakers, is_finished=self.is_finished, focus=focus)
