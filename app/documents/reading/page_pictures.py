"""Draws the pages of a PDF as pictures, for people who look through many."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

PICTURE_DOTS = 110
"""Dots to an inch: a page is some 900 wide, and its smallest line can be read."""
_STEP = 17
"""Sixteen greys are enough for type, and make small files."""


def page_pictures(pdf: bytes, dots: int = PICTURE_DOTS) -> Iterator[bytes]:
    """Give each page as a PNG in greys, one after the other."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=dots / 72, grayscale=True).to_pil()
            page.close()
            written = BytesIO()
            picture.point([grey // _STEP * _STEP for grey in range(256)]).save(written, "PNG")
            yield written.getvalue()
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
