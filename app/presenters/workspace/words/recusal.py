"""What the overview says about the mediators of a case: relations found, disclosed, and who stepped back."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.recusal.findings import ConflictStrength
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.cards import Line
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.course.recusal import finding_words

_TONES = {
    ConflictStrength.MUST_RECUSE: "err",
    ConflictStrength.DISCLOSE: "warn",
    ConflictStrength.VERIFY: "text2",
}


def recusal_lines(desk: Desk, folder: CaseFolder) -> Iterator[Line]:
    """Give findings about those who mediate now, then disclosures, former mediators and requests."""
    case, say, day = folder.case, desk.translator.text, desk.formats.day
    for finding in folder.conflicts:
        words = finding_words(desk.translator, finding)
        if case.is_waived(finding.staff_id):
            yield Line(finding.staff_name, say("{words}；已披露，各方接受", words=words), "text2")
        else:
            yield Line(finding.staff_name, words, _TONES[finding.strength])
    for disclosure in case.disclosures:
        names = {party.id: party.name for party in case.parties}
        accepting = "、".join(names[id_] for id_ in disclosure.accepting if id_ in names)
        objecting = "、".join(names[id_] for id_ in disclosure.objecting if id_ in names)
        told = _joined(
            disclosure.staff_name,
            disclosure.what,
            say("{names} 接受", names=accepting) if accepting else "",
            say("{names} 不接受", names=objecting) if objecting else "",
            day(disclosure.disclosed_on),
        )
        yield Line(say("披露"), told)
    for former in case.former_mediators:
        served = say("{begin} 至 {end}", begin=day(former.assigned_on), end=day(former.ended_on))
        yield Line(say("曾任"), _joined(former.name, say(former.role.term), served, former.reason))
    for request in case.recusals:
        asked = say("{name} 提出", name=request.asked_by_name)
        decided = say("{name} 决定", name=request.decided_by)
        successor = say("由 {name} 接替", name=request.replaced_by_name)
        yield Line(say("回避"), _joined(request.staff_name, asked, decided, successor))


def _joined(*parts: str) -> str:
    return GAP.join(part for part in parts if part)
