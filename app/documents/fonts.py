"""The typefaces documents are set in, and which of them shows a given character.

A character missing from the first face of a role is taken from the next, never dropped: reportlab
would print a blank in its place. What no face has is refused before anything is issued (``coverage``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.documents.faces.invisible import is_invisible
from app.documents.faces.tick_boxes import DASH, tick_box_face
from app.documents.faces.truetype import NotTrueType, TrueTypeFace
from app.domain.errors import InvalidInput, StorageRefusal

SERIF_FILE = "NotoSerifSC-Regular.ttf"
SANS_FILE = "NotoSansSC-Regular.ttf"
ARABIC_FILE = "NotoNaskhArabic-Regular.ttf"
FANGSONG_FILES = ("simfang.ttf", "SIMFANG.TTF", "FangSong_GB2312.ttf", "FangSong.ttf")


class FontRole(Enum):
    """What a text is on the page: decides which face is asked first."""

    BODY = "body"
    TITLE = "title"
    LABEL = "label"


class Glyph(NamedTuple):
    """How one character is shown: by which face of the library, which glyph of it, how wide in ems."""

    face: int
    glyph: int
    width: float


class FontChain(dict[str, Glyph]):
    """Looks up the glyph of a character in the faces of one role, in order, and remembers it.

    Raises ``InvalidInput("document.unprintable_character")`` for what no face has, so a line can
    never be set with a hole in it.
    """

    def __init__(self, faces: Sequence[TrueTypeFace], order: Sequence[int]) -> None:
        super().__init__()
        self._faces = faces
        self._order = order

    def __missing__(self, character: str) -> Glyph:
        glyph = self.find(character)
        if glyph is None:
            raise InvalidInput(
                "document.unprintable_character", character=character, codepoint=f"U+{ord(character):04X}"
            )
        self[character] = glyph
        return glyph

    def find(self, character: str) -> Glyph | None:
        """Return the glyph of ``character``, or None where no face has one."""
        if is_invisible(character):
            return Glyph(self._order[0], self._faces[self._order[0]].empty_glyph, 0.0)
        code_point = ord(character)
        for index in self._order:
            face = self._faces[index]
            glyph = face.glyph(code_point)
            width = face.advance(glyph) / 1000
            if glyph and (character != DASH or width >= 1):
                return Glyph(index, glyph, width)
        return None


class FontLibrary:
    """All faces of the program, read once; safe to share between threads."""

    def __init__(self, *, serif: Path, sans: Path, arabic: Path, fangsong: Path | None = None) -> None:
        self.faces = [
            *(TrueTypeFace.open(path) for path in (serif, sans, arabic)),
            TrueTypeFace(tick_box_face(), name="MapleBridgeSigns"),
        ]
        body = [0, 1, 3, 2]
        if fangsong is not None:
            self.faces.append(TrueTypeFace.open(fangsong))
            body.insert(0, 4)
        orders = {FontRole.BODY: body, FontRole.TITLE: [0, 1, 3, 2], FontRole.LABEL: [1, 0, 3, 2]}
        self.arabic_blanks = self._blanks_of(2)
        self._chains = {role: FontChain(self.faces, order) for role, order in orders.items()}

    @classmethod
    def load(cls, folder: Path, *, system_folders: Iterable[Path] | None = None) -> FontLibrary:
        """Return the library of the faces in ``folder``, the same one for the same folders.

        The body prefers a FangSong found in ``system_folders`` (those of this system if None).
        Raises ``StorageRefusal("fonts.missing")`` naming folder and file.
        """
        places = _system_font_folders() if system_folders is None else tuple(system_folders)
        return _loaded(folder, places)

    def _blanks_of(self, index: int) -> dict[str, Glyph]:
        """Return space and joiner as a face draws them."""
        face = self.faces[index]
        space = face.glyph(ord(" "))
        return {
            " ": Glyph(index, space, face.advance(space) / 1000),
            "\u200d": Glyph(index, face.empty_glyph, 0.0),
        }

    def chain(self, role: FontRole) -> FontChain:
        """Return the lookup of a role."""
        return self._chains[role]


@cache
def _loaded(folder: Path, system_folders: tuple[Path, ...]) -> FontLibrary:
    paths = [folder / name for name in (SERIF_FILE, SANS_FILE, ARABIC_FILE)]
    for path in paths:
        if not path.is_file():
            raise StorageRefusal("fonts.missing", folder=str(folder), file=path.name)
    fangsong = next(
        (place / name for place in system_folders for name in FANGSONG_FILES if _is_usable(place / name)),
        None,
    )
    try:
        return FontLibrary(serif=paths[0], sans=paths[1], arabic=paths[2], fangsong=fangsong)
    except (NotTrueType, OSError) as error:
        raise StorageRefusal("fonts.damaged", folder=str(folder), reason=str(error)) from error


def _is_usable(path: Path) -> bool:
    """Say whether a system's FangSong can be read; one that cannot is passed over for our own face."""
    if not path.is_file():
        return False
    try:
        return TrueTypeFace.open(path).glyph(ord("仿")) > 0
    except (NotTrueType, OSError):
        return False


def _system_font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return (
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        )
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
    )
