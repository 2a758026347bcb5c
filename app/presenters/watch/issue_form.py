"""签发督办: one form for one case or many; what the cases say already is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import (
    YES,
    EntryField,
    EntryForm,
    FieldKind,
    FieldProblem,
    Saved,
    Values,
)
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord
from app.services.duties.watch.orders import Asked, Proposal, Proposed

_TOLD = 5
"""So many cases are named in the dialog; the others are counted."""


def issue_form(desk: Desk, case_ids: Sequence[UUID]) -> WatchEntry:
    """Ask once for all cases; reads who answers in each, the roster, and what was named before."""
    say, services = desk.translator.text, desk.services
    proposal = services.watch.orders.propose(case_ids)
    staff = tuple(m for m in services.people.staff() if m.left_on is None or m.left_on > desk.today)

    def write(values: Values, _seen: WatchRecord) -> Saved:
        asked = Asked(
            question=read.text(values, "question"),
            reply_due=read.moment(values, "due_on", "due_time", desk.today),
            addressee=read.addressee(values, staff),
            is_listed=values.get("is_listed", "") == YES,
        )
        done = services.watch.orders.issue(case_ids, asked, actor=desk.actor)
        numbers = [order.number for order in done.value]
        if len(numbers) == 1:
            return Saved(done.changes, say("已签发 {number}", number=numbers[0]))
        told = say("已签发 {n} 件：{first} 至 {last}", n=len(numbers), first=numbers[0], last=numbers[-1])
        return Saved(done.changes, told)

    values = _values(desk, proposal)
    return EntryForm(
        draft_key=f"supervise/{len(case_ids)}/{case_ids[0]}/{case_ids[-1]}",
        title=say("督办 {n} 件", n=len(case_ids)) if len(case_ids) > 1 else say("督办"),
        verb=say("签发"),
        fields=_fields(desk, proposal, staff),
        seen=WatchRecord(),
        read=WatchRecord,
        values=lambda _seen: dict(values),
        write=write,
        check=lambda typed: _problems(typed, proposal, staff, desk),
        words=_words(desk, proposal),
    )


def _values(desk: Desk, proposal: Proposal) -> dict[str, str]:
    say, due = desk.translator.text, proposal.reply_due
    is_one = len(proposal.cases) == 1
    question = (
        say("请说明“{title}”的办理进展、未办结原因和下一步措施。", title=proposal.cases[0].case.title)
        if is_one
        else say("请说明本案的办理进展、未办结原因和下一步措施。")
    )
    to = proposal.cases[0].addressee if is_one else None
    return {
        "question": question,
        "lead_official": to.lead_official if to is not None else "",
        "responsible_person": to.responsible_person if to is not None else "",
        "responsible_unit": to.responsible_unit if to is not None else "",
        "due_on": desk.formats.day(due) if due is not None else "",
        "due_time": desk.formats.time(due) if due is not None else "",
        "is_listed": "",
    }


def _fields(desk: Desk, proposal: Proposal, staff: tuple[StaffMember, ...]) -> tuple[EntryField, ...]:
    say, services = desk.translator.text, desk.services
    many = len(proposal.cases) > 1
    hint = say("留空：各案按自己的责任领导、责任人") if many else ""
    people = tuple(dict.fromkeys(member.name for member in staff))
    officials, units = services.duties.lead_officials(), services.watch.lists.units()
    return (
        EntryField(key="question", label=say("督办事项和要求"), kind=FieldKind.TEXT, is_required=True),
        EntryField(key="lead_official", label=say("责任领导"), options=_plain(officials), is_half=True),
        EntryField(
            key="responsible_person",
            label=say("责任人"),
            options=_plain(people),
            is_half=True,
            hint=hint,
        ),
        EntryField(key="responsible_unit", label=say("责任单位"), options=_plain(units)),
        *read.moment_fields(desk.translator, "due_on", "due_time", say("回复时限")),
        EntryField(
            key="is_listed",
            label=say("挂牌督办"),
            kind=FieldKind.TICK,
            options=((YES, say("领导挂牌，办结前一直列出")),),
        ),
    )


def _problems(
    values: Values, proposal: Proposal, staff: tuple[StaffMember, ...], desk: Desk
) -> tuple[FieldProblem, ...]:
    found = [
        *read.needs(values, question="supervision.question_missing"),
        *read.problems_of(lambda: read.moment(values, "due_on", "due_time", desk.today)),
    ]
    to = read.addressee(values, staff)
    if to is not None and not to.is_named:
        found.append(read.problem("supervision.addressee_missing", "responsible_person"))
    nobodys = [entry for entry in proposal.cases if not entry.addressee.is_named]
    if to is None and nobodys:
        number = nobodys[0].case.intake_number
        found.append(read.problem("supervision.nobody_in_case", "responsible_person", number=number))
    return tuple(found)


def _words(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    say, limit = desk.translator.text, proposal.limit
    words = (
        [say("每件各取编号、各入经过，一次签发，任何一件不成都不签发。")] if len(proposal.cases) > 1 else []
    )
    cases = [_case(desk, entry) for entry in proposal.cases[:_TOLD]]
    rest = len(proposal.cases) - _TOLD
    if rest > 0:
        cases.append(say("另有 {n} 件", n=rest))
    words.append("\n".join(cases))
    if limit is not None:
        source = say("{source}（未核实）", source=limit.source) if not limit.is_verified else limit.source
        words.append(say("回复时限建议{words}，依据{source}", words=limit.words, source=source))
    return tuple(words)


def _case(desk: Desk, entry: Proposed) -> str:
    say, to = desk.translator.text, entry.addressee
    names = "、".join(name for name in (to.lead_official, to.responsible_person) if name)
    return say(
        "{number}　{title}　→　{names}",
        number=entry.case.intake_number,
        title=entry.case.title,
        names=names or say("还没有责任人"),
    )


def _plain(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, word) for word in words)
