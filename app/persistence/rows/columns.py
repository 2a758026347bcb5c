"""How the domain's values lie in columns: ids, money, moments, closed lists and tuples of plain values."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import BigInteger, Date, DateTime, Dialect, LargeBinary, SmallInteger, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money
from app.domain.values.plain import from_json, from_plain, to_json
from app.domain.values.termed import Termed

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
NO_DAY = date.max
"""How "no clock runs" is stored where rows are sorted by their due day: it sorts last without NULLS LAST."""

E_ = TypeVar("E_")
C = TypeVar("C", bound=Termed)


class Words(TypeDecorator[str]):
    """Text, without the two things no database holds: U+0000 and lone halves of surrogate pairs.

    They come from pasted clipboards and are no signs; refusing them would lose what stands around them.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Send the text."""
        del dialect
        return value if value is None else _UNSTORABLE.sub("", value)


class Guid(TypeDecorator[UUID]):
    """An id: 16 bytes on SQLite (sorted as UUIDv7 is), UUID on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[object]:
        """Choose the column type of the database at hand."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(cast("TypeEngine[object]", Uuid(as_uuid=True)))
        return dialect.type_descriptor(cast("TypeEngine[object]", LargeBinary(16)))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> UUID | bytes | None:
        """Send the id in the form of the database."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: object, dialect: Dialect) -> UUID | None:
        """Read the id back."""
        del dialect
        return UUID(bytes=value) if isinstance(value, bytes) else cast("UUID | None", value)


class Fen(TypeDecorator[Money]):
    """Money as whole fen."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """Send the fen."""
        del dialect
        return None if value is None else value.fen

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        """Read the fen back as money."""
        del dialect
        return None if value is None else Money(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment: kept in UTC to the microsecond, read back in Asia/Shanghai."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Send the moment in UTC; SQLite keeps it without the zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a moment without a zone cannot be stored: {value!r}"
            raise ValueError(message)
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read the moment back in the zone of the product."""
        if value is None:
            return None
        aware = value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value
        return aware.astimezone(SHANGHAI)


class DueDay(TypeDecorator[date]):
    """A last day to sort by: None lies as the last day of the calendar, so it sorts behind every real one."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date:
        """Send the day, or the end of the calendar for none."""
        del dialect
        return NO_DAY if value is None else value

    def process_result_value(self, value: date | None, dialect: Dialect) -> date | None:
        """Read the day back."""
        del dialect
        return None if value == NO_DAY else value


class Codes(TypeDecorator[tuple[E_, ...]], Generic[E_]):
    """A small tuple of plain values (codes, words, ids) as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, entry: type[E_]) -> None:
        super().__init__()
        self.entry = entry

    def process_bind_param(self, value: tuple[E_, ...] | None, dialect: Dialect) -> str | None:
        """Write the JSON text."""
        del dialect
        return None if value is None else _UNSTORABLE.sub("", to_json(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[E_, ...] | None:
        """Read the JSON text."""
        del dialect
        if value is None:
            return None
        return tuple(cast("E_", from_plain(self.entry, plain)) for plain in json.loads(value))


class Snapshot(TypeDecorator[E_], Generic[E_]):
    """A whole frozen value as JSON text, read back exactly as it was on its day."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E_]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E_ | None, dialect: Dialect) -> str | None:
        """Write the JSON text."""
        del dialect
        return None if value is None else _UNSTORABLE.sub("", to_json(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> E_ | None:
        """Read the value."""
        del dialect
        return None if value is None else from_json(self.kind, value)


class Ranked(TypeDecorator[C], Generic[C]):
    """A member of a closed list as its place in the list, for rows that are sorted by it.

    Used only in columns that are computed anew whenever their case is saved.
    """

    impl = SmallInteger
    cache_ok = True

    def __init__(self, choices: type[C]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: C | None, dialect: Dialect) -> int | None:
        """Send the place in the list."""
        del dialect
        return None if value is None else list(self.choices).index(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> C | None:
        """Read the member at that place."""
        del dialect
        return None if value is None else list(self.choices)[value]


class Seldom(TypeDecorator[tuple[E_, ...]], Generic[E_]):
    """A tuple that is nearly always empty, as JSON text in the owner's own row; nothing lies there then.

    A table of its own would cost every reading of a case one more query, for what few cases have.
    """

    impl = Text
    cache_ok = True

    def __init__(self, entry: type[E_]) -> None:
        super().__init__()
        self.entry = entry

    def process_bind_param(self, value: tuple[E_, ...] | None, dialect: Dialect) -> str | None:
        """Write the JSON text, or nothing."""
        del dialect
        return _UNSTORABLE.sub("", to_json(value)) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[E_, ...]:
        """Read the JSON text."""
        del dialect
        return tuple(cast("E_", from_plain(self.entry, plain)) for plain in json.loads(value or "[]"))
