"""Lists of cases: pages, counts, saved views, what is due, and search."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseHit, CaseLine, CaseView, SavedView, Workload
from app.domain.errors import InvalidInput
from app.domain.people.party_lines import PartyLine
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.texts import one_line
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look


class ListService:
    """Reads the lists that screens page through; every answer is made for today in Asia/Shanghai."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def page(
        self, wanted: CaseFilter, offset: int = 0, limit: int = 50, staff_id: UUID | None = None
    ) -> tuple[CaseLine, ...]:
        """Give a page of cases; ``staff_id`` is who 我承办 means."""
        with self._store.reads() as reads:
            return tuple(
                reads.cases.page(wanted, self._today(), offset=offset, limit=limit, staff_id=staff_id)
            )

    def count(self, wanted: CaseFilter, staff_id: UUID | None = None) -> int:
        """Count the cases a filter finds."""
        with self._store.reads() as reads:
            return reads.cases.count(wanted, self._today(), staff_id=staff_id)

    def view_counts(self, staff_id: UUID | None = None) -> dict[CaseView, int]:
        """Count the cases of every built-in view."""
        with self._store.reads() as reads:
            return dict(reads.cases.view_counts(self._today(), staff_id=staff_id))

    def line(self, case_id: UUID) -> CaseLine:
        """Give the line of one case; NotFound when there is none."""
        with self._store.reads() as reads:
            return reads.cases.line(case_id)

    def due(self, staff_id: UUID | None, until: date, limit: int = 50) -> tuple[CaseLine, ...]:
        """Give the open cases whose leading clock ends by a day, overdue ones first."""
        with self._store.reads() as reads:
            return tuple(reads.cases.due_between(None, until, staff_id=staff_id, limit=limit))

    def workload(self, staff_id: UUID | None = None, soon_days: int = 3) -> Workload:
        """Count the open cases of a first mediator, or of everybody, by when their clock ends."""
        with self._store.reads() as reads:
            return reads.cases.workload(self._today(), staff_id, soon_days=soon_days)

    # saved views
    def saved_views(self, user_id: UUID) -> tuple[SavedView, ...]:
        """Give the filters a user kept, in the order they were made."""
        with look(self._store) as work:
            return work.views.of_user(user_id)

    def save_view(self, view: SavedView, *, actor: Actor) -> Done[SavedView]:
        """Keep a filter under a name; the same id replaces the earlier filter, which moves to the end."""
        if not one_line(view.name):
            raise InvalidInput("view.name_missing", field="name")
        with self._store.unit_of_work(actor) as work:
            if view.id in {kept.id for kept in work.views.of_user(view.user_id)}:
                work.views.remove(view.id)
            work.views.add(view)
            return Done(view, work.commit())

    def remove_view(self, view_id: UUID, *, actor: Actor) -> Done[None]:
        """Forget a kept filter."""
        with self._store.unit_of_work(actor) as work:
            work.views.remove(view_id)
            return Done(None, work.commit())

    # search
    def search_cases(self, text: str, limit: int = 20) -> tuple[CaseHit, ...]:
        """Find cases by number tail, title, facts, names, phones, identity tail or pinyin initials."""
        with self._store.reads() as reads:
            return tuple(reads.search.cases(text, limit))

    def search_parties(self, text: str, limit: int = 20) -> tuple[PartyLine, ...]:
        """Find entries of the register of parties."""
        with self._store.reads() as reads:
            return tuple(reads.search.parties(text, limit))

    def _today(self) -> date:
        return local_day(self._clock.now())
