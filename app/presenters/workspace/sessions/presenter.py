"""The session records of a case: which there are, which one is open, begun, taken up, printed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.filing.drafts import Draft
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionRecord
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.papers import Papers
from app.presenters.workspace.sessions.entries import SessionEntry, entry_of, from_payload, read_session
from app.presenters.workspace.sessions.keeping import SessionKeeping, session_prefix
from app.presenters.workspace.sessions.shelf import may_begin, session_tabs, told_words, why_none
from app.presenters.workspace.sessions.view import SessionsView


class SessionsPresenter(SessionKeeping):
    """Holds the one record on show; ``entry`` is what stands in its fields."""

    def __init__(self, desk: Desk, navigator: Navigator, view: SessionsView) -> None:
        super().__init__(desk, navigator, view)
        self._papers = Papers(desk, navigator, self._failed)

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same one read again; what is being typed stays."""
        self._view.show_told(*told_words(self._desk, folder))
        is_new = self._folder is None or self._folder.case.id != folder.case.id
        if is_new:
            self._set_aside()
            self._base = self.entry = self._keeper = None
            self._is_dirty = self.is_in_conflict = False
            self._drafts = {}
            self._folder = folder
            self._read_drafts(folder.case.id)
            return
        self._folder = folder
        self._follow(folder)
        self._show_list()

    def choose(self, key: str) -> None:
        """Show another record; the one that goes is saved."""
        if not self._is_on_show(UUID(key)):
            self._leave()
            self._open(UUID(key))

    def take_up(self, session_id: UUID | None) -> None:
        """Go on with a record, or begin one."""
        fresh = [id_ for id_ in self._known() if id_ not in self._saved()]
        wanted = session_id if session_id in self._known() else fresh[-1] if fresh else None
        if wanted is None:
            self.begin()
        elif self._is_on_show(wanted):
            self._show_entry(self._focus or "record")
        else:
            self._leave()
            self._open(wanted)

    def begin(self) -> None:
        """Prepare the next record; it is saved once something is typed."""
        if self._folder is None:
            return
        self._leave()
        case_id, mediation = self._folder.case.id, self._desk.services.mediation
        self._desk.runner.submit(lambda: mediation.new_session(case_id), self._begun, self._failed)

    def print(self) -> None:
        """Print the record: a draft while open, else the issued page."""
        if self._folder is None or self._base is None:
            return
        if self._saving:
            self._then = self.print
            return
        self.save()
        if self._saving:
            self._then = self.print
        elif self._is_dirty:
            # What is typed and cannot be saved would be missing on paper: say why instead.
            self._read(shows_problem=True)
        elif self._base.version:
            is_draft = not self.is_finished
            record = DocumentKind.SESSION_RECORD
            self._papers.print(self._folder.case.id, record, self._base.id, is_draft=is_draft)
        else:
            self._view.show_problem("record", self._say("写下内容后再打印"))

    # services → view

    def _leave(self) -> None:
        self.save()
        self._set_aside()

    def _read_drafts(self, case_id: UUID) -> None:
        drafts, actor, prefix = self._desk.services.drafts, self._desk.actor, session_prefix(case_id)

        def arrived(found: tuple[Draft, ...]) -> None:
            if self._folder is None or self._folder.case.id != case_id:
                return
            kept = [draft for draft in found if draft.key.startswith(prefix)]
            self._drafts = {UUID(draft.key.removeprefix(prefix)): draft for draft in kept}
            known = self._known()
            if known and self._base is None:
                self._open(known[-1])
            else:
                self._show_list()

        self._desk.runner.submit(lambda: drafts.all(actor), arrived, self._failed)

    def _saved(self) -> dict[UUID, SessionRecord]:
        return {session.id: session for session in self._folder.sessions} if self._folder else {}

    def _known(self) -> tuple[UUID, ...]:
        """Give every record of the case: saved, then those only drafts or the screen hold."""
        saved = self._saved()
        held = [id_ for id_ in self._drafts if id_ not in saved]
        if self._base is not None and self._base.id not in saved and self._base.id not in held:
            held.append(self._base.id)
        return (*saved, *held)

    def _begun(self, session: SessionRecord) -> None:
        self._take(session)
        self._show_entry("record")

    def _open(self, session_id: UUID) -> None:
        folder, stored = self._folder, self._saved().get(session_id)
        if folder is None:
            return
        typed = self._aside.pop(session_id, None) or self._typed_earlier(session_id)
        if stored is not None:
            if typed is not None and (stored.is_finished or self._says_the_same(typed[0], stored)):
                typed = None
                self._forget_draft(stored)
            self._take(stored, typed)
        elif typed is not None:
            mediation, case_id = self._desk.services.mediation, folder.case.id
            self._desk.runner.submit(
                lambda: replace(mediation.new_session(case_id), id=session_id),
                lambda fresh: self._take(fresh, typed),
                self._failed,
            )

    def _says_the_same(self, typed: SessionEntry, stored: SessionRecord) -> bool:
        """Tell a draft left over by a kill between saving the record and dropping its draft."""
        try:
            read = read_session(typed, stored, self._desk.formats, self._desk.today)
        except DomainError:
            return False
        return replace(read, version=stored.version) == stored

    def _typed_earlier(self, session_id: UUID) -> tuple[SessionEntry, str] | None:
        draft = self._drafts.get(session_id)
        return (from_payload(draft.payload), draft.focus) if draft is not None else None

    def _take(self, session: SessionRecord, typed: tuple[SessionEntry, str] | None = None) -> None:
        """Put a record on show, with what was typed over it and not saved yet."""
        if self._folder is None or session.case_id != self._folder.case.id:
            return
        entry, focus = typed or (entry_of(session, self._folder.case, self._desk.formats), "")
        self._bind(session, entry)
        self._focus, self._is_dirty, self.is_in_conflict = focus, typed is not None, False
        draft = self._drafts.get(session.id) if typed is not None else None
        if self._keeper is not None:
            self._keeper.opened(draft.saved_at if draft is not None else None)
            if typed is not None and draft is None:
                self._keeper.touch()
        self._view.clear_problems()
        self._show_list()
        self._show_entry(focus)

    def _follow(self, folder: CaseFolder) -> None:
        """Take up what another desk saved, unless something is typed here: then saving will compare."""
        if self._base is None:
            if folder.sessions:
                self._open(folder.sessions[-1].id)
            return
        stored = self._saved().get(self._base.id)
        if stored is not None and not self._is_dirty and not self._saving and stored != self._base:
            self._take(stored)

    def _show_list(self) -> None:
        folder = self._folder
        if folder is None:
            return
        fresh = [id_ for id_ in self._known() if id_ not in self._saved()]
        tabs = session_tabs(self._desk.translator, folder, fresh)
        chosen = str(self._base.id) if self._base is not None else ""
        ready = may_begin(folder)
        self._view.show_list(tabs, chosen, may_begin=ready and not fresh)
        words = "" if tabs else why_none(self._desk.translator, folder)
        self._view.show_empty(words, may_begin=ready)
