"""Joins papers into one PDF as they are, in their order: a print of many papers is one job."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from io import BytesIO
from itertools import islice
from pathlib import Path

from app.documents.binding.placing import move_into_place

_AT_ONCE = 100
"""So many papers are open together; a thousand would hold all their objects in memory."""


def join(papers: Iterable[tuple[str, bytes]], output: Path) -> int:
    """Write (title, PDF) as one file with an outline, whole or not at all; gives its pages."""
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
                for title, content in sheaf:
                    titles.append((title, pages + len(part.pages)))
                    part.pages.extend(held.enter_context(pikepdf.open(BytesIO(content))).pages)
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
