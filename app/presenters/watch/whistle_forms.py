"""The forms of a whistle that was blown: report in, deal with, rate, take back."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.duties.watch.whistles import Whistle, WhistleRating
from app.presenters.desk import Desk
from app.presenters.rosters.choices import chosen
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord

Write = Callable[[Values, Whistle], Saved]


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
    return EntryForm(
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
