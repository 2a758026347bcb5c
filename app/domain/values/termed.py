"""Closed lists whose members carry the statutory Chinese term beside their code."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Termed(StrEnum):
    """A member is ``(code, term)``: the code is stored, the term is printed on paper.

    The term is the wording of the statute or form and is not translated on paper;
    presenters pass it through the translator for the screen.
    """

    term: str

    def __new__(cls, code: str, term: str) -> Self:
        """Make a member whose value is ``code`` and whose ``term`` is kept beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.term = term
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Find the member with a code; ValueError for a code that is not in the list."""
        for member in cls:
            if member.value == code:
                return member
        raise ValueError(f"{code!r} is not in {cls.__name__}")

    def __str__(self) -> str:
        return str(self.value)
