"""Where people sign: a place per party however many, and a place for the committee's seal.

人民调解法 art. 29: an agreement takes effect when every party has signed, sealed or put a fingerprint,
the mediator has signed and the committee has sealed. A place is never cut. Up to six places stand
together with the seal and take two lines of text with them, so that no signature stands alone on a
page; more places than that run over pages, under a line that says to which document they belong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.fonts import FontLibrary
from app.documents.lines.ink import Ink
from app.documents.lines.setting import SetLine, set_text
from app.documents.lines.styles import CELL, NOTE, Align, Span, TextStyle, label
from app.documents.pages.flow import Keep, LaidOut, Strip

MANNER = "（签名、盖章或按指印）"
SIGNATURE_ONLY = "（签名）"
BLANK_DATE = "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
FINGERPRINT = "指印"
SEAL = "（印章）"

_TAKES_BACK = 2
_COLUMNS = 2
_TOGETHER_UP_TO = 3  # rows: with the seal and two lines of text they fill most of a page
_TALLEST_TOGETHER = 480.0  # points: taller ones, of many agents, leave the seal no room on their page
_GUTTER = 24.0
_ABOVE = 16.0
_SIGNATURE = 30.0  # height left to sign in, above the rule
_CAPTION = TextStyle(size=10.5, leading=17, align=Align.LEFT)
_DATE = TextStyle(size=12, leading=22, align=Align.RIGHT)
_MARK = TextStyle(size=9, leading=14, align=Align.CENTRED)
_BOX_WIDTH, _BOX_HEIGHT = 48.0, 57.0  # 17 x 20 mm: a thumb rolled from nail to nail
_AREA = _SIGNATURE + _CAPTION.leading + _DATE.leading + 4
_SEAL_HEIGHT = 125.0  # the committee's round seal is 42 mm wide
_SEAL_WIDTH = 230.0
_NAME = TextStyle(size=14, leading=24, align=Align.CENTRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturePlace:
    """A place for one signer: ``role`` (申请人, 人民调解员), name, lines below the name (agents), manner."""

    role: str
    name: str
    notes: Sequence[str] = ()
    manner: str = MANNER
    has_fingerprint: bool = True


@dataclass(frozen=True, slots=True)
class SignaturePlaces:
    """Places for all signers, two beside each other, in the order given.

    ``continued`` is printed over the places on every further page they reach: it says to which
    document a page of signatures belongs.
    """

    places: Sequence[SignaturePlace]
    continued: str = ""

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Set names and captions."""
        head = [line for lines in set_text(self.continued, NOTE, width, fonts) for line in lines]
        room = (width - _GUTTER) / _COLUMNS
        places = [_set_place(place, room, fonts) for place in self.places]
        rows = [places[start : start + _COLUMNS] for start in range(0, len(places), _COLUMNS)]
        return _SetPlaces(rows, head if self.continued else [], room)


@dataclass(frozen=True, slots=True)
class SealPlace:
    """The committee's name over the room for its seal, and the date; at the right of the page."""

    committee: str
    day: str = BLANK_DATE

    def lay_out(self, fonts: FontLibrary, width: float) -> LaidOut:
        """Set the committee's name, which may take several lines."""
        room = min(_SEAL_WIDTH, width)
        texts = [f"{self.committee}\n{SEAL}", self.day]
        name, day = (
            [line for lines in set_text(text, _NAME, room, fonts) for line in lines] for text in texts
        )
        return _SetSeal(name, day, width - room)


@dataclass(frozen=True, slots=True)
class _SetPlace:
    text: list[SetLine]
    caption: list[SetLine]
    date: list[SetLine]
    mark: list[SetLine]  # empty where no fingerprint is asked for
    width: float

    @property
    def rule(self) -> float:
        """The length of the rule to sign on."""
        return self.width - (_BOX_WIDTH + 8 if self.mark else 0.0)

    def draw_area(self, ink: Ink, left: float, top: float) -> None:
        """Draw rule, caption, date and fingerprint box below ``top``."""
        under = top - _SIGNATURE
        ink.rule(left, under, left + self.rule, under)
        ink.lines(self.caption, left, under - 2, size=_CAPTION.size, leading=_CAPTION.leading)
        ink.lines(self.date, left, under - 2 - _CAPTION.leading, size=_DATE.size, leading=_DATE.leading)
        if self.mark:
            corner = left + self.width - _BOX_WIDTH
            bottom = top - _BOX_HEIGHT - 4
            ink.box(corner, bottom, _BOX_WIDTH, _BOX_HEIGHT, is_dashed=True)
            ink.lines(self.mark, corner, bottom + _MARK.leading + 1, size=_MARK.size, leading=_MARK.leading)


