"""Asking the token index: candidates with all tokens, newest first, then phrases checked in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, select
from sqlalchemy.orm import Session

from app.domain.values.naming.names import query_tokens
from app.persistence.finding import SearchKind
from app.persistence.queries.searching.token_index import TokenIndex
from app.persistence.rows.trust import SearchEntryRow

BATCH = 50
CHECKED = 1_000
"""A list narrowed by a phrase checks at most so many candidates; beyond that the pairs alone decide."""
_NEVER = 2**62
_PAIR = 2
_NUMBER_LIKE = re.compile(r"[0-9][0-9 \-]*[0-9xX]")
_ASCII_OR_NOT = re.compile(r"[0-9a-z]+|[^0-9a-z]+")

Texts = Callable[[Session, tuple[UUID, ...]], Mapping[UUID, tuple[str, ...]]]
"""Reads the searchable texts of some cases or parties, the most telling first."""


class Matching:
    """One typed search over cases or parties."""

    def __init__(self, session: Session, kind: SearchKind, typed: str, texts: Texts) -> None:
        self._session = session
        self._kind = kind
        self._texts = texts
        self._index = TokenIndex(session, kind)
        self._wanted = token_choices(typed)
        self._phrases = phrases(typed)

    def newest(self, limit: int, offset: int = 0) -> tuple[UUID, ...]:
        """Give the ids found, the last entered first."""
        return tuple(islice(self._found(), offset, offset + limit))

    def condition(self, id_column: ColumnElement[UUID]) -> ColumnElement[bool]:
        """Give the condition that a row's id was found."""
        if not self._wanted:
            return false()
        if self._phrases:
            candidates = self._candidates(CHECKED + 1)
            if len(candidates) <= CHECKED:
                return id_column.in_(self._checked(candidates))
        return id_column.in_(self._index.subject_ids(self._wanted))

    def count(self) -> int:
        """Count what is found."""
        if not self._wanted:
            return 0
        found = select(SearchEntryRow.subject_id).where(self.condition(SearchEntryRow.__table__.c.subject_id))
        statement = select(func.count()).select_from(
            found.where(SearchEntryRow.kind == self._kind.value).subquery()
        )
        return self._session.scalar(statement) or 0

    def _found(self) -> Iterator[UUID]:
        before = _NEVER
        while self._wanted:
            batch = self._index.newest(self._wanted, before, BATCH)
            yield from self._checked(tuple(id_ for _, id_ in batch))
            if len(batch) < BATCH:
                return
            before = batch[-1][0]

    def _candidates(self, most: int) -> tuple[UUID, ...]:
        return tuple(id_ for _, id_ in self._index.newest(self._wanted, _NEVER, most))

    def _checked(self, ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
        if not self._phrases or not ids:
            return ids
        texts = self._texts(self._session, ids)
        return tuple(id_ for id_ in ids if self._has_phrases(texts.get(id_, ())))

    def _has_phrases(self, texts: tuple[str, ...]) -> bool:
        missing = [phrase for phrase in self._phrases if not any(phrase in text for text in texts)]
        if not missing:
            return True  # written as typed: nothing needs to be folded to see it
        flat = [flattened(text) for text in texts]
        return all(any(phrase in text for text in flat) for phrase in missing)


def token_choices(typed: str) -> tuple[tuple[str, ...], ...]:
    """Give the sets of tokens of which one must be there: as typed, and a number without its gaps.

    139 0990 4172 is kept as 13909904172, and 2026-0417 also as two words.
    """
    tokens = tuple(query_tokens(typed))
    if not tokens:
        return ()
    if _NUMBER_LIKE.fullmatch(typed.strip()):
        joined = tuple(query_tokens(re.sub(r"[ \-]", "", typed)))
        if joined != tokens:
            return (tokens, joined)
    return (tokens,)


def phrases(typed: str) -> tuple[str, ...]:
    """Give the runs longer than a pair: their pairs could stand apart in a text that has them all."""
    parts = "".join(sign if sign.isalnum() else " " for sign in _folded(typed)).split()
    runs = [run for part in parts for run in _ASCII_OR_NOT.findall(part)]
    return tuple(run for run in runs if len(run) > _PAIR and not run.isascii())


def flattened(text: str) -> str:
    """Bring a text to the form phrases are looked up in: folded as tokens are, letters and digits alone."""
    return "".join(sign for sign in _folded(text) if sign.isalnum())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
