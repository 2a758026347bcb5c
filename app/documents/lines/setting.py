"""Sets text: from what was typed to lines of runs with places and spacing, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from app.documents.fonts import FontLibrary, FontRole, Glyph
from app.documents.lines.arabic import (
    Joined,
    Ordered,
    has_right_to_left,
    is_right_to_left,
    join_letters,
    visual_order,
)
from app.documents.lines.break_places import NEVER_LAST, Place
from app.documents.lines.line_breaking import SQUEEZED, BrokenText, Line, break_lines, is_full_width
from app.documents.lines.styles import Align, Content, Span, TextStyle

_TYPED_INDENT = re.compile(r"^[ \t\u3000]+")
_TAB = "\u3000"


class Run(NamedTuple):
    """Neighbouring signs of one face and spacing.

    In lines with right-to-left words a run also says what each sign means (joined letters differ from
    what they mean) and how far from the line's beginning it stands.
    """

    face: int
    role: FontRole
    text: str
    spacing: float
    meanings: tuple[str, ...] | None = None
    at: float | None = None


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line to draw: ``left`` is its distance from the left edge of the column."""

    left: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line as typed: what is shown, what it means, in which roles, by which glyphs."""

    shown: str
    meanings: tuple[str, ...] | None
    roles: Sequence[FontRole]
    glyphs: Sequence[Glyph]


def set_text(content: Content, style: TextStyle, width: float, fonts: FontLibrary) -> list[list[SetLine]]:
    """Set ``content`` in a column of ``width``: for each line as typed, the lines on paper.

    Typed line ends are kept, empty lines too. Blanks typed before an indented line are left to the
    indent; a tab is one em. Raises ``InvalidInput("document.unprintable_character")``.
    """
    return [_set_line(line, style, width, fonts) for line in _typed_lines(content, style)]


def _typed_lines(content: Content, style: TextStyle) -> list[list[Span]]:
    spans = [content] if isinstance(content, str | Span) else content
    lines: list[list[Span]] = [[]]
    for part in spans:
        span = part if isinstance(part, Span) else Span(part, style.role)
        first, *others = span.text.replace("\t", _TAB).split("\n")
        lines[-1].append(Span(first, span.role))
        lines.extend([Span(other, span.role)] for other in others)
    return lines


def _set_line(spans: list[Span], style: TextStyle, width: float, fonts: FontLibrary) -> list[SetLine]:
    if style.indent:
        spans = [Span(_TYPED_INDENT.sub("", spans[0].text), spans[0].role), *spans[1:]]
    piece = _piece(spans, fonts)
    widths = [glyph.width * style.size for glyph in piece.glyphs]
    indent = style.indent * style.size
    broken = break_lines(piece.shown, widths, first=width - indent, rest=width, em=style.size)
    from_right = piece.meanings is not None and is_right_to_left(piece.shown)
    lines = []
    for index, line in enumerate(broken.lines):
        left = indent if index == 0 else 0.0
        if piece.meanings is None:
            lines.append(_forward_line(piece, broken, line, left, style))
        else:
            lines.append(_ordered_line(piece, line, left, style, from_right=from_right))
    return lines


def _piece(spans: list[Span], fonts: FontLibrary) -> _Piece:
    text = "".join(span.text for span in spans)
    if has_right_to_left(text):
        joined = [(form, span.role) for span in spans for form in join_letters(span.text)]
        return _Piece(
            "".join(form.shown for form, _ in joined),
            tuple(form.meaning for form, _ in joined),
            [role for _, role in joined],
            _joined_glyphs(joined, fonts),
        )
    roles: list[FontRole] = []
    glyphs: list[Glyph] = []
    for span in spans:
        roles += [span.role] * len(span.text)
        glyphs += map(fonts.chain(span.role).__getitem__, span.text)
    return _Piece(text, None, roles, glyphs)


def _joined_glyphs(joined: list[tuple[Joined, FontRole]], fonts: FontLibrary) -> list[Glyph]:
    """Find the glyphs; blanks between right-to-left letters are of their face, so that they stay one run."""
    glyphs: list[Glyph] = []
    for form, role in joined:
        own = fonts.arabic_blanks.get(form.shown)
        is_theirs = own is not None and glyphs and glyphs[-1].face == own.face
        glyphs.append(own if own is not None and is_theirs else fonts.chain(role)[form.shown])
    return glyphs


def _forward_line(piece: _Piece, broken: BrokenText, line: Line, left: float, style: TextStyle) -> SetLine:
    """Make a left-to-right line: spread, squeezed or as it is."""
    start, end = line.start, line.end
    spacing = [0.0] * (end - start)
    widths = [glyph.width * style.size for glyph in piece.glyphs[start:end]]
    if line.slack < 0:
        left += _squeeze(spacing, piece.shown[start:end], widths, line.slack, style.size)
    elif style.align is Align.JUSTIFIED:
        if line.is_spread:
            _spread(spacing, broken.places, start, end, line.slack)
    else:
        left += _shift(style.align, line.slack)
    signs = zip(
        (glyph.face for glyph in piece.glyphs[start:end]), piece.roles[start:end], spacing, strict=True
    )
    runs, place = [], start
    for (face, role, gap), group in groupby(signs):
        length = sum(1 for _ in group)
        runs.append(Run(face, role, piece.shown[place : place + length], gap))
        place += length
    return SetLine(left, tuple(runs))


def _ordered_line(piece: _Piece, line: Line, left: float, style: TextStyle, *, from_right: bool) -> SetLine:
    """Make a line with right-to-left words; it is not spread, for spreading would part joined letters."""
    align = style.align
    if from_right:
        align = Align.RIGHT if align in {Align.JUSTIFIED, Align.LEFT} else align
        left = 0.0 if align is Align.RIGHT else left
    left += _shift(align, line.slack)
    ordered = visual_order(piece.shown[line.start : line.end], from_right=from_right)
    runs, across = [], 0.0
    for _, group in groupby(ordered, lambda sign: _run_key(piece, line.start + sign.place, sign.level)):
        signs = list(group)
        runs.append((min(sign.place for sign in signs), _ordered_run(piece, line.start, signs, across)))
        across += sum(piece.glyphs[line.start + sign.place].width for sign in signs) * style.size
    return SetLine(left, tuple(run for _, run in sorted(runs, key=itemgetter(0))))


def _run_key(piece: _Piece, place: int, level: int) -> tuple[int, FontRole, int]:
    return piece.glyphs[place].face, piece.roles[place], level


def _ordered_run(piece: _Piece, start: int, signs: Sequence[Ordered], across: float) -> Run:
    """Make a run at its own place; runs are drawn in the order of speech, so that readers copy them so."""
    places = [start + sign.place for sign in signs]
    glyph, meanings = piece.glyphs[places[0]], piece.meanings or ()
    text = "".join(sign.sign for sign in signs)
    meant = tuple(meanings[place] for place in places)
    return Run(glyph.face, piece.roles[places[0]], text, 0.0, meant, across)


def _shift(align: Align, slack: float) -> float:
    if align is Align.CENTRED:
        return slack / 2
    return slack if align is Align.RIGHT else 0.0


def _spread(spacing: list[float], places: bytearray, start: int, end: int, slack: float) -> None:
    gaps = [place for place in range(start + 1, end) if places[place] != Place.JOINED]
    for place in gaps:
        spacing[place - start - 1] = slack / len(gaps)


def _squeeze(spacing: list[float], text: str, widths: list[float], slack: float, em: float) -> float:
    """Take ``slack`` (negative) from the blank halves of the line's marks; return the shift of its start.

    The blank half of an opening mark stands before it, that of a closing mark behind it.
    """
    marks = [
        place
        for place, character in enumerate(text)
        if character in SQUEEZED and is_full_width(widths[place], em)
    ]
    if not marks:
        return 0.0
    part, shift = slack / len(marks), 0.0
    for mark in marks:
        place = mark - 1 if text[mark] in NEVER_LAST else mark
        if place < 0:
            shift += part
        else:
            spacing[place] += part
    return shift
