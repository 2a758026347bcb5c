"""Which files can become pages of the bound file; the others are named on a sheet in their place."""

from __future__ import annotations

PDF = "application/pdf"
_ENDINGS = frozenset(
    {"pdf", "jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff", "webp", "heic", "heif"}
)


def ending_of(name: str) -> str:
    """Give the ending of a file name in small letters: ``现场.JPG`` is ``jpg``.

    >>> ending_of("现场.JPG")
    'jpg'
    >>> ending_of("录音")
    ''
    """
    return name.rpartition(".")[2].lower() if "." in name else ""


def may_be_bound(media_type: str, name: str) -> bool:
    """Tell whether a file says it is a page or a picture; what it truly holds is seen when it is read."""
    return media_type == PDF or media_type.startswith("image/") or ending_of(name) in _ENDINGS
