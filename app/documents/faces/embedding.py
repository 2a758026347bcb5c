"""Embeds a face in one document: two-byte codes given out as characters are drawn.

reportlab's own TrueType fonts cut a face into pieces of 256 signs; a Chinese page then changes font
every few characters. Here each face is one composite font (Type0, Identity-H), so a run of text is
one operator whatever its characters, and the map to Unicode is ours.
"""

from __future__ import annotations

import zlib

from app.documents.faces.invisible import is_invisible
from app.documents.faces.subsetting import subset
from app.documents.faces.to_unicode import to_unicode_map
from app.documents.faces.truetype import TrueTypeFace

_DEFAULT_WIDTH = 1000


class FontCodes(dict[str, str]):
    """Gives each shown character its code in one document, as four hex digits, by order of first use."""

    def __init__(self, face: TrueTypeFace) -> None:
        super().__init__()
        self.face = face
        self.glyphs: list[int] = []
        self.meanings: list[str] = []
        self._shaped: dict[tuple[str, str], str] = {}

    def __missing__(self, character: str) -> str:
        code = self.add(self._glyph(character), character)
        self[character] = code
        return code

    def shaped(self, shown: str, meaning: str) -> str:
        """Return the code of a joined form: drawn as ``shown``, read back as ``meaning``."""
        key = (shown, meaning)
        if key not in self._shaped:
            self._shaped[key] = self.add(self._glyph(shown), meaning)
        return self._shaped[key]

    def _glyph(self, character: str) -> int:
        return self.face.empty_glyph if is_invisible(character) else self.face.glyph(ord(character))

    def add(self, glyph: int, meaning: str) -> str:
        """Give a glyph the next code."""
        self.glyphs.append(glyph)
        self.meanings.append(meaning)
        return f"{len(self.glyphs):04X}"

    def widths(self) -> str:
        """Write the widths that differ from one em, as PDF's /W array wants them."""
        parts = []
        for code, glyph in enumerate(self.glyphs, start=1):
            width = self.face.advance(glyph)
            if width != _DEFAULT_WIDTH:
                parts.append(f"{code}[{width}]")
        return f"[{' '.join(parts)}]"

    def tag(self) -> str:
        """Return the six letters that mark a subset; the same letters for the same characters."""
        number = zlib.crc32("".join(self.meanings).encode("utf-8", "surrogatepass"))
        letters = ""
        for _ in range(6):
            number, rest = divmod(number, 26)
            letters += chr(ord("A") + rest)
        return letters

    def program(self) -> bytes:
        """Return the font program with the glyphs used."""
        return subset(self.face, self.glyphs)

    def unicode_map(self) -> bytes:
        """Return the map by which the text is read back."""
        return to_unicode_map(self.meanings)
