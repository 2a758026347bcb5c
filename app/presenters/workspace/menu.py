"""What may be done to a case besides its next step: only what is legal now, in the order of its life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.channels.papers import has_paper
from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.states import IN_MEDIATION, CaseEvent, CaseState
from app.domain.duties.next_steps import NextStepKind
from app.domain.filing.kinds import DocumentKind
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.watch.acts import WatchAct
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.acceptance import accept_form, decline_form, rights_form
from app.presenters.workspace.forms.agents import agent_form, remove_agent_form
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.assignment import assign_form
from app.presenters.workspace.forms.bridges.menu import (
    BRIDGE_FORMS,
    EXPORT,
    HAND_IN_TRAFFIC,
    TRAFFIC,
    bridge_entries,
)
from app.presenters.workspace.forms.consent import consent_form
from app.presenters.workspace.forms.course.handling import risk_form, share_form, triage_form
from app.presenters.workspace.forms.course.investigation import investigation_form
from app.presenters.workspace.forms.course.levels import raise_form
from app.presenters.workspace.forms.course.recusal import disclose_form, recusal_form
from app.presenters.workspace.forms.details import details_form
from app.presenters.workspace.forms.endings import (
    close_form,
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
    OVER,
    RECEIVE,
    REFER,
)
from app.presenters.workspace.forms.parties import party_form, remove_party_form
from app.presenters.workspace.forms.performance.menu import (
    KEYS,
    RECEIPT,
    performance_entries,
    performance_form,
)
from app.presenters.workspace.forms.periods import (
    extend_form,
    may_extend,
    resume_form,
    suspend_form,
    trigger_form,
)
from app.presenters.workspace.forms.turns.linked import unrelate_form
from app.presenters.workspace.turn_menu import (
    ARCHIVE,
    END_REST,
    TURN_FORMS,
    UNRELATE,
    circumstances_of,
    turn_entries,
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
RAISE = "raise"
DISCLOSE, RECUSE, INVESTIGATE = "disclose", "recuse", "investigate"
TRIAGE, RISK, SHARE = "triage", "risk", "share"
SCHEDULE = "schedule"
"""No form of the workspace: an appointment is asked for in a window of the calendar."""
BETWEEN = 2
"""The section of what goes to other organs."""
ENDINGS = 4
"""The section of the ways out."""
PARTY, ADD_PARTY, REMOVE_PARTY = "party", "add_party", "remove_party"
AGENT, ADD_AGENT, REMOVE_AGENT = "agent", "add_agent", "remove_agent"

WATCHED: dict[str, WatchAct] = {f"watch:{act.value}": act for act in WatchAct}
"""The acts of 督办 and 吹哨; their forms are those of the page 督办."""
EXPORT_SECURITY = EXPORT
"""No form either: it asks for a place to write to."""
SUPERVISE, BLOW = f"watch:{WatchAct.SUPERVISE.value}", f"watch:{WatchAct.BLOW.value}"

FORM_OF_STEP: dict[NextStepKind, str] = {
    NextStepKind.TRIAGE: TRIAGE,
    NextStepKind.ASK_CONSENT: CONSENT,
    NextStepKind.ACCEPT: ACCEPT,
    NextStepKind.DECLINE: DECLINE,
    NextStepKind.ASSIGN: ASSIGN,
    NextStepKind.SERVE_NOTICE: RIGHTS,
    NextStepKind.RESUME: RESUME,
    NextStepKind.TERMINATE: TERMINATE,
    NextStepKind.RECORD_PERFORMANCE: RECEIPT,
    NextStepKind.PERFORM: PERFORM,
    NextStepKind.ASK_TRAFFIC_POLICE: TRAFFIC,
    NextStepKind.HAND_IN_REQUEST: HAND_IN_TRAFFIC,
    NextStepKind.FOLLOW_UP: FOLLOW_UP,
    NextStepKind.CLOSE: CLOSE,
    NextStepKind.END_REST: END_REST,
    NextStepKind.ARCHIVE: ARCHIVE,
}
"""The next steps that are one form; the others are done in a pane."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of 更多; ``key`` names its form, a line parts the sections."""

    key: str
    text: str
    keys: str = ""
    section: int = 0


