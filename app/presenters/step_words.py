"""The next step of a case as the one filled button: its verb, its icon and where it is done."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.duties.next_steps import NextStep, NextStepKind
from app.i18n.translator import Translator
from app.presenters.navigation import TAB_AGREEMENT, TAB_OVERVIEW, TAB_PERFORMANCE, TAB_SESSIONS

_WHERE: dict[NextStepKind, str] = {
    NextStepKind.SCHEDULE: TAB_SESSIONS,
    NextStepKind.MEDIATE: TAB_SESSIONS,
    NextStepKind.RECORD: TAB_SESSIONS,
    NextStepKind.DRAFT: TAB_AGREEMENT,
    NextStepKind.ISSUE: TAB_AGREEMENT,
    NextStepKind.SIGN: TAB_AGREEMENT,
    NextStepKind.RECORD_PERFORMANCE: TAB_PERFORMANCE,
    NextStepKind.PERFORM: TAB_PERFORMANCE,
}
_ICONS: dict[NextStepKind, str] = {
    NextStepKind.TRIAGE: "route",
    NextStepKind.ASK_CONSENT: "phone",
    NextStepKind.ACCEPT: "check",
    NextStepKind.DECLINE: "x",
    NextStepKind.ASSIGN: "users",
    NextStepKind.SERVE_NOTICE: "scales",
    NextStepKind.SCHEDULE: "calendar",
    NextStepKind.MEDIATE: "talk",
    NextStepKind.RESUME: "revisit",
    NextStepKind.RECORD: "register",
    NextStepKind.DRAFT: "doc",
    NextStepKind.ISSUE: "sign",
    NextStepKind.SIGN: "sign",
    NextStepKind.TERMINATE: "stop",
    NextStepKind.END_REST: "stop",
    NextStepKind.RECORD_PERFORMANCE: "yuan",
    NextStepKind.PERFORM: "check",
    NextStepKind.ASK_TRAFFIC_POLICE: "shield",
    NextStepKind.HAND_IN_REQUEST: "shield",
    NextStepKind.FOLLOW_UP: "revisit",
    NextStepKind.CLOSE: "archive",
    NextStepKind.ARCHIVE: "archive",
    NextStepKind.NOTHING: "folder",
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """The verb and icon of the button, the tab of the workspace, and whether pressing starts the step."""

    text: str
    icon: str
    tab: str
    acts: bool


def step_words(translator: Translator, step: NextStep) -> StepWords:
    """Word a step; a case in which nothing is left to do can still be looked at."""
    return StepWords(
        text=translator.text(step.kind.term),
        icon=_ICONS[step.kind],
        tab=_WHERE.get(step.kind, TAB_OVERVIEW),
        acts=step.kind is not NextStepKind.NOTHING,
    )
