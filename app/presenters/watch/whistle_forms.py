"""The forms of a whistle: blow, report in, deal with, rate, take back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.domain.duties.watch.limits import LimitUnit
from app.domain.duties.watch.whistles import (
    CalledUnit,
    Whistle,
    WhistleDirection,
    WhistleRating,
    check_whistle,
)
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.rosters.choices import chosen, member_of, termed, words_of
from app.presenters.rosters.entry_form import EntryField, FieldKind, FieldProblem, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord

Write = Callable[[Values, Whistle], Saved]


def blow_form(desk: Desk, case_id: UUID | None = None, handling_id: UUID | None = None) -> WatchEntry:
    """Ask whom to call where by when; of a case or something proactive, place and need are known."""
    say, services = desk.translator.text, desk.services
    case = services.cases.folder(case_id).case if case_id is not None else None
    handling = services.watch.proactive.get(handling_id) if handling_id is not None else None
    organisation = services.people.organisation(desk.me.organisation_id)
    limit, _due = services.watch.whistles.limit()

    def read_whistle(values: Values, now: datetime) -> Whistle:
        names = (read.line(values, "lead_unit"), *words_of(values.get("co_units", "")))
        unit = member_of(LimitUnit, values.get("arrive_unit", "")) or LimitUnit.MINUTE
        return Whistle(
            id=new_id(),
            case_id=case_id,
            handling_id=handling_id,
            organisation_id=case.organisation_id if case is not None else organisation.id,
            caller_id=desk.me.id,
            caller_name=desk.me.name,
            from_unit=read.line(values, "from_unit"),
            direction=chosen(WhistleDirection, values.get("direction", ""), "direction"),
            units=tuple(
                CalledUnit(id=new_id(), name=name, is_lead=place == 0) for place, name in enumerate(names)
            ),
            need=read.text(values, "need"),
            place=read.line(values, "place"),
            blown_at=now,
            arrive_by=services.watch.whistles.ends_at(read.amount(values, "arrive_in"), unit, now),
        )

    def write(values: Values, _seen: WatchRecord) -> Saved:
        whistle = read_whistle(values, desk.clock.now())
        done = services.watch.whistles.blow(whistle, actor=desk.actor)
        names = "、".join(unit.name for unit in whistle.units)
        told = say("已吹哨：{units} {time} 前报到", units=names, time=desk.formats.moment(whistle.arrive_by))
        return Saved(done.changes, told)

    place, need = "", ""
    if case is not None:
        place, need = case.place, say("“{title}”需要现场核查处置。", title=case.title)
    elif handling is not None:
        place, need = handling.place, handling.seen
    values = {
        "from_unit": organisation.name,
        "direction": WhistleDirection.HORIZONTAL.value,
        "lead_unit": "",
        "co_units": "",
        "need": need,
        "place": place,
        "arrive_in": str(limit.amount) if limit is not None else "",
        "arrive_unit": (limit.unit if limit is not None else LimitUnit.MINUTE).value,
    }
    words = (
        [say("{number}　{title}", number=case.intake_number, title=case.title)] if case is not None else []
    )
    if limit is not None:
        source = limit.source if limit.is_verified else say("{source}（未核实）", source=limit.source)
        words.append(say("报到时限建议{words}，依据{source}", words=limit.words, source=source))
    return WatchEntry(
        draft_key=f"whistle/{case_id or handling_id or 'proactive'}",
        title=say("吹哨"),
        verb=say("吹哨"),
        fields=_blow_fields(desk),
        seen=WatchRecord(),
        read=WatchRecord,
        values=lambda _seen: dict(values),
        write=write,
        check=lambda typed: read.problems_of(lambda: check_whistle(read_whistle(typed, desk.clock.now()))),
        words=tuple(words),
    )


def _blow_fields(desk: Desk) -> tuple[EntryField, ...]:
    say, services = desk.translator.text, desk.services
    named = services.watch.lists.units()
    own = tuple(
        name
        for organisation in services.people.organisations()
        for name in (organisation.name, *(studio.name for studio in organisation.studios))
    )
    units = tuple((name, name) for name in dict.fromkeys((*named, *own)))
    return (
        EntryField(key="lead_unit", label=say("牵头单位"), options=units, is_required=True, is_half=True),
        EntryField(key="co_units", label=say("配合单位"), is_half=True, hint=say("几个用顿号隔开")),
        EntryField(key="need", label=say("需要解决的问题"), kind=FieldKind.TEXT, is_required=True),
        EntryField(key="place", label=say("到哪里"), is_half=True),
        EntryField(
            key="direction",
            label=say("方式"),
            kind=FieldKind.CHOICE,
            options=termed(desk.translator, WhistleDirection),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="arrive_in", label=say("多久内报到"), is_required=True, is_half=True),
        EntryField(
            key="arrive_unit",
            label=say("时间单位"),
            kind=FieldKind.CHOICE,
            options=termed(desk.translator, LimitUnit),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="from_unit", label=say("吹哨单位"), options=units, is_required=True),
    )


def arrive_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask which units reported in, when and through whom."""
    say, whistles, now = desk.translator.text, desk.services.watch.whistles, desk.clock.now()
    whistle = _whistle(record)
    units = tuple((str(unit.id), unit.name) for unit in whistle.missing)

    def write(values: Values, seen: Whistle) -> Saved:
        there = tuple(unit for unit in seen.units if str(unit.id) in values.get("units", "").split(","))
        at = read.moment(values, "arrived_on", "arrived_time", desk.today)
        if f"{at:%Y-%m-%d %H:%M}" == desk.formats.moment(seen.blown_at):
            at = seen.blown_at  # typed to the minute, and blown within it
        done = whistles.arrive(
            seen.id,
            tuple(unit.id for unit in there),
            read.line(values, "person"),
            at,
            actor=desk.actor,
            version=seen.version,
        )
        names = "、".join(unit.name for unit in there)
        return Saved(done.changes, say("{units}已报到", units=names))

    return _form(
        desk,
        record,
        key="arrive",
        verb=say("报到"),
        fields=(
            EntryField(
                key="units", label=say("报到单位"), kind=FieldKind.TICKS, options=units, is_required=True
            ),
            *read.moment_fields(
                desk.translator, "arrived_on", "arrived_time", say("报到日期"), time_label=say("报到时间")
            ),
            EntryField(key="person", label=say("到场人")),
        ),
        values={
            "units": units[0][0] if len(units) == 1 else "",
            "arrived_on": desk.formats.day(now),
            "arrived_time": desk.formats.time(now),
            "person": "",
        },
        write=write,
        check=lambda values: (
            *read.needs(values, units="whistle.unit_missing"),
            *read.problems_of(lambda: read.moment(values, "arrived_on", "arrived_time", desk.today)),
        ),
    )


