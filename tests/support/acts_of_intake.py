"""The first start and the intake page, filled in through the window alone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.screens.intake.party_editor import PartyEditor
from app.ui.screens.intake.side_part import SidePart
from tests.support.acts_of_case import CODE, COMMITTEE, COURT, MEDIATOR, RECORDER, VISITOR, CaseActs
from tests.support.published import ToldAgent, ToldDispute, ToldParty
from tests.support.window_driver import ALT, CTRL


class IntakeActs(CaseActs):
    """Sets the committee up and registers what somebody tells."""

    def set_up(self) -> None:
        """Answer the three questions of the first start."""
        w = self.window
        w.begin()
        w.fill("全称（与公章一致）", COMMITTEE)
        w.fill("编号简称", CODE)
        w.fill("层级（如 社区）", "社区")
        w.fill("司法确认的基层人民法院", COURT)
        w.press(Qt.Key.Key_Return, CTRL)
        w.write(MEDIATOR)
        for name in (RECORDER, VISITOR):
            w.click("加一位")
            w.write(name)
        w.press(Qt.Key.Key_Return, CTRL)
        w.click(MEDIATOR)
        w.press(Qt.Key.Key_Return, CTRL)
        w.until(lambda: w.desktop.window is not None, "the window")
        w.widen()

    def register(self, told: ToldDispute) -> None:
        """Fill the intake page and register."""
        w = self.window
        w.press(Qt.Key.Key_F2)
        w.settle()
        w.pick("来源", told.source)
        if told.source_note:
            w.fill("来文", told.source_note)
        self._side("申请人", told.applicants)
        self._side("被申请人", told.respondents)
        w.pick("类型", told.dispute_type)
        for label, text in (("标的（元）", told.amount), ("发生地", told.place), ("诉求", told.requests)):
            if text:
                w.fill(label, text)
        w.fill("经过", told.facts)
        for flag in told.flags:
            w.click(flag)
        w.pick("四调，由本调委会办理", told.channel)
        before = set(self._cases())
        w.press(Qt.Key.Key_Return, CTRL)
        w.until(lambda: set(self._cases()) - before, "the case")
        (self.case_id,) = set(self._cases()) - before
        self.arrive()

    def _cases(self) -> list[UUID]:
        found = self.window.services.lists.search_cases(str(self.window.clock.now().year), 50)
        return [hit.line.id for hit in found]

    def _side(self, name: str, parties: Sequence[ToldParty]) -> None:
        w = self.window
        for place, party in enumerate(parties):
            side = next(
                part for part in w.all(SidePart) if any(e.accessibleName() == name for e in _editors(part))
            )
            if place:
                w.click("加一人", side)
            w.fill("姓名或单位", party.name, side)
            if party.is_organisation:
                w.click("单位", side) if w.has_button("单位", side) else w.press(Qt.Key.Key_O, ALT)
            if party.more or party.sex or party.agent or party.is_representative:
                self._more(side, party)

    def _more(self, side: QWidget, party: ToldParty) -> None:
        w = self.window
        w.press(Qt.Key.Key_M, ALT)
        if party.sex:
            w.pick("性别", party.sex, side)
        for label, text in party.more:
            w.fill(label, text, side)
        if party.is_representative:
            w.click("代表人，为本方发言", side)
        if party.agent is not None:
            self._agent(side, party.agent)

    def _agent(self, side: QWidget, agent: ToldAgent) -> None:
        w = self.window
        w.click("加代理人", side)
        w.pick("身份", agent.kind, side)
        w.fill("代理人姓名", agent.name, side)
        w.fill("与当事人关系", agent.relation, side)
        for words in ("代为承认、变更、放弃请求", "代为参加调解并签署文书"):
            w.click(words, side)


def _editors(part: QWidget) -> list[PartyEditor]:
    return part.findChildren(PartyEditor)
