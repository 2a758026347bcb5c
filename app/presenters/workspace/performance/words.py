"""The plan of a case and everything recorded about it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.domain.disputes.states import IN_EFFECT, CaseState
from app.domain.duties.performance.legal_steps import LegalStep
from app.domain.duties.performance_clocks import item_sentence
from app.domain.settlements.performance.items import ItemState, PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan, PlanStanding
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.performance.urgings import Urging
from app.domain.values.money import Money
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.performance.menu import (
    ANSWER,
    ARRANGE,
    KEYS,
    RECEIPT,
    REVERSE,
    URGE,
)
from app.presenters.workspace.performance.actions import ActionWords
from app.presenters.workspace.performance.after import AfterWords
from app.presenters.workspace.performance.cards import (
    PRINT_LETTER,
    PRINT_RECEIPT,
    PlanCard,
    PlanRow,
    RowAct,
    read_only,
)
from app.presenters.workspace.performance.ways import WayWords

STATE_TONES: dict[ItemState, str] = {
    ItemState.NOT_DUE: "neutral",
    ItemState.DUE_TODAY: "orange",
    ItemState.PARTIAL: "info",
    ItemState.PERFORMED: "ok",
    ItemState.OVERDUE: "errSolid",
    ItemState.SETTLED: "neutral",
}
_STANDING_TONES: dict[PlanStanding, str] = {
    PlanStanding.RUNNING: "tint",
    PlanStanding.DEFAULTED: "errSolid",
    PlanStanding.URGED: "warn",
    PlanStanding.PERFORMED: "ok",
}
Ways = Mapping[UUID, tuple[LegalStep, ...]]


class PerformanceWords:
    """Words 履行 for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text
        self._ways = WayWords(desk)
        self._after = AfterWords(desk)
        self._actions = ActionWords(desk)

    def cards(self, folder: CaseFolder, ways: Ways) -> tuple[PlanCard, ...]:
        """Give plan, ways on default, entries and urgings of each agreement, then court and visits."""
        cards: list[PlanCard] = []
        for plan in folder.performance.plans:
            cards.append(self._plan(folder, plan))
            if plan.id in ways:
                cards.append(self._ways.card(folder, plan, ways[plan.id]))
            if plan.receipts:
                cards.append(self._receipts(folder, plan))
            if plan.urgings:
                cards.append(self._urgings(plan))
        cards += (*self._after.court(folder), *self._actions.cards(folder), self._after.visits(folder))
        is_locked = folder.case.state is CaseState.ARCHIVED
        return tuple(read_only(card, KEYS) if is_locked else card for card in cards)

    # the plan

    def _plan(self, folder: CaseFolder, plan: PerformancePlan) -> PlanCard:
        standing = plan.standing(self._desk.today)
        is_running = folder.case.state in IN_EFFECT
        return PlanCard(
            key=f"plan/{plan.id}",
            title=self._say("履行计划"),
            note="\n".join(part for part in (plan.number, self._totals(plan)) if part),
            mark=(_STANDING_TONES[standing], self._say(standing.term)),
            rows=tuple(self._item(plan, item, is_running=is_running) for item in plan.items),
            empty=self._say("协议里没有写明要履行的款项或事项。"),
        )

    def _totals(self, plan: PerformancePlan) -> str:
        if not plan.total:
            return ""
        over = sum((plan.excess(item).fen for item in plan.items), 0)
        told = [
            self._say("合计 {sum}", sum=self._money(plan.total)),
            self._say("已收 {sum}", sum=self._money(plan.total_received)),
            self._say("尚欠 {sum}", sum=self._money(plan.total_owed)),
        ]
        if over:
            told.append(self._say("多收 {sum}", sum=self._money(Money(over))))
        return GAP.join(told)

    def _item(self, plan: PerformancePlan, item: PerformanceItem, *, is_running: bool) -> PlanRow:
        say = self._say
        state = plan.state(item, self._desk.today)
        acts: list[RowAct] = []
        if is_running and plan.is_open(item):
            acts = [
                RowAct(RECEIPT, say("记录履行"), item.id),
                RowAct(URGE, say("催告"), item.id),
                RowAct(ARRANGE, say("另行约定"), item.id),
            ]
        elif is_running and state is ItemState.SETTLED:
            acts = [RowAct(ARRANGE, say("恢复履行"), item.id)]
        return PlanRow(
            key=str(item.id),
            text=GAP.join(part for part in (item.place, self.who(item), self.what(item)) if part),
            second=GAP.join(part for part in (self._due(plan, item), self._paid(plan, item)) if part),
            mark=(STATE_TONES[state], say(state.term)),
            acts=tuple(acts),
            is_struck=state is ItemState.SETTLED,
        )

    def who(self, item: PerformanceItem) -> str:
        """Say who owes whom."""
        if item.payees:
            joint = self._say("（连带）") if item.is_joint else ""
            return self._say("{payer} 付 {payee}", payer=f"{item.payers}{joint}", payee=item.payees)
        return item.payers

    def what(self, item: PerformanceItem) -> str:
        """Say what is owed."""
        sum_ = self._money(item.amount) if item.amount is not None else ""
        return GAP.join(part for part in (sum_, item.what) if part)

    def _due(self, plan: PerformancePlan, item: PerformanceItem) -> str:
        settled = plan.settlement_of(item.id)
        if settled is not None:
            return self._say(
                "{day} {kind}：{reason}",
                day=self._day(settled.agreed_on),
                kind=self._say(settled.kind.term),
                reason=settled.reason,
            )
        return item_sentence(plan, item) or item.due_words

    def _paid(self, plan: PerformancePlan, item: PerformanceItem) -> str:
        received, over = plan.received(item.id), plan.excess(item)
        if over:
            return self._say("多收 {sum}", sum=self._money(over))
        owed = plan.owed(item)
        if not received or not owed:
            return ""
        return self._say("已收 {got}，尚欠 {left}", got=self._money(received), left=self._money(owed))

    # what was recorded

    def _receipts(self, folder: CaseFolder, plan: PerformancePlan) -> PlanCard:
        rows = tuple(self._receipt(folder, plan, receipt) for receipt in reversed(plan.receipts))
        return PlanCard(key=f"receipts/{plan.id}", title=self._say("履行记录"), rows=rows)

    def _receipt(self, folder: CaseFolder, plan: PerformancePlan, receipt: Receipt) -> PlanRow:
        say = self._say
        item = plan.item(receipt.item_id)
        is_counter, is_countered = receipt.reverses_id is not None, plan.is_reversed(receipt)
        amount = self._money(receipt.amount) if receipt.amount is not None else ""
        if receipt.completes:
            amount = say("事项已办")
        proofs = [a.name for a in folder.attachments if a.id == receipt.proof_id]
        payers = [party.name for party in folder.case.parties if party.id == receipt.payer_id]
        place = item.place if item is not None else ""
        head = (self._day(receipt.received_on), place, *payers, amount, say(receipt.manner.term))
        more = (receipt.note, *proofs, say("{name} 记录", name=receipt.recorded_by))
        mark = None
        if is_counter or is_countered:
            mark = ("neutral", say("冲正") if is_counter else say("已冲正"))
        acts = (
            ()
            if is_counter or is_countered
            else (
                RowAct(PRINT_RECEIPT, say("打印收条"), receipt.id),
                RowAct(REVERSE, say("冲正"), receipt.id),
            )
        )
        return PlanRow(
            key=str(receipt.id),
            text=GAP.join(part for part in head if part),
            second=GAP.join(part for part in more if part),
            mark=mark,
            acts=acts if folder.case.is_open else acts[:1],
            is_struck=is_countered,
        )

    def _urgings(self, plan: PerformancePlan) -> PlanCard:
        rows = tuple(self._urging(plan, urging) for urging in reversed(plan.urgings))
        return PlanCard(key=f"urgings/{plan.id}", title=self._say("催告"), rows=rows)

    def _urging(self, plan: PerformancePlan, urging: Urging) -> PlanRow:
        say = self._say
        places = "、".join(item.place for item in plan.items if item.id in urging.item_ids)
        by = say("要求 {day} 前履行", day=self._day(urging.pay_by)) if urging.pay_by is not None else ""
        head = (self._day(urging.urged_on), say(urging.manner.term), urging.addressees, places, by)
        answered = self._day(urging.answered_on) if urging.answered_on is not None else ""
        answer = say("{day} 答复：{words}", day=answered, words=urging.answer) if urging.answer else ""
        acts = []
        if not urging.answer:
            acts.append(RowAct(ANSWER, say("记录答复"), urging.id))
        if urging.document_id is not None:
            acts.append(RowAct(PRINT_LETTER, say("打印催告书"), urging.id))
        return PlanRow(
            key=str(urging.id),
            text=GAP.join(part for part in head if part),
            second=GAP.join(part for part in (urging.note, answer or say("还没有答复")) if part),
            acts=tuple(acts),
        )

    def _money(self, amount: Money) -> str:
        return self._say("{sum} 元", sum=self._desk.formats.money(amount))

    def _day(self, day: date) -> str:
        return self._desk.formats.day(day)
