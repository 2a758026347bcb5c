"""From what was typed into the form of a duty to the duty it means, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case, MediatorRole
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties, check_duty
from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.documents import Attachment
from app.domain.people.staff import StaffMember
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.moments import local_day
from app.domain.values.naming.names import clean_name
from app.domain.values.texts import clean_text, one_line
from app.presenters.rosters.choices import joined, words_of
from app.presenters.rosters.entry_form import YES, FieldProblem, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRecord:
    """One duty with what its form needs to know: the case, all four duties, files and roster."""

    kind: DutyKind
    case: Case
    duties: FourDuties
    attachments: tuple[Attachment, ...]
    staff: tuple[StaffMember, ...]

    @property
    def duty(self) -> Duty:
        """Give the duty itself."""
        return self.duties.duty(self.kind)

    @property
    def mediators(self) -> tuple[str, ...]:
        """Give the names of those who mediate: they should not follow up."""
        return tuple(m.name for m in self.case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND))

    @property
    def unassigned(self) -> tuple[Duty, ...]:
        """Give the other duties nobody answers for yet."""
        return tuple(d for d in self.duties.duties if d.kind is not self.kind and not d.is_assigned)


def duty_values(record: DutyRecord) -> dict[str, str]:
    """Write a duty as typed."""
    duty = record.duty
    return {
        "lead_official": duty.lead_official,
        "responsible_unit": duty.responsible_unit,
        "responsible_person": duty.responsible_person,
        "co_units": joined(duty.co_units),
        "measures": duty.measures,
        "due_on": duty.due_on.isoformat() if duty.due_on else "",
        "completed_on": duty.completed_on.isoformat() if duty.completed_on else "",
        "outcome": duty.outcome,
        "same_person_reason": duty.same_person_reason,
        "evidence": ",".join(str(id_) for id_ in duty.evidence_ids),
        "assign_all": "",
    }


def read_duty(values: Values, record: DutyRecord, today: date) -> Duty:
    """Read the form over the stored duty; InvalidInput with its field for a day that is none."""
    duty, person = record.duty, clean_name(one_line(values.get("responsible_person", "")))
    ticked = values.get("evidence", "").split(",")
    known = {str(attachment.id): attachment.id for attachment in record.attachments}
    return replace(
        duty,
        lead_official=one_line(values.get("lead_official", "")),
        responsible_unit=one_line(values.get("responsible_unit", "")),
        responsible_person=person,
        responsible_id=person_id(person, record),
        co_units=words_of(values.get("co_units", "")),
        measures=clean_text(values.get("measures", "")),
        due_on=_day(values, "due_on", today),
        completed_on=_day(values, "completed_on", today),
        outcome=clean_text(values.get("outcome", "")),
        same_person_reason=(
            clean_text(values.get("same_person_reason", "")) if person in record.mediators else ""
        ),
        evidence_ids=tuple(known[key] for key in ticked if key in known),
    )


def person_id(name: str, record: DutyRecord) -> UUID | None:
    """Find who of the roster is meant: who it was already, or the only one of that name."""
    duty = record.duty
    if name and name == duty.responsible_person and duty.responsible_id is not None:
        return duty.responsible_id
    found = [member.id for member in record.staff if member.name == name]
    return found[0] if len(found) == 1 else None


def read_duties(values: Values, record: DutyRecord, today: date) -> FourDuties:
    """Give all four: this one as typed and, where ticked, the unassigned ones in the same hands.

    包回访 stays unassigned when the person mediates: it should be followed up by somebody else.
    """
    duty = read_duty(values, record, today)
    duties = record.duties.with_duty(duty)
    if values.get("assign_all", "") != YES:
        return duties
    for other in record.unassigned:
        if other.kind is DutyKind.FOLLOW_UP and duty.responsible_person in record.mediators:
            continue
        given = replace(
            other,
            lead_official=other.lead_official or duty.lead_official,
            responsible_unit=other.responsible_unit or duty.responsible_unit,
            responsible_person=duty.responsible_person,
            responsible_id=duty.responsible_id,
        )
        duties = duties.with_duty(given)
    return duties


def duty_problems(values: Values, record: DutyRecord, today: date) -> tuple[FieldProblem, ...]:
    """Check what can be checked without the database."""
    days = [problem for key in ("due_on", "completed_on") for problem in _day_problem(values, key, today)]
    if days:
        return tuple(days)
    duty = read_duty(values, record, today)
    found = _tried(lambda: check_duty(duty, local_day(record.case.registered_at)))
    if duty.completed_on is not None and duty.completed_on > today:
        found.append(_problem("date.in_future", "completed_on", day=duty.completed_on.isoformat()))
    if values.get("assign_all", "") == YES and not duty.is_assigned:
        found.append(_problem("duty.person_missing", "responsible_person"))
    if needs_reason(values, record) and not values.get("same_person_reason", "").strip():
        person = duty.responsible_person
        found.append(_problem("duty.same_person_reason_missing", "same_person_reason", person=person))
    is_later = record.duty.due_on is not None and (duty.due_on is None or duty.due_on > record.duty.due_on)
    if record.duty.is_assigned and is_later:
        found.append(_problem("duty.extend_instead", "due_on", duty=duty.kind.term))
    return tuple(found)


def needs_reason(values: Values, record: DutyRecord) -> bool:
    """Tell whether who mediates would follow up by what is typed: advised against, allowed with a reason."""
    person = clean_name(one_line(values.get("responsible_person", "")))
    return record.kind is DutyKind.FOLLOW_UP and person in record.mediators


def _problem(code: str, field: str, **facts: str) -> FieldProblem:
    return FieldProblem(field, InvalidInput(code, field=field, **facts))


def _day(values: Values, key: str, today: date) -> date | None:
    typed = values.get(key, "")
    try:
        return parse_day(typed, today) if typed.strip() else None
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error


def _day_problem(values: Values, key: str, today: date) -> Sequence[FieldProblem]:
    return _tried(lambda: _day(values, key, today))


def _tried(check: Callable[[], object]) -> list[FieldProblem]:
    try:
        check()
    except DomainError as error:
        return [FieldProblem(error.field, error)]
    return []
