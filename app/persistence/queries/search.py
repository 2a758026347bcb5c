"""Search as the palette does: by number tail, names, initials, phones, identity tails and texts."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.disputes.case_lines import CaseHit
from app.domain.people.party_lines import PartyLine
from app.domain.values.naming.names import pinyin_initials
from app.persistence.finding import SearchKind
from app.persistence.queries.cases import CaseQueries
from app.persistence.queries.parties import PartyQueries
from app.persistence.queries.searching.matching import Matching, flattened
from app.persistence.queries.searching.texts import case_texts

SHOWN_WHOLE = 40
"""A field up to this length is shown whole as what matched; of longer ones the neighbourhood."""
_BEFORE, _AFTER = 8, 24


class SearchQueries:
    """Answers of the palette, the last entered first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self, typed: str, limit: int) -> tuple[CaseHit, ...]:
        """Find cases that have everything typed; nothing typed finds nothing."""
        ids = Matching(self._session, SearchKind.CASE, typed, case_texts).newest(limit)
        if not ids:
            return ()
        texts = case_texts(self._session, ids)
        return tuple(
            CaseHit(line=line, matched=matched(typed, texts[line.id]) or line.title)
            for line in CaseQueries(self._session).lines(ids)
        )

    def parties(self, typed: str, limit: int) -> tuple[PartyLine, ...]:
        """Find parties of the register."""
        return PartyQueries(self._session).found(typed, limit)

    def case_ids(self, typed: str, limit: int) -> tuple[UUID, ...]:
        """Find the ids of cases."""
        return Matching(self._session, SearchKind.CASE, typed, case_texts).newest(limit)


def matched(typed: str, texts: tuple[str, ...]) -> str:
    """Say which text matched: the first that holds the longest part typed, or is called by these initials."""
    parts = sorted((flattened(part) for part in typed.split()), key=len, reverse=True)
    for part in filter(None, parts):
        for text in texts:
            if part in flattened(text):
                return _neighbourhood(text, part)
        if part.isascii():
            for text in texts:
                if len(text) <= SHOWN_WHOLE and part in pinyin_initials(text):
                    return text
    return ""


def _neighbourhood(text: str, part: str) -> str:
    if len(text) <= SHOWN_WHOLE:
        return text
    place = text.casefold().find(part)
    start = max(0, place - _BEFORE)
    shown = " ".join(text[start : start + _BEFORE + _AFTER].split())
    return f"{'…' if start else ''}{shown}…"