def handle_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask what was done and what came of it."""
    say, whistles = desk.translator.text, desk.services.watch.whistles

    def write(values: Values, seen: Whistle) -> Saved:
        done = whistles.handle(
            seen.id,
            read.text(values, "measures"),
            read.text(values, "result"),
            read.day(values, "handled_on", desk.today),
            actor=desk.actor,
            version=seen.version,
        )
        return Saved(done.changes, say("已记录处置，请吹哨人评价"))

    return _form(
        desk,
        record,
        key="handle",
        verb=say("处置"),
        fields=(
            EntryField(key="measures", label=say("做了什么"), kind=FieldKind.TEXT, is_required=True),
            EntryField(key="result", label=say("结果"), kind=FieldKind.TEXT),
            EntryField(
                key="handled_on", label=say("处置日期"), kind=FieldKind.DAY, is_required=True, is_half=True
            ),
        ),
        values={"measures": "", "result": "", "handled_on": desk.formats.day(desk.today)},
        write=write,
        check=lambda values: (
            *read.needs(values, measures="whistle.measures_missing"),
            *read.problems_of(lambda: read.day(values, "handled_on", desk.today)),
        ),
        words=(_whistle(record).need,),
    )


def rate_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask the caller for the rating (末端评价)."""
    say, whistles = desk.translator.text, desk.services.watch.whistles

    def write(values: Values, seen: Whistle) -> Saved:
        rating = chosen(WhistleRating, values.get("rating", ""), "rating")
        done = whistles.rate(
            seen.id, rating, read.text(values, "rating_note"), actor=desk.actor, version=seen.version
        )
        return Saved(done.changes, say("已评价：{n} 分，{words}", n=rating.value, words=say(rating.term)))

    whistle = _whistle(record)
    options = tuple(
        (rating.value, say("{n} 分　{words}", n=rating.value, words=say(rating.term)))
        for rating in reversed(WhistleRating)
    )
    return _form(
        desk,
        record,
        key="rate",
        verb=say("评价"),
        fields=(
            EntryField(
                key="rating", label=say("末端评价"), kind=FieldKind.CHOICE, options=options, is_required=True
            ),
            EntryField(
                key="rating_note",
                label=say("说明"),
                kind=FieldKind.TEXT,
                hint=say("不满意时必填"),
            ),
        ),
        values={"rating": "", "rating_note": ""},
        write=write,
        check=lambda values: read.needs(values, rating="choice.missing"),
        words=tuple(part for part in (whistle.measures, whistle.result) if part),
    )


def withdraw_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask why the call is taken back."""
    say, whistles = desk.translator.text, desk.services.watch.whistles

    def write(values: Values, seen: Whistle) -> Saved:
        done = whistles.withdraw(seen.id, read.text(values, "reason"), actor=desk.actor, version=seen.version)
        return Saved(done.changes, say("已撤回吹哨"))

    return _form(
        desk,
        record,
        key="withdraw",
        verb=say("撤回"),
        fields=(EntryField(key="reason", label=say("撤回原因"), kind=FieldKind.TEXT, is_required=True),),
        values={"reason": ""},
        write=write,
        check=lambda values: read.needs(values, reason="reason.words_missing"),
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
    whistle, whistles = _whistle(record), desk.services.watch.whistles
    return WatchEntry(
        draft_key=f"whistle/{whistle.id}/{key}",
        title=desk.translator.text("{verb}：{unit}", verb=verb, unit=whistle.lead.name),
        verb=verb,
        fields=fields,
        seen=record,
        read=lambda: WatchRecord(whistle=whistles.get(whistle.id)),
        values=lambda _seen: dict(values),
        write=lambda typed, seen: write(typed, _whistle(seen)),
        check=check,
        words=words,
    )


def _whistle(record: WatchRecord) -> Whistle:
    if record.whistle is None:
        raise ValueError("this form is about a whistle")
    return record.whistle
