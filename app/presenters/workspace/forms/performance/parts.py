"""What the forms of performance share: finding the item, the receipt or the urging a button stands at."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.duties.clock_words import UNVERIFIED
from app.domain.duties.performance.legal_steps import LegalStep
from app.domain.errors import NotFound
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.performance.urgings import Urging
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, FormField, Values


@dataclass(frozen=True, slots=True)
class Located:
    """An item and the plan it belongs to."""

    plan: PerformancePlan
    item: PerformanceItem


def open_items(folder: CaseFolder) -> tuple[Located, ...]:
    """Give everything open in a case, by due day."""
    found = [Located(plan, item) for plan in folder.performance.plans for item in plan.open_items]
    return tuple(sorted(found, key=lambda entry: (entry.item.due_on is None, entry.item.due_on or 0)))


def locate(folder: CaseFolder, item_id: UUID | None) -> Located:
    """Find an item of a case; NotFound ``performance.item_not_found``."""
    for plan in folder.performance.plans:
        item = plan.item(item_id) if item_id is not None else None
        if item is not None:
            return Located(plan, item)
    raise NotFound("performance.item_not_found", id=str(item_id))


def locate_receipt(folder: CaseFolder, receipt_id: UUID | None) -> tuple[Located, Receipt]:
    """Find an entry with its item."""
    for plan in folder.performance.plans:
        receipt = plan.receipt(receipt_id) if receipt_id is not None else None
        item = plan.item(receipt.item_id) if receipt is not None else None
        if receipt is not None and item is not None:
            return Located(plan, item), receipt
    raise NotFound("receipt.not_found", id=str(receipt_id))


def locate_urging(folder: CaseFolder, urging_id: UUID | None) -> tuple[PerformancePlan, Urging]:
    """Find an urging with its plan."""
    for plan in folder.performance.plans:
        urging = plan.urging(urging_id) if urging_id is not None else None
        if urging is not None:
            return plan, urging
    raise NotFound("urging.not_found", id=str(urging_id))


def now_of(seen: CaseFolder, plan: PerformancePlan) -> PerformancePlan:
    """Give a plan as the user last saw it: its version goes with the write."""
    return seen.performance.plan(plan.id) or plan


def item_words(desk: Desk, located: Located) -> str:
    """Say an item in one line: 第1条第2期 胡某 付 夏某亲属 20,000.00 元，2027-01-04."""
    say, item, plan = desk.translator.text, located.item, located.plan
    who = say("{payer} 付 {payee}", payer=item.payers, payee=item.payees) if item.is_payment else item.payers
    owed = plan.owed(item) or item.amount
    what = say("{sum} 元", sum=desk.formats.money(owed)) if owed is not None else item.what
    due = desk.formats.day(item.due_on) if item.due_on is not None else item.due_words
    return "，".join(part for part in (f"{item.place} {who} {what}", due) if part)


def item_field(desk: Desk, choices: tuple[Located, ...], chosen: UUID) -> FormField:
    """Ask which item is meant."""
    return FormField(
        key="item",
        label=desk.translator.text("哪一项"),
        kind=FieldKind.CHOICE,
        value=str(chosen),
        options=tuple((str(entry.item.id), item_words(desk, entry)) for entry in choices),
    )


def item_in(values: Values, folder: CaseFolder) -> Located:
    """Read which item is meant."""
    chosen = read.needed(values.get("item") or None, "item", "choice.missing")
    return locate(folder, UUID(chosen))


def step_words(desk: Desk, step: LegalStep) -> str:
    """Say a way that is open, why, until when and by what article."""
    say = desk.translator.text
    told = say("{way}：{reason}", way=say(step.kind.term), reason=reason_words(desk, step))
    until = until_words(desk, step)
    return say("{told}，{until}", told=told, until=until) if until else told


def reason_words(desk: Desk, step: LegalStep) -> str:
    """Say why a way is open, and by what article; the law of some channels has none."""
    if not step.source:
        return step.reason
    return desk.translator.text("{reason}（{source}）", reason=step.reason, source=step.source)


def until_words(desk: Desk, step: LegalStep) -> str:
    """Say the last day of a way, which still counts; a period nobody confirmed says so."""
    if step.until is None:
        return ""
    told = desk.translator.text("最迟 {day}", day=desk.formats.day(step.until))
    return told if step.is_verified else f"{told}{desk.translator.text(UNVERIFIED)}"


def names_of(folder: CaseFolder, ids: tuple[UUID, ...]) -> tuple[tuple[str, str], ...]:
    """Offer parties of the case by name."""
    return tuple((str(party.id), party.name) for party in folder.case.parties if party.id in ids)


def ids_in(values: Values, key: str) -> tuple[UUID, ...]:
    """Read several ticks whose keys are ids."""
    return tuple(UUID(entry) for entry in values.get(key, "").split(",") if entry)
