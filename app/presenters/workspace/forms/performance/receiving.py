"""记录履行: paid in full, in part, or not at all; what is not paid becomes an urging at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.performance.items import PerformanceItem
from app.domain.settlements.performance.receipts import PerformanceManner
from app.domain.values.money import Money
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field
from app.presenters.workspace.forms.performance.parts import (
    Located,
    item_field,
    item_in,
    item_words,
    locate,
    names_of,
    now_of,
    open_items,
    step_words,
)
from app.presenters.workspace.forms.performance.urging import urging_fields, urging_sent
from app.presenters.workspace.papers import issue_paper
from app.services.settlements.performance.plan_acts import Incoming, Proof


class Outcome(StrEnum):
    """What is told about an item; the keys 1, 2 and 3 choose it."""

    FULL = "full"
    PART = "part"
    NONE = "none"


_ABOUT_SUMS = frozenset({"amount", "excess"})
"""What is asked only where a sum is due."""
_CAME_IN = (Outcome.FULL.value, Outcome.PART.value)


def receipt_form(desk: Desk, folder: CaseFolder, item_id: UUID | None = None) -> Form:
    """Record what came in for an item; without one, the next that is open is proposed."""
    say = desk.translator.text
    choices = open_items(folder)
    at = locate(folder, item_id) if item_id is not None else choices[0]

    def send(values: Values, seen: CaseFolder) -> Sent:
        located = at if item_id is not None else item_in(values, seen)
        if values.get("outcome", "") == Outcome.NONE:
            return urging_sent(desk, seen, located.plan, (located.item.id,), values)
        return _received(desk, seen, locate(seen, located.item.id), values)

    ways = desk.services.performance.legal_steps(folder.case.id).get(at.plan.id, ())
    told = (say("未履行的，除再次催告外还可以："),) if len(ways) > 1 else ()
    payers = names_of(folder, at.item.payer_ids) if item_id is not None else ()
    asks_sum = item_id is None or at.item.is_payment
    fields = tuple(
        field for field in _fields(desk, at.item, payers) if asks_sum or field.key not in _ABOUT_SUMS
    )
    return Form(
        key=f"receipt/{item_id or 'next'}",
        case_id=folder.case.id,
        title=say("记录履行"),
        words=(item_words(desk, at), at.item.explanation) if item_id is not None else (),
        earlier=(*told, *(step_words(desk, step) for step in ways[1:])),
        verb=say("记录"),
        fields=fields if item_id is not None else (item_field(desk, choices, at.item.id), *fields),
        send=send,
        is_wide=True,
    )


def _fields(desk: Desk, item: PerformanceItem, payers: tuple[tuple[str, str], ...]) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="outcome",
            label=say("履行情况"),
            kind=FieldKind.CHOICE,
            options=(
                (Outcome.FULL.value, say("已履行")),
                (Outcome.PART.value, say("部分履行")),
                (Outcome.NONE.value, say("未履行")),
            ),
            is_required=True,
        ),
        *_entry_fields(desk, item, payers),
        *urging_fields(desk, ("outcome", (Outcome.NONE.value,))),
    )


def _entry_fields(
    desk: Desk, item: PerformanceItem, payers: tuple[tuple[str, str], ...]
) -> tuple[FormField, ...]:
    """Ask what came in, shown where something did."""
    say = desk.translator.text
    came_in = ("outcome", _CAME_IN)
    in_part = ("outcome", (Outcome.PART.value,))
    who = FormField(
        key="payer",
        label=say("谁付的"),
        kind=FieldKind.CHOICE,
        options=(("", say("不分")), *payers),
        is_half=True,
        shown_if=came_in,
    )
    return (
        _shown(today_field(desk, "received_on", say("履行日期")), came_in),
        FormField(
            key="manner",
            label=say("方式"),
            kind=FieldKind.CHOICE,
            value=_usual(item).value,
            options=terms(desk.translator, PerformanceManner),
            is_required=True,
            is_half=True,
            shown_if=came_in,
        ),
        FormField(
            key="amount",
            label=say("本次金额（元）"),
            kind=FieldKind.MONEY,
            is_half=True,
            hint=say("钱款部分履行时必填"),
            shown_if=in_part,
        ),
        *((who,) if len(payers) > 1 else ()),
        FormField(key="proof", label=say("凭证文件"), kind=FieldKind.FILE, shown_if=came_in),
        FormField(
            key="note",
            label=say("凭证与情况"),
            kind=FieldKind.TEXT,
            hint=say("如：收条、转账回单"),
            shown_if=came_in,
        ),
        FormField(key="excess", label=say("确为多付，照实记录"), kind=FieldKind.TICK, shown_if=in_part),
        FormField(key="print", label=say("打印收条"), kind=FieldKind.TICK, shown_if=came_in),
    )


def _received(desk: Desk, seen: CaseFolder, located: Located, values: Values) -> Sent:
    say = desk.translator.text
    plan, item = now_of(seen, located.plan), located.item
    is_part = values.get("outcome", "") == Outcome.PART
    if values.get("outcome", "") not in _CAME_IN:
        raise InvalidInput("choice.missing", field="outcome")
    typed = values.get("proof", "").strip()
    path = Path(typed) if typed else None
    payer = values.get("payer", "")
    incoming = Incoming(
        item_id=item.id,
        received_on=read.day(values, "received_on", desk.today),
        amount=_amount(values, located, is_part=is_part),
        manner=read.choice(values, "manner", PerformanceManner),
        completes=not item.is_payment and not is_part,
        payer_id=UUID(payer) if payer else None,
        note=_note(values, item, is_part=is_part),
        proof=Proof(content=path, name=path.name) if path is not None else None,
        allows_excess=read.ticked(values, "excess"),
    )
    done = desk.services.performance.record(
        seen.case.id, plan.id, incoming, actor=desk.actor, version=plan.version
    )
    left = sum(len(other.open_items) for other in seen.performance.plans if other.id != plan.id)
    left += len(done.value.open_items)
    told = say("已记录，还有 {n} 项", n=left) if left else say("已记录，各项均已履行，下一步履行完毕")
    if values.get("print", "") != YES:
        return Sent(done.changes, told)
    receipt_id = done.value.receipts[-1].id
    paper = issue_paper(desk, DocumentKind.PERFORMANCE_RECEIPT, seen.case.id, receipt_id)
    return Sent(done.changes | paper.changes, told, paper)


def _amount(values: Values, located: Located, *, is_part: bool) -> Money | None:
    if not located.item.is_payment:
        return None
    if not is_part:
        return located.plan.owed(located.item)
    return read.needed(read.money(values, "amount"), "amount", "receipt.amount_missing")


def _note(values: Values, item: PerformanceItem, *, is_part: bool) -> str:
    """Read the note; of an act done in part somebody must say which part."""
    note = read.text(values, "note")
    if is_part and not item.is_payment and not note:
        raise InvalidInput("receipt.part_missing", field="note")
    return note


def _usual(item: PerformanceItem) -> PerformanceManner:
    """Propose the manner the agreement names, else cash for sums and the spot for acts."""
    named = [manner for manner in PerformanceManner if manner.term in item.manner]
    if named:
        return named[0]
    return PerformanceManner.IN_HAND if item.is_payment else PerformanceManner.ON_SITE


def _shown(field: FormField, shown_if: tuple[str, tuple[str, ...]]) -> FormField:
    return FormField(
        key=field.key,
        label=field.label,
        kind=field.kind,
        value=field.value,
        is_required=True,
        is_half=True,
        shown_if=shown_if,
    )
