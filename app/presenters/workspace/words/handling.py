"""What the overview says about how a case is handled: where it was sent, risks, modes, joint mediation."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.risk.scales import scale_in_force
from app.domain.disputes.sources import RiskLevel
from app.domain.values.days.moments import local_day
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.triage.scale_words import level_words
from app.presenters.workspace.cards import Line
from app.presenters.workspace.folder import CaseFolder


def handling_lines(desk: Desk, folder: CaseFolder) -> Iterator[Line]:
    """Give standing warnings with what each demands, then what was set aside, decided and shared."""
    case, say = folder.case, desk.translator.text
    scale = scale_in_force(folder.risk_scale, desk.services.risk_scales.shipped)
    graded = level_words(desk.translator, scale, case.risk)
    if graded:
        yield Line(say("风险分级"), graded, "err" if case.risk is RiskLevel.VERY_HIGH else "text")
    aside = {entry.code for entry in case.risk_dismissals}
    for found in desk.services.triage.risks_of_case(case) if case.is_open else ():
        if found.trigger.code not in aside:
            told = say(
                "{name}（{words}）：{demand}",
                name=say(found.trigger.name),
                words="、".join(found.told),
                demand=say(found.trigger.demand.term),
            )
            yield Line(say("风险情形"), told, "err")
    for dismissal in case.risk_dismissals:
        told = _joined(say(dismissal.name), dismissal.reason, dismissal.dismissed_by)
        yield Line(say("已排除"), told, "text2")
    for decision in case.triages:
        yield Line(say("分流"), _decided(desk, decision))
    if case.handling_mode:
        yield Line(say("处理方式"), say(case.handling_mode.term))
    for unit in case.co_organisations:
        yield Line(say("协同单位"), _joined(unit.name, unit.duty, unit.contact, unit.phone))


def _decided(desk: Desk, decision: TriageDecision) -> str:
    say = desk.translator.text
    how = say("按建议") if decision.is_as_advised and decision.advised_unit else ""
    if decision.override_reason:
        how = say("建议{unit}，改派：{reason}", unit=decision.advised_unit, reason=decision.override_reason)
    day = desk.formats.day(local_day(decision.decided_at))
    return _joined(decision.unit_name, say(decision.channel.term), how, day)


def _joined(*parts: str) -> str:
    return GAP.join(part for part in parts if part)
