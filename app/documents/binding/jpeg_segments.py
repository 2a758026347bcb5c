"""Takes out of a JPEG file what is no picture: where and by whose telephone it was taken stays at home."""

from __future__ import annotations

_START = b"\xff\xd8"
_SCAN = 0xDA
_MARK = 0xFF
_KEPT_APPLICATION = 0xEE  # Adobe: says how colours are coded
_APPLICATIONS = range(0xE1, 0xF0)
_COMMENT = 0xFE
_HEAD = 4


def without_notes(content: bytes) -> bytes:
    """Drop EXIF, comments and profiles; the compressed picture stays byte for byte.

    What is no well-formed JPEG comes back as it is: whoever reads it will say so.
    """
    if not content.startswith(_START):
        return content
    kept, place = [_START], len(_START)
    while place + _HEAD <= len(content) and content[place] == _MARK:
        kind = content[place + 1]
        end = place + 2 + int.from_bytes(content[place + 2 : place + _HEAD], "big")
        if kind == _SCAN:
            kept.append(content[place:])
            return b"".join(kept)
        is_note = kind == _COMMENT or (kind in _APPLICATIONS and kind != _KEPT_APPLICATION)
        if not is_note:
            kept.append(content[place:end])
        place = end
    return content
