"""Session records being written: kept as typed every moment, saved as records, closed once."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.errors import DomainError, StaleWrite
from app.domain.filing.drafts import Draft
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionRecord
from app.presenters.desk import Desk
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.field_names import field_name
from app.presenters.workspace.forms.view import Conflict
from app.presenters.workspace.papers import Papers
from app.presenters.workspace.sessions.entries import (
    entry_of,
    from_payload,
    read_session,
    to_payload,
)
from app.presenters.workspace.sessions.shelf import may_begin, session_tabs, why_none
from app.presenters.workspace.sessions.typing import SessionTyping
from app.presenters.workspace.sessions.view import SessionsView
from app.services.done import Done

_FIELDS = {"held_at": "start", "ended_at": "end", "participants": "guests", "mediator_names": "mediators"}


class SessionsPresenter(SessionTyping):
    """Holds the one record on show; ``entry`` is what stands in its fields."""

    def __init__(self, desk: Desk, navigator: Navigator, view: SessionsView) -> None:
        super().__init__(desk, navigator, view)
        self._drafts: dict[UUID, Draft] = {}
        self._is_saving = False
        self.is_in_conflict = False
        """Whether somebody else saved this record and nobody has decided yet which text stands."""
        self._papers = Papers(desk, navigator, self._failed)

    # the case

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same one read again; what is being typed stays."""
        is_new = self._folder is None or self._folder.case.id != folder.case.id
        self._folder = folder
        if is_new:
            self._base = self.entry = self._keeper = None
            self._is_dirty = self._is_saving = False
            self._read_drafts(folder.case.id)
            return
        self._follow(folder)
        self._show_list()

    @property
    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet in a draft or a record."""
        return self._keeper is not None and not self._keeper.is_kept

    def choose(self, key: str) -> None:
        """Show another record; the one that goes is saved."""
        if self._base is not None and key == str(self._base.id):
            return
        self.save()
        self._open(UUID(key))

    def take_up(self, session_id: UUID | None) -> None:
        """Go on with a record, or begin one."""
        if session_id is not None and session_id in self._known():
            self._open(session_id)
        elif unfinished := [id_ for id_ in self._drafts if id_ not in self._saved()]:
            self._open(unfinished[-1])
        else:
            self.begin()

    def begin(self) -> None:
        """Prepare the next record; it is saved once something is typed."""
        if self._folder is None:
            return
        self.save()
        case_id, mediation = self._folder.case.id, self._desk.services.mediation
        self._desk.runner.submit(lambda: mediation.new_session(case_id), self._begun, self._failed)

    # keeping

    def keep_draft(self) -> None:
        """Keep what is typed as it is (1.5 s after typing)."""
        if self._keeper is not None:
            self._keeper.save()

    def save(self) -> None:
        """Save the record if something was typed; fields that cannot be read yet stay in the draft."""
        if not self._is_dirty or self._is_saving or self.is_finished:
            return
        self.keep_draft()
        if self.is_in_conflict:
            return
        record = self._read(shows_problem=False)
        if record is None:
            return
        self._is_saving = True
        mediation, actor = self._desk.services.mediation, self._desk.actor
        before = to_payload(self._held())
        self._desk.runner.submit(
            lambda: mediation.save(record, actor=actor),
            lambda done: self._saved_record(done, before),
            self._not_saved,
        )

    def finish(self) -> None:
        """Close the record with its result; from then on it does not change."""
        self._view.clear_problems()
        record = self._read(shows_problem=True)
        if record is None or self._is_saving:
            return
        self.keep_draft()
        self._is_saving = True
        mediation, actor = self._desk.services.mediation, self._desk.actor
        self._desk.runner.submit(lambda: mediation.finish(record, actor=actor), self._closed, self._not_saved)

    def use_mine(self) -> None:
        """Save what stands here over the newer record, because the user compared both and said so."""
        if self.entry is None or self._base is None:
            return
        mediation, session_id = self._desk.services.mediation, self._base.id

        def latest(stored: SessionRecord) -> None:
            self._base = stored
            self._held().version = stored.version
            self.is_in_conflict = False
            self._view.clear_problems()
            self.save()

        self._desk.runner.submit(lambda: mediation.session(session_id), latest, self._failed)

    def use_theirs(self) -> None:
        """Take the newer record; the toast brings back what stood here."""
        if self._base is None:
            return
        mediation, session_id, mine = self._desk.services.mediation, self._base.id, self._held()

        def undo() -> None:
            self.entry = mine
            self._touch("record")
            self._show_entry("")

        def latest(stored: SessionRecord) -> None:
            self._forget_draft()
            self._take(stored)
            self._view.clear_problems()
            self._navigator.toast(self._say("已改用对方的内容"), undo)

        self._desk.runner.submit(lambda: mediation.session(session_id), latest, self._failed)

    def print(self) -> None:
        """Print the record: a draft while open, else the issued page."""
        if self._folder is None or self._base is None:
            return
        self.save()
        self._papers.print(
            self._folder.case.id, DocumentKind.SESSION_RECORD, self._base.id, is_draft=not self.is_finished
        )

    # services → view

    def _read_drafts(self, case_id: UUID) -> None:
        drafts, actor, prefix = self._desk.services.drafts, self._desk.actor, _prefix(case_id)

        def arrived(found: tuple[Draft, ...]) -> None:
            kept = [draft for draft in found if draft.key.startswith(prefix)]
            self._drafts = {UUID(draft.key.removeprefix(prefix)): draft for draft in kept}
            known = self._known()
            if known:
                self._open(known[-1])
            else:
                self._show_list()

        self._desk.runner.submit(lambda: drafts.all(actor), arrived, self._failed)

    def _saved(self) -> dict[UUID, SessionRecord]:
        return {session.id: session for session in self._folder.sessions} if self._folder else {}

    def _known(self) -> tuple[UUID, ...]:
        saved = self._saved()
        return (*saved, *(id_ for id_ in self._drafts if id_ not in saved))

    def _begun(self, session: SessionRecord) -> None:
        self._take(session)
        self._show_list()
        self._show_entry("record")

    def _open(self, session_id: UUID) -> None:
        folder, draft = self._folder, self._drafts.get(session_id)
        stored = self._saved().get(session_id)
        if folder is None:
            return
        if stored is None and draft is not None:
            mediation, case_id = self._desk.services.mediation, folder.case.id
            self._desk.runner.submit(
                lambda: replace(mediation.new_session(case_id), id=session_id),
                lambda fresh: self._take(fresh, draft),
                self._failed,
            )
        elif stored is not None:
            self._take(stored, None if stored.is_finished else draft)

    def _take(self, session: SessionRecord, draft: Draft | None = None) -> None:
        """Put a record on show, with what an earlier sitting typed over it."""
        if self._folder is None:
            return
        self._base = session
        self.entry = entry_of(session, self._folder.case, self._desk.formats)
        self._is_dirty = self._is_saving = self.is_in_conflict = False
        key = _prefix(session.case_id) + str(session.id)
        self._keeper = DraftKeeper(self._desk, key, self._payload, self._view.show_saved)
        focus = ""
        if draft is not None:
            self.entry, focus, self._is_dirty = from_payload(draft.payload), draft.focus, True
            self._keeper.opened(draft.saved_at)
        else:
            self._keeper.opened(None)
        self._focus = focus
        self._show_list()
        self._show_entry(focus)

    def _follow(self, folder: CaseFolder) -> None:
        """Take up what another desk saved, unless something is typed here: then saving will compare."""
        if self._base is None:
            if folder.sessions:
                self._open(folder.sessions[-1].id)
            return
        stored = self._saved().get(self._base.id)
        if stored is not None and not self._is_dirty and not self._is_saving and stored != self._base:
            self._take(stored)

    def _payload(self) -> tuple[str, str]:
        return to_payload(self._held()), self._focus

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
        self._is_saving = self.is_in_conflict = False
        self._base = done.value
        entry = self._held()
        is_same = to_payload(entry) == before
        entry.version, entry.sequence = done.value.version, done.value.sequence
        if is_same:
            self._is_dirty = False
            self._forget_draft()
            self._view.show_saved(self._saved_now())
        self._desk.feed.announce(done.changes)

    def _closed(self, done: Done[SessionRecord]) -> None:
        self._is_saving = False
        self._is_dirty = False
        self._forget_draft()
        self._base = done.value
        self._desk.feed.announce(done.changes)
        self._take(done.value)
        result = done.value.result.term if done.value.result else ""
        self._navigator.toast(
            self._say("已结束第 {n} 次调解：{result}", n=done.value.sequence, result=self._say(result))
        )

    def _saved_now(self) -> SavedNote:
        return SavedNote(SavedState.SAVED, self.time_now())

    def _forget_draft(self) -> None:
        if self._keeper is None or self._base is None:
            return
        drafts, actor, key = self._desk.services.drafts, self._desk.actor, self._keeper.key
        self._keeper.dropped()
        self._drafts.pop(self._base.id, None)
        self._desk.runner.submit(lambda: drafts.discard(key, actor=actor), lambda _done: None, self._failed)

    def _not_saved(self, error: Exception) -> None:
        self._is_saving = False
        self.keep_draft()
        self.is_in_conflict = isinstance(error, StaleWrite)
        if isinstance(error, StaleWrite):
            conflicts = [
                Conflict(field_name(self._desk.translator, path), ours, theirs)
                for path, (theirs, ours) in error.conflicts.items()
            ]
            self._view.show_conflicts(sentence(self._desk.translator, error), conflicts)
        else:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        field = error.field if isinstance(error, DomainError) else ""
        self._view.show_problem(_FIELDS.get(field, field), sentence(self._desk.translator, error))

    def _failed(self, error: Exception) -> None:
        self._view.show_problem("", sentence(self._desk.translator, error))

    def _show_list(self) -> None:
        folder = self._folder
        if folder is None:
            return
        fresh = {id_ for id_ in self._drafts if id_ not in self._saved()}
        if self._base is not None and self._base.id not in self._saved():
            fresh.add(self._base.id)
        tabs = session_tabs(self._desk.translator, folder, sorted(fresh))
        chosen = str(self._base.id) if self._base is not None else ""
        ready = may_begin(folder)
        self._view.show_list(tabs, chosen, may_begin=ready and not fresh)
        words = "" if tabs else why_none(self._desk.translator, folder)
        self._view.show_empty(words, may_begin=ready)


def _prefix(case_id: UUID) -> str:
    return f"session/{case_id}/"
