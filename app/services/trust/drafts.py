"""Drafts of forms: what is typed is kept as typed, a moment later, until the form is saved for good."""

from __future__ import annotations

from datetime import datetime

from app.domain.filing.drafts import Draft
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.persistence.store import Store
from app.services.transactions.looking import look


class DraftService:
    """Keeps the raw input of forms, valid or not; a draft belongs to one user and one key.

    Each ``put`` is its own committed transaction, so that a kill of the process at any moment
    loses at most what was typed since the last one.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def put(self, key: str, payload: str, focus: str, *, actor: Actor) -> datetime:
        """Keep the raw input of a form and the field last edited; gives the moment of saving."""
        saved_at = self._clock.now()
        draft = Draft(key=key, user_id=actor.id, payload=payload, focus=focus, saved_at=saved_at)
        with self._store.unit_of_work(actor) as work:
            work.drafts.put(draft)
            work.commit()
        return saved_at

    def get(self, key: str, *, actor: Actor) -> Draft | None:
        """Give this user's draft of a form, or None."""
        with look(self._store) as work:
            return work.drafts.get(actor.id, key)

    def discard(self, key: str, *, actor: Actor) -> None:
        """Drop this user's draft of a form; none is no error."""
        with self._store.unit_of_work(actor) as work:
            work.drafts.discard(actor.id, key)
            work.commit()

    def all(self, actor: Actor) -> tuple[Draft, ...]:
        """Give every draft of this user, the latest first."""
        with look(self._store) as work:
            return work.drafts.all_of(actor.id)
