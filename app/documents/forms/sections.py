"""Pieces every form is built of: headings with their text, labelled lines, numbered lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.documents.lines.styles import BODY, HEADING, NUMBER, UNINDENTED, TextStyle, label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, title
from app.domain.contents.parts import ParticularsPart


def heading(text: str) -> Paragraph:
    """Return the heading of a section, which is never the last line of a page."""
    return Paragraph(text, HEADING, keeps_next=True, bookmark=text.rstrip("："))


def section(name: str, text: str) -> Iterator[Block]:
    """Give a heading and its text, or nothing where there is no text."""
    if text.strip():
        yield heading(name)
        yield Paragraph(text)


def line(name: str, text: str) -> Iterator[Block]:
    """Give ``name：text`` as a line that begins at the edge, or nothing where there is no text."""
    if text.strip():
        yield Paragraph([label(f"{name}："), text], UNINDENTED)


def inline(name: str, text: str, style: TextStyle = BODY) -> Iterator[Block]:
    """Give ``name：text`` as a paragraph within a section, or nothing where there is no text."""
    if text.strip():
        yield Paragraph([label(f"{name}："), text], style)


def numbered(texts: Iterable[str], style: TextStyle = BODY) -> Iterator[Block]:
    """Give a list as ``1. …``."""
    for position, text in enumerate(texts, start=1):
        yield Paragraph(f"{position}. {text}", style)


def opening(name: str, *notes: str) -> Iterator[Block]:
    """Give the title of a form and below it, at the right, its number and what else tells it from others."""
    yield title(name)
    text = "\u3000".join(note for note in notes if note.strip())
    if text:
        yield Paragraph(text, NUMBER)


def particulars(parts: Iterable[ParticularsPart]) -> Iterator[Block]:
    """Give what only one type of dispute has, each part under its heading."""
    for part in parts:
        yield heading(f"{part.heading}：")
        for fact in part.told:
            yield from inline(fact.label, fact.text)
