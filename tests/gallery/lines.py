"""Reads the lines a PDF of ours draws, one by one, out of its own operators: text, place, size and width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

_BFCHAR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line of type: ``left`` and ``baseline`` in points from the lower left corner, ``end`` its right.

    ``face`` names the font it begins in.
    """

    text: str
    face: str
    left: float
    baseline: float
    size: float
    end: float


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page with its lines in the order they are drawn; ``height`` and ``width`` are the sheet's."""

    width: float
    height: float
    lines: tuple[DrawnLine, ...]

    @property
    def body(self) -> list[DrawnLine]:
        """Give the lines between running head and foot."""
        return [line for line in self.lines if _FOOT < line.baseline < self.height - _HEAD]


_FOOT, _HEAD = 52.0, 52.0  # points from the edges: page number and proof below, running head above


@dataclass(frozen=True, slots=True)
class _Font:
    meanings: dict[int, str]
    widths: dict[int, float]

    @classmethod
    def read(cls, font: pikepdf.Object) -> _Font:
        """Read what the codes of a font mean and how wide they are, in thousandths of the size."""
        told = font.ToUnicode.read_bytes()
        meanings = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in _BFCHAR.findall(told)
        }
        below = font.DescendantFonts[0]
        default, widths = float(below.get("/DW", 1000)), {}
        entries = list(below.get("/W", []))
        while entries:
            first, second = entries.pop(0), entries.pop(0)
            if isinstance(second, pikepdf.Array):
                widths |= {int(first) + place: float(width) for place, width in enumerate(second)}
            else:
                width = float(entries.pop(0))
                widths |= dict.fromkeys(range(int(first), int(second) + 1), width)
        return cls(meanings, {code: widths.get(code, default) for code in meanings})


def drawn_pages(pdf: bytes) -> list[DrawnPage]:
    """Read every page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [_page(page) for page in document.pages]


def _page(page: pikepdf.Page) -> DrawnPage:
    fonts = {name: _Font.read(font) for name, font in page.resources.Font.items()}
    box = [float(entry) for entry in page.mediabox]
    return DrawnPage(box[2] - box[0], box[3] - box[1], tuple(_lines(page, fonts)))


def _lines(page: pikepdf.Page, fonts: dict[str, _Font]) -> Iterator[DrawnLine]:
    font, size, spacing = "", 0.0, 0.0
    left = baseline = at = end = 0.0
    text = face = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BT":
            text, end = "", 0.0
        elif name == "Tm":
            at, baseline = float(operands[4]), float(operands[5])
            left = at if not text else left
        elif name == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif name == "Tc":
            spacing = float(operands[0])
        elif name == "Tj":
            codes, face = bytes(operands[0]), face if text else font
            for place in range(0, len(codes), 2):
                code = int.from_bytes(codes[place : place + 2])
                text += fonts[font].meanings.get(code, "")
                at += fonts[font].widths.get(code, 0.0) / 1000 * size + spacing
            end = max(end, at - spacing)
        elif name == "ET" and text.strip():
            yield DrawnLine(text, face, left, baseline, size, end)