def menu(translator: Translator, folder: CaseFolder) -> tuple[MenuEntry, ...]:
    """Give the entries that are legal now."""
    case = folder.case
    say = translator.text
    is_undecided = case.state is CaseState.REOPENED and case.accepted_on is None
    is_waiting = case.state in {CaseState.TRIAGED, CaseState.AWAITING_CONSENT} or is_undecided
    in_mediation = case.state in IN_MEDIATION | {CaseState.PARTIAL, CaseState.REOPENED}
    around = circumstances_of(folder)

    def may(event: CaseEvent) -> bool:
        return is_open_to(case, event, around)

    offered = (
        (NOTE, say("记一笔"), "Ctrl+J", True),
        (SCHEDULE, say("约定时间"), "F6", case.is_open),
        (DETAILS, say("改案情"), "", case.is_open),
        (TRIAGE, say("重新分流"), "", is_waiting),
        (RISK, say("排除风险情形"), "", case.is_open),
        (SHARE, say("联合调解"), "", is_waiting or in_mediation),
        (ADD_PARTY, say("加当事人"), "", is_waiting or in_mediation),
        (CONSENT, say("征求意见"), "", is_waiting or in_mediation),
        (ACCEPT, say("受理"), "", may(CaseEvent.ACCEPT)),
        (RIGHTS, say("告知权利义务"), "", in_mediation and case.accepted_on is not None),
        (ASSIGN, say("更换调解员") if case.mediators else say("指派调解员"), "", may(CaseEvent.ASSIGN)),
        (EXTEND, say("延期"), "", may_extend(folder)),
        (TRIGGER, say("登记起算日"), "", case.is_open and bool(folder.trigger_choices)),
        (SUSPEND, say("中止调解"), "", may(CaseEvent.SUSPEND)),
        (RESUME, say("恢复调解"), "", may(CaseEvent.RESUME)),
        (RAISE, say("升级"), "", case.is_open and case.level is not None and bool(case.level.next_name)),
        (DISCLOSE, say("披露关系"), "", in_mediation),
        (INVESTIGATE, say("调查记录"), "", in_mediation and _investigates(folder)),
        (RECUSE, say("回避"), "", bool(case.mediators) and may(CaseEvent.ASSIGN)),
        *performance_entries(translator, folder),
        (PERFORM, say("履行完毕"), "", may(CaseEvent.PERFORM)),
        (CLOSE, say("结案"), "", may(CaseEvent.CLOSE)),
        (SUPERVISE, say("督办"), "F7", case.is_open),
        (BLOW, say("吹哨"), "Shift+F7", case.is_open),
    )
    endings = (
        (DECLINE, say("不予受理"), may(CaseEvent.DECLINE)),
        (TERMINATE, say("终止调解"), may(CaseEvent.TERMINATE)),
    )
    entries = [MenuEntry(key, text, keys) for key, text, keys, is_legal in offered if is_legal]
    entries += [MenuEntry(*turn) for turn in turn_entries(translator, folder)]
    entries += _between_organs(translator, folder)
    entries += [MenuEntry(key, words, section=BETWEEN) for key, words in bridge_entries(translator, folder)]
    entries += [MenuEntry(key, text, section=ENDINGS) for key, text, is_legal in endings if is_legal]
    return tuple(sorted(entries, key=lambda entry: entry.section))


def _investigates(folder: CaseFolder) -> bool:
    return has_paper(folder.channel, DocumentKind.INVESTIGATION_RECORD)


def _between_organs(translator: Translator, folder: CaseFolder) -> tuple[MenuEntry, ...]:
    """Offer what passes between organs until the case is over; an order is owed its reply even then."""
    say = translator.text
    waiting = [order for order in folder.dealings.orders if order.replied_on is None]
    replies = (MenuEntry(ANSWER, say("回复工单"), section=BETWEEN),) if waiting else ()
    if folder.case.state in OVER:
        return replies
    new = ((REFER, "移送对接"), (GUIDE, "引导服务"), (RECEIVE, "登记来件"), (ORDER, "登记工单"))
    return (*replies, *(MenuEntry(key, say(words), section=BETWEEN) for key, words in new))


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
    RAISE: raise_form,
    DISCLOSE: disclose_form,
    RECUSE: recusal_form,
    INVESTIGATE: investigation_form,
    TRIAGE: triage_form,
    RISK: risk_form,
    SHARE: share_form,
    TERMINATE: terminate_form,
    PERFORM: perform_form,
    CLOSE: close_form,
    ADD_PARTY: party_form,
    **BRIDGE_FORMS,
    **NEW_LINK_FORMS,
    **TURN_FORMS,
}


def form_of(
    desk: Desk, folder: CaseFolder, key: str, subject: UUID | None = None, part: UUID | None = None
) -> Form:
    """Make a form by its key; ``subject`` is a party or link, ``part`` an agent. Reads lists.

    Forms of performance have subjects of their own: an item, a receipt, an urging, an agreement, a visit.
    """
    if key in KEYS:
        return performance_form(desk, folder, key, subject)
    if subject is None:
        return _PLAIN[key](desk, folder)
    about: dict[str, Callable[[UUID], Form]] = {
        CONSENT: lambda party: consent_form(desk, folder, party),
        PARTY: lambda party: party_form(desk, folder, party),
        UNRELATE: lambda link: unrelate_form(desk, folder, link),
        REMOVE_PARTY: lambda party: remove_party_form(desk, folder, party),
        ADD_AGENT: lambda party: agent_form(desk, folder, party),
        AGENT: lambda party: agent_form(desk, folder, party, part),
    }
    if key in LINK_FORMS:
        return LINK_FORMS[key](desk, folder, subject)
    if key == REMOVE_AGENT and part is not None:
        return remove_agent_form(desk, folder, subject, part)
    return about[key](subject)
