"""Keeping a session record: the raw draft, the record itself, its close, and who wrote last."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from uuid import UUID

from app.domain.errors import DomainError, StaleWrite
from app.domain.filing.drafts import Draft
from app.domain.mediation.sessions import SessionRecord
from app.presenters.desk import Desk
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.forms.field_names import field_name
from app.presenters.workspace.forms.view import Conflict
from app.presenters.workspace.sessions.entries import SessionEntry, read_session, to_payload
from app.presenters.workspace.sessions.typing import SessionTyping
from app.presenters.workspace.sessions.view import SessionsView
from app.services.done import Done

_FIELDS = {"held_at": "start", "ended_at": "end", "participants": "guests", "mediator_names": "mediators"}


class SessionKeeping(SessionTyping, ABC):
    """Writes in the order of typing; an answer about a record no longer on show changes nothing on screen."""

    def __init__(self, desk: Desk, navigator: Navigator, view: SessionsView) -> None:
        super().__init__(desk, navigator, view)
        self._drafts: dict[UUID, Draft] = {}
        self._aside: dict[UUID, tuple[SessionEntry, str]] = {}
        """What was typed into records that are not on show and are not saved as records yet."""
        self._saving: UUID | None = None
        self._then: Callable[[], None] | None = None
        self.is_in_conflict = False
        """Whether somebody else saved this record and nobody has decided yet which text stands."""

    @property
    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet in a draft or a record."""
        return self._keeper is not None and not self._keeper.is_kept

    def keep_draft(self) -> None:
        """Keep what is typed as it is (1.5 s after typing)."""
        if self._keeper is not None:
            self._keeper.save()

    def save(self) -> None:
        """Save the record if something was typed; fields that cannot be read yet stay in the draft."""
        if not self._is_dirty or self.is_finished:
            return
        self.keep_draft()
        record = None if self.is_in_conflict or self._saving else self._read(shows_problem=False)
        if record is None:
            return
        self._saving = record.id
        mediation, actor, before = self._desk.services.mediation, self._desk.actor, to_payload(self._held())
        self._desk.runner.submit(
            lambda: mediation.save(record, actor=actor),
            lambda done: self._saved_record(done, before),
            self._not_saved,
        )

    def finish(self) -> None:
        """Close the record with its result; from then on it does not change."""
        if self._saving:
            self._then = self.finish
            return
        self._view.clear_problems()
        record = self._read(shows_problem=True)
        if record is None or self.is_finished:
            return
        self.keep_draft()
        self._saving = record.id
        mediation, actor = self._desk.services.mediation, self._desk.actor
        self._desk.runner.submit(lambda: mediation.finish(record, actor=actor), self._closed, self._not_saved)

    def use_mine(self) -> None:
        """Save what stands here over the newer record, because the user compared both and said so."""

        def latest(stored: SessionRecord) -> None:
            self._base = stored
            self._held().version = stored.version
            self.is_in_conflict = False
            self._view.clear_problems()
            self.save()

        self._with_stored(latest)

    def use_theirs(self) -> None:
        """Take the newer record; the toast brings back what stood here."""
        mine = self._held()

        def latest(stored: SessionRecord) -> None:
            self._forget_draft(stored)
            self._take(stored)
            self._view.clear_problems()
            self._navigator.toast(self._say("已改用对方的内容"), partial(self._bring_back, mine, stored.id))

        self._with_stored(latest)

    # what follows

    @abstractmethod
    def _take(self, session: SessionRecord, typed: tuple[SessionEntry, str] | None = None) -> None:
        """Put a record on show (the screen's presenter knows how)."""

    def _bind(self, session: SessionRecord, entry: SessionEntry) -> None:
        """Make an entry the one typed into; its drafts are always its own, whatever is shown later."""
        self._base, self.entry = session, entry
        key = f"{session_prefix(session.case_id)}{session.id}"
        self._keeper = DraftKeeper(
            self._desk, key, lambda: (to_payload(entry), self._focus), partial(self._show_saved, session.id)
        )

    def _set_aside(self) -> None:
        """Hold on to what is typed into the record that leaves the screen."""
        if self._is_dirty and self._base is not None and not self.is_finished:
            self._aside[self._base.id] = (self._held(), self._focus)

    def _is_on_show(self, session_id: UUID) -> bool:
        return self._base is not None and self._base.id == session_id

    def _read(self, *, shows_problem: bool) -> SessionRecord | None:
        if self.entry is None or self._base is None:
            return None
        try:
            return read_session(self.entry, self._base, self._desk.formats, self._desk.today)
        except DomainError as error:
            if shows_problem:
                self._refuse(error)
            return None

    def _saved_record(self, done: Done[SessionRecord], before: str) -> None:
        session = done.value
        aside = self._aside.get(session.id)
        entry = self._held() if self._is_on_show(session.id) else aside[0] if aside else None
        is_same = entry is None or to_payload(entry) == before
        if entry is not None:
            entry.version, entry.sequence = session.version, session.sequence
        if is_same:
            self._forget_draft(session)
        if self._is_on_show(session.id):
            self._base = session
            self._is_dirty = not is_same
            if is_same:
                self._show_saved(session.id, SavedNote(SavedState.SAVED, self.time_now()))
        self._desk.feed.announce(done.changes)
        self._go_on()

    def _closed(self, done: Done[SessionRecord]) -> None:
        session = done.value
        self._forget_draft(session)
        if self._is_on_show(session.id):
            self._is_dirty = False
            self._take(session)
        self._desk.feed.announce(done.changes)
        result = self._say(session.result.term) if session.result else ""
        self._navigator.toast(self._say("已结束第 {n} 次调解：{result}", n=session.sequence, result=result))
        self._go_on()

    def _not_saved(self, error: Exception) -> None:
        is_shown = self._saving is not None and self._is_on_show(self._saving)
        self._saving = self._then = None
        self.keep_draft()
        if not is_shown:
            return
        self.is_in_conflict = isinstance(error, StaleWrite)
        if isinstance(error, StaleWrite):
            conflicts = [
                Conflict(field_name(self._desk.translator, path), ours, theirs)
                for path, (theirs, ours) in error.conflicts.items()
            ]
            self._view.show_conflicts(sentence(self._desk.translator, error), conflicts)
        else:
            self._refuse(error)

    def _go_on(self) -> None:
        """Do what was asked while the record was being saved."""
        self._saving = None
        then, self._then = self._then, None
        if then is not None:
            then()

    def _bring_back(self, mine: SessionEntry, session_id: UUID) -> None:
        if self._base is not None and self._is_on_show(session_id):
            self._bind(self._base, mine)
            self._touch("record")
            self._show_entry("")

    def _with_stored(self, use: Callable[[SessionRecord], None]) -> None:
        if self._base is not None:
            mediation, session_id = self._desk.services.mediation, self._base.id
            self._desk.runner.submit(lambda: mediation.session(session_id), use, self._failed)

    def _forget_draft(self, session: SessionRecord) -> None:
        """Drop the draft of a record whose text is saved as a record."""
        if self._is_on_show(session.id) and self._keeper is not None:
            self._keeper.dropped()
        self._drafts.pop(session.id, None)
        self._aside.pop(session.id, None)
        drafts, actor = self._desk.services.drafts, self._desk.actor
        key = f"{session_prefix(session.case_id)}{session.id}"
        self._desk.runner.submit(lambda: drafts.discard(key, actor=actor), lambda _done: None, self._failed)

    def _show_saved(self, session_id: UUID, note: SavedNote) -> None:
        if self._is_on_show(session_id):
            self._view.show_saved(note)

    def _refuse(self, error: Exception) -> None:
        field = error.field if isinstance(error, DomainError) else ""
        self._view.show_problem(_FIELDS.get(field, field), sentence(self._desk.translator, error))

    def _failed(self, error: Exception) -> None:
        self._view.show_problem("", sentence(self._desk.translator, error))


def session_prefix(case_id: UUID) -> str:
    """Name what the keys of all drafts of a case's records begin with."""
    return f"session/{case_id}/"
