"""Correcting an entry by its counter-entry, and what both sides agreed about an item since."""

from __future__ import annotations

from uuid import UUID

from app.domain.settlements.performance.acts import consenting_ids
from app.domain.settlements.performance.arrangements import BY_CONSENT, DATED, Arrangement, ArrangementKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field
from app.presenters.workspace.forms.performance.parts import (
    Located,
    ids_in,
    item_field,
    item_in,
    item_words,
    locate,
    locate_receipt,
    names_of,
    now_of,
    open_items,
)


def reverse_form(desk: Desk, folder: CaseFolder, receipt_id: UUID) -> Form:
    """Take an entry back by a counter-entry; both stay."""
    say = desk.translator.text
    located, receipt = locate_receipt(folder, receipt_id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        plan = now_of(seen, located.plan)
        done = desk.services.performance.reverse(
            seen.case.id,
            plan.id,
            receipt_id,
            read.text(values, "note"),
            actor=desk.actor,
            version=plan.version,
        )
        return Sent(done.changes, say("已冲正，原记录留存"))

    amount = say("{sum} 元", sum=desk.formats.money(receipt.amount)) if receipt.amount is not None else ""
    told = (located.item.place, desk.formats.day(receipt.received_on), amount, say(receipt.manner.term))
    return Form(
        key=f"reverse/{receipt_id}",
        case_id=folder.case.id,
        title=say("冲正记录"),
        words=(
            "，".join(part for part in told if part),
            say("原记录不删不改，另记一笔相反的；正确的再记录一次。"),
        ),
        verb=say("冲正"),
        fields=(FormField(key="note", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
        is_danger=True,
    )


def arrange_form(desk: Desk, folder: CaseFolder, item_id: UUID | None = None) -> Form:
    """Record what both sides agreed about an item: another day, waived, replaced; or the day it falls due."""
    say = desk.translator.text
    choices = open_items(folder)
    at = locate(folder, item_id) if item_id is not None else choices[0]

    def send(values: Values, seen: CaseFolder) -> Sent:
        located = at if item_id is not None else item_in(values, seen)
        plan = now_of(seen, located.plan)
        done = desk.services.performance.arrange(
            seen.case.id,
            plan.id,
            _arrangement(desk, located, values),
            actor=desk.actor,
            version=plan.version,
        )
        return Sent(done.changes, say("已记录约定"))

    offered = (at,) if item_id is not None else choices
    fields = _fields(desk, folder, offered)
    return Form(
        key=f"arrange/{item_id or 'next'}",
        case_id=folder.case.id,
        title=say("免除或另行约定"),
        words=(
            *((item_words(desk, at),) if item_id is not None else ()),
            say("改变协议内容须双方同意，宜签补充协议；这里记录双方怎么说的。"),
        ),
        verb=say("记录约定"),
        fields=fields if item_id is not None else (item_field(desk, choices, at.item.id), *fields),
        send=send,
        is_wide=True,
    )


def _fields(desk: Desk, folder: CaseFolder, offered: tuple[Located, ...]) -> tuple[FormField, ...]:
    say = desk.translator.text
    kinds = [kind for kind in ArrangementKind if any(_fits(kind, entry) for entry in offered)]
    asked = {party for entry in offered for party in consenting_ids(entry.plan, entry.item)}
    by_consent = tuple(kind.value for kind in BY_CONSENT)
    return (
        FormField(
            key="kind",
            label=say("怎么约定"),
            kind=FieldKind.CHOICE,
            value=kinds[0].value if len(kinds) == 1 else "",
            options=tuple((kind.value, say(kind.term)) for kind in kinds),
            is_required=True,
        ),
        FormField(
            key="new_due",
            label=say("新的履行日"),
            kind=FieldKind.DAY,
            is_required=True,
            is_half=True,
            shown_if=("kind", tuple(kind.value for kind in DATED)),
        ),
        today_field(desk, "agreed_on", say("约定日期")),
        FormField(
            key="consented",
            label=say("同意的当事人"),
            kind=FieldKind.TICKS,
            options=names_of(folder, tuple(asked)),
            is_required=True,
            shown_if=("kind", by_consent),
        ),
        FormField(
            key="reason",
            label=say("原因与约定内容"),
            kind=FieldKind.TEXT,
            is_required=True,
            hint=say("签了补充协议的写明编号"),
        ),
    )


def _fits(kind: ArrangementKind, at: Located) -> bool:
    """Tell whether a kind makes sense for an item as it stands."""
    is_settled = at.plan.settlement_of(at.item.id) is not None
    if kind is ArrangementKind.REINSTATED:
        return is_settled
    if kind is ArrangementKind.FIXED:
        return at.item.due_on is None and not is_settled
    if kind is ArrangementKind.DEFERRED:
        return at.item.due_on is not None and not is_settled
    return not is_settled


def _arrangement(desk: Desk, located: Located, values: Values) -> Arrangement:
    kind = read.choice(values, "kind", ArrangementKind)
    return Arrangement(
        id=new_id(),
        item_id=located.item.id,
        kind=kind,
        reason=read.text(values, "reason"),
        consented_ids=ids_in(values, "consented") if kind in BY_CONSENT else (),
        agreed_on=read.day(values, "agreed_on", desk.today),
        new_due=read.day_or_none(values, "new_due", desk.today) if kind in DATED else None,
        recorded_at=desk.clock.now(),
        recorded_by=desk.actor.name,
    )
