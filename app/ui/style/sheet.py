"""One QSS string out of the template: ``$token``, ``@12px`` and ``@body`` are filled in."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.ui.style.tokens import Palette

_COLOR = re.compile(r"\$(\w+)")
_PIXELS = re.compile(r"@(\d+)px")
_POINTS = re.compile(r"@(caption|small|body|title3|title2|title1|figure|hero)\b")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build_sheet(
    template: str,
    palette: Palette,
    px: Callable[[float], int],
    pt: Callable[..., float],
) -> str:
    """Fill the template; an unknown colour name raises ``KeyError``."""
    bare = _COMMENT.sub("", template)
    colored = _COLOR.sub(lambda found: palette.get(found[1]), bare)
    sized = _PIXELS.sub(lambda found: f"{px(int(found[1]))}px", colored)
    return _POINTS.sub(lambda found: f"{pt(found[1]):g}pt", sized)
