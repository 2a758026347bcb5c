"""The contents of 卷宗封面, 卷内目录, 卷宗情况说明 and 封底 (F12 to F15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCoverContents:
    """卷宗封面 (F12): title and number of the file, who mediated when, who bound it, how long it is kept."""

    kind: ClassVar[DocumentKind] = DocumentKind.FILE_COVER
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    year: str
    title: str
    file_number: str
    mediators: tuple[str, ...] = ()
    mediated_from: date | None = None
    mediated_to: date | None = None
    outcome: str = ""
    compiler: str = ""
    compiled_on: date | None = None
    retention: str = ""
    shelf_mark: str = ""
    note: str = ""
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLinePart:
    """One line of 卷内目录: a paper, the pages it has in the file, and what is said of it."""

    position: int
    item: str
    name: str
    dated: date
    pages: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCatalogueContents(PhrasedContents):
    """卷内目录 (F13), from the real pages of the file."""

    kind: ClassVar[DocumentKind] = DocumentKind.FILE_CATALOGUE
    number: str
    committee: str
    title: str
    lines: tuple[CatalogueLinePart, ...]
    page_count: int
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationPart:
    """A note made after the file was locked: when, by whom, in which words."""

    noted_on: date
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNoteContents(PhrasedContents):
    """卷宗情况说明 (F14): what is missing and why, notes after the archive, who bound and who checked."""

    kind: ClassVar[DocumentKind] = DocumentKind.FILE_NOTE
    number: str
    committee: str
    title: str
    summary: str
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: str = ""
    originals: str = ""
    signings: tuple[str, ...] = ()
    annotations: tuple[AnnotationPart, ...] = ()
    compiler: str = ""
    compiled_on: date | None = None
    checker: str = ""
    checked_on: date | None = None
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBackCoverContents(PhrasedContents):
    """卷宗封底 (F15): how many papers and pages, and the place of the binding seal."""

    kind: ClassVar[DocumentKind] = DocumentKind.FILE_BACK_COVER
    number: str
    committee: str
    papers: int
    page_count: int
    binder: str = ""
    printed_on: date


FilePaper = FileCoverContents | FileCatalogueContents | FileNoteContents | FileBackCoverContents
"""Every paper of the file itself."""