class _SetPlaces:
    takes_back = _TAKES_BACK
    bookmark = ""

    def __init__(self, rows: list[list[_SetPlace]], head: list[SetLine], room: float) -> None:
        self._rows = rows
        self._head = head
        self._room = room
        over = len(head) * NOTE.leading
        self.strips: list[Strip] = []
        tall = sum(_ABOVE + self._text_lines(row) * CELL.leading + _AREA for row in rows)
        is_together = len(rows) <= _TOGETHER_UP_TO and tall <= _TALLEST_TOGETHER
        for index, row in enumerate(rows):
            for line in range(self._text_lines(row)):
                above = _ABOVE if line == 0 else 0.0
                self.strips.append(Strip(CELL.leading, Keep.BOUND, above, over))
            keep = Keep.BOUND if is_together and index < len(rows) - 1 else Keep.FREE
            self.strips.append(Strip(_AREA, keep, 0.0, over))

    @staticmethod
    def _text_lines(row: list[_SetPlace]) -> int:
        return max(len(place.text) for place in row)

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:
        if first > 0 and self._head:
            ink.lines(self._head, left, top, size=NOTE.size, leading=NOTE.leading)
            top -= len(self._head) * NOTE.leading
        start = 0
        for row in self._rows:
            count = self._text_lines(row) + 1
            part = range(max(first - start, 0), min(last - start, count))
            if part:
                if part.start == 0 and start > first:
                    top -= _ABOVE
                top = self._draw_row(ink, row, left, top, part)
            start += count

    def _draw_row(self, ink: Ink, row: list[_SetPlace], left: float, top: float, part: range) -> float:
        """Draw the strips ``part`` of a row; return where the next begins."""
        text_lines = self._text_lines(row)
        bottom = top - len(range(part.start, min(part.stop, text_lines))) * CELL.leading
        for column, place in enumerate(row):
            begin = left + column * (self._room + _GUTTER)
            lines = place.text[part.start : min(part.stop, text_lines)]
            ink.lines(lines, begin, top, size=CELL.size, leading=CELL.leading)
            if part.stop > text_lines:
                place.draw_area(ink, begin, bottom)
        return bottom - (_AREA if part.stop > text_lines else 0.0)


@dataclass(frozen=True, slots=True)
class _SetSeal:
    name: list[SetLine]
    day: list[SetLine]
    left: float
    takes_back: int = _TAKES_BACK
    bookmark: str = ""

    @property
    def strips(self) -> list[Strip]:
        text = (len(self.name) + len(self.day)) * _NAME.leading
        return [Strip(max(text, _SEAL_HEIGHT), Keep.FREE, above=_ABOVE)]

    def draw(self, ink: Ink, left: float, top: float, first: int, last: int) -> None:  # noqa: ARG002 - one strip
        height = self.strips[0].height
        lines = [*self.name, *self.day]
        lowered = (height - len(lines) * _NAME.leading) / 2
        ink.lines(lines, left + self.left, top - lowered, size=_NAME.size, leading=_NAME.leading)


def _set_place(place: SignaturePlace, width: float, fonts: FontLibrary) -> _SetPlace:
    def lines(text: str, style: TextStyle, room: float) -> list[SetLine]:
        return [line for typed in set_text(text, style, room, fonts) for line in typed]

    content: list[str | Span] = [label(f"{place.role}："), "\n".join([place.name, *place.notes])]
    text = [line for typed in set_text(content, CELL, width, fonts) for line in typed]
    mark = lines(FINGERPRINT, _MARK, _BOX_WIDTH) if place.has_fingerprint else []
    rule = width - (_BOX_WIDTH + 8 if mark else 0.0)
    return _SetPlace(text, lines(place.manner, _CAPTION, rule), lines(BLANK_DATE, _DATE, rule), mark, width)
