"""Moving the due date of a duty on: why, by whose approval, until when."""

from __future__ import annotations

from datetime import date

from app.domain.duties.four_duties import DutyExtension, DutyKind, FourDuties, extend
from app.domain.errors import DomainError, InvalidInput
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.domain.values.texts import clean_text, one_line
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values


def extension_form(
    desk: Desk, duties: FourDuties, kind: DutyKind, officials: tuple[str, ...]
) -> EntryForm[FourDuties]:
    """Ask for an extension of one duty, which has a due date."""
    say, day = desk.translator.text, desk.formats.day
    due = duties.duty(kind).due_on
    name = say(kind.term)

    def read() -> FourDuties:
        return desk.services.cases.folder(duties.case_id).duties

    def write(values: Values, stored: FourDuties) -> Saved:
        extension = _read(values, stored, kind, desk.today)
        done = desk.services.duties.extend(
            stored.case_id, kind, extension, actor=desk.actor, version=stored.version
        )
        told = say("{duty}延期至 {day}", duty=name, day=day(extension.new_due))
        return Saved(done.changes, told)

    return EntryForm(
        draft_key=f"extension/{duties.case_id}/{kind.value}",
        title=say("{duty}延期", duty=name),
        verb=say("延期"),
        fields=(
            EntryField(
                key="new_due", label=say("新期限"), kind=FieldKind.DAY, is_required=True, is_half=True
            ),
            EntryField(
                key="approver",
                label=say("批准人"),
                options=tuple((official, official) for official in officials),
                is_required=True,
                is_half=True,
            ),
            EntryField(
                key="approved_on", label=say("批准日期"), kind=FieldKind.DAY, is_required=True, is_half=True
            ),
            EntryField(key="reason", label=say("延期原因"), kind=FieldKind.TEXT, is_required=True),
        ),
        seen=duties,
        read=read,
        values=lambda _stored: {"approved_on": day(desk.today), "new_due": "", "approver": "", "reason": ""},
        write=write,
        check=lambda values: _problems(values, duties, kind, desk.today),
        words=(say("现期限 {day}。延期留下记录，打印在四包责任记录上。", day=day(due) if due else ""),),
    )


def extension_words(desk: Desk, extension: DutyExtension) -> str:
    """Tell one extension in a line."""
    day = desk.formats.day
    return desk.translator.text(
        "{before} 延至 {after}：{reason}（{approver} {on} 批准）",
        before=day(extension.previous_due),
        after=day(extension.new_due),
        reason=extension.reason,
        approver=extension.approver,
        on=day(extension.approved_on),
    )


def _read(values: Values, stored: FourDuties, kind: DutyKind, today: date) -> DutyExtension:
    new_due = _day(values, "new_due", today)
    return DutyExtension(
        id=new_id(),
        reason=clean_text(values.get("reason", "")),
        approver=one_line(values.get("approver", "")),
        approved_on=_day(values, "approved_on", today),
        previous_due=stored.duty(kind).due_on or new_due,
        new_due=new_due,
    )


def _problems(values: Values, stored: FourDuties, kind: DutyKind, today: date) -> tuple[FieldProblem, ...]:
    try:
        extension = _read(values, stored, kind, today)
        if extension.approved_on > today:
            raise InvalidInput("date.in_future", field="approved_on")
        extend(stored.duty(kind), extension)
    except DomainError as error:
        return (FieldProblem(error.field, error),)
    return ()


def _day(values: Values, key: str, today: date) -> date:
    typed = values.get(key, "")
    if not typed.strip():
        raise InvalidInput("date.missing", field=key)
    try:
        return parse_day(typed, today)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error
