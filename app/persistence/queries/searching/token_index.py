"""The two forms of the token index behind one interface: FTS5 on SQLite, text[] under GIN on PostgreSQL."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    cast,
    column,
    literal,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import literal_column

from app.persistence.finding import SearchKind
from app.persistence.rows.trust import SearchEntryRow

Choices = tuple[tuple[str, ...], ...]
"""Sets of tokens; an entry is found that has all tokens of one of them."""


class TokenIndex:
    """The index of one kind."""

    def __init__(self, session: Session, kind: SearchKind) -> None:
        self._session = session
        self._is_sqlite = session.get_bind().dialect.name == "sqlite"
        number = "rowid" if self._is_sqlite else "no"
        self._table = table(kind.table, column(number, BigInteger), column("tokens"))
        self._number = self._table.c[number]

    def newest(self, wanted: Choices, before: int, most: int) -> tuple[tuple[int, UUID], ...]:
        """Give number and id of entries entered before a number, the last entered first."""
        statement = (
            self._joined(wanted).where(self._number < before).order_by(self._number.desc()).limit(most)
        )
        return tuple((row.no, row.subject_id) for row in self._session.execute(statement))

    def subject_ids(self, wanted: Choices) -> Select[UUID]:
        """Give the subquery of all ids found."""
        return self._joined(wanted).with_only_columns(SearchEntryRow.subject_id)

    def _joined(self, wanted: Choices) -> Select[int, UUID]:
        return (
            select(SearchEntryRow.no, SearchEntryRow.subject_id)
            .select_from(self._table)
            .join(SearchEntryRow, SearchEntryRow.no == self._number)
            .where(self._matches(wanted))
        )

    def _matches(self, wanted: Choices) -> ColumnElement[bool]:
        if self._is_sqlite:
            choices = [" AND ".join(f'"{token}"' for token in tokens) for tokens in wanted]
            query = " OR ".join(f"({choice})" for choice in choices)
            return literal_column(self._table.name).op("MATCH", is_comparison=True)(literal(query))
        contains = [
            self._table.c.tokens.op("@>", is_comparison=True)(
                cast(literal(list(tokens), ARRAY(Text)), ARRAY(Text))
            )
            for tokens in wanted
        ]
        return or_(*contains)
