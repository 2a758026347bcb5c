"""The form of an entry in the register of parties, read and checked exactly as the intake page does."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.errors import InvalidInput
from app.domain.people.parties import ContactConsent, IdentityKind, PartyDetails, PartyKind, PartyRecord
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.domain.values.sex import Sex
from app.domain.values.texts import clean_text
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.intake.paths import field_name
from app.presenters.intake.reading import read_entry
from app.presenters.intake.words import LANGUAGES
from app.presenters.rosters.choices import member_of, termed
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values

_PERSON = ("kind", (PartyKind.NATURAL_PERSON.value,))
_ORGANISATION = ("kind", (PartyKind.LEGAL_PERSON.value, PartyKind.UNINCORPORATED.value))
_TEXTS = (
    "name",
    "former_name",
    "identity_number",
    "phone",
    "language",
    "ethnicity",
    "occupation",
    "workplace",
    "address",
    "credit_code",
    "legal_representative",
    "legal_representative_post",
    "contact_person",
)


def party_form(desk: Desk, record: PartyRecord | None) -> EntryForm[PartyRecord]:
    """Ask for a party of the register; ``None`` begins a new one, which gets its id here."""
    say, people = desk.translator.text, desk.services.people
    seen = record or PartyRecord(id=new_id(), name="")

    def write(values: Values, stored: PartyRecord) -> Saved:
        done = people.save_party(read_party(values, stored, desk.today), actor=desk.actor)
        name = done.value.name
        told = say("已保存{name}", name=name) if record else say("已登入名册：{name}", name=name)
        return Saved(done.changes, told)

    return EntryForm(
        draft_key=f"party/{record.id if record else 'new'}",
        title=say("修改当事人") if record else say("新增当事人"),
        verb=say("保存"),
        fields=_fields(desk.translator),
        seen=seen,
        read=lambda: people.party(seen.id),
        values=party_values,
        write=write,
        check=lambda values: party_problems(values, seen, desk.today),
        words=(say("改名册不改已登记的案件：案件保留当时所述。"),) if record else (),
    )


def party_values(record: PartyRecord) -> dict[str, str]:
    """Write an entry of the register as it would be typed."""
    values = {name: str(getattr(record, name)) for name in _TEXTS}
    return values | {
        "kind": record.kind.value,
        "identity_kind": record.identity_kind.value,
        "sex": record.sex.value if record.sex else "",
        "birth_date": record.birth_date.isoformat() if record.birth_date else "",
        "stated_age": str(record.stated_age) if record.stated_age is not None else "",
        "note": record.note,
        "contact_consent": record.contact_consent.value if record.contact_consent else "",
        "contact_consent_on": record.contact_consent_on.isoformat() if record.contact_consent_on else "",
    }


def read_party(values: Values, stored: PartyRecord, today: date) -> PartyRecord:
    """Read the form over the stored entry; InvalidInput with its field for the first thing that is wrong."""
    for problem in party_problems(values, stored, today):
        if not problem.is_warning:
            raise InvalidInput(problem.error.code, field=problem.key, **problem.error.facts)
    reading = read_entry(_entry(values), today, stored.id)
    told = reading.intake.parties[0]
    details = {entry.name: getattr(told, entry.name) for entry in fields(PartyDetails)}
    consent, asked_on = _contact(values, today)
    read = replace(
        stored,
        **details,
        note=clean_text(values.get("note", "")),
        contact_consent=consent,
        contact_consent_on=asked_on,
    )
    if read.stated_age is not None and read.stated_age == stored.stated_age:
        return replace(read, age_stated_on=stored.age_stated_on)
    return read


def party_problems(values: Values, stored: PartyRecord, today: date) -> tuple[FieldProblem, ...]:
    """Check the form as the intake page checks a party."""
    if not values.get("name", "").strip():
        return (FieldProblem("name", InvalidInput("party.name_missing", field="name")),)
    reading = read_entry(_entry(values), today, stored.id)
    found = [FieldProblem(field_name(p.key), p.error, p.is_warning) for p in reading.problems]
    told = reading.intake.parties[0]
    if told.birth_date is not None and told.birth_date > today:
        found.append(FieldProblem("birth_date", InvalidInput("party.birth_in_future", field="birth_date")))
    try:
        _contact(values, today)
    except InvalidInput as error:
        found.append(FieldProblem(error.field, error))
    return tuple(found)


def _contact(values: Values, today: date) -> tuple[ContactConsent | None, date | None]:
    """Read whether the party may be contacted and since when; an answer needs its day."""
    answer = member_of(ContactConsent, values.get("contact_consent", ""))
    if answer is None:
        return None, None
    typed, field = values.get("contact_consent_on", ""), "contact_consent_on"
    if not typed.strip():
        raise InvalidInput("date.missing", field=field)
    try:
        on = parse_day(typed, today)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=field, **error.facts) from error
    if on > today:
        raise InvalidInput("date.in_future", field=field)
    return answer, on


def _entry(values: Values) -> IntakeEntry:
    """Make an intake page on which only this party is typed."""
    party = PartyEntry(
        id=UUID(int=1),
        side=PartySide.APPLICANT,
        kind=member_of(PartyKind, values.get("kind", "")) or PartyKind.NATURAL_PERSON,
        identity_kind=member_of(IdentityKind, values.get("identity_kind", "")) or IdentityKind.RESIDENT_CARD,
        sex=member_of(Sex, values.get("sex", "")),
        birth_date=values.get("birth_date", ""),
        stated_age=values.get("stated_age", ""),
        **{name: values.get(name, "") for name in _TEXTS},  # type: ignore[arg-type]  # all of them are texts
    )
    return IntakeEntry(parties=(party,))


def _fields(translator: Translator) -> tuple[EntryField, ...]:
    say = translator.text
    return (
        EntryField(
            key="kind",
            label=say("类别"),
            kind=FieldKind.CHOICE,
            options=termed(translator, PartyKind),
            is_required=True,
        ),
        EntryField(key="name", label=say("姓名或名称"), is_required=True, is_half=True),
        EntryField(key="phone", label=say("电话"), is_half=True),
        *_person_fields(translator),
        *_organisation_fields(translator),
        EntryField(key="address", label=say("住址")),
        EntryField(
            key="language",
            label=say("语言"),
            options=tuple((word, say(word)) for word in LANGUAGES),
            is_half=True,
        ),
        EntryField(key="former_name", label=say("曾用名"), is_half=True),
        EntryField(
            key="contact_consent",
            label=say("联系意愿"),
            kind=FieldKind.CHOICE,
            options=(("", say("未征询")), *termed(translator, ContactConsent)),
            hint=say("案件之外是否愿意被联系，如回访、普法"),
            is_half=True,
        ),
        EntryField(
            key="contact_consent_on",
            label=say("征询日期"),
            kind=FieldKind.DAY,
            is_half=True,
            shown_if=("contact_consent", tuple(answer.value for answer in ContactConsent)),
        ),
        EntryField(key="note", label=say("备注"), kind=FieldKind.TEXT, hint=say("只在名册中，不打印")),
    )


def _person_fields(translator: Translator) -> tuple[EntryField, ...]:
    say = translator.text

    def asked(
        key: str, label: str, kind: FieldKind = FieldKind.LINE, options: tuple[tuple[str, str], ...] = ()
    ) -> EntryField:
        return EntryField(key=key, label=label, kind=kind, options=options, is_half=True, shown_if=_PERSON)

    return (
        asked("identity_kind", say("证件种类"), FieldKind.CHOICE, termed(translator, IdentityKind)),
        asked("identity_number", say("证件号")),
        asked("sex", say("性别"), FieldKind.CHOICE, termed(translator, Sex)),
        asked("birth_date", say("出生日期"), FieldKind.DAY),
        asked("stated_age", say("自述年龄")),
        asked("ethnicity", say("民族")),
        asked("occupation", say("职业")),
        asked("workplace", say("单位")),
    )


def _organisation_fields(translator: Translator) -> tuple[EntryField, ...]:
    say = translator.text
    asked = (
        ("credit_code", say("统一社会信用代码")),
        ("legal_representative", say("法定代表人")),
        ("legal_representative_post", say("职务")),
        ("contact_person", say("联系人")),
    )
    return tuple(
        EntryField(key=key, label=label, is_half=True, shown_if=_ORGANISATION) for key, label in asked
    )
