"""What may be done to a case besides its next step: only what is legal now, in the order of its life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.states import CaseEvent, CaseState, is_allowed
from app.domain.duties.next_steps import NextStepKind
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.acceptance import accept_form, decline_form, rights_form
from app.presenters.workspace.forms.agents import agent_form, remove_agent_form
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.assignment import assign_form
from app.presenters.workspace.forms.consent import consent_form
from app.presenters.workspace.forms.details import details_form
from app.presenters.workspace.forms.endings import (
    close_form,
    follow_up_form,
    note_form,
    perform_form,
    terminate_form,
)
from app.presenters.workspace.forms.parties import party_form, remove_party_form
from app.presenters.workspace.forms.periods import (
    extend_form,
    may_extend,
    resume_form,
    suspend_form,
    trigger_form,
)

NOTE, DETAILS, CONSENT, ACCEPT, DECLINE = "note", "details", "consent", "accept", "decline"
RIGHTS, ASSIGN, TERMINATE, PERFORM, FOLLOW_UP, CLOSE = (
    "rights",
    "assign",
    "terminate",
    "perform",
    "follow_up",
    "close",
)
SUSPEND, RESUME, EXTEND, TRIGGER = "suspend", "resume", "extend", "trigger"
PARTY, ADD_PARTY, REMOVE_PARTY = "party", "add_party", "remove_party"
AGENT, ADD_AGENT, REMOVE_AGENT = "agent", "add_agent", "remove_agent"

FORM_OF_STEP: dict[NextStepKind, str] = {
    NextStepKind.ASK_CONSENT: CONSENT,
    NextStepKind.ACCEPT: ACCEPT,
    NextStepKind.DECLINE: DECLINE,
    NextStepKind.ASSIGN: ASSIGN,
    NextStepKind.SERVE_NOTICE: RIGHTS,
    NextStepKind.RESUME: RESUME,
    NextStepKind.TERMINATE: TERMINATE,
    NextStepKind.PERFORM: PERFORM,
    NextStepKind.FOLLOW_UP: FOLLOW_UP,
    NextStepKind.CLOSE: CLOSE,
}
"""The next steps that are one form; the others are done in a pane."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of 更多; ``key`` names its form."""

    key: str
    text: str
    keys: str = ""


def menu(translator: Translator, folder: CaseFolder) -> tuple[MenuEntry, ...]:
    """Give the entries that are legal now."""
    case = folder.case
    say = translator.text
    state = case.state
    is_waiting = state in {CaseState.TRIAGED, CaseState.AWAITING_CONSENT}
    in_mediation = state in {CaseState.ACCEPTED, CaseState.ASSIGNED, CaseState.MEDIATING}
    offered = (
        (NOTE, say("记一笔"), "Ctrl+J", True),
        (DETAILS, say("改案情"), "", case.is_open),
        (ADD_PARTY, say("加当事人"), "", is_waiting or in_mediation),
        (CONSENT, say("征求意见"), "", is_waiting or in_mediation),
        (ACCEPT, say("受理"), "", is_waiting and not case.not_yet_consenting()),
        (RIGHTS, say("告知权利义务"), "", in_mediation),
        (
            ASSIGN,
            say("更换调解员") if case.mediators else say("指派调解员"),
            "",
            is_allowed(state, CaseEvent.ASSIGN),
        ),
        (EXTEND, say("延期"), "", may_extend(folder)),
        (TRIGGER, say("登记起算日"), "", case.is_open and bool(folder.trigger_choices)),
        (SUSPEND, say("中止调解"), "", is_allowed(state, CaseEvent.SUSPEND)),
        (RESUME, say("恢复调解"), "", is_allowed(state, CaseEvent.RESUME)),
        (PERFORM, say("记录履行"), "", is_allowed(state, CaseEvent.PERFORM)),
        (FOLLOW_UP, say("回访"), "", is_allowed(state, CaseEvent.FOLLOW_UP)),
        (CLOSE, say("结案"), "", is_allowed(state, CaseEvent.CLOSE)),
        (DECLINE, say("不予受理"), "", is_allowed(state, CaseEvent.DECLINE)),
        (TERMINATE, say("终止调解"), "", is_allowed(state, CaseEvent.TERMINATE)),
    )
    return tuple(MenuEntry(key, text, keys) for key, text, keys, is_legal in offered if is_legal)


_PLAIN: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    NOTE: note_form,
    DETAILS: details_form,
    CONSENT: consent_form,
    ACCEPT: accept_form,
    DECLINE: decline_form,
    RIGHTS: rights_form,
    ASSIGN: assign_form,
    SUSPEND: suspend_form,
    RESUME: resume_form,
    EXTEND: extend_form,
    TRIGGER: trigger_form,
    TERMINATE: terminate_form,
    PERFORM: perform_form,
    FOLLOW_UP: follow_up_form,
    CLOSE: close_form,
    ADD_PARTY: party_form,
}


def form_of(
    desk: Desk, folder: CaseFolder, key: str, subject: UUID | None = None, part: UUID | None = None
) -> Form:
    """Make a form by its key; ``subject`` is a party, ``part`` one of its agents. Reads roster and lists."""
    if subject is None:
        return _PLAIN[key](desk, folder)
    about: dict[str, Callable[[UUID], Form]] = {
        CONSENT: lambda party: consent_form(desk, folder, party),
        PARTY: lambda party: party_form(desk, folder, party),
        REMOVE_PARTY: lambda party: remove_party_form(desk, folder, party),
        ADD_AGENT: lambda party: agent_form(desk, folder, party),
        AGENT: lambda party: agent_form(desk, folder, party, part),
    }
    if key == REMOVE_AGENT and part is not None:
        return remove_agent_form(desk, folder, subject, part)
    return about[key](subject)
