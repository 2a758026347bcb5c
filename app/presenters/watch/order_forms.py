"""The forms of an order: issue, sign for, answer, urge, lift, take back."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.duties.watch.supervision import SupervisionOrder, SupervisionReply, SupervisionUrge
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord

Write = Callable[[Values, SupervisionOrder], Saved]


def receive_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask who signs for an order."""
    say, orders = desk.translator.text, desk.services.watch.orders
    order = _order(record)

    def write(values: Values, seen: SupervisionOrder) -> Saved:
        done = orders.receive(seen.id, read.line(values, "receiver"), actor=desk.actor, version=seen.version)
        return Saved(done.changes, say("{number} 已签收", number=seen.number))

    return _form(
        desk,
        record,
        key="receive",
        verb=say("签收"),
        fields=(EntryField(key="receiver", label=say("签收人"), is_required=True),),
        values={"receiver": order.addressee.responsible_person or desk.me.name},
        write=write,
        check=lambda values: read.needs(values, receiver="supervision.receiver_missing"),
    )


def reply_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask for the answer, its day and what proves it; nothing is written in advance."""
    say, orders = desk.translator.text, desk.services.watch.orders

    def write(values: Values, seen: SupervisionOrder) -> Saved:
        known = {str(file.id): file.id for file in record.files}
        given = SupervisionReply(
            id=new_id(),
            text=read.text(values, "text"),
            replied_on=read.day(values, "replied_on", desk.today),
            replier=read.line(values, "replier") or desk.me.name,
            evidence_ids=tuple(known[key] for key in values.get("evidence", "").split(",") if key in known),
        )
        done = orders.reply(seen.id, given, actor=desk.actor, version=seen.version)
        return Saved(done.changes, say("已回复 {number}", number=seen.number))

    files = tuple((str(file.id), file.name) for file in record.files)
    return _form(
        desk,
        record,
        key="reply",
        verb=say("回复"),
        fields=(
            EntryField(key="text", label=say("回复内容"), kind=FieldKind.TEXT, is_required=True),
            EntryField(key="replier", label=say("回复人"), is_required=True, is_half=True),
            _day_field("replied_on", say("回复日期")),
            EntryField(
                key="evidence",
                label=say("佐证材料"),
                kind=FieldKind.TICKS,
                options=files,
                hint="" if files else say("本案还没有证据文件"),
            ),
        ),
        values={
            "text": "",
            "replier": desk.me.name,
            "replied_on": desk.formats.day(desk.today),
            "evidence": "",
        },
        write=write,
        check=lambda values: (
            *read.needs(values, text="supervision.reply_missing", replier="supervision.receiver_missing"),
            *read.problems_of(lambda: read.day(values, "replied_on", desk.today)),
        ),
        words=(_order(record).question,),
    )


def urge_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask why again and until when."""
    say, orders = desk.translator.text, desk.services.watch.orders
    due = orders.propose(()).reply_due

    def write(values: Values, seen: SupervisionOrder) -> Saved:
        again = SupervisionUrge(
            id=new_id(),
            urged_on=desk.today,
            urger=desk.me.name,
            note=read.text(values, "note"),
            new_due=read.moment(values, "due_on", "due_time", desk.today),
        )
        done = orders.urge(seen.id, again, actor=desk.actor, version=seen.version)
        told = say(
            "已再催 {number}，{time} 前回复", number=seen.number, time=desk.formats.moment(again.new_due)
        )
        return Saved(done.changes, told)

    return _form(
        desk,
        record,
        key="urge",
        verb=say("再催"),
        fields=(
            EntryField(key="note", label=say("再催原因和要求"), kind=FieldKind.TEXT, is_required=True),
            *read.moment_fields(desk.translator, "due_on", "due_time", say("新的回复时限")),
        ),
        values={
            "note": "",
            "due_on": desk.formats.day(due) if due is not None else "",
            "due_time": desk.formats.time(due) if due is not None else "",
        },
        write=write,
        check=lambda values: (
            *read.needs(values, note="reason.words_missing"),
            *read.problems_of(lambda: read.moment(values, "due_on", "due_time", desk.today)),
        ),
    )


def lift_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask for the result with which an order is struck off (销号)."""
    say, orders = desk.translator.text, desk.services.watch.orders

    def write(values: Values, seen: SupervisionOrder) -> Saved:
        done = orders.lift(
            seen.id,
            read.text(values, "close_result"),
            read.day(values, "closed_on", desk.today),
            actor=desk.actor,
            version=seen.version,
        )
        return Saved(done.changes, say("{number} 已销号", number=seen.number))

    return _form(
        desk,
        record,
        key="lift",
        verb=say("销号"),
        fields=(
            EntryField(key="close_result", label=say("办理结果"), kind=FieldKind.TEXT, is_required=True),
            _day_field("closed_on", say("销号日期")),
        ),
        values={"close_result": "", "closed_on": desk.formats.day(desk.today)},
        write=write,
        check=lambda values: (
            *read.needs(values, close_result="supervision.result_missing"),
            *read.problems_of(lambda: read.day(values, "closed_on", desk.today)),
        ),
        words=tuple(reply.text for reply in _order(record).replies[-1:]),
    )


def withdraw_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask why an order is taken back; its number stays taken."""
    say, orders = desk.translator.text, desk.services.watch.orders

    def write(values: Values, seen: SupervisionOrder) -> Saved:
        done = orders.withdraw(seen.id, read.text(values, "reason"), actor=desk.actor, version=seen.version)
        return Saved(done.changes, say("{number} 已撤回", number=seen.number))

    return _form(
        desk,
        record,
        key="withdraw",
        verb=say("撤回"),
        fields=(EntryField(key="reason", label=say("撤回原因"), kind=FieldKind.TEXT, is_required=True),),
        values={"reason": ""},
        write=write,
        check=lambda values: read.needs(values, reason="reason.words_missing"),
        words=(say("撤回后编号和原因照样留存，编号不再使用。"),),
    )


def _form(
    desk: Desk,
    record: WatchRecord,
    *,
    key: str,
    verb: str,
    fields: tuple[EntryField, ...],
    values: dict[str, str],
    write: Write,
    check: Callable[[Values], tuple[FieldProblem, ...]],
    words: tuple[str, ...] = (),
) -> WatchEntry:
    order, orders = _order(record), desk.services.watch.orders
    return EntryForm(
        draft_key=f"supervision/{order.id}/{key}",
        title=desk.translator.text("{verb}督办 {number}", verb=verb, number=order.number),
        verb=verb,
        fields=fields,
        seen=record,
        read=lambda: WatchRecord(order=orders.get(order.id), files=record.files),
        values=lambda _seen: dict(values),
        write=lambda typed, seen: write(typed, _order(seen)),
        check=check,
        words=words,
    )


def _order(record: WatchRecord) -> SupervisionOrder:
    if record.order is None:
        raise ValueError("this form is about an order")
    return record.order


def _day_field(key: str, label: str) -> EntryField:
    return EntryField(key=key, label=label, kind=FieldKind.DAY, is_required=True, is_half=True)
