"""Forms over all four duties of a case: one person for those nobody has, and striking the case off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.disputes.cases import MediatorRole
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.errors import DomainError, InvalidInput
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.naming.names import clean_name
from app.domain.values.texts import clean_text, one_line
from app.presenters.desk import Desk
from app.presenters.duties.duty_fields import plain
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values
from app.presenters.workspace.folder import CaseFolder


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the form over all four knows: who may be named, who mediates, which duties nobody has."""

    staff: tuple[StaffMember, ...]
    officials: tuple[str, ...]
    mediators: tuple[str, ...]
    nobodys: tuple[Duty, ...]

    @property
    def includes_follow_up(self) -> bool:
        """Tell whether the follow-up is among them: a mediator needs a reason for it."""
        return any(duty.kind is DutyKind.FOLLOW_UP for duty in self.nobodys)


def assign_all_form(desk: Desk, folder: CaseFolder) -> EntryForm[FourDuties]:
    """Ask who answers for every duty nobody answers for yet; reads roster and lead officials."""
    say, services = desk.translator.text, desk.services
    asked = _Asked(
        staff=tuple(m for m in services.people.staff() if m.left_on is None or m.left_on > desk.today),
        officials=services.duties.lead_officials(),
        mediators=tuple(m.name for m in folder.case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)),
        nobodys=tuple(duty for duty in folder.duties.duties if not (duty.is_assigned or duty.is_done)),
    )

    def write(values: Values, stored: FourDuties) -> Saved:
        person = _person(values)
        found = [member.id for member in asked.staff if member.name == person]
        done = services.duties.assign_all(
            stored.case_id,
            one_line(values.get("lead_official", "")),
            one_line(values.get("responsible_unit", "")),
            person,
            found[0] if len(found) == 1 else None,
            actor=desk.actor,
            version=stored.version,
            same_person_reason=clean_text(values.get("same_person_reason", "")),
        )
        return Saved(done.changes, say("已指定 {n} 项，由{name}负责", n=len(asked.nobodys), name=person))

    fields = _assign_fields(desk, asked)
    names = "、".join(say(duty.kind.term) for duty in asked.nobodys)
    return EntryForm(
        draft_key=f"duties-all/{folder.case.id}",
        title=say("指定责任人"),
        verb=say("指定"),
        fields=fields,
        seen=folder.duties,
        read=lambda: services.cases.folder(folder.case.id).duties,
        values=lambda _stored: {field.key: "" for field in fields},
        write=write,
        check=lambda values: _assign_problems(values, asked),
        words=(say("指定给未定人的：{names}。期限按本地四包时限，可逐项改。", names=names),),
    )


def _assign_problems(values: Values, asked: _Asked) -> tuple[FieldProblem, ...]:
    person = _person(values)
    if not person:
        return (_problem("duty.person_missing", "responsible_person"),)
    mediates = asked.includes_follow_up and person in asked.mediators
    if mediates and not values.get("same_person_reason", "").strip():
        return (_problem("duty.same_person_reason_missing", "same_person_reason", person=person),)
    return ()


def _assign_fields(desk: Desk, asked: _Asked) -> tuple[EntryField, ...]:
    say = desk.translator.text
    people = tuple(dict.fromkeys(member.name for member in asked.staff))
    fields = [
        EntryField(key="lead_official", label=say("责任领导"), options=plain(asked.officials), is_half=True),
        EntryField(
            key="responsible_person",
            label=say("责任人"),
            options=plain(people),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="responsible_unit", label=say("责任单位")),
    ]
    if asked.includes_follow_up and asked.mediators:
        reason = EntryField(
            key="same_person_reason",
            label=say("由调解员回访的理由"),
            kind=FieldKind.TEXT,
            is_required=True,
            hint=say("建议由调解员以外的人回访"),
            shown_if=("responsible_person", asked.mediators),
        )
        fields.append(reason)
    return tuple(fields)


def _person(values: Values) -> str:
    return clean_name(one_line(values.get("responsible_person", "")))


def discharge_form(desk: Desk, duties: FourDuties) -> EntryForm[FourDuties]:
    """Ask for the day and note of striking a case off the list (销号), all four duties being done."""
    say = desk.translator.text

    def write(values: Values, stored: FourDuties) -> Saved:
        done = desk.services.duties.discharge(
            stored.case_id,
            _day(values, "discharged_on", desk.today),
            clean_text(values.get("discharge_note", "")),
            actor=desk.actor,
            version=stored.version,
        )
        return Saved(done.changes, say("四包已销号"))

    def check(values: Values) -> tuple[FieldProblem, ...]:
        try:
            if _day(values, "discharged_on", desk.today) > desk.today:
                raise InvalidInput("date.in_future", field="discharged_on")
        except DomainError as error:
            return (FieldProblem(error.field, error),)
        return ()

    return EntryForm(
        draft_key=f"discharge/{duties.case_id}",
        title=say("四包销号"),
        verb=say("销号"),
        fields=(
            EntryField(key="discharged_on", label=say("销号日期"), kind=FieldKind.DAY, is_required=True),
            EntryField(key="discharge_note", label=say("销号说明"), kind=FieldKind.TEXT),
        ),
        seen=duties,
        read=lambda: desk.services.cases.folder(duties.case_id).duties,
        values=lambda stored: {
            "discharged_on": desk.formats.day(stored.discharged_on or desk.today),
            "discharge_note": stored.discharge_note,
        },
        write=write,
        check=check,
        words=(say("四项都已完成。销号后本案不再列入四包督促。"),),
    )


def _problem(code: str, field: str, **facts: str) -> FieldProblem:
    return FieldProblem(field, InvalidInput(code, field=field, **facts))


def _day(values: Values, key: str, today: date) -> date:
    typed = values.get(key, "")
    if not typed.strip():
        raise InvalidInput("date.missing", field=key)
    try:
        return parse_day(typed, today)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error
