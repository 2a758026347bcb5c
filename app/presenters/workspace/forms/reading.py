"""Reading single values of a form; what cannot be read is refused at its field, what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from app.domain.errors import InvalidInput
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.money import Money
from app.domain.values.phones import Phone
from app.domain.values.termed import Termed
from app.domain.values.texts import clean_text, half_width, one_line
from app.presenters.workspace.forms.asked import YES, Values

T = TypeVar("T")
E = TypeVar("E", bound=Termed)
_MOST_DIGITS = 6


def parsed(values: Values, key: str, parse: Callable[[str], T]) -> T | None:
    """Parse a field, None when it is empty; a refusal names the field."""
    typed = values.get(key, "")
    if not typed.strip():
        return None
    try:
        return parse(typed)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error


def needed(value: T | None, key: str, code: str) -> T:
    """Refuse an empty field."""
    if value is None:
        raise InvalidInput(code, field=key)
    return value


def day_or_none(values: Values, key: str, today: date) -> date | None:
    """Read a day, or None."""
    return parsed(values, key, lambda typed: parse_day(typed, today))


def day(values: Values, key: str, today: date) -> date:
    """Read a day that must be there."""
    return needed(day_or_none(values, key, today), key, "date.missing")


def money(values: Values, key: str) -> Money | None:
    """Read a sum, or None."""
    return parsed(values, key, Money.parse)


def number(values: Values, key: str) -> int | None:
    """Read a count; 人 and 岁 behind it do no harm."""

    def whole(typed: str) -> int:
        plain = half_width(typed).strip().removesuffix("岁").removesuffix("人").strip()
        if not plain.isascii() or not plain.isdigit() or len(plain) > _MOST_DIGITS:
            raise InvalidInput("number.unreadable", typed=typed)
        return int(plain)

    return parsed(values, key, whole)


def choice(values: Values, key: str, kind: type[E]) -> E:
    """Read a choice from a closed list that must be made."""
    return needed(member(kind, values.get(key, "")), key, "choice.missing")


def member(kind: type[E], code: str) -> E | None:
    """Find the member of a closed list by its code; None for an empty or unknown one."""
    return next((entry for entry in kind if entry.value == code), None)


def choices(values: Values, key: str, kind: type[E]) -> tuple[E, ...]:
    """Read several ticks in the order of their list."""
    codes = set(values.get(key, "").split(","))
    return tuple(entry for entry in kind if entry.value in codes)


def ticked(values: Values, key: str) -> bool:
    """Read a tick."""
    return values.get(key, "") == YES


def line(values: Values, key: str) -> str:
    """Read one line of text."""
    return one_line(values.get(key, ""))


def text(values: Values, key: str) -> str:
    """Read a text of any length."""
    return clean_text(values.get(key, ""))


def phone(values: Values, key: str) -> str:
    """Read a number to call; one that cannot be read is kept as it was told."""
    typed = values.get(key, "")
    try:
        return Phone.parse(typed).number if typed.strip() else ""
    except InvalidInput:
        return one_line(typed)
