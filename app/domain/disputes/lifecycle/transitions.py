"""The life of a case as one table: event, from where, to where, under which guards, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.guards import Circumstances, Guard, refusal
from app.domain.disputes.states import BEFORE_ACCEPTANCE, IN_MEDIATION, OPEN_STATES, CaseEvent, CaseState
from app.domain.errors import RuleRefusal
from app.domain.people.staff import StaffRole
from app.domain.values.termed import Termed


class Demand(Termed):
    """What an event asks of whoever does it."""

    REASON = "reason", "原因"
    APPROVER = "approver", "批准人"
    RECEIVER = "receiver", "接收单位"
    ROUTES = "routes", "告知其他途径"
    PARTY = "party", "当事人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """An event, the states it may happen in, and the state it leads to; without a target the state stays.

    ``document`` is the code of the form that comes of it (``DocumentKind``). ``roles`` empty lets
    everybody of the centre do it. ``is_undoable`` holds only as long as nothing left the building.
    """

    event: CaseEvent
    sources: frozenset[CaseState]
    target: CaseState | None
    guards: tuple[Guard, ...] = ()
    demands: tuple[Demand, ...] = ()
    document: str = ""
    roles: tuple[StaffRole, ...] = ()
    is_undoable: bool = True


_S, _E, _G, _D = CaseState, CaseEvent, Guard, Demand
_DIRECTOR = (StaffRole.DIRECTOR,)
_ENDED = frozenset({_S.PERFORMED, _S.TERMINATED, _S.FOLLOWED_UP})
_UNDER_WAY = OPEN_STATES - _ENDED
_FREE = (_G.NOTHING_EFFECTIVE, _G.NOTHING_WAITS)


def _row(
    event: CaseEvent,
    sources: frozenset[CaseState] | set[CaseState],
    target: CaseState | None,
    *guards: Guard,
    demands: tuple[Demand, ...] = (),
    document: str = "",
    roles: tuple[StaffRole, ...] = (),
    is_undoable: bool = True,
) -> Transition:
    return Transition(
        event=event,
        sources=frozenset(sources),
        target=target,
        guards=guards,
        demands=demands,
        document=document,
        roles=roles,
        is_undoable=is_undoable,
    )


TRANSITIONS: tuple[Transition, ...] = (
    _row(_E.TRIAGE, {_S.REGISTERED}, _S.TRIAGED, is_undoable=False),
    _row(_E.GUIDE_OUT, BEFORE_ACCEPTANCE, _S.GUIDED_OUT, demands=(_D.REASON, _D.ROUTES)),
    _row(_E.ASK_CONSENT, {_S.TRIAGED, _S.AWAITING_CONSENT}, _S.AWAITING_CONSENT),
    _row(_E.ASK_CONSENT, {_S.REOPENED}, _S.AWAITING_CONSENT, _G.NOT_YET_ACCEPTED),
    _row(_E.ACCEPT, {_S.TRIAGED, _S.AWAITING_CONSENT}, _S.ACCEPTED, _G.NOBODY_REFUSES, _G.ALL_CONSENT),
    _row(
        _E.ACCEPT,
        {_S.REOPENED},
        _S.ACCEPTED,
        _G.NOT_YET_ACCEPTED,
        _G.NOBODY_REFUSES,
        _G.ALL_CONSENT,
    ),
    _row(
        _E.DECLINE,
        BEFORE_ACCEPTANCE,
        _S.NOT_ACCEPTED,
        demands=(_D.REASON,),
        document="non_acceptance",
        is_undoable=False,
    ),
    _row(
        _E.DECLINE,
        {_S.REOPENED},
        _S.NOT_ACCEPTED,
        _G.NOT_YET_ACCEPTED,
        demands=(_D.REASON,),
        document="non_acceptance",
        is_undoable=False,
    ),
    _row(_E.ASSIGN, {_S.ACCEPTED, _S.ASSIGNED}, _S.ASSIGNED),
    _row(_E.ASSIGN, {_S.MEDIATING, _S.PARTIAL}, None),
    _row(_E.ASSIGN, {_S.REOPENED}, _S.ASSIGNED, _G.ONCE_ACCEPTED),
    _row(
        _E.MEDIATE, {_S.ASSIGNED, _S.MEDIATING, _S.PARTIAL}, _S.MEDIATING, _G.NOTICE_SERVED, is_undoable=False
    ),
    _row(
        _E.MEDIATE,
        {_S.REOPENED},
        _S.MEDIATING,
        _G.ONCE_ACCEPTED,
        _G.HAS_MEDIATOR,
        _G.NOTICE_SERVED,
        is_undoable=False,
    ),
    _row(_E.SUSPEND, IN_MEDIATION | {_S.PARTIAL}, _S.SUSPENDED, demands=(_D.REASON,)),
    _row(_E.RESUME, {_S.SUSPENDED}, _S.MEDIATING),
    _row(_E.AGREE, {_S.MEDIATING, _S.PARTIAL}, _S.AGREED, document="agreement", is_undoable=False),
    _row(
        _E.AGREE_ORALLY,
        {_S.MEDIATING, _S.PARTIAL},
        _S.EFFECTIVE,
        _G.NOTHING_WAITS,
        document="oral_register",
        is_undoable=False,
    ),
    _row(_E.VOID_AGREEMENT, {_S.AGREED}, _S.MEDIATING, demands=(_D.REASON,), is_undoable=False),
    _row(_E.TAKE_EFFECT, {_S.AGREED}, _S.EFFECTIVE, is_undoable=False),
    _row(_E.TAKE_EFFECT_IN_PART, {_S.AGREED}, _S.PARTIAL, is_undoable=False),
    _row(
        _E.END_REST,
        {_S.PARTIAL, _S.MEDIATING},
        _S.EFFECTIVE,
        _G.PART_EFFECTIVE,
        _G.NOTHING_WAITS,
        demands=(_D.REASON, _D.ROUTES),
        document="termination",
    ),
    _row(_E.PERFORM, {_S.EFFECTIVE}, _S.PERFORMED),
    _row(
        _E.TERMINATE,
        IN_MEDIATION | {_S.SUSPENDED, _S.AGREED},
        _S.TERMINATED,
        _G.NOTHING_EFFECTIVE,
        demands=(_D.REASON, _D.ROUTES),
        document="termination",
    ),
    _row(
        _E.TERMINATE,
        {_S.REOPENED},
        _S.TERMINATED,
        _G.ONCE_ACCEPTED,
        _G.NOTHING_EFFECTIVE,
        demands=(_D.REASON, _D.ROUTES),
        document="termination",
    ),
    _row(
        _E.REFUSE,
        BEFORE_ACCEPTANCE,
        _S.NOT_ACCEPTED,
        demands=(_D.PARTY,),
        document="non_acceptance",
        is_undoable=False,
    ),
    _row(
        _E.REFUSE,
        IN_MEDIATION | {_S.SUSPENDED},
        _S.TERMINATED,
        *_FREE,
        demands=(_D.PARTY, _D.ROUTES),
        document="termination",
    ),
    _row(
        _E.REFUSE,
        {_S.REOPENED},
        _S.TERMINATED,
        _G.ONCE_ACCEPTED,
        *_FREE,
        demands=(_D.PARTY, _D.ROUTES),
        document="termination",
    ),
    _row(
        _E.WITHDRAW,
        _UNDER_WAY,
        _S.WITHDRAWN,
        *_FREE,
        demands=(_D.PARTY, _D.REASON),
        document="withdrawal",
    ),
    _row(_E.FOLLOW_UP, {_S.PERFORMED, _S.TERMINATED}, _S.FOLLOWED_UP),
    _row(_E.FOLLOW_UP, {_S.REOPENED}, _S.FOLLOWED_UP, _G.ONCE_ACCEPTED),
    _row(_E.CLOSE, _ENDED, _S.CLOSED),
    _row(_E.CLOSE, {_S.REOPENED}, _S.CLOSED, _G.ONCE_ACCEPTED),
    _row(
        _E.ARCHIVE,
        {_S.CLOSED, _S.NOT_ACCEPTED, _S.GUIDED_OUT, _S.WITHDRAWN},
        _S.ARCHIVED,
        _G.NO_OPEN_SESSION,
        _G.NO_DRAFT,
        _G.PAGES_STORED,
    ),
    _row(
        _E.REOPEN,
        {_S.CLOSED, _S.NOT_ACCEPTED, _S.GUIDED_OUT, _S.WITHDRAWN, _S.ARCHIVED},
        _S.REOPENED,
        demands=(_D.REASON, _D.APPROVER),
        roles=_DIRECTOR,
        is_undoable=False,
    ),
    _row(_E.UPGRADE, OPEN_STATES, None, demands=(_D.REASON,)),
    _row(_E.TRANSFER, OPEN_STATES, None, demands=(_D.REASON, _D.RECEIVER), document="transfer"),
    _row(_E.TAKE_BACK, OPEN_STATES, None, _G.HELD_ELSEWHERE, demands=(_D.REASON,)),
    _row(_E.REPORT_TO_POLICE, OPEN_STATES, None, demands=(_D.REASON, _D.RECEIVER)),
    _row(_E.MERGE, _UNDER_WAY, _S.MERGED, *_FREE, demands=(_D.REASON,)),
    _row(_E.TAKE_IN, _UNDER_WAY, None),
    _row(_E.SPLIT, OPEN_STATES, None, demands=(_D.REASON,), is_undoable=False),
)


def transition_for(state: CaseState, event: CaseEvent) -> Transition | None:
    """Find the row of an event from a state, or None where it may not happen."""
    return next((row for row in TRANSITIONS if row.event is event and state in row.sources), None)


def is_allowed(state: CaseState, event: CaseEvent) -> bool:
    """Tell whether an event may happen in a state, guards aside."""
    return transition_for(state, event) is not None


def next_state(state: CaseState, event: CaseEvent) -> CaseState:
    """Give the state an event leads to; RuleRefusal ``case.step_not_allowed`` when it may not happen."""
    return _row_of(state, event).target or state


def entered(case: Case, event: CaseEvent, around: Circumstances | None = None) -> CaseState:
    """Give the state an event leads a case to; refuses with the state's or the first guard's sentence."""
    row = _row_of(case.state, event)
    for guard in row.guards:
        found = refusal(guard, case, around or Circumstances())
        if found is not None:
            raise found
    return row.target or case.state


def is_open_to(case: Case, event: CaseEvent, around: Circumstances | None = None) -> bool:
    """Tell whether an event may happen to a case now, guards included."""
    row = transition_for(case.state, event)
    return row is not None and all(refusal(g, case, around or Circumstances()) is None for g in row.guards)


def pairs(row: Transition) -> Iterator[tuple[CaseEvent, CaseState, CaseState]]:
    """Give every single way a row allows: the event, from where, to where."""
    for source in sorted(row.sources):
        yield row.event, source, row.target or source


def _row_of(state: CaseState, event: CaseEvent) -> Transition:
    row = transition_for(state, event)
    if row is None:
        raise RuleRefusal("case.step_not_allowed", event=event.term, state=state.term)
    return row
