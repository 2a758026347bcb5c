"""The bridges to the police by their keys, and which of them 更多 offers now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.bridges.security import may_apply_for_recognition
from app.domain.filing.kinds import DocumentKind
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.bridges.handing_in import (
    hand_in_form,
    handed_in,
    standing,
    take_back_form,
)
from app.presenters.workspace.forms.bridges.security import security_form
from app.presenters.workspace.forms.bridges.traffic import traffic_form

SECURITY, TRAFFIC = "security_application", "traffic_request"
EXPORT = "security_export"
"""No form: it asks for a place to write to."""

HAND_IN_SECURITY, HAND_IN_TRAFFIC = "hand_in_security", "hand_in_traffic"
SECURITY_BACK, TRAFFIC_BACK = "hand_in_security_back", "hand_in_traffic_back"

BRIDGE_FORMS: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    SECURITY: security_form,
    TRAFFIC: traffic_form,
    HAND_IN_SECURITY: lambda desk, folder: hand_in_form(desk, folder, DocumentKind.SECURITY_APPLICATION),
    HAND_IN_TRAFFIC: lambda desk, folder: hand_in_form(desk, folder, DocumentKind.TRAFFIC_REQUEST),
    SECURITY_BACK: lambda desk, folder: take_back_form(desk, folder, DocumentKind.SECURITY_APPLICATION),
    TRAFFIC_BACK: lambda desk, folder: take_back_form(desk, folder, DocumentKind.TRAFFIC_REQUEST),
}


def traffic_clock_of(folder: CaseFolder) -> CaseClock | None:
    """Give D-09 while it runs."""
    return next((clock for clock in folder.clocks if clock.kind is ClockKind.POLICE_REQUEST), None)


def bridge_entries(translator: Translator, folder: CaseFolder) -> Iterator[tuple[str, str]]:
    """Give key and words of each entry that is legal now."""
    say = translator.text
    has_applied = standing(folder, DocumentKind.SECURITY_APPLICATION) is not None
    if not has_applied and may_apply_for_recognition(folder.case, folder.dealings):
        yield SECURITY, say("治安案件共同书面申请")
    if has_applied:
        yield EXPORT, say("导出治安材料")
        is_in = handed_in(folder, DocumentKind.SECURITY_APPLICATION) is not None
        yield (SECURITY_BACK, say("撤销递交记录")) if is_in else (HAND_IN_SECURITY, say("记录递交"))
    if standing(folder, DocumentKind.TRAFFIC_REQUEST) is not None:
        is_in = handed_in(folder, DocumentKind.TRAFFIC_REQUEST) is not None
        yield (TRAFFIC_BACK, say("撤销递交记录")) if is_in else (HAND_IN_TRAFFIC, say("记录递交"))
    elif traffic_clock_of(folder) is not None:
        yield TRAFFIC, say("共同申请交警调解")
