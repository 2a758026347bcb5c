"""What use cases of referrals, guidance and orders share: one transaction, one version, then the clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.repositories.aggregates import Aggregate, Repository
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.printing import Printing


class Linked(Aggregate, Protocol):
    """A thing of one case that is between organs."""

    @property
    def case_id(self) -> UUID:
        """Whose it is."""


A = TypeVar("A", bound=Linked)
Room = Callable[[UnitOfWork], Repository[A]]
"""Gives the repository of the thing in an open transaction."""


@dataclass(frozen=True, slots=True)
class Act:
    """What history will say: its code, who did it, in which words; ``version`` is what the user saw."""

    name: str
    actor: Actor
    version: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letter(Generic[A]):
    """The paper a step issues: ``numbered`` writes its number back, ``dated`` gives the day below it."""

    kind: DocumentKind
    numbered: Callable[[A, str], A]
    dated: Callable[[A], date | None]


class LinkWriting:
    """Writes one thing of one case; ``version`` is always the one the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self.store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing

    @property
    def today(self) -> date:
        """Give the present day."""
        return local_day(self._clock.now())

    def not_in_future(self, on: date, field: str) -> None:
        """Refuse a day that has not come: an act is recorded when it is done."""
        if on > self.today:
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def owner(self, work: UnitOfWork, owner_id: UUID) -> StaffMember:
        """Find who is to answer; somebody who left cannot."""
        member = work.staff.get(owner_id)
        if member.left_on is not None and member.left_on <= self.today:
            raise InvalidInput("referral.owner_has_left", field="owner", name=member.name)
        return member

    def make(
        self,
        room: Room[A],
        entity: A,
        act: Act,
        *,
        check: Callable[[Case], None] | None = None,
        letter: Letter[A] | None = None,
    ) -> Done[A]:
        """Write a new thing and, where it leaves by letter, issue the letter in the same transaction."""
        with self.store.unit_of_work(act.actor) as work:
            case = work.cases.get(entity.case_id)
            refuse_locked(case)
            if check is not None:
                check(case)
            saved = room(work).add(entity, act=act.name, note=act.note)
            return self._finish(work, room, saved, case, letter)

    def move(
        self,
        room: Room[A],
        id_: UUID,
        act: Act,
        step: Callable[[A, Case], A],
        *,
        letter: Letter[A] | None = None,
    ) -> Done[A]:
        """Take one step of a thing the user saw at the version of ``act``."""
        with self.store.unit_of_work(act.actor) as work:
            rows = room(work)
            stored = as_seen(rows.kind, rows.get(id_), act.version)
            case = work.cases.get(stored.case_id)
            saved = rows.save(step(stored, case), act=act.name, note=act.note)
            return self._finish(work, room, saved, case, letter)

    def _finish(
        self, work: UnitOfWork, room: Room[A], saved: A, case: Case, letter: Letter[A] | None
    ) -> Done[A]:
        """Issue the letter, write its number back into what it belongs to, wind the clocks, commit, draw."""
        document = None
        if letter is not None:
            refuse_locked(case)
            issue = Issue(work, self._printing, self._rules, work.actor, self._clock.now())
            document = number_and_freeze(issue, letter.kind, case, saved.id, dated=letter.dated(saved))
            rows = room(work)
            saved = rows.save(letter.numbered(saved, document.number), act=f"{rows.kind}.lettered")
        wind(work, self._rules, case.id, self.today)
        changes = work.commit()
        if document is not None:
            changes |= self._printing.draw(document, actor=work.actor).changes
        return Done(saved, changes)
