"""Window places and looks of one user, kept in the centre's database."""

from __future__ import annotations

from app.presenters.desk import Desk
from app.services.done import Done


class KeptPreferences:
    """Reads at once, writes on the database lane; what was set counts from that moment on.

    Losing a window's size is no loss of anything typed, so a failed write is left to the next one.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, str | None] = {}

    def get(self, key: str) -> str | None:
        """Return what this user keeps under ``key``."""
        if key not in self._known:
            self._known[key] = self._desk.services.settings.preference(self._desk.me.id, key)
        return self._known[key]

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key`` for this user."""
        if self._known.get(key) == value:
            return
        self._known[key] = value
        settings, me = self._desk.services.settings, self._desk.me

        def put() -> Done[str]:
            return settings.put_preference(me.id, key, value, actor=me.actor)

        self._desk.runner.submit(put, _kept, _not_kept)


def _kept(_done: Done[str]) -> None:
    """Nothing on screen depends on it."""


def _not_kept(_error: Exception) -> None:
    """Leave it: the next change of the same preference writes it again."""
