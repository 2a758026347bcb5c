"""The forms of 未诉先办: write down, go on, register as a case, close."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.sources import CaseSource
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.people.parties import PartyKind
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.presenters.desk import Desk
from app.presenters.rosters.choices import words_of
from app.presenters.rosters.entry_form import EntryField, FieldKind, FieldProblem, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord
from app.services.disputes.intake import Intake

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
        before = seen.handling or _new(desk)
        typed = replace(
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
        if seen.handling is None:
            return Saved(
                proactive.note(typed, actor=desk.actor).changes, say("已记下：{title}", title=typed.title)
            )
        return Saved(
            proactive.save(typed, actor=desk.actor).changes, say("已保存：{title}", title=typed.title)
        )

    return WatchEntry(
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


def to_case_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask for the little a case needs; its parties are completed in the case."""
    say, services = desk.translator.text, desk.services
    handling = _handling(record)
    types = services.people.dispute_types(desk.today)

    def intake(values: Values) -> Intake:
        sides = ((PartySide.APPLICANT, "applicants"), (PartySide.RESPONDENT, "respondents"))
        return Intake(
            source=CaseSource.INITIATIVE,
            source_note=say("未诉先办：{finder} {day} 发现", finder=handling.finder, day=handling.found_on),
            title=read.line(values, "title"),
            dispute_type=values.get("dispute_type", ""),
            place=read.line(values, "place"),
            facts=read.text(values, "facts"),
            organisation_id=handling.organisation_id,
            parties=tuple(
                CaseParty(id=new_id(), side=side, name=name, kind=PartyKind.NATURAL_PERSON)
                for side, key in sides
                for name in words_of(values.get(key, ""))
            ),
        )

    def write(values: Values, seen: WatchRecord) -> Saved:
        stored = _handling(seen)
        done = services.watch.proactive.register(
            stored.id, intake(values), actor=desk.actor, version=stored.version
        )
        return Saved(done.changes, say("已登记为 {number}", number=done.value.intake_number))

    def check(values: Values) -> tuple[FieldProblem, ...]:
        return tuple(
            FieldProblem(error.field.partition(".")[0], error)
            for error in services.registration.check(intake(values))
        )

    values = {
        "title": handling.title,
        "applicants": "",
        "respondents": handling.people,
        "dispute_type": "",
        "place": handling.place,
        "facts": handling.seen,
    }
    return WatchEntry(
        draft_key=f"proactive/{handling.id}/case",
        title=say("转为案件：{title}", title=handling.title),
        verb=say("登记"),
        fields=_case_fields(desk, tuple((entry.code, entry.name) for entry in types.types)),
        seen=record,
        read=lambda: WatchRecord(handling=services.watch.proactive.get(handling.id)),
        values=lambda _seen: dict(values),
        write=write,
        check=check,
        words=(say("来源记为主动调解，仍要征得各方同意才能受理（人民调解法第十七条）。"),),
    )


def _case_fields(desk: Desk, types: tuple[tuple[str, str], ...]) -> tuple[EntryField, ...]:
    say = desk.translator.text
    return (
        EntryField(key="title", label=say("案由")),
        EntryField(key="applicants", label=say("一方"), is_half=True, hint=say("没有可以留空")),
        EntryField(
            key="respondents",
            label=say("另一方"),
            is_half=True,
            is_required=True,
            hint=say("几个用顿号隔开，详情登记后再补"),
        ),
        EntryField(
            key="dispute_type",
            label=say("纠纷类型"),
            kind=FieldKind.CHOICE,
            options=types,
            is_required=True,
            is_half=True,
        ),
        EntryField(key="place", label=say("发生地"), is_half=True),
        EntryField(key="facts", label=say("经过"), kind=FieldKind.TEXT, is_required=True),
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

    return WatchEntry(
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
