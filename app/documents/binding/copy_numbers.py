"""The number of a copy, in the place a page leaves for it: 第＿＿份 becomes 第2份 on the second one.

All copies are one and the same page, whose text is signed; so the number is laid over it as a stamp that
prints, and whoever verifies the file reads the page as it was issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.faces.embedding import FontCodes
from app.documents.fonts import FontLibrary, FontRole
from app.documents.lines.ink import Ink
from app.documents.lines.setting import set_text
from app.documents.lines.styles import Align, TextStyle
from app.documents.pages.pdf_file import Facts, write_pdf
from app.documents.reading.papers import Place

if TYPE_CHECKING:
    import pikepdf

_NUMBER = TextStyle(role=FontRole.LABEL, size=8, leading=10, align=Align.CENTRED)
_WIDTH, _HEIGHT = 16.0, 10.0
"""Of the blank: two signs of a proof's eight points."""
_ABOVE_LINE = 1.5
_PRINTS_AND_STAYS = 4 | 64 | 128


def draw_numbers(most: int, fonts: FontLibrary) -> bytes:
    """Draw the numbers from 1 on, each a small page of its own, all in one subset of one face."""
    codes = [FontCodes(face) for face in fonts.faces]
    drawn = []
    for number in range(1, most + 1):
        ink = Ink(codes)
        [lines] = set_text(str(number), _NUMBER, _WIDTH, fonts)
        ink.lines(lines, 0, _HEIGHT, size=_NUMBER.size, leading=_NUMBER.leading)
        drawn.append(ink.content())
    return write_pdf(drawn, codes, (), Facts(title=""), (_WIDTH, _HEIGHT))


def number_page(whole: pikepdf.Pdf, page: pikepdf.Page, form: pikepdf.Object, place: Place) -> None:
    """Lay a number over the blank of a page."""
    import pikepdf

    left, bottom, right, _top = place
    middle = (left + right) / 2
    foot = bottom + _ABOVE_LINE
    corners = (middle - _WIDTH / 2, foot, middle + _WIDTH / 2, foot + _HEIGHT)
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=pikepdf.Array([round(corner, 2) for corner in corners]),
        F=_PRINTS_AND_STAYS,
        AP=pikepdf.Dictionary(N=form),
    )
    page.obj.Annots = pikepdf.Array([whole.make_indirect(stamp)])
