"""The forms of 未诉先办: write down, go on, close."""

from __future__ import annotations

from dataclasses import replace

from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord

_TYPED = (
    "title", "place", "finder", "seen", "people", "screening_note", "responsible_unit",
    "responsible_person", "measures", "feedback",
)  # fmt: skip


def handling_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask for what was found, to whom it was given and how it goes; without a record a new one."""
    say, proactive = desk.translator.text, desk.services.watch.proactive
    known = record.handling

    def values_of(seen: WatchRecord) -> dict[str, str]:
        found = seen.handling
        values = {key: getattr(found, key) if found is not None else "" for key in _TYPED}
        on = found.found_on if found is not None else desk.today
        finder = values["finder"] or (desk.me.name if found is None else "")
        return {**values, "finder": finder, "found_on": desk.formats.day(on)}

    def write(values: Values, seen: WatchRecord) -> Saved:
        typed = _typed(values, seen.handling or _new(desk), desk)
        if seen.handling is None:
            return Saved(
                proactive.note(typed, actor=desk.actor).changes, say("已记下：{title}", title=typed.title)
            )
        return Saved(
            proactive.save(typed, actor=desk.actor).changes, say("已保存：{title}", title=typed.title)
        )

    return EntryForm(
        draft_key=f"proactive/{known.id if known is not None else 'new'}",
        title=say("未诉先办") if known is None else say("未诉先办：{title}", title=known.title),
        verb=say("记下") if known is None else say("保存"),
        fields=_fields(desk),
        seen=record,
        read=lambda: WatchRecord(handling=proactive.get(known.id)) if known is not None else WatchRecord(),
        values=values_of,
        write=write,
        check=lambda values: (
            *read.needs(values, title="proactive.title_missing", seen="proactive.seen_missing"),
            *read.problems_of(lambda: read.day(values, "found_on", desk.today)),
        ),
        words=(say("没有人申请，先看到、先处理。需要调解时转为案件，来源记为主动调解。"),),
    )


def _typed(values: Values, before: ProactiveHandling, desk: Desk) -> ProactiveHandling:
    return replace(
        before,
        found_on=read.day(values, "found_on", desk.today),
        title=read.line(values, "title"),
        place=read.line(values, "place"),
        finder=read.line(values, "finder"),
        seen=read.text(values, "seen"),
        people=read.line(values, "people"),
        screening_note=read.text(values, "screening_note"),
        responsible_unit=read.line(values, "responsible_unit"),
        responsible_person=clean_name(read.line(values, "responsible_person")),
        measures=read.text(values, "measures"),
        feedback=read.text(values, "feedback"),
    )


def _new(desk: Desk) -> ProactiveHandling:
    return ProactiveHandling(
        id=new_id(),
        organisation_id=desk.me.organisation_id,
        title="",
        found_on=desk.today,
        seen="",
        recorder_id=desk.me.id,
        recorder_name=desk.me.name,
        recorded_at=desk.clock.now(),
    )


def _fields(desk: Desk) -> tuple[EntryField, ...]:
    say, services = desk.translator.text, desk.services
    units = tuple((name, name) for name in services.watch.lists.units())
    people = tuple(dict.fromkeys((m.name, m.name) for m in services.people.staff() if m.left_on is None))
    text = FieldKind.TEXT
    return (
        EntryField(key="title", label=say("什么事"), is_required=True),
        EntryField(key="place", label=say("在哪里"), is_half=True),
        EntryField(key="found_on", label=say("发现日期"), kind=FieldKind.DAY, is_required=True, is_half=True),
        EntryField(key="seen", label=say("看到了什么"), kind=text, is_required=True),
        EntryField(key="finder", label=say("发现人"), is_half=True),
        EntryField(key="people", label=say("涉及谁"), is_half=True, hint=say("几个用顿号隔开")),
        EntryField(key="screening_note", label=say("排查情况"), kind=text),
        EntryField(key="responsible_unit", label=say("交办单位"), options=units, is_half=True),
        EntryField(key="responsible_person", label=say("交办给谁"), options=people, is_half=True),
        EntryField(key="measures", label=say("治理措施"), kind=text),
        EntryField(key="feedback", label=say("反馈"), kind=text),
    )


def settle_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask what was done in the end."""
    say, proactive = desk.translator.text, desk.services.watch.proactive
    handling = _handling(record)

    def write(values: Values, seen: WatchRecord) -> Saved:
        stored = _handling(seen)
        done = proactive.settle(
            stored.id,
            read.text(values, "outcome"),
            read.day(values, "closed_on", desk.today),
            actor=desk.actor,
            version=stored.version,
        )
        return Saved(done.changes, say("已办结：{title}", title=stored.title))

    return EntryForm(
        draft_key=f"proactive/{handling.id}/settle",
        title=say("办结：{title}", title=handling.title),
        verb=say("办结"),
        fields=(
            EntryField(key="outcome", label=say("怎么办结的"), kind=FieldKind.TEXT, is_required=True),
            EntryField(
                key="closed_on", label=say("办结日期"), kind=FieldKind.DAY, is_required=True, is_half=True
            ),
        ),
        seen=record,
        read=lambda: WatchRecord(handling=proactive.get(handling.id)),
        values=lambda _seen: {"outcome": "", "closed_on": desk.formats.day(desk.today)},
        write=write,
        check=lambda values: (
            *read.needs(values, outcome="proactive.outcome_missing"),
            *read.problems_of(lambda: read.day(values, "closed_on", desk.today)),
        ),
    )


def _handling(record: WatchRecord) -> ProactiveHandling:
    if record.handling is None:
        raise ValueError("this form is about something proactive")
    return record.handling
