"""What parties did about an agreement that is not kept, in words, with what it does to the periods."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.clocks import ClockKind
from app.domain.settlements.legal_actions import LegalAction, LegalActionKind, enforcement_of
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.performance.menu import ACTION_BACK, ACTION_RESULT
from app.presenters.workspace.performance.cards import PlanCard, PlanRow, RowAct


class ActionWords:
    """Words 执行、支付令、起诉 for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text

    def cards(self, folder: CaseFolder) -> Iterator[PlanCard]:
        """Give the card of a case in which somebody took such a way."""
        actions = folder.performance.actions
        if actions:
            yield PlanCard(
                key="legal-actions",
                title=self._say("执行、支付令、诉讼"),
                rows=tuple(self._row(folder, action) for action in reversed(actions)),
            )

    def _row(self, folder: CaseFolder, action: LegalAction) -> PlanRow:
        say, day = self._say, self._desk.formats.day
        names = "、".join(p.name for p in folder.case.parties if p.id in action.applicant_ids)
        head = say(
            "{day} 向{organ}{kind}",
            day=day(action.applied_on),
            organ=action.organ,
            kind=say(action.kind.term),
        )
        void = say("记错，已撤销：{reason}", reason=action.void_reason) if action.void_reason else ""
        more = (names, action.number, self._result(action), self._effect(folder, action), action.note, void)
        return PlanRow(
            key=str(action.id),
            text=head,
            second=GAP.join(part for part in more if part),
            mark=self._mark(action),
            acts=tuple(self._acts(action)),
            is_struck=bool(action.void_reason),
        )

    def _acts(self, action: LegalAction) -> Iterator[RowAct]:
        if action.may_end:
            yield RowAct(ACTION_RESULT, self._say("记录结果"), action.id)
        if not action.void_reason:
            yield RowAct(ACTION_BACK, self._say("记错了，撤销"), action.id)

    def _mark(self, action: LegalAction) -> tuple[str, str] | None:
        if action.void_reason:
            return None
        if action.result is None:
            return "warn", self._say("等待结果")
        return "info" if action.counts else "neutral", self._say(action.result.term)

    def _result(self, action: LegalAction) -> str:
        if action.result is None or action.decided_on is None:
            return ""
        day = self._desk.formats.day(action.decided_on)
        parts = (day, self._say(action.result.term), action.result_number, action.ground)
        return GAP.join(part for part in parts if part)

    def _effect(self, folder: CaseFolder, action: LegalAction) -> str:
        """Say that the two years stopped, or that they run on because nothing came of it."""
        if action.kind is not LegalActionKind.ENFORCEMENT or action.void_reason:
            return ""
        day = self._desk.formats.day(action.applied_on)
        if enforcement_of(folder.performance.actions, action.agreement_id) == action:
            if self._has_later_parts(folder, action):
                return self._say("申请之后才到期的各期，申请执行的二年仍从最后一期到期之日起算")
            return self._say("申请执行的二年自 {day} 申请之日停止计算（民事诉讼法第二百五十条）", day=day)
        if not action.counts:
            return self._say("没有受理或者已撤回，申请执行的二年照原来计算")
        return ""

    @staticmethod
    def _has_later_parts(folder: CaseFolder, action: LegalAction) -> bool:
        """Tell whether the two years still run: from a last part that was not due when somebody applied."""
        return any(
            clock.kind is ClockKind.ENFORCEMENT and clock.subject_id == action.agreement_id
            for clock in folder.clocks
        )
