"""What turns for every screen at once without a write: names are hidden or shown, a new day begins."""

from __future__ import annotations

from uuid import UUID

from app.domain.changes import Changes

NAMES, DAY = "names", "day"

TURNS = frozenset({NAMES, DAY})
"""Kinds that touch whatever shows people or days; a presenter counts them among its own."""

_EVERYTHING = UUID(int=0)


def turned(kind: str) -> Changes:
    """Tell the feed that names or the day turned: nothing was written, everything is shown anew."""
    return Changes(frozenset({(kind, _EVERYTHING)}))
