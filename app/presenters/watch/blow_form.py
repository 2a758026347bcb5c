"""吹哨: whom to call, where, by when; of a case or something proactive, place and need are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.watch.limits import LimitUnit, WatchLimit
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.whistles import CalledUnit, Whistle, WhistleDirection, check_whistle
from app.domain.people.organisations import Organisation
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.rosters.choices import chosen, member_of, termed, words_of
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord


@dataclass(frozen=True, slots=True)
class _About:
    """What a whistle is about, and what this place says of its limit."""

    desk: Desk
    organisation: Organisation
    limit: WatchLimit | None
    case: Case | None = None
    handling: ProactiveHandling | None = None


def blow_form(desk: Desk, case_id: UUID | None = None, handling_id: UUID | None = None) -> WatchEntry:
    """Ask for a whistle; reads the case, what was found, and the units named before."""
    say, services = desk.translator.text, desk.services
    about = _About(
        desk,
        services.people.organisation(desk.me.organisation_id),
        services.watch.whistles.limit()[0],
        services.cases.folder(case_id).case if case_id is not None else None,
        services.watch.proactive.get(handling_id) if handling_id is not None else None,
    )

    def write(values: Values, _seen: WatchRecord) -> Saved:
        whistle = _read(values, about, desk.clock.now())
        done = services.watch.whistles.blow(whistle, actor=desk.actor)
        names = "、".join(unit.name for unit in whistle.units)
        told = say("已吹哨：{units} {time} 前报到", units=names, time=desk.formats.moment(whistle.arrive_by))
        return Saved(done.changes, told)

    values = _values(about)
    return EntryForm(
        draft_key=f"whistle/{case_id or handling_id or 'proactive'}",
        title=say("吹哨"),
        verb=say("吹哨"),
        fields=_fields(desk),
        seen=WatchRecord(),
        read=WatchRecord,
        values=lambda _seen: dict(values),
        write=write,
        check=lambda typed: read.problems_of(lambda: check_whistle(_read(typed, about, desk.clock.now()))),
        words=_words(about),
    )


def _read(values: Values, about: _About, now: datetime) -> Whistle:
    desk, case, handling = about.desk, about.case, about.handling
    names = (read.line(values, "lead_unit"), *words_of(values.get("co_units", "")))
    unit = member_of(LimitUnit, values.get("arrive_unit", "")) or LimitUnit.MINUTE
    return Whistle(
        id=new_id(),
        case_id=case.id if case is not None else None,
        handling_id=handling.id if handling is not None else None,
        organisation_id=case.organisation_id if case is not None else about.organisation.id,
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
        arrive_by=desk.services.watch.whistles.ends_at(read.amount(values, "arrive_in"), unit, now),
    )


def _values(about: _About) -> dict[str, str]:
    say, limit = about.desk.translator.text, about.limit
    place, need = "", ""
    if about.case is not None:
        place = about.case.place
        need = say("“{title}”需要现场核查处置。", title=about.case.title)
    elif about.handling is not None:
        place, need = about.handling.place, about.handling.seen
    return {
        "from_unit": about.organisation.name,
        "direction": WhistleDirection.HORIZONTAL.value,
        "lead_unit": "",
        "co_units": "",
        "need": need,
        "place": place,
        "arrive_in": str(limit.amount) if limit is not None else "",
        "arrive_unit": (limit.unit if limit is not None else LimitUnit.MINUTE).value,
    }


def _words(about: _About) -> tuple[str, ...]:
    say, case, limit = about.desk.translator.text, about.case, about.limit
    words = []
    if case is not None:
        words.append(say("{number}　{title}", number=case.intake_number, title=case.title))
    if limit is not None:
        source = limit.source if limit.is_verified else say("{source}（未核实）", source=limit.source)
        words.append(say("报到时限建议{words}，依据{source}", words=limit.words, source=source))
    return tuple(words)


def _fields(desk: Desk) -> tuple[EntryField, ...]:
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
