"""The form of a member of staff; nobody is ever deleted: who leaves gets a day of leaving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.errors import DomainError, InvalidInput
from app.domain.people.organisations import Organisation
from app.domain.people.relations import read_relations, relation_lines
from app.domain.people.staff import Engagement, ResidencyMode, StaffMember, StaffRole
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.domain.values.phones import Phone
from app.domain.values.sex import Sex
from app.domain.values.texts import one_line
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.intake.words import LANGUAGES
from app.presenters.rosters.choices import chosen, joined, member_of, several, termed, words_of
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values

_DAYS = ("birth_date", "appointed_on", "left_on")


def staff_form(desk: Desk, member_id: UUID | None) -> EntryForm[StaffMember]:
    """Ask for a member of staff; ``None`` begins a new one. Reads organisations and roster."""
    say, people = desk.translator.text, desk.services.people
    organisations = people.organisations()
    found = next((member for member in people.staff() if member.id == member_id), None)
    seen = found or StaffMember(id=new_id(), name="", organisation_id=desk.me.organisation_id)

    def read() -> StaffMember:
        return next((member for member in people.staff() if member.id == seen.id), seen)

    def write(values: Values, stored: StaffMember) -> Saved:
        done = people.save_staff(read_staff(values, stored, desk.today), actor=desk.actor)
        name = done.value.name
        return Saved(
            done.changes,
            say("已保存{name}", name=name) if found else say("已登入名册：{name}", name=name),
        )

    return EntryForm(
        draft_key=f"staff/{found.id if found else 'new'}",
        title=say("修改调解员") if found else say("新增调解员"),
        verb=say("保存"),
        fields=_fields(desk.translator, organisations, seen),
        seen=seen,
        read=read,
        values=staff_values,
        write=write,
        check=lambda values: staff_problems(values, desk.today),
        words=(say("已办案件保留当时的姓名。离任的填离任日期，不删除。"),) if found else (),
    )


def staff_values(member: StaffMember) -> dict[str, str]:
    """Write a member of staff as typed."""
    days = {key: getattr(member, key) for key in _DAYS}
    return {
        "name": member.name,
        "phone": member.phone,
        "sex": member.sex.value if member.sex else "",
        "ethnicity": member.ethnicity,
        "address": member.address,
        "workplace": member.workplace,
        "relations": relation_lines(member.relations),
        "organisation_id": str(member.organisation_id),
        "studio_id": str(member.studio_id) if member.studio_id else "",
        "roles": ",".join(role.value for role in member.roles),
        "engagement": member.engagement.value,
        "residency": member.residency.value,
        "grade": member.grade,
        "languages": joined(member.languages),
        "specialties": joined(member.specialties),
        **{key: day.isoformat() if day else "" for key, day in days.items()},
    }


def staff_problems(values: Values, today: date) -> tuple[FieldProblem, ...]:
    """Check what can be checked without the database."""
    found: list[FieldProblem] = []
    if not values.get("name", "").strip():
        found.append(FieldProblem("name", InvalidInput("staff.name_missing", field="name")))
    if not several(StaffRole, values.get("roles", "")):
        found.append(FieldProblem("roles", InvalidInput("choice.missing", field="roles")))
    if values.get("phone", "").strip():
        found += _tried("phone", lambda: Phone.parse(values["phone"]), is_warning=True)
    found += _tried("relations", lambda: read_relations(values.get("relations", "")))
    for key in _DAYS:
        found += _tried(key, lambda at=key: _day(values, at, today))
    return tuple(found)


def read_staff(values: Values, stored: StaffMember, today: date) -> StaffMember:
    """Read the form over the stored member; InvalidInput with its field for what cannot be read."""
    studio = values.get("studio_id", "")
    return replace(
        stored,
        name=clean_name(one_line(values.get("name", ""))),
        phone=_phone(values.get("phone", "")),
        sex=member_of(Sex, values.get("sex", "")),
        ethnicity=one_line(values.get("ethnicity", "")),
        address=one_line(values.get("address", "")),
        workplace=one_line(values.get("workplace", "")),
        relations=read_relations(values.get("relations", ""), stored.relations),
        organisation_id=UUID(values["organisation_id"]),
        studio_id=UUID(studio) if studio else None,
        roles=several(StaffRole, values.get("roles", "")),
        engagement=chosen(Engagement, values.get("engagement", ""), "engagement"),
        residency=chosen(ResidencyMode, values.get("residency", ""), "residency"),
        grade=one_line(values.get("grade", "")),
        languages=words_of(values.get("languages", "")),
        specialties=words_of(values.get("specialties", "")),
        birth_date=_day(values, "birth_date", today),
        appointed_on=_day(values, "appointed_on", today),
        left_on=_day(values, "left_on", today),
    )


def _day(values: Values, key: str, today: date) -> date | None:
    typed = values.get(key, "")
    try:
        return parse_day(typed, today) if typed.strip() else None
    except InvalidInput as error:
        raise InvalidInput(error.code, field=key, **error.facts) from error


def _phone(typed: str) -> str:
    """Read a number to call; one that cannot be read is kept as told."""
    try:
        return Phone.parse(typed).number if typed.strip() else ""
    except InvalidInput:
        return one_line(typed)


def _tried(key: str, read: object, *, is_warning: bool = False) -> list[FieldProblem]:
    try:
        if callable(read):
            read()
    except DomainError as error:
        return [FieldProblem(key, error, is_warning)]
    return []


def _fields(
    translator: Translator, organisations: tuple[Organisation, ...], seen: StaffMember
) -> tuple[EntryField, ...]:
    say, choice, day = translator.text, FieldKind.CHOICE, FieldKind.DAY
    own = next((o for o in organisations if o.id == seen.organisation_id), None)
    studios = tuple(
        (str(studio.id), studio.name if o is own else f"{studio.name}（{o.name}）")
        for o in organisations
        for studio in o.studios
    )
    return (
        *_service_fields(translator),
        EntryField(
            key="organisation_id",
            label=say("所属调委会"),
            kind=choice,
            options=tuple((str(o.id), o.name) for o in organisations),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="studio_id", label=say("调解室"), kind=choice, options=studios, is_half=True),
        EntryField(
            key="languages",
            label=say("语言"),
            hint=say("几种用顿号隔开，如 {words}", words=joined(LANGUAGES[:2])),
            is_half=True,
        ),
        EntryField(key="specialties", label=say("专长"), hint=say("几项用顿号隔开"), is_half=True),
        EntryField(key="sex", label=say("性别"), kind=choice, options=termed(translator, Sex), is_half=True),
        EntryField(key="ethnicity", label=say("民族"), is_half=True),
        EntryField(key="address", label=say("住址"), is_half=True),
        EntryField(key="workplace", label=say("本职单位"), is_half=True, hint=say("兼职的填")),
        EntryField(
            key="relations",
            label=say("需披露的关系"),
            kind=FieldKind.TEXT,
            hint=say("每行一人，如：妻子 马晓燕 13900001234；指派时据此核对回避"),
        ),
        EntryField(key="birth_date", label=say("出生日期"), kind=day, is_half=True),
        EntryField(key="appointed_on", label=say("聘任日期"), kind=day, is_half=True),
        EntryField(key="left_on", label=say("离任日期"), kind=day, is_half=True, hint=say("在任则留空")),
    )


def _service_fields(translator: Translator) -> tuple[EntryField, ...]:
    say, choice = translator.text, FieldKind.CHOICE
    return (
        EntryField(key="name", label=say("姓名"), is_required=True, is_half=True),
        EntryField(key="phone", label=say("电话"), is_half=True),
        EntryField(
            key="roles",
            label=say("岗位"),
            kind=FieldKind.TICKS,
            options=termed(translator, StaffRole),
            is_required=True,
        ),
        EntryField(
            key="residency",
            label=say("入驻方式"),
            kind=choice,
            options=termed(translator, ResidencyMode),
            is_required=True,
        ),
        EntryField(
            key="engagement",
            label=say("专职或兼职"),
            kind=choice,
            options=termed(translator, Engagement),
            is_required=True,
            is_half=True,
        ),
        EntryField(key="grade", label=say("等级"), is_half=True),
    )
