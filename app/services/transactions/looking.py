"""Reading whole aggregates: a unit of work that is never committed."""

from __future__ import annotations

from app.domain.trust.actors import SYSTEM
from app.persistence.store import Store
from app.persistence.work import UnitOfWork


def look(store: Store) -> UnitOfWork:
    """Open a unit of work to read from; whatever happens in it is undone when it is left."""
    return store.unit_of_work(SYSTEM)
