"""Unified social credit codes of organisations (统一社会信用代码, GB 32100): typed and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.cn import uscc

from app.domain.errors import InvalidInput
from app.domain.values.texts import half_width

_LENGTH = 18
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SIGNS_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class UnifiedCreditCode:
    """A code of 18 signs with a right check character; made by `parse` alone.

    The first sign may be a letter: village economic collectives are registered under N. The digit
    rule that libraries demand of the first eight places would refuse them.
    """

    code: str

    @classmethod
    def parse(cls, typed: str) -> UnifiedCreditCode:
        """Read a code; spaces, hyphens, full-width signs and small letters do not matter.

        Raises InvalidInput ``credit_code.length`` (fact ``length``), ``credit_code.characters``
        (fact ``character``: I, O, S, V and Z never occur) or ``credit_code.check_character``
        (fact ``expected``).
        """
        plain = _SIGNS_BETWEEN.sub("", half_width(typed)).upper()
        if len(plain) != _LENGTH:
            raise InvalidInput("credit_code.length", length=len(plain))
        strange = next((sign for sign in plain if sign not in _ALPHABET), None)
        if strange is not None:
            raise InvalidInput("credit_code.characters", character=strange)
        expected = str(uscc.calc_check_digit(plain[:-1]))
        if plain[-1] != expected:
            raise InvalidInput("credit_code.check_character", expected=expected, found=plain[-1])
        return cls(plain)

    def __str__(self) -> str:
        return self.code
