"""Cards: JSON files a person or script wrote, read against their schema and cleaned as form fields are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.domain.errors import InvalidInput
from app.domain.values.plain import Plain
from app.domain.values.texts import clean_text, one_line

if TYPE_CHECKING:
    from jsonschema import ValidationError

Card = dict[str, Plain]
LONG_TEXTS = frozenset({"facts", "requests", "source_note", "authority_note"})
"""Fields whose line breaks are meant; in all others a line break would be a slip."""


def read_card(file: Path, schema: Path) -> Card:
    """Read a card; InvalidInput names the place in it.

    ``card.unreadable``: no JSON in UTF-8. ``card.shape``: not as the schema says. ``date.impossible``,
    ``card.moment``: a day that does not exist, a moment without its zone.
    """
    try:
        card = cast(Plain, json.loads(file.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InvalidInput("card.unreadable", file=str(file), reason=reason) from error
    for flaw in _flaws(card, schema):
        raise flaw
    return cast(Card, _cleaned(card, ""))


def _flaws(card: Plain, schema: Path) -> Iterator[InvalidInput]:
    # Imported on use: the window, which wires the verbs too, opens without it.
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(_is_date)
    formats.checks("date-time", raises=ValueError)(_is_moment)
    rules = json.loads(schema.read_text(encoding="utf-8"))
    found = Draft202012Validator(rules, format_checker=formats).iter_errors(card)
    yield from map(_refusal, sorted(found, key=lambda flaw: list(map(str, flaw.absolute_path))))


def _refusal(flaw: ValidationError) -> InvalidInput:
    place = ".".join(str(part) for part in flaw.absolute_path)
    if flaw.validator == "format":
        code = "date.impossible" if flaw.validator_value == "date" else "card.moment"
        return InvalidInput(code, field=place)
    return InvalidInput("card.shape", field=place, reason=flaw.message[:_LONGEST_REASON])


_LONGEST_REASON = 300
"""A reason quotes what was found, which may be a whole book."""


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _cleaned(value: Plain, name: str) -> Plain:
    if isinstance(value, str):
        return clean_text(value) if name in LONG_TEXTS else one_line(value)
    if isinstance(value, list):
        return [_cleaned(entry, name) for entry in value]
    if isinstance(value, dict):
        return {key: _cleaned(entry, key) for key, entry in value.items()}
    # JSON Schema takes 2.0 for a whole number.
    return int(value) if isinstance(value, float) else value
