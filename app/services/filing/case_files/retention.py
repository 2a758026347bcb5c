"""How long an organisation keeps its files: its classes, and which of them a file gets by itself."""

from __future__ import annotations

from uuid import UUID

from app.domain.case_file.retention import (
    RetentionBook,
    RetentionClass,
    begun_book,
    check_book,
    corrected_book,
)
from app.domain.errors import RuleRefusal
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look


class RetentionService:
    """Keeps one book for each organisation; files that have their class already keep it."""

    def __init__(self, store: Store, clock: Clock, classes: tuple[RetentionClass, ...]) -> None:
        self._store, self._clock, self._classes = store, clock, classes

    def shipped(self) -> tuple[RetentionClass, ...]:
        """Give the classes to begin from; none is law for these files."""
        today = local_day(self._clock.now())
        return tuple(entry for entry in self._classes if entry.valid_from <= today)

    def own(self, organisation_id: UUID) -> RetentionBook | None:
        """Give what an organisation set, or None where the shipped classes stand."""
        with look(self._store) as work:
            return work.retention_books.of_organisation(organisation_id)

    def book(self, organisation_id: UUID) -> RetentionBook:
        """Give the book an organisation goes by; an unsaved one of shipped classes where it set none."""
        return self.own(organisation_id) or begun_book(organisation_id, self.shipped())

    def save(self, book: RetentionBook, *, actor: Actor) -> Done[RetentionBook]:
        """Keep an organisation's book; classes or rules that change have to be confirmed anew.

        Raises InvalidInput ``retention…`` for what cannot stand, RuleRefusal ``retention.one_only`` where
        somebody else set one meanwhile.
        """
        check_book(book)
        with self._store.unit_of_work(actor) as work:
            stored = work.retention_books.of_organisation(book.organisation_id)
            if stored is None:
                return Done(work.retention_books.add(book, act="retention_book.set"), work.commit())
            if stored.id != book.id:
                raise RuleRefusal("retention.one_only")
            as_seen("retention_book", stored, book.version)
            wanted = corrected_book(stored, book)
            return Done(work.retention_books.save(wanted, act="retention_book.set"), work.commit())
