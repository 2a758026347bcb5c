"""What is bound and how far it is: a plan read from the database, then work any thread may do."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from app.archive.files import FileStore
from app.archive.resources import fonts_folder
from app.documents.kinds import Contents
from app.domain.case_file.facts import FileFacts
from app.domain.case_file.items import FilePart
from app.domain.case_file.media import PDF, ending_of
from app.domain.contents.case_file.filling import (
    PagedPart,
    back_cover_contents,
    catalogue_contents,
    cover_contents,
    missing_words,
    note_contents,
)
from app.domain.errors import RuleRefusal, StorageRefusal
from app.domain.trust.history import HistoryEntry
from app.services.transactions.printing import Printing
from app.services.transactions.wordings.in_force import Wording, with_texts

if TYPE_CHECKING:
    from app.documents.binding.binder import Binder, OwnPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """Everything the bound file is made of, read at one moment; the bytes are read while it is bound."""

    facts: FileFacts
    parts: tuple[FilePart, ...]
    history: tuple[HistoryEntry, ...]
    wording: Wording = field(default_factory=dict)


@dataclass(slots=True)
class BindingProgress:
    """How far the binding is: written by who binds, looked at by who waits; ``is_cancelled`` the other way.

    Plain fields, each written from one side alone: no lock is needed.
    """

    total: int = 0
    done: int = 0
    is_cancelled: bool = False

    def step(self) -> None:
        """Count one step done; RuleRefusal ``case_file.cancelled`` when nobody waits for it any more."""
        self.done += 1
        if self.is_cancelled:
            raise RuleRefusal("case_file.cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundCaseFile:
    """The file as it was written: its pages, and what whoever made it should know.

    ``is_validated`` is None where this machine has no validator of PDF/A. ``own`` are the papers drawn
    about the file itself: cover, catalogue, note, back cover.
    """

    path: Path
    pages: int
    parts: int
    left_out: tuple[str, ...] = ()
    loose_fonts: tuple[str, ...] = ()
    is_validated: bool | None = None
    own: tuple[bytes, ...] = ()


@dataclass(slots=True)
class Bindery:
    """Binds plans; touches no database but for a shared file that is not on this computer yet."""

    files: FileStore
    printing: Printing
    _steps_after: int = field(default=12, init=False)

    def bind(self, plan: FilePlan, output: Path, progress: BindingProgress) -> BoundCaseFile:
        """Write the whole file as one PDF, or raise and leave what was there before."""
        from app.documents.binding.binder import Binder

        progress.total = len(plan.parts) + self._steps_after
        try:
            with tempfile.TemporaryDirectory(prefix="maplebridge-file-") as folder:
                binder = Binder(Path(folder), fonts_folder())
                try:
                    return self._bound(binder, plan, output, progress)
                finally:
                    binder.close()
        except OSError as error:
            raise StorageRefusal("file.not_written", name=output.name, reason=str(error)) from error

    def _bound(
        self, binder: Binder, plan: FilePlan, output: Path, progress: BindingProgress
    ) -> BoundCaseFile:
        from app.documents.binding.archival import FileFactsSheet
        from app.documents.binding.binder import Outline, OwnPaper

        facts = plan.facts
        paged, loose = self._gather(binder, plan, progress)

        def drawn(contents: Contents) -> OwnPaper:
            progress.step()
            pdf = self.printing.renderer.render(with_texts(contents, plan.wording), is_draft=False).pdf
            return OwnPaper(title=contents.kind.term, pdf=pdf)

        shown = _printable(binder, plan, paged)
        cover, catalogue, note_paper = (
            drawn(cover_contents(shown.facts)),
            drawn(catalogue_contents(shown.facts, shown.paged)),
            drawn(note_contents(shown.facts, shown.paged, shown.history, missing_words(facts))),
        )
        pages = sum(entry.count for entry in paged)
        back = drawn(back_cover_contents(shown.facts, papers=len(paged), pages=pages))
        groups = tuple(
            Outline(title=item.term, entries=tuple((entry.part.title, entry.first) for entry in entries))
            for item, entries in groupby(paged, key=lambda entry: entry.part.item)
        )
        bound = binder.finish(
            output,
            front=(cover, catalogue),
            last=note_paper,
            back=back,
            outline=groups,
            facts=FileFactsSheet(
                title=cover.title,
                author=facts.committee,
                subject=f"登记编号 {facts.case.intake_number}",
                day=facts.today,
            ),
            step=progress.step,
        )
        progress.done = progress.total
        return BoundCaseFile(
            path=output,
            pages=bound.pages,
            parts=len(paged),
            left_out=tuple(entry.part.title for entry in paged if entry.trouble),
            loose_fonts=loose,
            is_validated=bound.is_validated,
            own=(cover.pdf, catalogue.pdf, note_paper.pdf, back.pdf),
        )

    def _gather(
        self, binder: Binder, plan: FilePlan, progress: BindingProgress
    ) -> tuple[tuple[PagedPart, ...], tuple[str, ...]]:
        from app.documents.binding.leaves import Leaf

        facts, paged, loose, first = plan.facts, list[PagedPart](), list[str](), 1
        head = f"{facts.committee}\u3000{facts.case.intake_number}"
        for part in plan.parts:
            content = self.files.get(part.digest)
            leaf = Leaf(
                title=part.title,
                content=content,
                is_pdf=part.is_issued or part.media_type == PDF or ending_of(part.title) == "pdf",
                digest=part.digest,
                facts=_told_of(part, len(content)),
            )
            gathered = binder.add(leaf, head=head, day=facts.today)
            paged.append(PagedPart(part, first, gathered.pages, gathered.trouble))
            first += gathered.pages
            if gathered.has_loose_fonts:
                loose.append(part.title)
            progress.step()
        return tuple(paged), tuple(loose)


@dataclass(frozen=True, slots=True)
class _Shown:
    facts: FileFacts
    paged: Sequence[PagedPart]
    history: Sequence[HistoryEntry]


def _printable(binder: Binder, plan: FilePlan, paged: Sequence[PagedPart]) -> _Shown:
    """Mark signs no face has: names of files and notes are not asked for them when they are typed."""
    entries = [
        replace(
            entry,
            part=replace(
                entry.part,
                title=binder.printable(entry.part.title),
                note=binder.printable(entry.part.note),
            ),
        )
        for entry in paged
    ]
    shown, kept = binder.printable, plan.facts.file
    file = replace(
        kept,
        title=shown(kept.title),
        compiler=shown(kept.compiler),
        checker=shown(kept.checker),
        retention=shown(kept.retention),
        cabinet=shown(kept.cabinet),
        box=shown(kept.box),
        volume=shown(kept.volume),
        originals=shown(kept.originals),
        cover_note=shown(kept.cover_note),
        remarks=shown(kept.remarks),
    )
    case = replace(plan.facts.case, title=binder.printable(plan.facts.case.title))
    facts = replace(plan.facts, file=file, case=case)
    history = [replace(entry, note=binder.printable(entry.note)) for entry in plan.history]
    return _Shown(facts, entries, history)


def _told_of(part: FilePart, size: int) -> tuple[tuple[str, str], ...]:
    told = (
        ("名\u3000\u3000称", part.title),
        ("说\u3000\u3000明", part.note),
        ("类\u3000\u3000别", part.item.term),
        ("大\u3000\u3000小", f"{size:,} 字节"),
        ("校验值", f"SHA-256 {part.digest}"),
    )
    return tuple((name, text) for name, text in told if text.strip())
