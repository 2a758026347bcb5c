"""Reading the fields of the forms of watching; a refusal names its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from app.domain.duties.watch.supervision import Addressee
from app.domain.errors import DomainError, InvalidInput
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.clock_times import parse_time
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.naming.names import clean_name
from app.domain.values.texts import clean_text, half_width, one_line
from app.i18n.translator import Translator
from app.presenters.rosters.entry_form import EntryField, FieldKind, FieldProblem, Values

T = TypeVar("T")
_MOST_DIGITS = 4


def line(values: Values, key: str) -> str:
    """Read one line."""
    return one_line(values.get(key, ""))


def text(values: Values, key: str) -> str:
    """Read a text of any length."""
    return clean_text(values.get(key, ""))


def day(values: Values, key: str, today: date) -> date:
    """Read a day that must be there."""
    return _read(values, key, "date.missing", lambda typed: parse_day(typed, today))


def moment(values: Values, day_key: str, time_key: str, today: date) -> datetime:
    """Read a day and a time of day as one moment."""
    on = day(values, day_key, today)
    at = _read(values, time_key, "time.unreadable", parse_time)
    return datetime.combine(on, at, SHANGHAI)


def amount(values: Values, key: str) -> int:
    """Read a whole number of at least one."""

    def whole(typed: str) -> int:
        plain = half_width(typed).strip()
        if not plain.isascii() or not plain.isdigit() or len(plain) > _MOST_DIGITS or not int(plain):
            raise InvalidInput("number.unreadable", typed=typed)
        return int(plain)

    return _read(values, key, "number.unreadable", whole)


def addressee(values: Values, staff: tuple[StaffMember, ...]) -> Addressee | None:
    """Read who is to answer; None where nobody is named, so that each case keeps its own."""
    person = clean_name(line(values, "responsible_person"))
    found = [member.id for member in staff if member.name == person]
    read = Addressee(
        lead_official=line(values, "lead_official"),
        responsible_unit=line(values, "responsible_unit"),
        responsible_person=person,
        responsible_id=found[0] if len(found) == 1 else None,
    )
    return read if read.is_named or read.responsible_unit else None


def problem(code: str, key: str, **facts: str) -> FieldProblem:
    """Make a refusal at a field."""
    return FieldProblem(key, InvalidInput(code, field=key, **facts))


def needs(values: Values, **codes: str) -> tuple[FieldProblem, ...]:
    """Refuse every empty field of these with its sentence."""
    return tuple(problem(code, key) for key, code in codes.items() if not values.get(key, "").strip())


def problems_of(*checks: Callable[[], object]) -> tuple[FieldProblem, ...]:
    """Run checks; each gives at most one refusal, at its field."""
    found: list[FieldProblem] = []
    for check in checks:
        try:
            check()
        except DomainError as error:
            found.append(FieldProblem(error.field, error))
    return tuple(found)


def moment_fields(
    translator: Translator, day_key: str, time_key: str, label: str, *, time_label: str = ""
) -> tuple[EntryField, EntryField]:
    """Ask for a moment as a day and a time of day on one line."""
    say = translator.text
    return (
        EntryField(key=day_key, label=label, kind=FieldKind.DAY, is_required=True, is_half=True),
        EntryField(
            key=time_key,
            label=time_label or say("几点"),
            is_required=True,
            is_half=True,
            hint=say("如 17:00"),
        ),
    )


def _read(values: Values, key: str, missing: str, parse: Callable[[str], T]) -> T:
    typed = values.get(key, "")
    if not typed.strip():
        raise InvalidInput(missing, field=key)
    try:
        return parse(typed)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error
