from datetime import date

import pytest

from app.domain.errors import InvalidInput
from app.domain.settlements.terms import Due, DueKind, PeriodWord
from app.presenters.agreement.reading import read_count, read_due

TODAY = date(2021, 3, 2)


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("两个月内", 2, PeriodWord.MONTH),
        ("签订后三十日内", 30, PeriodWord.DAY),
        ("自本协议签订之日起2个月内", 2, PeriodWord.MONTH),
        ("签订后8月内", 8, PeriodWord.MONTH),
        ("15天内", 15, PeriodWord.DAY),
    ],
)
def test_periods_are_read_in_figures_and_as_said(typed, amount, unit):
    assert read_due(typed, TODAY) == Due(kind=DueKind.AFTER_SIGNING, amount=amount, unit=unit)


@pytest.mark.parametrize("typed", ["8月内", "八月内", "一百二日内"])
def test_what_could_mean_two_things_is_not_guessed(typed):
    with pytest.raises(InvalidInput):
        read_due(typed, TODAY)


def test_counts_are_read_as_said():
    assert [read_count(typed) for typed in ("3", "三", "十二", "")] == [3, 3, 12, None]
