"""What goes on beside performance, in words: judicial confirmation and follow-up visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import ConfirmationState, JudicialConfirmation, of_agreement
from app.domain.values.days.moments import local_day
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.court.applications import confirmable, court_paper
from app.presenters.workspace.forms.performance.court import court_words
from app.presenters.workspace.forms.performance.menu import (
    CONFIRMATION_PACK,
    COURT,
    COURT_BACK,
    DROP_VISIT,
    PLAN_VISIT,
    VISIT,
)
from app.presenters.workspace.performance.cards import EXPORT_COURT, PRINT_VISIT, PlanCard, PlanRow, RowAct

_TONES: dict[ConfirmationState, str] = {
    ConfirmationState.APPLIED: "warn",
    ConfirmationState.ACCEPTED: "warn",
    ConfirmationState.CONFIRMED: "ok",
    ConfirmationState.REJECTED: "neutral",
    ConfirmationState.WITHDRAWN: "neutral",
}


class AfterWords:
    """Words both for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text

    # the court

    def court(self, folder: CaseFolder) -> Iterator[PlanCard]:
        """Give the card of each agreement in effect: what was applied for, and until when one may."""
        say = self._say
        for agreement in folder.agreements:
            if agreement.state is not AgreementState.EFFECTIVE:
                continue
            known = of_agreement(folder.performance.confirmations, agreement.id)
            applications = [c for c in folder.performance.confirmations if c.agreement_id == agreement.id]
            told = court_words(folder, agreement.id)
            rows = (
                *(self._application(entry.id, folder) for entry in reversed(applications)),
                *self._papers(folder, agreement.id),
            )
            is_pending = known is not None and known.is_pending
            is_confirmed = known is not None and known.state is ConfirmationState.CONFIRMED
            may_apply = is_pending or (bool(told) and not is_confirmed)
            word = say("记录进展") if is_pending else say("记录申请")
            yield PlanCard(
                key=f"court/{agreement.id}",
                title=say("司法确认"),
                note=told[-1] if told and rows else "",
                mark=self._court_mark(folder, agreement.id),
                rows=rows,
                acts=self._acts(folder, agreement, word) if folder.case.is_open and may_apply else (),
                empty=told[0] if told else self._say("没有申请；申请期限已过，或案件已履行。"),
            )

    def _acts(self, folder: CaseFolder, agreement: MediationAgreement, word: str) -> tuple[RowAct, ...]:
        record = RowAct(COURT, word, agreement.id)
        if agreement not in confirmable(folder):
            return (record,)
        return (RowAct(CONFIRMATION_PACK, self._say("出具申请书"), agreement.id), record)

    def _papers(self, folder: CaseFolder, agreement_id: UUID) -> Iterator[PlanRow]:
        """Give the applications that were written, each with the folder that goes along."""
        for kind in (DocumentKind.CONFIRMATION_APPLICATION, DocumentKind.ENFORCEMENT_APPLICATION):
            paper = court_paper(folder, kind, agreement_id)
            if paper is not None:
                day = self._day(local_day(paper.issued_at))
                yield PlanRow(
                    key=str(paper.id),
                    text=self._say("{day} 出具《{title}》", day=day, title=self._say(paper.title)),
                    second=self._say("签名后，连同材料交法院"),
                    acts=(RowAct(EXPORT_COURT, self._say("导出材料"), paper.id),),
                )

    def _court_mark(self, folder: CaseFolder, agreement_id: UUID) -> tuple[str, str] | None:
        known = of_agreement(folder.performance.confirmations, agreement_id)
        if known is None:
            return None
        return _TONES[known.state], self._say(known.state.term)

    def _application(self, confirmation_id: UUID, folder: CaseFolder) -> PlanRow:
        say, known = self._say, folder.performance.confirmation(confirmation_id)
        if known is None:
            return PlanRow(key=str(confirmation_id), text="")
        names = "、".join(p.name for p in folder.case.parties if p.id in known.applicant_ids)
        taken = (
            say("{day} 受理（{number}）", day=self._day(known.accepted_on), number=known.court_number)
            if known.accepted_on is not None
            else ""
        )
        by = say("{name} 办理", name=known.handled_by) if known.handled_by else ""
        more = (names, by, taken, self._extended(known), self._result(known), known.note)
        is_moved = known.accepted_on is not None or known.decided_on is not None
        acts = (RowAct(COURT_BACK, say("记错了，撤销一步"), known.id),) if is_moved else ()
        return PlanRow(
            key=str(known.id),
            text=say("{day} 向{court}申请", day=self._day(known.applied_on), court=known.court),
            second=GAP.join(part for part in more if part),
            acts=acts if folder.case.is_open else (),
        )

    def _extended(self, known: JudicialConfirmation) -> str:
        if known.extended_on is None:
            return ""
        day, by = self._day(known.extended_on), known.extension_told_by
        told = self._say("{day} {name}告知院长批准延长审查", day=day, name=by)
        return GAP.join(part for part in (told, known.extension_number, known.extension_note) if part)

    def _result(self, known: JudicialConfirmation) -> str:
        if known.decided_on is None:
            return ""
        refusal = self._say(known.refusal.term) if known.refusal is not None else ""
        state = self._say(known.state.term)
        parts = (self._day(known.decided_on), state, known.ruling_number, refusal, known.ground)
        return GAP.join(part for part in parts if part)

    # visits

    def visits(self, folder: CaseFolder) -> PlanCard:
        """Give the card of visits, those that wait first."""
        say, visits = self._say, folder.performance.visits
        rows = tuple(self._visit(visit) for visit in reversed(visits))
        return PlanCard(
            key="visits",
            title=say("回访"),
            rows=rows,
            acts=(RowAct(PLAN_VISIT, say("安排回访")),) if folder.performance.plans or rows else (),
            empty=say("还没有回访。"),
        )

    def _visit(self, visit: FollowUpVisit) -> PlanRow:
        say = self._say
        if visit.visited_on is not None:
            return self._made(visit, visit.visited_on)
        if not visit.is_waiting:
            text = say("不再回访：{reason}", reason=visit.dropped_reason)
            return PlanRow(key=str(visit.id), text=text, second=visit.why, is_struck=True)
        is_late = visit.planned_on < self._desk.today
        return PlanRow(
            key=str(visit.id),
            text=say("{day} 回访", day=self._day(visit.planned_on)),
            second=visit.why,
            mark=("errSolid", say("超期")) if is_late else ("neutral", say("待回访")),
            acts=(RowAct(VISIT, say("回访"), visit.id), RowAct(DROP_VISIT, say("不再回访"), visit.id)),
        )

    def _made(self, visit: FollowUpVisit, on: date) -> PlanRow:
        say = self._say
        content = say(visit.satisfaction.term) if visit.satisfaction is not None else ""
        found = (visit.performance, visit.said, visit.risk_note, visit.remains, visit.measures)
        return PlanRow(
            key=str(visit.id),
            text=GAP.join(part for part in (self._day(on), visit.visitor, content) if part),
            second=GAP.join(part for part in found if part),
            mark=("err", say("有隐患")) if visit.has_new_risk else ("ok", say("已回访")),
            acts=(RowAct(PRINT_VISIT, say("打印回访记录"), visit.id),),
        )

    def _day(self, day: date) -> str:
        return self._desk.formats.day(day)
