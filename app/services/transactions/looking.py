"""Reading whole aggregates: a unit of work that is never committed."""

from __future__ import annotations

from app.persistence.store import Store
from app.persistence.work import UnitOfWork


def look(store: Store) -> UnitOfWork:
    """Open a unit of work to read from: it takes no write lock and is undone when it is left."""
    return store.look()
