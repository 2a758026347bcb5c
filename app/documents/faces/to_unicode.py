"""Writes the map by which PDF readers copy, search and read aloud what a font shows.

reportlab's own map writes characters beyond U+FFFF as a bare code point, and rare names vanish from
every reader. Nothing of reportlab is patched here: our fonts bring their own map (see ``embedding``).
"""

from __future__ import annotations

from collections.abc import Sequence

_BLOCK = 100  # a bfchar block holds at most a hundred lines (PDF 32000-1, 9.10.3, by CMap rules)
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode_map(meanings: Sequence[str]) -> bytes:
    """Map code n + 1 to ``meanings[n]``, in UTF-16 so that every character of Unicode is right."""
    lines = [
        f"<{code:04X}> <{meaning.encode('utf-16-be').hex().upper()}>"
        for code, meaning in enumerate(meanings, start=1)
    ]
    blocks = [
        f"{len(lines[start : start + _BLOCK])} beginbfchar\n"
        + "\n".join(lines[start : start + _BLOCK])
        + "\nendbfchar\n"
        for start in range(0, len(lines), _BLOCK)
    ]
    return (_HEAD + "".join(blocks) + _FOOT).encode("ascii")
