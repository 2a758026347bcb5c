"""What all writers of one unit of work share: the session, who acts, the history and what was touched."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.disputes.states import CaseState
from app.domain.errors import RuleRefusal
from app.domain.trust.actors import Actor
from app.domain.trust.history import FieldChange
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.persistence.belongings import Belongings
from app.persistence.rows.disputes import CaseRow
from app.persistence.rows.trust import HistoryRow

ALLOWED_ON_ARCHIVED = frozenset(
    {
        "case_file.bound",
        "case_file.kept_by_default",
        "case_file.shelved",
        "court_pack.exported",
        "original.located",
        "party.revealed",
        "security.exported",
    }
)
"""What may be written beside an archived case: its place, that somebody saw or copied it, and how long
it is kept by default, which the archiving itself writes."""


class Writing:
    """One actor's open transaction."""

    def __init__(self, session: Session, actor: Actor, clock: Clock, *, is_still: bool = False) -> None:
        self.session = session
        self.belongings = Belongings(session, is_still=is_still)
        self.actor = actor
        self.clock = clock
        self._touched: set[tuple[str, UUID]] = set()
        self._acts: dict[UUID, set[str]] = {}
        self._held: list[object] = []

    def touch(self, kind: str, id_: UUID) -> None:
        """Note that something changed, without history (clocks, drafts, settings of a screen)."""
        self._touched.add((kind, id_))

    def hold(self, *rows: object) -> None:
        """Keep rows alive until the transaction ends, so that the session need not read them again.

        The session itself knows its rows only weakly: without this every look at an aggregate
        would read all its tables anew.
        """
        self._held.extend(rows)

    def record(
        self,
        *,
        act: str,
        kind: str,
        subject_id: UUID,
        case_id: UUID | None,
        note: str,
        changes: tuple[FieldChange, ...] = (),
    ) -> None:
        """Write one history entry into the open transaction and note what it touched."""
        self.touch(kind, subject_id)
        if case_id is not None and kind != "case":
            self._acts.setdefault(case_id, set()).add(act)
        self.session.add(
            HistoryRow(
                id=new_id(),
                at=self.clock.now(),
                actor_id=self.actor.id,
                actor_name=self.actor.name,
                act=act,
                kind=kind,
                subject_id=subject_id,
                case_id=case_id,
                note=note,
                changes=changes,
            )
        )

    def commit(self) -> Changes:
        """Make everything last and tell what was touched; RuleRefusal ``case.archived`` undoes it all."""
        self._refuse_locked()
        self.session.commit()
        changes = Changes(frozenset(self._touched))
        self._touched.clear()
        self._acts.clear()
        return changes

    def _refuse_locked(self) -> None:
        """Hold every writer to the lock of the archive, whichever part of a case it wrote.

        The case itself is guarded by the table of its life. Looked at last: a case that this very
        transaction takes up again counts as it will be.
        """
        written = [id_ for id_, acts in self._acts.items() if acts - ALLOWED_ON_ARCHIVED]
        if not written:
            return
        locked = self.session.scalars(
            select(CaseRow.intake_number)
            .where(CaseRow.id.in_(written), CaseRow.state == CaseState.ARCHIVED)
            .limit(1)
        ).first()
        if locked is not None:
            raise RuleRefusal("case.archived", number=locked)
