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
from app.presenters.workspace.forms.links.registry import (
    ANSWER,
    GUIDE,
    LINK_FORMS,
    NEW_LINK_FORMS,
    ORDER,
    RECEIVE,
    REFER,
)
from app.presenters.workspace.forms.parties import party_form, remove_party_form

NOTE, DETAILS, CONSENT, ACCEPT, DECLINE = "note", "details", "consent", "accept", "decline"
RIGHTS, ASSIGN, TERMINATE, PERFORM, FOLLOW_UP, CLOSE = (
    "rights",
    "assign",
    "terminate",
    "perform",
    "follow_up",
    "close",
)
PARTY, ADD_PARTY, REMOVE_PARTY = "party", "add_party", "remove_party"
AGENT, ADD_AGENT, REMOVE_AGENT = "agent", "add_agent", "remove_agent"

FORM_OF_STEP: dict[NextStepKind, str] = {
    NextStepKind.ASK_CONSENT: CONSENT,
    NextStepKind.ACCEPT: ACCEPT,
    NextStepKind.DECLINE: DECLINE,
    NextStepKind.ASSIGN: ASSIGN,
    NextStepKind.SERVE_NOTICE: RIGHTS,
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
        (PERFORM, say("记录履行"), "", is_allowed(state, CaseEvent.PERFORM)),
        (FOLLOW_UP, say("回访"), "", is_allowed(state, CaseEvent.FOLLOW_UP)),
        (CLOSE, say("结案"), "", is_allowed(state, CaseEvent.CLOSE)),
        (DECLINE, say("不予受理"), "", is_allowed(state, CaseEvent.DECLINE)),
        (TERMINATE, say("终止调解"), "", is_allowed(state, CaseEvent.TERMINATE)),
    )
    entries = tuple(MenuEntry(key, text, keys) for key, text, keys, is_legal in offered if is_legal)
    return (*entries, *_between_organs(translator, folder))


def _between_organs(translator: Translator, folder: CaseFolder) -> tuple[MenuEntry, ...]:
    """Offer what passes between organs until the case is closed; an order is owed its reply even then."""
    say = translator.text
    waiting = [order for order in folder.links.orders if order.replied_on is None]
    replies = (MenuEntry(ANSWER, say("回复工单")),) if waiting else ()
    if folder.case.state is CaseState.CLOSED:
        return replies
    new = ((REFER, "移送对接"), (GUIDE, "引导服务"), (RECEIVE, "登记来件"), (ORDER, "登记工单"))
    return (*replies, *(MenuEntry(key, say(words)) for key, words in new))


_PLAIN: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    NOTE: note_form,
    DETAILS: details_form,
    CONSENT: consent_form,
    ACCEPT: accept_form,
    DECLINE: decline_form,
    RIGHTS: rights_form,
    ASSIGN: assign_form,
    TERMINATE: terminate_form,
    PERFORM: perform_form,
    FOLLOW_UP: follow_up_form,
    CLOSE: close_form,
    ADD_PARTY: party_form,
    **NEW_LINK_FORMS,
}


def form_of(
    desk: Desk, folder: CaseFolder, key: str, subject: UUID | None = None, part: UUID | None = None
) -> Form:
    """Make a form by its key; ``subject`` is a party or link, ``part`` an agent. Reads lists."""
    if subject is None:
        return _PLAIN[key](desk, folder)
    about: dict[str, Callable[[UUID], Form]] = {
        CONSENT: lambda party: consent_form(desk, folder, party),
        PARTY: lambda party: party_form(desk, folder, party),
        REMOVE_PARTY: lambda party: remove_party_form(desk, folder, party),
        ADD_AGENT: lambda party: agent_form(desk, folder, party),
        AGENT: lambda party: agent_form(desk, folder, party, part),
    }
    if key in LINK_FORMS:
        return LINK_FORMS[key](desk, folder, subject)
    if key == REMOVE_AGENT and part is not None:
        return remove_agent_form(desk, folder, subject, part)
    return about[key](subject)
