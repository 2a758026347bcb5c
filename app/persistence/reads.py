"""Read queries of one moment, by the word they belong to; all answers are frozen."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from app.persistence.queries.history import HistoryQueries


class Reads:
    """Reading inside one ``with``: every answer is of the same state of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.history = HistoryQueries(session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()
