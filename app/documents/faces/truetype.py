"""Reads one TrueType face from disk: which glyph a character has, how wide it is, what it looks like."""

from __future__ import annotations

import mmap
import re
import sys
from array import array
from bisect import bisect_left
from pathlib import Path
from struct import error as StructError  # noqa: N812 - it is a class
from struct import unpack_from

_NEEDED_TABLES = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
_NAME_SIGNS = re.compile("[0-9A-Za-z-]")
_COLLECTION = b"ttcf"
_LONG_LOCATIONS = 1
_CMAP_SEGMENTS = 4
_CMAP_GROUPS = 12
_UNICODE_MAPS = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


class NotTrueType(Exception):
    """The file is no TrueType file with outlines of its own (CFF outlines cannot be embedded here)."""


class TrueTypeFace:
    """One face; lengths are in 1/1000 em as PDF wants them, glyphs are numbers of the file.

    The file stays mapped for the life of the face; nothing of it is copied but its small tables.
    A face is never changed after it is made, so threads may share it.
    """

    def __init__(self, data: bytes | mmap.mmap, *, name: str = "") -> None:
        self._data = data
        start = unpack_from(">L", data, 12)[0] if data[:4] == _COLLECTION else 0
        self.tables = _directory(data, start)
        missing = [tag for tag in _NEEDED_TABLES if tag not in self.tables]
        if missing:
            raise NotTrueType(", ".join(missing))
        head = self.tables["head"][0]
        self.units_per_em: int = unpack_from(">H", data, head + 18)[0]
        self.box = tuple(self._thousandths(edge) for edge in unpack_from(">4h", data, head + 36))
        hhea = self.tables["hhea"][0]
        ascent, descent = unpack_from(">2h", data, hhea + 4)
        self.ascent, self.descent = self._thousandths(ascent), self._thousandths(descent)
        self.glyph_count: int = unpack_from(">H", data, self.tables["maxp"][0] + 4)[0]
        self._locations = self._read_locations(unpack_from(">h", data, head + 50)[0])
        self._metrics_count: int = unpack_from(">H", data, hhea + 34)[0]
        self._read_map()
        self.name = name or self._read_name()

    @classmethod
    def open(cls, path: Path) -> TrueTypeFace:
        """Map the file at ``path``; of a collection (.ttc) the first face.

        Raises ``NotTrueType`` for a file of another kind or one cut short, ``OSError`` as files do.
        """
        try:
            with path.open("rb") as file:
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (StructError, IndexError, ValueError) as error:
            raise NotTrueType(path.name) from error

    @property
    def empty_glyph(self) -> int:
        """A glyph the file does not have: nothing, and of no width, for signs without a shape."""
        return self.glyph_count

    def glyph(self, code_point: int) -> int:
        """Say which glyph shows ``code_point``; 0 where the face has none."""
        place = bisect_left(self._last, code_point)
        if place == len(self._last) or code_point < self._first[place]:
            return 0
        return self._glyph_in(place, code_point)

    def metrics(self, glyph: int) -> tuple[int, int]:
        """Return advance and left bearing of ``glyph`` in units of the face."""
        if glyph == self.empty_glyph:
            return 0, 0
        start = self.tables["hmtx"][0]
        if glyph < self._metrics_count:
            advance, bearing = unpack_from(">Hh", self._data, start + 4 * glyph)
            return advance, bearing
        advance = unpack_from(">H", self._data, start + 4 * (self._metrics_count - 1))[0]
        place = start + 4 * self._metrics_count + 2 * (glyph - self._metrics_count)
        return advance, unpack_from(">h", self._data, place)[0]

    def advance(self, glyph: int) -> int:
        """Return the advance of ``glyph`` in 1/1000 em."""
        return self._thousandths(self.metrics(glyph)[0])

    def outline(self, glyph: int) -> bytes:
        """Return the outline of ``glyph`` as the file holds it; empty for a blank."""
        if glyph == self.empty_glyph:
            return b""
        start = self.tables["glyf"][0]
        return self._data[start + self._locations[glyph] : start + self._locations[glyph + 1]]

    def table(self, tag: str) -> bytes:
        """Return a whole table."""
        start, length = self.tables[tag]
        return self._data[start : start + length]

    def _thousandths(self, units: int) -> int:
        return round(units * 1000 / self.units_per_em)

    def _read_locations(self, kind: int) -> array[int]:
        raw = self.table("loca")
        if kind == _LONG_LOCATIONS:
            return _numbers(raw[: 4 * (self.glyph_count + 1)], "L")
        return array("L", (2 * half for half in _numbers(raw[: 2 * (self.glyph_count + 1)], "H")))

    def _read_map(self) -> None:
        cmap = self.tables["cmap"][0]
        count = unpack_from(">H", self._data, cmap + 2)[0]
        maps = {}
        for index in range(count):
            platform, encoding, offset = unpack_from(">HHL", self._data, cmap + 4 + 8 * index)
            maps[platform, encoding] = cmap + offset
        for key in _UNICODE_MAPS:
            if key in maps:
                self._read_subtable(maps[key])
                return
        raise NotTrueType("cmap")

    def _read_subtable(self, start: int) -> None:
        kind = unpack_from(">H", self._data, start)[0]
        self._segments_at: int | None = None
        if kind == _CMAP_GROUPS:
            count = unpack_from(">L", self._data, start + 12)[0]
            groups = _numbers(self._data[start + 16 : start + 16 + 12 * count], "L")
            self._first, self._last, self._shift = groups[0::3], groups[1::3], groups[2::3]
        elif kind == _CMAP_SEGMENTS:
            size: int = unpack_from(">H", self._data, start + 6)[0]
            raw = self._data[start + 14 : start + 16 + 4 * size]
            self._last = _numbers(raw[:size], "H")
            self._first = _numbers(raw[size + 2 : 2 * size + 2], "H")
            self._shift = _numbers(raw[2 * size + 2 : 3 * size + 2], "H")
            self._offsets = _numbers(raw[3 * size + 2 : 4 * size + 2], "H")
            self._segments_at = start + 16 + 3 * size
        else:
            raise NotTrueType(f"cmap {kind}")

    def _glyph_in(self, place: int, code_point: int) -> int:
        if self._segments_at is None:
            return self._shift[place] + code_point - self._first[place]
        offset = self._offsets[place]
        if offset == 0:
            return (self._shift[place] + code_point) & 0xFFFF
        entry = self._segments_at + 2 * place + offset + 2 * (code_point - self._first[place])
        glyph: int = unpack_from(">H", self._data, entry)[0]
        return (glyph + self._shift[place]) & 0xFFFF if glyph else 0

    def _read_name(self) -> str:
        if "name" not in self.tables:
            return "Face"
        start = self.tables["name"][0]
        count, strings = unpack_from(">HH", self._data, start + 2)
        for index in range(count):
            platform, _, _, kind, length, offset = unpack_from(">6H", self._data, start + 6 + 12 * index)
            if platform == 3 and kind == 6:  # noqa: PLR2004 - the PostScript name in Windows' encoding
                place = start + strings + offset
                name = self._data[place : place + length].decode("utf-16-be")
                return "".join(_NAME_SIGNS.findall(name))
        return "Face"


def _directory(data: bytes | mmap.mmap, start: int) -> dict[str, tuple[int, int]]:
    count = unpack_from(">H", data, start + 4)[0]
    found = {}
    for index in range(count):
        tag, _, offset, length = unpack_from(">4s3L", data, start + 12 + 16 * index)
        found[tag.decode("latin-1")] = (offset, length)
    return found


def _numbers(raw: bytes, kind: str) -> array[int]:
    """Read big-endian numbers; the array's own item size differs between systems, so it is spelt out."""
    size = 4 if kind == "L" else 2
    code = next(code for code in "HIL" if array(code).itemsize == size)
    numbers = array(code, raw)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
