"""未诉先办 becomes a case: the little a case needs; its parties are completed there."""

from __future__ import annotations

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.sources import CaseSource
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.people.parties import PartyKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.rosters.choices import words_of
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values
from app.presenters.watch import reading as read
from app.presenters.watch.record import WatchEntry, WatchRecord
from app.services.disputes.intake import Intake


def to_case_form(desk: Desk, record: WatchRecord) -> WatchEntry:
    """Ask for the little a case needs; its parties are completed in the case."""
    say, services = desk.translator.text, desk.services
    handling = _handling(record)
    types = services.people.dispute_types(desk.today)

    def write(values: Values, seen: WatchRecord) -> Saved:
        stored = _handling(seen)
        done = services.watch.proactive.register(
            stored.id, _intake(values, handling, desk), actor=desk.actor, version=stored.version
        )
        return Saved(done.changes, say("已登记为 {number}", number=done.value.intake_number))

    def check(values: Values) -> tuple[FieldProblem, ...]:
        return tuple(
            FieldProblem(error.field.partition(".")[0], error)
            for error in services.registration.check(_intake(values, handling, desk))
        )

    values = {
        "title": handling.title,
        "applicants": "",
        "respondents": handling.people,
        "dispute_type": "",
        "place": handling.place,
        "facts": handling.seen,
    }
    return EntryForm(
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


def _intake(values: Values, handling: ProactiveHandling, desk: Desk) -> Intake:
    found = desk.translator.text(
        "未诉先办：{finder} {day} 发现", finder=handling.finder, day=desk.formats.day(handling.found_on)
    )
    sides = ((PartySide.APPLICANT, "applicants"), (PartySide.RESPONDENT, "respondents"))
    return Intake(
        source=CaseSource.INITIATIVE,
        source_note=found,
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


def _handling(record: WatchRecord) -> ProactiveHandling:
    if record.handling is None:
        raise ValueError("this form is about something proactive")
    return record.handling
