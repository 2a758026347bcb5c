"""Resident identity numbers (公民身份号码, GB 11643): typed, checked, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric

from app.domain.errors import InvalidInput
from app.domain.values.sex import Sex
from app.domain.values.texts import half_width

_OLD_LENGTH = 15
_LENGTH = 18
_SHAPE = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
_SIGNS_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class ResidentNumber:
    """A number of 18 signs with a right check digit; made by `parse` alone.

    The same build have residence permits of people from Hong Kong, Macau and Taiwan and the newer
    cards of foreign permanent residents, so the region is not looked up: a district abolished
    decades ago, or none at all, must not stop anybody from being heard.
    """

    number: str

    @classmethod
    def parse(cls, typed: str, today: date) -> ResidentNumber:
        """Read a number of 18 signs, or an old one of 15 (issued until 1999, births of 19xx).

        Spaces, hyphens, full-width signs and a small x do not matter. Raises InvalidInput
        ``resident_number.length`` (fact ``length``), ``.characters``, ``.birth_date`` (no such day),
        ``.check_digit`` (fact ``expected``) or ``.future_birth`` (a birth after ``today``).
        """
        plain = _SIGNS_BETWEEN.sub("", half_width(typed)).upper()
        if len(plain) not in (_OLD_LENGTH, _LENGTH):
            raise InvalidInput("resident_number.length", length=len(plain))
        if _SHAPE.fullmatch(plain) is None:
            raise InvalidInput("resident_number.characters")
        if len(plain) == _OLD_LENGTH:
            body = f"{plain[:6]}19{plain[6:]}"
            plain = body + _check_digit(body)
        birth = _birth_date(plain)
        if birth is None:
            raise InvalidInput("resident_number.birth_date", written=plain[6:14])
        if _check_digit(plain[:-1]) != plain[-1]:
            raise InvalidInput(
                "resident_number.check_digit", expected=_check_digit(plain[:-1]), found=plain[-1]
            )
        if birth > today:
            raise InvalidInput("resident_number.future_birth", birth=birth.isoformat())
        return cls(plain)

    def __post_init__(self) -> None:
        well_formed = len(self.number) == _LENGTH and _SHAPE.fullmatch(self.number) is not None
        if not well_formed or _birth_date(self.number) is None:
            message = "a ResidentNumber is made by parse() or from a number that parse() gave"
            raise ValueError(message)

    @property
    def birth_date(self) -> date:
        """The day of birth the number states."""
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> Sex:
        """What the order code says, odd for men; it never overrides what a person states."""
        return Sex.MALE if int(self.number[16]) % 2 else Sex.FEMALE

    @property
    def region_code(self) -> str:
        """The six digits of the place that first issued the number (GB/T 2260 of its time)."""
        return self.number[:6]

    def masked(self) -> str:
        """Show the place and the last four signs only: 650203********1234."""
        return f"{self.number[:6]}********{self.number[-4:]}"

    def __str__(self) -> str:
        return self.number


def _birth_date(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _check_digit(body: str) -> str:
    # The library wants the sign at the check position to be there, whatever it is.
    return str(ric.calc_check_digit(body + "0"))
