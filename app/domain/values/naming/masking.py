"""Names and numbers as lists and exports show them: enough to tell apart, too little to misuse."""

from __future__ import annotations

import re

from app.domain.values.naming.names import surname
from app.domain.values.texts import half_width

_NOT_DIGIT = re.compile(r"[^0-9]")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")
_FULL_PHONE = 11
_FULL_IDENTITY = 15
_SHORT = 6


def mask_phone(phone: str) -> str:
    """Show the first three and last four digits: 138****1234; of shorter numbers the last two."""
    digits = _NOT_DIGIT.sub("", half_width(phone))
    if len(digits) >= _FULL_PHONE:
        return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}"
    shown = 2 if len(digits) > _SHORT else 0
    return "*" * (len(digits) - shown) + digits[len(digits) - shown :]


def mask_name(name: str) -> str:
    """Show the surname and 某某, whatever the length was: 张某某, 欧阳某某, 阿某某; J*** in Latin script.

    A name with a middle dot has no surname: its first sign is shown. So is that of any other script,
    with asterisks instead of 某某. A name of one sign is not shown at all.
    """
    shown = surname(name)
    if not shown:
        return ""
    if shown == name.strip():
        return "某某"
    # Unified ideographs and extension A, then the planes of rare characters.
    is_chinese = "\u3400" <= shown[0] <= "\u9fff" or shown[0] >= "\U00020000"
    return f"{shown}某某" if is_chinese else f"{shown}***"


def mask_identity(number: str) -> str:
    """Show the first six and last four signs of a resident number (650203********1234).

    Of shorter numbers (passports) the first and the last two; of the shortest nothing.
    """
    plain = _BETWEEN.sub("", half_width(number)).upper()
    if len(plain) >= _FULL_IDENTITY:
        return f"{plain[:6]}{'*' * (len(plain) - 10)}{plain[-4:]}"
    if len(plain) > _SHORT:
        return f"{plain[0]}{'*' * (len(plain) - 3)}{plain[-2:]}"
    return "*" * len(plain)
