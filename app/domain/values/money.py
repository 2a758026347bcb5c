"""Money as whole fen, and how amounts are read the way people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.domain.errors import InvalidInput
from app.domain.values.texts import half_width

FEN_PER_YUAN = 100
LIMIT = 10**12 * FEN_PER_YUAN
"""One 万亿 yuan in fen: amounts that are typed must stay below it."""
_MOST_DIGITS = 20
"""More digits than any amount has; longer numbers are refused before they are computed with."""

_UNITS = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_TYPED = re.compile(
    r"(?P<sign>[-+负]?)(?:¥|人民币|RMB|CNY)?(?P<late_sign>[-+负]?)"
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<part>[0-9]*))?"
    r"(?P<unit>[十百千]?[万亿]|万亿|[百千])?(?:[元圆块](?:整|正|钱)?|RMB|CNY)?",
    re.IGNORECASE,
)
_SPACED_GROUPS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_SPACE_NOT_IN_DIGITS = re.compile(r"(?<![0-9.,])\s+|\s+(?![0-9.,])")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of renminbi in whole fen; negative amounts are differences and never typed.

    >>> str(Money.parse("1.28万"))
    '12800.00'
    >>> Money.of_yuan("3090.5") + Money(50)
    Money(fen=309100)
    """

    fen: int

    def __post_init__(self) -> None:
        # A float or a bool here would be a programming error that shows only on paper.
        if type(self.fen) is not int:
            message = f"Money counts whole fen in an int, not {self.fen!r}"
            raise TypeError(message)

    @classmethod
    def zero(cls) -> Money:
        """Give no money at all."""
        return cls(0)

    @classmethod
    def of_yuan(cls, yuan: Decimal | int | str) -> Money:
        """Make money of a plain number of yuan; nothing is ever rounded.

        Raises InvalidInput ``money.too_precise`` for a fraction of a fen and
        ``money.unreadable`` for what is no finite number; trailing zeros (12.340) do no harm here.
        """
        if isinstance(yuan, float):
            message = "yuan must be Decimal, int or str: a float has already lost the exact amount"
            raise TypeError(message)
        try:
            exact = Decimal(yuan)
        except InvalidOperation:
            raise InvalidInput("money.unreadable", typed=str(yuan)) from None
        if not exact.is_finite():
            raise InvalidInput("money.unreadable", typed=str(yuan))
        if exact.adjusted() > _MOST_DIGITS:
            raise InvalidInput("money.too_large", typed=str(yuan))
        # Digit by digit: Decimal's own arithmetic would round beyond 28 digits.
        sign, digits, exponent = exact.as_tuple()
        beyond_fen = -int(exponent) - 2
        if beyond_fen > 0:
            if any(digits[-beyond_fen:]):
                raise InvalidInput("money.too_precise", typed=str(yuan))
            digits, beyond_fen = digits[:-beyond_fen], 0
        fen = int("".join(map(str, digits)) or "0") * 10**-beyond_fen
        return cls(-fen if sign else fen)

    @classmethod
    def parse(cls, typed: str) -> Money:
        """Read an amount as people type it: ``1.28万``, ``12,800.00``, ``12800元``, ``¥3,090``, ``１２元``.

        Commas and spaces must stand where thousands are: ``1,28`` could mean two things, so it
        is refused rather than guessed. Raises InvalidInput ``money.unreadable``,
        ``money.negative``, ``money.too_precise`` (more than two decimals of a yuan) or
        ``money.too_large`` (from 1 万亿 yuan).
        """
        match = _TYPED.fullmatch(_plain(typed))
        if match is None:
            raise InvalidInput("money.unreadable", typed=typed)
        if "-" in match["sign"] + match["late_sign"] or "负" in match["sign"] + match["late_sign"]:
            raise InvalidInput("money.negative", typed=typed)
        whole, part = match["whole"].replace(",", "").lstrip("0"), match["part"] or ""
        if len(part) > (_MOST_DIGITS if match["unit"] else 2):
            # Also 12.340: it may be a thousands point, and a guess would be a thousandfold error.
            raise InvalidInput("money.too_precise", typed=typed)
        if len(whole) > _MOST_DIGITS:
            raise InvalidInput("money.too_large", typed=typed)
        digits = int((whole + part) or "0")
        fen, rest = divmod(digits * _UNITS[match["unit"] or ""] * FEN_PER_YUAN, 10 ** len(part))
        if rest:
            raise InvalidInput("money.too_precise", typed=typed)
        if fen >= LIMIT:
            raise InvalidInput("money.too_large", typed=typed)
        return cls(fen)

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan with exactly two decimals, at any size."""
        sign = 1 if self.fen < 0 else 0
        return Decimal((sign, tuple(int(digit) for digit in str(abs(self.fen))), -2))

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __mul__(self, times: int) -> Money:
        return Money(self.fen * times) if isinstance(times, int) else NotImplemented

    def __bool__(self) -> bool:
        return self.fen != 0

    def __str__(self) -> str:
        yuan, fen = divmod(abs(self.fen), FEN_PER_YUAN)
        return f"{'-' if self.fen < 0 else ''}{yuan}.{fen:02}"


def sum_of(amounts: Iterable[Money]) -> Money:
    """Add up any number of amounts; of none it is zero."""
    return Money(sum(amount.fen for amount in amounts))


def _plain(typed: str) -> str:
    """Bring typed text to half-width signs without the spaces that carry no meaning."""
    plain = half_width(typed).strip().replace("\N{MINUS SIGN}", "-")
    plain = _SPACE_NOT_IN_DIGITS.sub("", plain)
    return _SPACED_GROUPS.sub("", plain)
