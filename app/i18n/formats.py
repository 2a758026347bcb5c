"""Dates, moments, sums and counts as one locale writes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from app.i18n.translator import SOURCE_LOCALE

if TYPE_CHECKING:
    from app.domain.values.money import Money

LOCAL_ZONE = ZoneInfo("Asia/Shanghai")
_FIRST_STRONG_LEFT, _POP = "\u2066", "\u2069"


def left_to_right(text: str) -> str:
    """Wrap a number, date or code so that a right-to-left line does not reorder it."""
    return f"{_FIRST_STRONG_LEFT}{text}{_POP}"


class Formats:
    """Formats of one locale; every moment is shown in China's zone, whatever the PC says."""

    def __init__(self, locale: str = SOURCE_LOCALE) -> None:
        self._locale = Locale.parse(locale)
        self._is_chinese = self._locale.language == "zh"

    def day(self, value: date) -> str:
        """Return ``2026-11-22``."""
        return value.isoformat() if not isinstance(value, datetime) else self._local(value).date().isoformat()

    def short_day(self, value: date) -> str:
        """Return ``11-22``: for lists in which the year is plain."""
        return self.day(value)[5:]

    def day_long(self, value: date) -> str:
        """Return ``2026 年 11 月 22 日``, or the locale's own long date."""
        if self._is_chinese:
            return f"{value.year} 年 {value.month} 月 {value.day} 日"
        return format_date(value, format="long", locale=self._locale)

    def weekday(self, value: date) -> str:
        """Return ``星期日``."""
        return format_date(value, format="EEEE", locale=self._locale)

    def time(self, value: datetime) -> str:
        """Return ``10:46`` in China's zone."""
        return self._local(value).strftime("%H:%M")

    def moment(self, value: datetime) -> str:
        """Return ``2026-11-22 10:46`` in China's zone."""
        return self._local(value).strftime("%Y-%m-%d %H:%M")

    def money(self, value: Money) -> str:
        """Return ``12,800.00``: yuan with two decimals, never rounded."""
        return format_decimal(value.yuan, format="#,##0.00", locale=self._locale)

    def count(self, value: int) -> str:
        """Return ``1,284``."""
        return format_decimal(value, format="#,##0", locale=self._locale)

    def _local(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be shown")
        return value.astimezone(LOCAL_ZONE)
