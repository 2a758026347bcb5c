"""Joins papers into one PDF as they are, in their order: a print of many papers is one job."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.binding.copy_numbers import draw_numbers, number_page
from app.documents.binding.placing import move_into_place
from app.documents.fonts import FontLibrary
from app.documents.reading.papers import places_in_pdf

if TYPE_CHECKING:
    import pikepdf

_AT_ONCE = 100
"""So many papers are open together; a thousand would hold all their objects in memory."""
_BLANK = "第＿＿份"
"""What a page that goes out in several copies leaves for the number of each."""


@dataclass(frozen=True, slots=True)
class JoinedPaper:
    """One paper of a print: its name in the outline, its PDF, and how many copies of it are wanted."""

    title: str
    content: bytes
    copies: int = 1


def join(papers: Iterable[JoinedPaper], output: Path, fonts_folder: Path) -> int:
    """Write papers as one file with an outline, whole or not at all; gives its pages.

    Of a paper in several copies each bears its number, and they stand together.
    """
    import pikepdf
    from pikepdf import OutlineItem

    with tempfile.TemporaryDirectory(prefix="maplebridge-print-") as name, ExitStack() as opened:
        folder = Path(name)
        titles: list[tuple[str, int]] = []
        pages = 0
        sheaves: list[Path] = []
        waiting = iter(papers)
        while sheaf := list(islice(waiting, _AT_ONCE)):
            path = folder / f"{len(sheaves)}.pdf"
            with ExitStack() as held, pikepdf.new() as part:
                numbers = _numbers(held, part, max(paper.copies for paper in sheaf), fonts_folder)
                for paper in sheaf:
                    source = held.enter_context(pikepdf.open(BytesIO(paper.content)))
                    titles += [(title, pages + at) for title, at in _append(part, source, paper, numbers)]
                pages += len(part.pages)
                part.save(path)
            sheaves.append(path)
        whole = opened.enter_context(pikepdf.new())
        for path in sheaves:
            whole.pages.extend(opened.enter_context(pikepdf.open(path)).pages)
        with whole.open_outline() as outline:
            outline.root.extend(OutlineItem(title, page) for title, page in titles)
        written = folder / "whole.pdf"
        whole.save(written, deterministic_id=True)
        move_into_place(written, output)
    return pages


def _numbers(held: ExitStack, part: pikepdf.Pdf, most: int, fonts_folder: Path) -> Sequence[pikepdf.Object]:
    """Draw the numbers of copies; nothing is drawn where every paper goes out once."""
    import pikepdf

    if most == 1:
        return ()
    drawn = draw_numbers(most, FontLibrary.load(fonts_folder))
    source = held.enter_context(pikepdf.open(BytesIO(drawn)))
    return [part.copy_foreign(page.as_form_xobject()) for page in source.pages]


def _append(
    part: pikepdf.Pdf, source: pikepdf.Pdf, paper: JoinedPaper, numbers: Sequence[pikepdf.Object]
) -> Iterator[tuple[str, int]]:
    """Append a paper as often as it is wanted, and give the name and first page of each copy."""
    if paper.copies == 1:
        yield paper.title, len(part.pages)
        part.pages.extend(source.pages)
        return
    blanks = places_in_pdf(paper.content, _BLANK)
    for copy in range(1, paper.copies + 1):
        first = len(part.pages)
        yield f"{paper.title}\u3000第{copy}份", first
        part.pages.extend(source.pages)
        for place, blank in enumerate(blanks):
            if blank is not None:
                number_page(part, part.pages[first + place], numbers[copy - 1], blank)
