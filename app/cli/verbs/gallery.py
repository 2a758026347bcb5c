"""``render --all-kinds DIR``: one paper of every kind as PDF and pictures in a new folder, with an index."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from app.archive.outgoing import write_folder
from app.cli.outcome import Exit
from app.documents.reading.page_pictures import page_count, page_pictures
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.services.papers.gallery import Gallery, GalleryPaper
from app.services.services import Services

INDEX = "index.csv"
_HEAD = ("文书", "种类", "文件", "页数", "案件", "说明")
_DRAFT, _NO_CASE = "草稿", "没有这样的案件"
_MOST_PICTURES = 12
"""How many pages of one paper become pictures: a whole file has hundreds."""


def draw_all_kinds(services: Services, folder: Path, *, actor: Actor) -> Exit:
    """Draw everything into a folder that is not there yet; how far it is goes to standard error."""
    write_folder(folder, _files(Gallery(services, actor)))
    print(folder)
    return Exit.DONE


def _files(gallery: Gallery) -> Iterator[tuple[str, bytes]]:
    rows: list[tuple[str, ...]] = []
    names: dict[str, int] = {}
    shown: set[DocumentKind] = set()
    for paper in gallery.papers():
        name = _named(paper, names)
        pages = page_count(paper.pdf)
        print(f"{len(rows) + 1:>3}  {paper.title}  {pages} 页  {paper.case}", file=sys.stderr)
        yield f"{name}.pdf", paper.pdf
        for number, picture in zip(range(1, _MOST_PICTURES + 1), page_pictures(paper.pdf), strict=False):
            yield f"{name}-{number}.png", picture
        code = paper.kind.value if paper.kind is not None else "case_file"
        note = _DRAFT if paper.is_draft else ""
        rows.append((paper.title, code, f"{name}.pdf", str(pages), paper.case, note))
        if paper.kind is not None:
            shown.add(paper.kind)
    for kind in DocumentKind:
        if kind not in shown:
            print(f"     {kind.term}  {_NO_CASE}", file=sys.stderr)
            rows.append((kind.term, kind.value, "", "", "", _NO_CASE))
    yield INDEX, _index(rows)


def _named(paper: GalleryPaper, names: dict[str, int]) -> str:
    """Name a file by its kind; further names of one kind, as other channels give them, are counted."""
    code = paper.kind.value if paper.kind is not None else "case_file"
    names[code] = names.get(code, 0) + 1
    return code if names[code] == 1 else f"{code}-v{names[code]}"


def _index(rows: list[tuple[str, ...]]) -> bytes:
    written = StringIO()
    csv.writer(written).writerows([_HEAD, *rows])
    return written.getvalue().encode("utf-8-sig")  # spreadsheets know by the mark that it is UTF-8
