"""The log of moves: each event of a case with who, when, why and paper, and what it takes to undo it."""

from __future__ import annotations

import json
import typing
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.transitions import transition_for
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.errors import RuleRefusal
from app.domain.values.plain import Plain, from_plain, to_plain

_OUTSIDE = frozenset({"id", "version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMove:
    """One event in the life of a case; an undone one stays, with who undid it and when.

    ``changed`` is JSON of the fields the event changed, each with the value before and after.
    ``twin_id`` joins the two moves of one act on two cases (并案 and 并入).
    """

    id: UUID
    case_id: UUID
    event: CaseEvent
    before: CaseState
    after: CaseState
    at: datetime
    actor_id: UUID
    actor_name: str
    reason: str = ""
    document_id: UUID | None = None
    twin_id: UUID | None = None
    changed: str = "{}"
    undone_at: datetime | None = None
    undone_by: str = ""

    @property
    def is_undone(self) -> bool:
        """Tell whether somebody took it back."""
        return self.undone_at is not None


def changed_fields(before: Case, after: Case) -> str:
    """Give, as JSON, every field in which two states of a case differ: its value before and after."""
    found: dict[str, list[Plain]] = {}
    for entry in fields(Case):
        old, new = getattr(before, entry.name), getattr(after, entry.name)
        if entry.name not in _OUTSIDE and old != new:
            found[entry.name] = [to_plain(old), to_plain(new)]
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def last_standing(moves: tuple[CaseMove, ...]) -> CaseMove | None:
    """Give the latest move that was not undone."""
    standing = [move for move in moves if not move.is_undone]
    return max(standing, key=lambda move: (move.at, move.id), default=None)


def undoable_move(case: Case, moves: tuple[CaseMove, ...], issued_at: tuple[datetime, ...]) -> CaseMove:
    """Give the move that may be undone now: the latest one, while nothing left the building.

    Raises RuleRefusal ``undo.nothing``, ``undo.left_the_building`` (a number or a paper came of it, or
    a paper was issued since), ``undo.changed_since``.
    """
    move = last_standing(moves)
    if move is None:
        raise RuleRefusal("undo.nothing")
    row = transition_for(move.before, move.event)
    has_left = move.document_id is not None or any(moment >= move.at for moment in issued_at)
    if row is None or not row.is_undoable or has_left:
        raise RuleRefusal("undo.left_the_building", event=move.event.term)
    if any(to_plain(getattr(case, name)) != new for name, (_old, new) in _differences(move).items()):
        raise RuleRefusal("undo.changed_since", event=move.event.term)
    return move


def is_untouched(case: Case, moves: tuple[CaseMove, ...]) -> bool:
    """Tell whether a case was only registered and sent on: nobody was asked and nothing happened since."""
    is_new = all(move.is_undone or move.event is CaseEvent.TRIAGE for move in moves)
    return is_new and case.state is CaseState.TRIAGED and not case.consents and not case.mediators


def undone(case: Case, move: CaseMove) -> Case:
    """Put the fields a move changed back to what they were."""
    hints = _hints()
    former = {name: from_plain(hints[name], old) for name, (old, _new) in _differences(move).items()}
    return replace(case, **former)


def _differences(move: CaseMove) -> dict[str, list[Plain]]:
    found: dict[str, list[Plain]] = json.loads(move.changed)
    return found


@cache
def _hints() -> dict[str, object]:
    return typing.get_type_hints(Case)
