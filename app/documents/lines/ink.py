"""Draws on one page: lines of text with few operators, rules and boxes. Points, y upwards from the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.documents.faces.embedding import FontCodes
from app.documents.fonts import FontRole
from app.documents.lines.setting import Run, SetLine

BASELINE = 0.88  # of the type size below the top of the em box, as Chinese faces are drawn
_STROKE = 0.028  # of the type size: the hairline around titles, which makes Song bold without another face


class Ink:
    """The operators of one page. Text states are written only where they change."""

    def __init__(self, codes: Sequence[FontCodes]) -> None:
        self._codes = codes
        self._operators: list[str] = []
        self._font: tuple[int, float] | None = None
        self._spacing = "0"
        self._is_bold = False
        self._width = ""
        self._said: list[str] = []

    def line(self, line: SetLine, left: float, baseline: float, size: float) -> None:
        """Draw a set line whose column begins at ``left``."""
        if not line.runs:
            return
        self._said.append("".join(_meaning(run) for run in line.runs))
        write = self._operators.append
        write(f"BT 1 0 0 1 {_number(left + line.left)} {_number(baseline)} Tm")
        for run in line.runs:
            self._state(run, size)
            if run.at is not None:
                write(f"1 0 0 1 {_number(left + line.left + run.at)} {_number(baseline)} Tm")
            write(f"<{self._coded(run)}> Tj")
        write("ET")

    def lines(
        self, lines: Sequence[SetLine], left: float, top: float, *, size: float, leading: float
    ) -> None:
        """Draw lines one below the other, the first in the line box that begins at ``top``."""
        baseline = top - (leading - size) / 2 - BASELINE * size
        for line in lines:
            self.line(line, left, baseline, size)
            baseline -= leading

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, width: float = 0.6) -> None:
        """Draw a straight rule."""
        places = f"{_number(x1)} {_number(y1)} m {_number(x2)} {_number(y2)} l"
        self._set_width(width)
        self._operators.append(f"{places} S")

    def box(
        self,
        left: float,
        bottom: float,
        width: float,
        height: float,
        *,
        line: float = 0.6,
        is_dashed: bool = False,
    ) -> None:
        """Draw an empty rectangle."""
        rectangle = " ".join(map(_number, (left, bottom, width, height)))
        dash = ("[2 2] 0 d ", " [] 0 d") if is_dashed else ("", "")
        self._set_width(line)
        self._operators.append(f"{dash[0]}{rectangle} re S{dash[1]}")

    def modules(self, rows: Sequence[Sequence[bool]], left: float, bottom: float, width: float) -> None:
        """Fill the dark squares of a grid, each row's neighbours as one bar, in a square of ``width``."""
        step = width / len(rows)
        for number, row in enumerate(rows):
            foot = bottom + width - (number + 1) * step
            for start, length in _bars(row):
                places = (left + start * step, foot, length * step, step)
                self._operators.append(" ".join(f"{place:.3f}" for place in places) + " re")
        self._operators.append("f")

    def said(self) -> str:
        """Return the text drawn so far, a line on paper a line here, in the order it was drawn."""
        return "\n".join(self._said)

    def content(self) -> bytes:
        """Return the operators of the page."""
        return "\n".join(self._operators).encode("ascii")

    def _state(self, run: Run, size: float) -> None:
        write = self._operators.append
        if self._font != (run.face, size):
            self._font = (run.face, size)
            write(f"/F{run.face} {_number(size)} Tf")
        spacing = _number(run.spacing)
        if self._spacing != spacing:
            self._spacing = spacing
            write(f"{spacing} Tc")
        is_bold = run.role is FontRole.TITLE
        if self._is_bold != is_bold:
            self._is_bold = is_bold
            write("2 Tr" if is_bold else "0 Tr")
        if is_bold:
            self._set_width(size * _STROKE)

    def _set_width(self, width: float) -> None:
        number = _number(width)
        if self._width != number:
            self._width = number
            self._operators.append(f"{number} w")

    def _coded(self, run: Run) -> str:
        codes = self._codes[run.face]
        if run.meanings is None:
            return "".join(map(codes.__getitem__, run.text))
        return "".join(map(codes.shaped, run.text, run.meanings))


def _meaning(run: Run) -> str:
    return run.text if run.meanings is None else "".join(run.meanings)


def _bars(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give start and length of every run of dark squares."""
    start = 0
    for is_dark, squares in groupby(row):
        length = sum(1 for _square in squares)
        if is_dark:
            yield start, length
        start += length


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
