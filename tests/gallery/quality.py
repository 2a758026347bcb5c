"""What is wrong with drawn lines: marks that begin or end them, pages that part what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from io import BytesIO
from itertools import pairwise

import pikepdf

from tests.gallery.lines import DrawnLine, DrawnPage, drawn_pages
from tests.support.pdf_reading import read_both, squash

CLOSING = frozenset(
    "，。、；：？！）》〉」』】〕”’…—～·％℃㎡,.;:?!)]}%"
)  # the checker's own copy of the rule
OPENING = frozenset("（《〈「『【〔“‘￥¥([{")
BLANKS = " \u3000\t"
SIGNING = frozenset(
    {"（签名、盖章或按指印）", "（签名）", "（盖章，代表人签名）", "（印章）", "指印", "（盖章）"}
)
_EDGE = 0.6  # points: two lines begin at one edge
_RAGGED = 8.0  # ems short of the edge and still a full line: a word or number went to the next
_BEGINNING = re.compile(r"\d+\. |[^，。；、（）]{2,7}：")  # of a paragraph that is not indented
_LEADING = 28.5  # points, in type of sixteen: more than this below it is no line of the same paragraph
_TO_NAME, _NAME_LEADING = 54.0, 24.6  # points from a place's caption up to the name, and between its lines
_CONTINUED = "（本页为《"


class Fault(Enum):
    """What may be wrong on a page."""

    BAD_START = "bad line start"
    BAD_END = "bad line end"
    WIDOW = "widow"
    ORPHAN = "orphan"
    STRANDED_HEADING = "stranded heading"
    LONE_SIGNATURES = "lone signature block"
    LOOSE_FONT = "font not embedded"
    SYNTAX = "PDF syntax"
    READERS_DIFFER = "readers differ"


@dataclass(slots=True)
class Counts:
    """What was looked at, and every fault with its page and words."""

    papers: int = 0
    pages: int = 0
    lines: int = 0
    lone_characters: int = 0
    faults: list[tuple[Fault, str, int, str]] = field(default_factory=list)

    def look_at(self, name: str, pdf: bytes, *, is_ours: bool = True) -> None:
        """Count one paper; of a bound file, whose scans are not ours, only what every PDF must keep."""
        self.papers += 1
        if is_ours:
            pages = drawn_pages(pdf)
            self.pages += len(pages)
            self.lines += sum(len(page.lines) for page in pages)
            self.lone_characters += sum(map(lone_characters, pages))
            self.faults += [(fault, name, page, text) for fault, page, text in line_faults(pages)]
            self.faults += [(Fault.READERS_DIFFER, name, page, "") for page in unread_pages(pdf, pages)]
        self.faults += [(Fault.LOOSE_FONT, name, 0, font) for font in loose_fonts(pdf)]
        self.faults += [(Fault.SYNTAX, name, 0, told) for told in syntax_faults(pdf)]

    def by_fault(self) -> Counter[Fault]:
        """Count the faults of each kind."""
        return Counter(fault for fault, *_where in self.faults)


def line_faults(pages: list[DrawnPage]) -> Iterator[tuple[Fault, int, str]]:
    """Give every fault of the lines with its page."""
    for number, page in enumerate(pages, start=1):
        for line in page.lines:
            text = line.text.strip(BLANKS)
            if len(text) > 1 and text[0] in CLOSING:
                yield Fault.BAD_START, number, text
            if text[-1] in OPENING:
                yield Fault.BAD_END, number, text
        if signs := lone_signatures(page):
            yield Fault.LONE_SIGNATURES, number, signs
    for number, (before, after) in enumerate(pairwise(pages), start=1):
        yield from _at_the_break(before, after, number)


def _at_the_break(before: DrawnPage, after: DrawnPage, number: int) -> Iterator[tuple[Fault, int, str]]:
    edge = min(line.left for line in (*before.body, *after.body))
    right = before.width - edge
    down, up = _from_the_top(before), _from_the_top(after)
    last, first = _alone(down, -1), _alone(up, 0)
    if last is not None and _leads_on(last, edge) and not _is_beside(last, first, edge):
        yield Fault.STRANDED_HEADING, number, last.text
    if last is None or first is None or not _goes_on(last, first, edge, right):
        return
    if abs(last.left - edge) >= _EDGE or not _is_below(down[-2:][0], last, right):
        yield Fault.ORPHAN, number, last.text
    below = up[1] if len(up) > 1 else None
    if below is None or abs(below.left - edge) >= _EDGE or not _is_below(first, below, right):
        yield Fault.WIDOW, number + 1, first.text


def _from_the_top(page: DrawnPage) -> list[DrawnLine]:
    return sorted(page.body, key=lambda line: -line.baseline)


def _alone(lines: list[DrawnLine], place: int) -> DrawnLine | None:
    """Give the first or last line where it has its height to itself; cells of a table stand beside others."""
    if not lines:
        return None
    line = lines[place]
    beside = [other for other in lines if abs(other.baseline - line.baseline) < _EDGE]
    return line if len(beside) == 1 else None


def _is_full(line: DrawnLine, right: float) -> bool:
    return line.end > right - _RAGGED * line.size


def _goes_on(last: DrawnLine, first: DrawnLine, edge: float, right: float) -> bool:
    """Say whether a paragraph goes on: same type, a full line, and no indent and no label after it."""
    return _is_full(last, right) and _is_beside(last, first, edge)


def _is_below(above: DrawnLine, line: DrawnLine, right: float) -> bool:
    """Say whether a line is the next one of the paragraph above it."""
    is_near = 0 < above.baseline - line.baseline <= _LEADING * line.size / 16
    return is_near and above.size == line.size and _is_full(above, right)


def _is_beside(last: DrawnLine, first: DrawnLine | None, edge: float) -> bool:
    """Say whether two lines may be of one paragraph: the second in the same type, at the edge."""
    if first is None or abs(first.left - edge) >= _EDGE or _BEGINNING.match(first.text):
        return False
    return (last.size, last.face) == (first.size, first.face)


def _leads_on(line: DrawnLine, edge: float) -> bool:
    """Say whether a line of running text is a heading, or ends in a colon: what it leads to must follow."""
    stands_at = line.left - edge
    is_running = abs(stands_at) < _EDGE or abs(stands_at - 2 * line.size) < _EDGE
    return is_running and line.text.endswith("：")


def lone_signatures(page: DrawnPage) -> str:
    """Give the place to sign that a page begins with; empty where text stands above it, or there is none.

    Places of more signers than one page holds run on under a line that names their document.
    """
    signs = [line for line in page.body if line.text.strip(BLANKS) in SIGNING]
    if not signs or any(line.text.startswith(_CONTINUED) for line in page.body):
        return ""
    highest = max(signs, key=lambda line: line.baseline)
    over = sorted({line.baseline for line in page.body if line.baseline > highest.baseline + _EDGE})
    room, below = _TO_NAME, highest.baseline
    while over and over[0] - below <= room:  # the name of the signer, of the agents, of the committee
        below, room = over.pop(0), _NAME_LEADING
    return "" if over else highest.text


def lone_characters(page: DrawnPage) -> int:
    """Count lines of running text that hold one character alone, with or without its mark."""
    return sum(
        len(line.text.strip(BLANKS).rstrip("".join(CLOSING))) == 1 and line.size == 16 for line in page.body
    )


def loose_fonts(pdf: bytes) -> list[str]:
    """Name the fonts that are not embedded."""
    loose = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for thing in document.objects:
            if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != pikepdf.Name.Font:
                continue
            if "/DescendantFonts" in thing or thing.get("/Subtype") == pikepdf.Name.Type3:
                continue
            told = thing.get("/FontDescriptor")
            if told is None or not {"/FontFile", "/FontFile2", "/FontFile3"} & set(told.keys()):
                loose.append(str(thing.get("/BaseFont", "")))
    return loose


def syntax_faults(pdf: bytes) -> list[str]:
    """Give what qpdf finds wrong with a file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(document.check_pdf_syntax())


def unread_pages(pdf: bytes, pages: list[DrawnPage]) -> list[int]:
    """Give the pages of which one of two readers does not extract exactly what is drawn."""
    read = read_both(pdf)
    drawn = [Counter(squash("".join(line.text for line in page.lines))) for page in pages]
    return [
        number
        for number, (told, *both) in enumerate(zip(drawn, read.pypdf, read.pdfium, strict=True), start=1)
        if any(Counter(squash(text)) != told for text in both)
    ]
