"""The cases a user opened last, kept per user."""

from __future__ import annotations

import json
from uuid import UUID

from app.presenters.desk import Desk

KEY = "cases.recent"
MOST = 8


class RecentCases:
    """Reads and writes the short list of cases opened last, the latest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, case_id: UUID) -> None:
        """Put a case first; called by the window whenever it opens a workspace."""
        self._desk.runner.submit(lambda: self._put(case_id), lambda _none: None, lambda _error: None)

    def ids(self) -> tuple[UUID, ...]:
        """Give the cases opened last; reads the database, so call it on the database lane."""
        kept = self._desk.services.settings.preference(self._desk.me.id, KEY)
        return _read(kept or "")

    def _put(self, case_id: UUID) -> None:
        others = [id_ for id_ in self.ids() if id_ != case_id]
        kept = json.dumps([str(id_) for id_ in (case_id, *others)][:MOST])
        self._desk.services.settings.put_preference(self._desk.me.id, KEY, kept, actor=self._desk.actor)


def _read(text: str) -> tuple[UUID, ...]:
    """Read the list; one that cannot be read counts as empty, for it is only a convenience."""
    try:
        return tuple(UUID(str(entry)) for entry in json.loads(text or "[]"))
    except (ValueError, TypeError):
        return ()
