"""Binds a whole file: leaves first, then its own papers around them, numbers, bookmarks, facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.binding.archival import FileFactsSheet, describe, is_valid, validator
from app.documents.binding.gathering import Gathering
from app.documents.binding.leaves import Gathered, Leaf, Unbindable
from app.documents.binding.placing import move_into_place
from app.documents.binding.sheets import draw_sheet, printable
from app.documents.binding.stamps import draw_stamps, stamp
from app.documents.fonts import FontLibrary

if TYPE_CHECKING:
    import pikepdf


_VERSION = "1.7"
"""The version of PDF that PDF/A-2 is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPaper:
    """A paper of the file itself: its name in the outline and its drawn pages."""

    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the outline shows of one group of leaves: its name, and each leaf with its first page (from 1)."""

    title: str
    entries: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class BoundFile:
    """The bound file: pages in all, and whether a validator let it pass as PDF/A-2b.

    ``is_validated`` is None where this machine has no validator.
    """

    pages: int
    is_validated: bool | None


class Binder:
    """Binds one file in a folder of its own; memory holds a few leaves at a time.

    Call ``add`` for every leaf in order, draw the papers of the file from the pages they became, then
    ``finish``. ``close`` lets go of everything. Touches no database: any thread may do it.
    """

    def __init__(self, folder: Path, fonts_folder: Path) -> None:
        self._fonts = FontLibrary.load(fonts_folder)
        self._folder = folder
        self._gathering = Gathering(folder)

    def add(self, leaf: Leaf, *, head: str, day: date) -> Gathered:
        """Turn a leaf into pages, or into a sheet that says why not."""
        try:
            return self._gathering.add(leaf)
        except Unbindable as problem:
            sheet = draw_sheet(leaf.facts, problem.words, fonts=self._fonts, head=head, day=day)
            return self._gathering.add_sheet(sheet, problem.words)

    def printable(self, text: str) -> str:
        """Give a text without signs that no face has."""
        return printable(text, self._fonts)

    def finish(
        self,
        output: Path,
        *,
        front: Sequence[OwnPaper],
        last: OwnPaper,
        back: OwnPaper,
        outline: Sequence[Outline],
        facts: FileFactsSheet,
        step: Callable[[], None],
    ) -> BoundFile:
        """Put everything together and write it to ``output``, whole or not at all."""
        import pikepdf

        written = self._folder / "whole.pdf"
        with ExitStack() as opened:
            whole = opened.enter_context(pikepdf.new())
            starts = [_append(opened, whole, BytesIO(paper.pdf)) for paper in front]
            body = len(whole.pages)
            for path in self._gathering.files():
                _append(opened, whole, path)
                step()
            at_note = _append(opened, whole, BytesIO(last.pdf))
            numbered = len(whole.pages) - body
            at_back = _append(opened, whole, BytesIO(back.pdf))
            self._stamp(opened, whole, body, numbered)
            step()
            own = [*zip((paper.title for paper in front), starts, strict=True)]
            _write_outline(whole, own, outline, body, ((last.title, at_note), (back.title, at_back)))
            _label_pages(whole, body, numbered)
            pages = len(whole.pages)
            verdict = self._write(whole, written, facts)
        step()
        move_into_place(written, output)
        return BoundFile(pages, verdict)

    def close(self) -> None:
        """Let go of what is held."""
        self._gathering.close()

    def _stamp(self, opened: ExitStack, whole: pikepdf.Pdf, body: int, count: int) -> None:
        import pikepdf

        stamps = opened.enter_context(pikepdf.open(BytesIO(draw_stamps(count, self._fonts))))
        for place, drawn in enumerate(stamps.pages):
            form = whole.copy_foreign(drawn.as_form_xobject())
            stamp(whole.pages[body + place], form, place + 1)

    def _write(self, whole: pikepdf.Pdf, written: Path, facts: FileFactsSheet) -> bool | None:
        """Write the file; the claim stays in it only if the validator of this machine lets it pass."""
        judge = validator()
        describe(whole, facts, is_claimed=judge is not None)
        whole.save(written, deterministic_id=True, min_version=_VERSION)
        if judge is None:
            return None
        if is_valid(written, judge):
            return True
        describe(whole, facts, is_claimed=False)
        whole.save(written, deterministic_id=True, min_version=_VERSION)
        return False


def _append(opened: ExitStack, whole: pikepdf.Pdf, source: BytesIO | Path) -> int:
    """Append all pages of a file that stays open until the whole is written; gives where they begin."""
    import pikepdf

    begins = len(whole.pages)
    whole.pages.extend(opened.enter_context(pikepdf.open(source)).pages)
    return begins


def _write_outline(
    whole: pikepdf.Pdf,
    front: Sequence[tuple[str, int]],
    groups: Sequence[Outline],
    body: int,
    ends: Sequence[tuple[str, int]],
) -> None:
    from pikepdf import OutlineItem

    with whole.open_outline() as told:
        told.root.extend(OutlineItem(title, page) for title, page in front)
        for group in groups:
            above = OutlineItem(group.title, body + group.entries[0][1] - 1)
            above.children.extend(OutlineItem(title, body + page - 1) for title, page in group.entries)
            told.root.append(above)
        told.root.extend(OutlineItem(title, page) for title, page in ends)


def _label_pages(whole: pikepdf.Pdf, body: int, numbered: int) -> None:
    """Let readers count as the stamps do: the covers apart, the first paper is page 1."""
    import pikepdf

    name = pikepdf.Name
    spans: list[pikepdf.Object | int] = [0, pikepdf.Dictionary(S=name.r)]
    spans += [body, pikepdf.Dictionary(S=name.D, St=1)]
    spans += [body + numbered, pikepdf.Dictionary(P=pikepdf.String("封底"))]
    whole.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(spans))
