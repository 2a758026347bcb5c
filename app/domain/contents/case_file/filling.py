"""Freeze what the papers of a file say from its facts and its real pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.case_file.checklist import missing_items
from app.domain.case_file.facts import FileFacts
from app.domain.case_file.items import FilePart
from app.domain.case_file.signings import signing_words
from app.domain.contents.case_file.papers import (
    AnnotationPart,
    CatalogueLinePart,
    FileBackCoverContents,
    FileCatalogueContents,
    FileCoverContents,
    FileNoteContents,
)
from app.domain.disputes.channels.papers import words_in
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import local_day

NOTED = "case.note"
"""The act of history that is an annotation once the case is archived."""


@dataclass(frozen=True, slots=True)
class PagedPart:
    """A part of the file with its first page in it and how many it has; ``trouble`` is why it has a sheet."""

    part: FilePart
    first: int
    count: int
    trouble: str = ""

    @property
    def pages(self) -> str:
        """Give the pages as a catalogue writes them: 3 or 3-7."""
        return str(self.first) if self.count == 1 else f"{self.first}-{self.first + self.count - 1}"


def cover_contents(facts: FileFacts) -> FileCoverContents:
    """Freeze the cover; the number of the file is that of its agreement, else that of its registration."""
    case, file = facts.case, facts.file
    held = sorted(local_day(session.held_at) for session in facts.sessions)
    return FileCoverContents(
        number=case.intake_number,
        words=words_in(facts.channel, DocumentKind.FILE_COVER),
        committee=facts.committee,
        year=f"{local_day(case.registered_at).year}年",
        title=file.title.strip() or case.title,
        file_number=file_number(facts),
        mediators=case.mediating,
        mediated_from=case.accepted_on or (held[0] if held else None),
        mediated_to=case.ended_on or case.effective_on or (held[-1] if held else None),
        outcome=_outcome(facts),
        compiler=file.compiler,
        compiled_on=file.compiled_on,
        retention=file.retention,
        shelf_mark=file.shelf_mark,
        note=file.cover_note,
        printed_on=facts.today,
    )


def file_number(facts: FileFacts) -> str:
    """Give 卷号: that of the first agreement in force, written or oral, else that of the registration."""
    numbers = [a.number for a in facts.agreements if a.state is AgreementState.EFFECTIVE]
    numbers += [oral.number for oral in facts.oral_agreements]
    return next((number for number in numbers if number), facts.case.intake_number)


def catalogue_contents(facts: FileFacts, parts: Sequence[PagedPart]) -> FileCatalogueContents:
    """Freeze the catalogue of the real pages."""
    return FileCatalogueContents(
        number=facts.case.intake_number,
        committee=facts.committee,
        title=facts.file.title.strip() or facts.case.title,
        lines=tuple(
            _line(position, entry, facts.case.intake_number) for position, entry in enumerate(parts, start=1)
        ),
        page_count=sum(entry.count for entry in parts),
        printed_on=facts.today,
    )


def note_contents(
    facts: FileFacts, parts: Sequence[PagedPart], history: Sequence[HistoryEntry], missing: Sequence[str]
) -> FileNoteContents:
    """Freeze the note; ``history`` is that of the case, ``missing`` tells in words what is not there.

    Only what was noted after the archive prints: notes on the way are the mediators' own.
    """
    case, file, archived_at = facts.case, facts.file, facts.archived_at
    papers, pages = len(parts), sum(entry.count for entry in parts)
    return FileNoteContents(
        number=case.intake_number,
        committee=facts.committee,
        title=file.title.strip() or case.title,
        summary=f"卷内材料共{papers}份、{pages}页（不含本说明），案件{case.state.term}。",
        missing=tuple(missing),
        left_out=tuple(f"{entry.part.title}：{entry.trouble}" for entry in parts if entry.trouble),
        remarks=file.remarks,
        originals=file.originals,
        signings=signing_words(facts.standing_agreements),
        annotations=tuple(
            AnnotationPart(noted_on=local_day(entry.at), name=entry.actor_name, text=entry.note)
            for entry in sorted(history, key=lambda entry: (entry.at, entry.id))
            if entry.act == NOTED and archived_at is not None and entry.at >= archived_at
        ),
        compiler=file.compiler,
        compiled_on=file.compiled_on,
        checker=file.checker,
        checked_on=file.checked_on,
        printed_on=facts.today,
    )


def back_cover_contents(facts: FileFacts, *, papers: int, pages: int) -> FileBackCoverContents:
    """Freeze the back cover."""
    return FileBackCoverContents(
        number=facts.case.intake_number,
        committee=facts.committee,
        papers=papers,
        page_count=pages,
        binder=facts.file.compiler,
        printed_on=facts.today,
    )


def missing_words(facts: FileFacts) -> tuple[str, ...]:
    """Name the items that this case needs and does not have, for the note."""
    return tuple(f"{entry.position}. {entry.item.term}" for entry in missing_items(facts))


def _line(position: int, entry: PagedPart, intake_number: str) -> CatalogueLinePart:
    """Give a line; papers without a number of their own bear that of the case, which the head tells."""
    part = entry.part
    number = part.number if part.number != intake_number else ""
    notes = (part.note.strip(), "附说明页" if entry.trouble else "")
    return CatalogueLinePart(
        position=position,
        item=part.item.term,
        name="\n".join(text for text in (part.title, number) if text),
        dated=part.dated,
        pages=entry.pages,
        note="；".join(note for note in notes if note),
    )


def _outcome(facts: FileFacts) -> str:
    case = facts.case
    if facts.is_agreed:
        return "调解成功" + ("，已履行" if case.performed_on is not None else "")
    if case.termination_reason is not None:
        return f"终止调解：{case.termination_reason.term}"
    if case.non_acceptance_reason is not None:
        return f"不予受理：{case.non_acceptance_reason.term}"
    return case.state.term
