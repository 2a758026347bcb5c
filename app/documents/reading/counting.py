"""Counts the pages of a file that goes along with others; what nobody can count is told by None."""

from __future__ import annotations

from io import BytesIO

from app.documents.reading.papers import is_pdf, pages_of_pdf
from app.domain.errors import InvalidInput


def page_count(content: bytes) -> int | None:
    """Give the pages of a PDF or a picture, or None of anything else and of what cannot be opened."""
    from PIL import Image, UnidentifiedImageError

    try:
        if is_pdf(content):
            return pages_of_pdf(content)
        with Image.open(BytesIO(content)) as picture:
            return int(getattr(picture, "n_frames", 1))
    except (InvalidInput, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
