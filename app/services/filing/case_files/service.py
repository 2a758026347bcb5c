"""The case file as users have it: recorded, put on its shelf, reviewed, bound into one PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.archive.files import FileStore
from app.documents.kinds import Contents
from app.domain.case_file.checklist import FileItemStanding, checklist
from app.domain.case_file.facts import FileFacts
from app.domain.case_file.records import CaseFile, check_file, empty_file
from app.domain.case_file.review import FileReview, ReviewCheck, review
from app.domain.contents.case_file.filling import cover_contents, missing_words, note_contents
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.case_files.binding import Bindery, BindingProgress, BoundCaseFile, FilePlan
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked
from app.services.transactions.printing import Printing
from app.services.transactions.wordings.in_force import Wording, with_texts, wording_of


class FileSource(Protocol):
    """A case as it was read at one moment, as far as its file is concerned."""

    @property
    def history(self) -> tuple[HistoryEntry, ...]:
        """Its history."""

    def file_facts(self, today: date) -> FileFacts:
        """Give what checklist and review look at."""


Read = Callable[[UUID], FileSource]
_SHELF = ("cabinet", "box", "volume", "originals")
"""What may be recorded after the archive too: where the paper stands is no part of what it says."""


class CaseFileService:
    """Keeps the record of a file, judges it, and binds it.

    ``plan`` and ``note_bound`` speak to the database; ``bind`` between them does not and may take its
    time on another thread.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        files: FileStore,
        printing: Printing,
        *,
        read: Read,
        checks: tuple[ReviewCheck, ...],
    ) -> None:
        self._store, self._clock, self._files, self._printing = store, clock, files, printing
        self._read, self._checks = read, checks

    # the record

    def save(self, file: CaseFile, *, actor: Actor) -> Done[CaseFile]:
        """Record who bound and checked it, how long it is kept, what is to be said of it.

        Raises RuleRefusal ``case.archived``: after that only the shelf mark is recorded, by ``shelve``.
        """
        check_file(file, local_day(self._clock.now()))
        with self._store.unit_of_work(actor) as work:
            refuse_locked(work.cases.get(file.case_id))
            return Done(_kept(work, file, "case_file.saved", file.retention), work.commit())

    def shelve(self, file: CaseFile, *, actor: Actor) -> Done[CaseFile]:
        """Record where the file and its originals stand; all else of the record stays as it was."""
        with self._store.unit_of_work(actor) as work:
            work.cases.get(file.case_id)
            known = work.case_files.find(file.case_id) or empty_file(file.case_id)
            known = as_seen("case_file", known, file.version)
            moved = replace(known, **{name: getattr(file, name) for name in _SHELF})
            return Done(_kept(work, moved, "case_file.shelved", moved.shelf_mark), work.commit())

    # how it stands

    def standing(self, folder: FileSource) -> tuple[FileItemStanding, ...]:
        """Give the thirteen items of a case as it was read."""
        return checklist(folder.file_facts(local_day(self._clock.now())))

    def review(self, folder: FileSource) -> FileReview:
        """Fill in the score sheet for a case as it was read."""
        return review(folder.file_facts(local_day(self._clock.now())), self._checks)

    def contents(self, kind: DocumentKind, case_id: UUID) -> Contents:
        """Give the cover or the note as it stands; catalogue and back cover come of the bound pages alone."""
        folder = self._read(case_id)
        facts = folder.file_facts(local_day(self._clock.now()))
        if kind is DocumentKind.FILE_COVER:
            return cover_contents(facts)
        if kind is DocumentKind.FILE_NOTE:
            note = note_contents(facts, (), folder.history, missing_words(facts))
            return with_texts(note, self._wording(facts))
        raise RuleRefusal("document.drawn_with_its_file", kind=kind.term)

    # the one PDF

    def plan(self, case_id: UUID, *, actor: Actor) -> FilePlan:
        """Read what is to be bound, every stored byte verified; pages that waited are drawn first.

        Raises RuleRefusal ``case_file.empty`` where there is nothing to bind yet, StorageRefusal for a
        file that is missing or changed.
        """
        with look(self._store) as work:
            waiting = [paper for paper in work.documents.of_case(case_id) if not paper.sha256]
        for paper in waiting:
            self._printing.finish(paper, actor=actor)
        folder = self._read(case_id)
        facts = folder.file_facts(local_day(self._clock.now()))
        parts = facts.parts
        if not parts:
            raise RuleRefusal("case_file.empty")
        for part in parts:
            self._files.get(part.digest)
        wording = self._wording(facts)
        return FilePlan(facts=facts, parts=parts, history=folder.history, wording=wording)

    def _wording(self, facts: FileFacts) -> Wording:
        with look(self._store) as work:
            return wording_of(work, facts.case.organisation_id, local_day(self._clock.now()))

    def bind(self, plan: FilePlan, output: Path, progress: BindingProgress | None = None) -> BoundCaseFile:
        """Write the whole file as one PDF; RuleRefusal ``case_file.cancelled`` leaves nothing behind."""
        return Bindery(self._files, self._printing).bind(plan, output, progress or BindingProgress())

    def note_bound(self, plan: FilePlan, bound: BoundCaseFile, *, actor: Actor) -> Done[BoundCaseFile]:
        """Note in the history that a copy of the whole file left the house."""
        case_id = plan.facts.case.id
        with self._store.unit_of_work(actor) as work:
            work.history.note(
                act="case_file.bound",
                kind="case_file",
                subject_id=case_id,
                case_id=case_id,
                note=f"{bound.path.name}，{bound.parts}份，{bound.pages}页",
            )
            return Done(bound, work.commit())


def _kept(work: UnitOfWork, file: CaseFile, act: str, note: str) -> CaseFile:
    if work.case_files.find(file.id) is None:
        return work.case_files.add(replace(file, version=0), act=act, note=note)
    return work.case_files.save(file, act=act, note=note)
