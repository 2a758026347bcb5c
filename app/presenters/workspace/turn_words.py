"""What happened to a case beside its steps, and what it is linked to, as cards of the overview."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.lifecycle.links import LinkedCase, LinkKind
from app.domain.disputes.side_steps import asks_for_a_report
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.turn_menu import OPEN_CASE, REPORT, UNRELATE


class TurnWords:
    """Words the cards 关联案件 and 变动 for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text

    def cards(self, folder: CaseFolder) -> tuple[OverviewCard, ...]:
        """Give the cards that have something to say."""
        found = []
        if folder.links:
            lines = tuple(self._link(linked) for linked in folder.links)
            found.append(OverviewCard(key="links", title=self._say("关联案件"), lines=lines))
        lines = tuple(self._turns(folder))
        is_asked = asks_for_a_report(folder.case)
        acts = (CardAct(REPORT, self._say("报告公安机关")),) if is_asked else ()
        if lines:
            found.append(OverviewCard(key="turns", title=self._say("变动"), lines=lines, acts=acts))
        return tuple(found)

    def _link(self, linked: LinkedCase) -> Line:
        say = self._say
        label = say(linked.link.kind.term)
        parts = (linked.intake_number, linked.title, say(linked.state.term), linked.link.reason)
        acts = [CardAct(OPEN_CASE, say("打开 {number}", number=linked.intake_number), linked.case_id)]
        if linked.link.kind is LinkKind.RELATED:
            acts.append(CardAct(UNRELATE, say("取消关联"), linked.link.id))
        where = self._where(linked)
        return Line(
            GAP.join(part for part in (label, where) if part),
            GAP.join(part for part in parts if part),
            acts=tuple(acts),
        )

    def _where(self, linked: LinkedCase) -> str:
        """Say on which side of the link the other case stands."""
        say, kind = self._say, linked.link.kind
        if kind is LinkKind.RELATED:
            return ""
        if kind is LinkKind.MERGED:
            return say("并入") if linked.is_origin else say("并来")
        return say("原案") if linked.is_origin else say("新案")

    def _turns(self, folder: CaseFolder) -> Iterator[Line]:
        case, say, day = folder.case, self._say, self._desk.formats.day
        if asks_for_a_report(case):
            told = say("风险极高或有过激言行，考虑报告公安机关（人民调解法第二十五条）")
            yield Line(say("建议"), in_law_of(folder.channel, told), "warn")
        for raised in case.escalations:
            told = say(
                "{from_tier}、{from_risk} → {to_tier}、{to_risk}",
                from_tier=raised.from_tier or "—",
                from_risk=say(raised.from_risk.term),
                to_tier=raised.to_tier or "—",
                to_risk=say(raised.to_risk.term),
            )
            yield Line(say("升级"), GAP.join((day(raised.on), told, raised.reason)))
        for handed in case.transfers:
            label = say("移交") if handed.receiver else say("收回")
            parts = (day(handed.on), handed.receiver, handed.reason, "、".join(handed.papers))
            yield Line(label, GAP.join(part for part in parts if part))
        for report in case.police_reports:
            moment = self._desk.formats.moment(report.at)
            told_of = (moment, report.receiver, report.told, report.measures, report.document)
            yield Line(say("报告"), GAP.join(part for part in told_of if part))
        yield from self._ends(folder)

    def _ends(self, folder: CaseFolder) -> Iterator[Line]:
        case, say, day = folder.case, self._say, self._desk.formats.day
        for oral in folder.oral_agreements:
            yield Line(say("口头协议"), GAP.join((day(oral.reached_on), oral.number, oral.terms)))
        for agreement in folder.agreements:
            if agreement.left_open:
                yield Line(say("留待处理"), agreement.left_open)
        for told in case.hand_overs:
            parts = (day(told.told_on), say(told.route.term), told.organ, "、".join(told.papers))
            yield Line(say("已告知途径"), GAP.join(part for part in parts if part))
        for left in case.departures:
            how = (day(left.on), left.party_name, left.reason)
            yield Line(say(left.state.term), GAP.join(part for part in how if part))
        for again in case.reopenings:
            former = say("原{state} {ending}", state=say(again.from_state.term), ending=again.ending)
            approved = say("批准人 {name}", name=again.approver)
            yield Line(say("重新办理"), GAP.join((day(again.on), again.reason, approved, former.strip())))
