"""What may be done with an order, a whistle or something proactive now; the first act is the main one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.people.staff import StaffMember
from app.i18n.translator import Translator


class WatchAct(Enum):
    """One act; its value names it in menus and buttons."""

    SUPERVISE = "supervise"
    BLOW = "blow"
    RECEIVE = "receive"
    REPLY = "reply"
    URGE = "urge"
    LIFT = "lift"
    WITHDRAW = "withdraw_order"
    PRINT_ORDER = "print_order"
    PRINT_REPLY = "print_reply"
    ARRIVE = "arrive"
    HANDLE = "handle"
    RATE = "rate"
    CALL_OFF = "withdraw_whistle"
    PRINT_WHISTLE = "print_whistle"
    NOTE = "note_proactive"
    GO_ON = "go_on"
    TO_CASE = "to_case"
    SETTLE = "settle"
    BLOW_FOR = "blow_for"


@dataclass(frozen=True, slots=True)
class OfferedAct:
    """An act and its verb."""

    act: WatchAct
    text: str


def order_acts(translator: Translator, order: SupervisionOrder, me: StaffMember) -> tuple[OfferedAct, ...]:
    """Offer what may be done with an order; who issued it is offered urging first, others the answer."""
    say, act = translator.text, WatchAct
    offered: list[OfferedAct] = []
    if order.owes_reply:
        reply, urge = OfferedAct(act.REPLY, say("回复")), OfferedAct(act.URGE, say("再催"))
        is_mine = order.is_addressed_to(me.id, me.name) or order.issuer_id != me.id
        offered += [reply, urge] if is_mine else [urge, reply]
        if order.received_at is None:
            offered.append(OfferedAct(act.RECEIVE, say("签收")))
    elif order.is_open:
        offered += [OfferedAct(act.LIFT, say("销号")), OfferedAct(act.URGE, say("再催"))]
    if order.is_open:
        offered.append(OfferedAct(act.WITHDRAW, say("撤回")))
    offered.append(OfferedAct(act.PRINT_ORDER, say("打印督办单")))
    if order.replies:
        offered.append(OfferedAct(act.PRINT_REPLY, say("打印回复")))
    return tuple(offered)


def whistle_acts(translator: Translator, whistle: Whistle, me: StaffMember) -> tuple[OfferedAct, ...]:
    """Offer what may be done with a whistle; rating is the caller's alone."""
    say, act = translator.text, WatchAct
    offered: list[OfferedAct] = []
    if whistle.owes_arrival:
        offered.append(OfferedAct(act.ARRIVE, say("报到")))
    is_somebody_there = len(whistle.missing) < len(whistle.units)
    if whistle.is_open and whistle.handled_on is None and is_somebody_there:
        offered.append(OfferedAct(act.HANDLE, say("处置")))
    if whistle.is_open and whistle.handled_on is not None and whistle.caller_id == me.id:
        offered.append(OfferedAct(act.RATE, say("评价")))
    if whistle.is_open:
        offered.append(OfferedAct(act.CALL_OFF, say("撤回")))
    offered.append(OfferedAct(act.PRINT_WHISTLE, say("打印吹哨单")))
    return tuple(offered)


def handling_acts(translator: Translator, handling: ProactiveHandling) -> tuple[OfferedAct, ...]:
    """Offer what may be done with something proactive."""
    say, act = translator.text, WatchAct
    if not handling.is_open:
        return ()
    return (
        OfferedAct(act.GO_ON, say("填写")),
        OfferedAct(act.TO_CASE, say("转为案件")),
        OfferedAct(act.BLOW_FOR, say("吹哨")),
        OfferedAct(act.SETTLE, say("办结")),
    )
