"""Tick boxes: drawn by us as outlines, because no Chinese font has ☑, yet read back as ☑ by PDF readers.

The boxes are glyphs of a small face made here, so a ticked box stands in a line of text like any other
sign, is embedded like any other sign, and is found by searching. It also has
a dash of one em, because those of the Noto faces are shorter and leave a gap in ——.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack

from app.documents.faces.subsetting import font_file

UNTICKED = "☐"
TICKED = "☑"
CROSSED = "☒"
DASH = "—"

_EM = 1000
_BOX = ((90, -40), (90, 800), (910, 800), (910, -40))
_HOLE = ((145, 15), (855, 15), (855, 745), (145, 745))
_TICK = ((225, 400), (285, 455), (435, 290), (735, 650), (795, 595), (440, 170))
_CROSS = (
    ((255, 145), (215, 185), (745, 615), (785, 575)),
    ((215, 575), (255, 615), (785, 185), (745, 145)),
)

_BAR = ((0, 360), (0, 400), (1000, 400), (1000, 360))

Contour = Sequence[tuple[int, int]]


def tick(label: str, *, is_ticked: bool) -> str:
    """Return ``label`` behind a box, ticked or not; the two are never parted at a line's end."""
    return f"{TICKED if is_ticked else UNTICKED}{label}"


def choice(labels: Sequence[str], chosen: Sequence[str]) -> str:
    """Return all ``labels`` with boxes, those in ``chosen`` ticked."""
    return "\u3000".join(tick(label, is_ticked=label in chosen) for label in labels)


def tick_box_face() -> bytes:
    """Make the face: ☐ ☑ ☒ — one em wide."""
    box = (_BOX, _HOLE)
    shapes: list[Sequence[Contour]] = [(), box, (*box, _TICK), (*box, *_CROSS), (_BAR,)]
    advances = [0, _EM, _EM, _EM, _EM]
    outlines = [_outline(contours) for contours in shapes]
    starts = [sum(map(len, outlines[:count])) for count in range(len(outlines) + 1)]
    groups = (ord(DASH), ord(DASH), 4, ord(UNTICKED), ord(CROSSED), 1)
    return font_file(
        {
            "glyf": b"".join(outlines),
            "loca": pack(f">{len(starts)}L", *starts),
            "hmtx": b"".join(pack(">Hh", advance, 0) for advance in advances),
            "head": pack(
                ">4L2H2Q4h2H3h",
                *(0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0),  # versions, sums, magic, flags, em, times
                *(0, -120, _EM, 880, 0, 8, 2, 1, 0),  # box, style, least size, direction, long locations
            ),
            "hhea": pack(">L3hH11hH", 0x10000, 880, -120, 0, _EM, 0, 0, _EM, 1, *([0] * 7), len(advances)),
            "maxp": pack(">L14H", 0x10000, len(advances), 16, 5, 0, 0, 1, *([0] * 8)),
            "cmap": pack(">4HL2H3L6L", 0, 1, 3, 10, 12, 12, 0, 40, 0, 2, *groups),
        }
    )


def _outline(contours: Sequence[Contour]) -> bytes:
    """Write straight-edged contours as a simple glyph, its coordinates as full words."""
    if not contours:
        return b""
    points = [point for contour in contours for point in contour]
    across, up = zip(*points, strict=True)
    ends = [sum(len(contour) for contour in contours[: count + 1]) - 1 for count in range(len(contours))]
    parts = [
        pack(">5h", len(contours), min(across), min(up), max(across), max(up)),
        pack(f">{len(ends)}HH", *ends, 0),
        bytes([1] * len(points)),
        _differences(across),
        _differences(up),
    ]
    outline = b"".join(parts)
    return outline + bytes(-len(outline) % 4)


def _differences(places: Sequence[int]) -> bytes:
    return b"".join(pack(">h", place - before) for before, place in zip((0, *places), places, strict=False))
