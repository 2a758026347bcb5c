"""Telephone numbers as people type them: mobiles, land lines with extensions, service numbers, abroad."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from app.domain.errors import InvalidInput
from app.domain.values.texts import half_width

_MOBILE_LENGTH = 11
_EXTENSION = re.compile(r"(?P<main>.*?)(?:转|分机|EXT\.?|X|#|,|;)(?P<extension>[0-9]{1,6})")
_HYPHEN_EXTENSION = re.compile(r"(?P<main>.*)-(?P<extension>[0-9]{1,6})")
_DASHES = re.compile(r"[\u2010-\u2015\u2212_/.·]")
_LIKE_A_MOBILE = re.compile(r"1[3-9][0-9]{1,20}")
_BRACKETED_AREA = re.compile(r"\((?P<area>[0-9]{3,4})\)")


class PhoneKind(Enum):
    """What sort of line a number is."""

    MOBILE = "mobile"
    LAND_LINE = "land_line"
    SERVICE = "service"
    ABROAD = "abroad"


# No list of carrier prefixes: new ones are opened every few years (1[3-9] is the whole mobile plan).
_SHAPES = (
    (PhoneKind.MOBILE, re.compile(r"(1[3-9][0-9])([0-9]{4})([0-9]{4})")),
    (PhoneKind.LAND_LINE, re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})")),
    (PhoneKind.LAND_LINE, re.compile(r"([2-9][0-9]{6,7})")),
    (PhoneKind.SERVICE, re.compile(r"([48]00)([0-9]{3})([0-9]{4})")),
    (PhoneKind.SERVICE, re.compile(r"(1[0-2][0-9]{1,4}|9[56][0-9]{3,4})")),
    (PhoneKind.ABROAD, re.compile(r"(\+[1-9][0-9]{6,14})")),
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be dialled from China, in parts as people read it aloud."""

    kind: PhoneKind
    parts: tuple[str, ...]
    extension: str = ""

    @classmethod
    def parse(cls, typed: str) -> Phone:
        """Read one number; spaces, hyphens, brackets, +86 and full-width signs do not matter.

        Extensions: ``0990-6221234-801``, ``6221234转801``, ``…分机801``, ``…#801``. Raises InvalidInput
        ``phone.mobile_length`` (starts like a mobile number; fact ``length``) or ``phone.unreadable``.
        """
        plain = "".join(half_width(typed).upper().split())
        plain = _BRACKETED_AREA.sub(r"\g<area>-", _DASHES.sub("-", plain))
        phone = _whole(plain)
        if phone is not None and phone.kind is PhoneKind.MOBILE:
            return phone
        # The extension goes first: 0990-6221234-8 is not the eight-digit number 62212348.
        for pattern in (_EXTENSION, _HYPHEN_EXTENSION):
            match = pattern.fullmatch(plain)
            main = _whole(match["main"]) if match else None
            if match and main and (main.kind is PhoneKind.LAND_LINE or len(main.parts) > 1):
                return cls(main.kind, main.parts, match["extension"])
        if phone is not None:
            return phone
        digits = plain.replace("-", "").removeprefix("+86")
        if _LIKE_A_MOBILE.fullmatch(digits):
            raise InvalidInput("phone.mobile_length", length=len(digits), expected=_MOBILE_LENGTH)
        raise InvalidInput("phone.unreadable", typed=typed)

    @property
    def digits(self) -> str:
        """The number to dial and to search by, without extension: digits alone, + kept for abroad."""
        return "".join(self.parts)

    @property
    def number(self) -> str:
        """The one way a number is stored: 13909904172, 0990-6221234, 0990-6221234-801, 4008001234."""
        main = "-".join(self.parts) if self.kind is PhoneKind.LAND_LINE else self.digits
        return f"{main}-{self.extension}" if self.extension else main

    def grouped(self) -> str:
        """Write it as people read it: 139 0990 4172, 0990-6221234转801, 400 800 1234."""
        main = ("-" if self.kind is PhoneKind.LAND_LINE else " ").join(self.parts)
        return f"{main}转{self.extension}" if self.extension else main

    def __str__(self) -> str:
        return self.number


def _whole(plain: str) -> Phone | None:
    """Recognise a number without extension; hyphens may stand anywhere inside."""
    for digits in _dialled(re.sub("[-()]", "", plain)):
        for kind, shape in _SHAPES:
            if match := shape.fullmatch(digits):
                return Phone(kind, match.groups())
    return None


def _dialled(digits: str) -> tuple[str, ...]:
    """Give what a number may be once the sign of the country or of a long distance is taken off."""
    for country in ("+86", "0086"):
        if digits.startswith(country):
            national = digits.removeprefix(country)
            return national, f"0{national}"
    if digits.startswith(("861", "01")) and len(digits) > _MOBILE_LENGTH:
        return digits, digits.removeprefix("86").removeprefix("0")
    if digits.startswith("00"):
        return (f"+{digits[2:]}",)
    return (digits,)
