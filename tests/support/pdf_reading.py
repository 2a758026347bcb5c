"""Reads PDFs back by two programs that know nothing of ours: pypdf and Chrome's pdfium."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

import pypdf
import pypdfium2

_BLANKS = re.compile(r"\s+")
_LINE_END_HYPHEN = "\ufffe"  # what pdfium makes of a hyphen at the end of a line


class Readings(NamedTuple):
    """The text of one file by each reader, page after page."""

    pypdf: list[str]
    pdfium: list[str]

    def squashed(self) -> tuple[str, str]:
        """Return both texts with every blank taken out."""
        return squash("".join(self.pypdf)), squash("".join(self.pdfium))


def squash(text: str) -> str:
    """Take every blank out of a text: where lines end on paper is no part of what it says."""
    return _BLANKS.sub("", text)


def read_both(pdf: bytes) -> Readings:
    """Extract the text of every page."""
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            words = page.get_textpage()
            texts.append(words.get_text_range().replace(_LINE_END_HYPHEN, "-"))
            words.close()
            page.close()
    finally:
        document.close()
    return Readings(pages, texts)


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    return len(pypdf.PdfReader(BytesIO(pdf)).pages)
