"""Writes the part of a TrueType face that one document uses, as a font program to embed."""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack, pack_into, unpack_from

from app.documents.faces.truetype import TrueTypeFace

_WORDS = 0x0001
_SCALE = 0x0008
_MORE = 0x0020
_TWO_SCALES = 0x0040
_MATRIX = 0x0080
_HINTS = ("cvt ", "fpgm", "prep")


def subset(face: TrueTypeFace, glyphs: Sequence[int]) -> bytes:
    """Return a font program in which glyph n + 1 is ``glyphs[n]`` and glyph 0 is the face's own.

    The same glyph may be asked for twice. Parts of composite glyphs are appended at the end. A map
    from characters is left out: a CIDFontType2 font finds its glyphs by number.
    """
    wanted, outlines = _collect(face, [0, *glyphs])
    tables = {tag: face.table(tag) for tag in _HINTS if tag in face.tables}
    tables["glyf"], tables["loca"] = _glyphs(outlines)
    tables["hmtx"] = b"".join(pack(">Hh", *face.metrics(glyph)) for glyph in wanted)
    tables["hhea"] = _patched(face.table("hhea"), 34, len(wanted))
    tables["maxp"] = _patched(face.table("maxp"), 4, len(wanted))
    head = _patched(face.table("head"), 50, 1)
    tables["head"] = head[:8] + bytes(4) + head[12:]
    return font_file(tables)


def _collect(face: TrueTypeFace, wanted: list[int]) -> tuple[list[int], list[bytes]]:
    """Add the parts of composites to ``wanted``, and renumber them inside the composites."""
    outlines: list[bytes] = []
    added: dict[int, int] = {}
    for glyph in wanted:  # grows while it is read
        outline = face.outline(glyph)
        if outline and outline[0] & 0x80:
            changed = bytearray(outline)
            for place in _component_places(outline):
                part = unpack_from(">H", outline, place)[0]
                if part not in added:
                    added[part] = len(wanted)
                    wanted.append(part)
                pack_into(">H", changed, place, added[part])
            outline = bytes(changed)
        outlines.append(outline)
    return wanted, outlines


def _component_places(outline: bytes) -> list[int]:
    places = []
    place, flags = 10, _MORE
    while flags & _MORE:
        flags = unpack_from(">H", outline, place)[0]
        places.append(place + 2)
        place += 8 if flags & _WORDS else 6
        if flags & _SCALE:
            place += 2
        elif flags & _TWO_SCALES:
            place += 4
        elif flags & _MATRIX:
            place += 8
    return places


def _glyphs(outlines: Sequence[bytes]) -> tuple[bytes, bytes]:
    parts, starts, place = [], [0], 0
    for outline in outlines:
        padded = outline + bytes(-len(outline) % 4)
        parts.append(padded)
        place += len(padded)
        starts.append(place)
    return b"".join(parts), pack(f">{len(starts)}L", *starts)


def _patched(table: bytes, place: int, number: int) -> bytes:
    changed = bytearray(table)
    pack_into(">H", changed, place, number)
    return bytes(changed)


def font_file(tables: dict[str, bytes]) -> bytes:
    """Bind ``tables`` to a TrueType file, each with its sum."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    parts = [pack(">L4H", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))]
    place, bodies = 12 + 16 * count, []
    for tag in sorted(tables):
        body = tables[tag]
        padded = body + bytes(-len(body) % 4)
        total = sum(unpack_from(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        parts.append(pack(">4s3L", tag.encode("ascii"), total, place, len(body)))
        bodies.append(padded)
        place += len(padded)
    return b"".join(parts + bodies)
