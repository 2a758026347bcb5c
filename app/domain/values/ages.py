"""Age in full years (周岁) on a given day, as papers print it and the law counts it."""

from __future__ import annotations

from datetime import date

from app.domain.errors import InvalidInput
from app.domain.values.calendar_days import add_months

_MONTHS_PER_YEAR = 12


def age_on(birth: date, day: date) -> int:
    """Count the full years lived on ``day``: the birthday itself already counts.

    Who was born on 29 February turns a year older on 28 February of a common year, because a month
    without the corresponding day ends the period on its last day (民法典第二百零二条).
    Raises InvalidInput ``age.not_born_yet`` when ``day`` lies before the birth.
    """
    if day < birth:
        raise InvalidInput("age.not_born_yet", birth=birth.isoformat(), day=day.isoformat())
    years = day.year - birth.year
    return years if day >= add_months(birth, years * _MONTHS_PER_YEAR) else years - 1
