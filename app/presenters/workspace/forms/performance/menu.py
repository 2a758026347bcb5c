"""The forms of performance by their keys, and which of them 更多 offers now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from app.domain.disputes.lifecycle.transitions import is_allowed
from app.domain.disputes.states import IN_EFFECT, CaseEvent, CaseState
from app.domain.settlements.legal_actions import LegalActionKind
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.court.applications import (
    confirmable,
    confirmation_pack_form,
    enforceable,
    enforcement_pack_form,
)
from app.presenters.workspace.forms.performance.actions import (
    action_back_form,
    action_form,
    for_kind,
    outcome_form,
)
from app.presenters.workspace.forms.performance.changing import arrange_form, reverse_form
from app.presenters.workspace.forms.performance.court import court_form, may_go_to_court
from app.presenters.workspace.forms.performance.court_steps import step_back_form
from app.presenters.workspace.forms.performance.parts import open_items
from app.presenters.workspace.forms.performance.receiving import receipt_form
from app.presenters.workspace.forms.performance.urging import answer_form, urge_form
from app.presenters.workspace.forms.performance.visits import drop_visit_form, plan_visit_form, visit_form

RECEIPT, URGE, ARRANGE, COURT = "receipt", "urge", "arrange", "court"
PLAN_VISIT, VISIT, FOLLOW_UP = "plan_visit", "visit", "follow_up"
REVERSE, ANSWER, DROP_VISIT = "reverse", "answer", "drop_visit"
COURT_BACK, ACTION, ACTION_RESULT, ACTION_BACK = "court_back", "action", "action_result", "action_back"
CONFIRMATION_PACK, ENFORCEMENT_PACK = "confirmation_pack", "enforcement_pack"
ACTION_OF = {kind: f"{ACTION}:{kind.value}" for kind in LegalActionKind}
"""The form of each way that a party may take, its kind chosen already."""
RECEIPT_KEYS = "Ctrl+Shift+Y"

_PLAIN: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    RECEIPT: receipt_form,
    URGE: urge_form,
    ARRANGE: arrange_form,
    COURT: court_form,
    ACTION: action_form,
    CONFIRMATION_PACK: confirmation_pack_form,
    ENFORCEMENT_PACK: enforcement_pack_form,
    PLAN_VISIT: plan_visit_form,
    VISIT: visit_form,
    FOLLOW_UP: visit_form,
}
_ABOUT: dict[str, Callable[[Desk, CaseFolder, UUID], Form]] = {
    RECEIPT: receipt_form,
    URGE: urge_form,
    ARRANGE: arrange_form,
    COURT: court_form,
    VISIT: visit_form,
    REVERSE: reverse_form,
    ANSWER: answer_form,
    DROP_VISIT: drop_visit_form,
    COURT_BACK: step_back_form,
    CONFIRMATION_PACK: confirmation_pack_form,
    ENFORCEMENT_PACK: enforcement_pack_form,
    ACTION_RESULT: outcome_form,
    ACTION_BACK: action_back_form,
    **{key: for_kind(kind) for kind, key in ACTION_OF.items()},
}
KEYS = frozenset({*_PLAIN, *_ABOUT})


def performance_form(desk: Desk, folder: CaseFolder, key: str, subject: UUID | None) -> Form:
    """Make a form; ``subject`` is the item, receipt, urging, agreement, action or visit it is about."""
    return _PLAIN[key](desk, folder) if subject is None else _ABOUT[key](desk, folder, subject)


def performance_entries(translator: Translator, folder: CaseFolder) -> Iterator[tuple[str, str, str, bool]]:
    """Give the entries of 更多 with whether each is legal now."""
    say, state = translator.text, folder.case.state
    is_running = state in IN_EFFECT and folder.case.effective_on is not None
    has_open = is_running and bool(open_items(folder))
    has_ended = state in {CaseState.PERFORMED, CaseState.TERMINATED, CaseState.FOLLOWED_UP}
    yield RECEIPT, say("记录履行"), RECEIPT_KEYS, has_open
    yield URGE, say("催告"), "", has_open
    yield ARRANGE, say("免除或另行约定"), "", has_open
    yield CONFIRMATION_PACK, say("出具司法确认申请书"), "", is_running and bool(confirmable(folder))
    yield COURT, say("记录司法确认"), "", folder.case.is_open and may_go_to_court(folder)
    yield ENFORCEMENT_PACK, say("出具强制执行申请书"), "", has_open and bool(enforceable(folder))
    yield ACTION, say("记录执行、支付令、起诉"), "", has_open and bool(folder.agreements)
    is_step = is_allowed(state, CaseEvent.FOLLOW_UP)
    yield PLAN_VISIT, say("安排回访"), "", is_running or has_ended
    yield FOLLOW_UP, say("回访"), "", is_step
    yield VISIT, say("回访"), "", not is_step and (is_running or _waits(folder))


def _waits(folder: CaseFolder) -> bool:
    return any(visit.is_waiting for visit in folder.performance.visits)
