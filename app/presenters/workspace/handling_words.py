"""What the overview says about how a case is handled: where it was sent, risks, modes, joint mediation."""

from __future__ import annotations

from app.domain.disputes.risk.grading import RiskFinding
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder

Told = tuple[str, str, str]
"""Label, value and tone of one line."""


def handling_lines(desk: Desk, folder: CaseFolder, found: tuple[RiskFinding, ...]) -> tuple[Told, ...]:
    """Give the lines: standing warnings first, with what each demands."""
    case, say = folder.case, desk.translator.text
    aside = {entry.code for entry in case.risk_dismissals}
    risks = [
        (
            say("风险情形"),
            say(
                "{name}（{words}）：{demand}",
                name=say(one.trigger.name),
                words="、".join(one.told),
                demand=say(one.trigger.demand.term),
            ),
            "err",
        )
        for one in found
        if one.trigger.code not in aside and case.is_open
    ]
    dismissed = [
        (say("已排除"), GAP.join((say(d.name), d.reason, d.dismissed_by)), "text2")
        for d in case.risk_dismissals
    ]
    sent = [
        (
            say("分流"),
            GAP.join(
                part
                for part in (
                    d.unit_name,
                    say(d.channel.term),
                    say("按建议") if d.is_as_advised and d.advised_unit else "",
                    say("建议{unit}，改派：{reason}", unit=d.advised_unit, reason=d.override_reason)
                    if d.override_reason
                    else "",
                    desk.formats.day(d.decided_at.date()),
                )
                if part
            ),
            "text",
        )
        for d in case.triages
    ]
    mode = [(say("处理方式"), say(case.handling_mode.term), "text")] if case.handling_mode else []
    shared = [
        (say("协同单位"), GAP.join(part for part in (u.name, u.duty, u.contact, u.phone) if part), "text")
        for u in case.co_organisations
    ]
    return (*risks, *dismissed, *sent, *mode, *shared)
