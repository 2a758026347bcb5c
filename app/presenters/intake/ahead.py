"""What registering will do, said before it is done."""

from __future__ import annotations

from app.domain.disputes.clocks import CaseClock
from app.presenters.desk import Desk
from app.presenters.intake.shown import AheadLine


def ahead_lines(desk: Desk, clocks: tuple[CaseClock, ...]) -> tuple[AheadLine, ...]:
    """List the number, each clock with its last day and arithmetic, and the register entries."""
    text, day = desk.translator.text, desk.formats.day
    lines = [AheadLine(text("取登记号"), text("登记时取号，连号不空"))]
    for clock in clocks:
        detail = clock.explanation
        if not clock.is_verified and "未核实" not in detail:
            detail = text("{detail}（未核实）", detail=detail)
        kind = text(clock.kind.term)
        lines.append(AheadLine(text("{kind}：{day} 到期", kind=kind, day=day(clock.last_day)), detail))
    lines.append(AheadLine(text("记入当事人名册"), text("已关联的不重复记入")))
    return tuple(lines)
