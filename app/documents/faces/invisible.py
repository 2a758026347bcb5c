"""Signs that have no shape of their own: they print nothing, but stay in the text of the document."""

from __future__ import annotations

import unicodedata

_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_ARABIC = range(0x0600, 0x0900)  # its format characters are drawn: they enclose numbers
_FILLERS = "\u00ad\u034f\u115f\u1160\u3164\uffa0"


def is_invisible(character: str) -> bool:
    """Say whether Unicode gives ``character`` no shape: joiners, direction marks, variation selectors."""
    if character in _FILLERS:
        return True
    code_point = ord(character)
    if any(code_point in selectors for selectors in _VARIATION_SELECTORS):
        return True
    return unicodedata.category(character) == "Cf" and code_point not in _ARABIC
