"""Closed lists whose members carry the statutory Chinese term beside their code."""

from __future__ import annotations

from enum import Enum


class Termed(str, Enum):
    """A member is ``(code, term)``: the code is stored, the term is printed on paper.

    The term is the wording of the statute or form and is not translated on paper;
    presenters pass it through the translator for the screen.
    """

    term: str

    def __new__(cls, code: str, term: str) -> Termed:
        """Make a member whose value is ``code`` and whose ``term`` is kept beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.term = term
        return member

    def __str__(self) -> str:
        return str(self.value)
