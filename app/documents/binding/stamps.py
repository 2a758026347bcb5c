"""The page number of the file, over pages that are drawn already: top right, outside every margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.documents.faces.embedding import FontCodes
from app.documents.fonts import FontLibrary, FontRole
from app.documents.lines.ink import Ink
from app.documents.lines.setting import set_text
from app.documents.lines.styles import Align, TextStyle
from app.documents.pages.paper import MM
from app.documents.pages.pdf_file import Facts, write_pdf

if TYPE_CHECKING:
    import pikepdf

_STAMP = TextStyle(role=FontRole.LABEL, size=9, leading=12, align=Align.RIGHT)
WIDTH, HEIGHT = 34 * MM, 12.0
_FROM_RIGHT, _FROM_TOP = 9 * MM, 6 * MM
_QUARTER, _HALF, _TURN = 90, 180, 360


def stamp_words(number: int) -> str:
    """Say the number as it stands on the page."""
    return f"卷内第{number}页"


def draw_stamps(count: int, fonts: FontLibrary) -> bytes:
    """Draw ``count`` stamps, each a small page of its own."""
    words = [stamp_words(number) for number in range(1, count + 1)]
    return draw_labels(words, _STAMP, (WIDTH, HEIGHT), fonts)


def draw_labels(
    words: Iterable[str], style: TextStyle, size: tuple[float, float], fonts: FontLibrary
) -> bytes:
    """Draw lines of a few words, each a page of its own of this width and height, in one subset of a face."""
    codes = [FontCodes(face) for face in fonts.faces]
    width, height = size
    drawn = []
    for text in words:
        ink = Ink(codes)
        [lines] = set_text(text, style, width, fonts)
        ink.lines(lines, 0, height, size=style.size, leading=style.leading)
        drawn.append(ink.content())
    return write_pdf(drawn, codes, (), Facts(title=""), size)


def place_on(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Give the corner that a reader sees top right, in the page's own turned coordinates."""
    x0, y0, x1, y1 = (float(value) for value in page.cropbox)
    turn = int(page.get("/Rotate", 0)) % _TURN
    if turn == _QUARTER:
        left, bottom = x0 + _FROM_TOP, y1 - _FROM_RIGHT - WIDTH
    elif turn == _HALF:
        left, bottom = x0 + _FROM_RIGHT, y0 + _FROM_TOP
    elif turn == _HALF + _QUARTER:
        left, bottom = x1 - _FROM_TOP - HEIGHT, y0 + _FROM_RIGHT
    else:
        left, bottom = x1 - _FROM_RIGHT - WIDTH, y1 - _FROM_TOP - HEIGHT
    wide, high = (HEIGHT, WIDTH) if turn % _HALF else (WIDTH, HEIGHT)
    return left, bottom, left + wide, bottom + high


def stamp(page: pikepdf.Page, form: pikepdf.Object, number: int) -> None:
    """Lay a stamp over a page; the page's own drawing stays as it is.

    Pages of one paper share their resources, so each stamp has a name of its own; one made of the number,
    so that the same file gives the same bytes.
    """
    import pikepdf

    name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/FileStamp{number}"))
    drawing = page.calc_form_xobject_placement(form, name, pikepdf.Rectangle(*place_on(page)))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q\n" + drawing)
