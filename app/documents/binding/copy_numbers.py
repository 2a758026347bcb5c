"""The number of a copy, in the place a page leaves for it: 第＿＿份 becomes 第2份 on the second one.

All copies are one and the same page, whose text is signed; so the number is laid over it as a stamp that
prints, and whoever verifies the file reads the page as it was issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.binding.stamps import draw_labels
from app.documents.fonts import FontLibrary, FontRole
from app.documents.lines.styles import Align, TextStyle
from app.documents.reading.papers import Place

if TYPE_CHECKING:
    import pikepdf

_NUMBER = TextStyle(role=FontRole.LABEL, size=8, leading=10, align=Align.CENTRED)
_WIDTH, _HEIGHT = 16.0, 10.0
"""Of the blank: two signs of a proof's eight points."""
_ABOVE_LINE = 1.5
_PRINTS_AND_STAYS = 4 | 64 | 128


def draw_numbers(most: int, fonts: FontLibrary) -> bytes:
    """Draw the numbers from 1 on, each a small page of its own."""
    return draw_labels(map(str, range(1, most + 1)), _NUMBER, (_WIDTH, _HEIGHT), fonts)


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
