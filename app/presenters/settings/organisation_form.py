"""The forms of an organisation and of the studios that belong to it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.errors import InvalidInput
from app.domain.people.organisations import CommitteeKind, MediationStudio, Organisation, OrganisationKind
from app.domain.values.ids import new_id
from app.domain.values.texts import half_width, one_line
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.intake.words import TIERS
from app.presenters.rosters.choices import chosen, member_of, termed
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values

_MOST_DIGITS = 4
_LINES = ("name", "number_code", "tier", "address", "phone", "confirming_court")


def organisation_form(desk: Desk, organisation: Organisation | None) -> EntryForm[Organisation]:
    """Ask for an organisation; ``None`` begins a new one."""
    say, people = desk.translator.text, desk.services.people
    seen = organisation or Organisation(id=new_id(), name="", number_code="")

    def write(values: Values, stored: Organisation) -> Saved:
        done = people.save_organisation(_read(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=done.value.name))

    return EntryForm(
        draft_key=f"organisation/{organisation.id if organisation else 'new'}",
        title=say("修改单位") if organisation else say("新增单位"),
        verb=say("保存"),
        fields=_fields(desk.translator),
        seen=seen,
        read=lambda: people.organisation(seen.id),
        values=_values,
        write=write,
        check=_problems,
    )


def studio_form(
    desk: Desk, organisation: Organisation, studio: MediationStudio | None
) -> EntryForm[Organisation]:
    """Ask for a studio of a committee; ``None`` begins a new one. A studio is never taken away."""
    say, people = desk.translator.text, desk.services.people
    studio_id = studio.id if studio else new_id()

    def values(stored: Organisation) -> dict[str, str]:
        found = stored.studio(studio_id)
        if found is None:
            return dict.fromkeys(("name", "address", "seats", "note"), "")
        seats = str(found.seats) if found.seats else ""
        return {"name": found.name, "address": found.address, "seats": seats, "note": found.note}

    def write(typed: Values, stored: Organisation) -> Saved:
        told = MediationStudio(
            id=studio_id,
            name=one_line(typed.get("name", "")),
            address=one_line(typed.get("address", "")),
            seats=_seats(typed.get("seats", "")),
            note=one_line(typed.get("note", "")),
        )
        is_known = stored.studio(studio_id) is not None
        studios = tuple(told if entry.id == studio_id else entry for entry in stored.studios)
        changed = replace(stored, studios=studios if is_known else (*studios, told))
        done = people.save_organisation(changed, actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=told.name))

    return EntryForm(
        draft_key=f"studio/{organisation.id}/{studio.id if studio else 'new'}",
        title=say("修改调解室") if studio else say("新增调解室"),
        verb=say("保存"),
        fields=(
            EntryField(key="name", label=say("调解室名称"), is_required=True),
            EntryField(key="address", label=say("地址")),
            EntryField(key="seats", label=say("座位"), hint=say("坐得下几人，安排时间时用"), is_half=True),
            EntryField(key="note", label=say("备注"), hint=say("如 有无障碍坡道"), is_half=True),
        ),
        seen=organisation,
        read=lambda: people.organisation(organisation.id),
        values=values,
        write=write,
        check=_studio_problems,
        words=(say("调解室属于{name}，协议盖调委会印章，不刻调解室章。", name=organisation.name),),
    )


def _studio_problems(typed: Values) -> tuple[FieldProblem, ...]:
    found = []
    if not typed.get("name", "").strip():
        found.append(FieldProblem("name", InvalidInput("studio.name_missing", field="name")))
    try:
        _seats(typed.get("seats", ""))
    except InvalidInput as error:
        found.append(FieldProblem("seats", error))
    return tuple(found)


def _seats(typed: str) -> int:
    """Read how many a room seats; nothing told is 0."""
    plain = half_width(typed).strip().removesuffix("座").removesuffix("人").strip()
    if not plain:
        return 0
    if not plain.isascii() or not plain.isdigit() or len(plain) > _MOST_DIGITS:
        raise InvalidInput("studio.seats", field="seats")
    return int(plain)


def _values(organisation: Organisation) -> dict[str, str]:
    kind = organisation.committee_kind
    return {name: str(getattr(organisation, name)) for name in _LINES} | {
        "kind": organisation.kind.value,
        "committee_kind": kind.value if kind else "",
    }


def _read(values: Values, stored: Organisation) -> Organisation:
    kind = chosen(OrganisationKind, values.get("kind", ""), "kind")
    is_committee = kind is OrganisationKind.COMMITTEE
    return replace(
        stored,
        kind=kind,
        committee_kind=member_of(CommitteeKind, values.get("committee_kind", "")) if is_committee else None,
        name=one_line(values.get("name", "")),
        number_code=one_line(values.get("number_code", "")),
        tier=one_line(values.get("tier", "")),
        address=one_line(values.get("address", "")),
        phone=one_line(values.get("phone", "")),
        confirming_court=one_line(values.get("confirming_court", "")),
    )


def _problems(values: Values) -> tuple[FieldProblem, ...]:
    found = []
    if not values.get("name", "").strip():
        found.append(FieldProblem("name", InvalidInput("organisation.name_missing", field="name")))
    is_committee = values.get("kind", "") == OrganisationKind.COMMITTEE.value
    if is_committee and not values.get("number_code", "").strip():
        found.append(
            FieldProblem("number_code", InvalidInput("organisation.code_missing", field="number_code"))
        )
    return tuple(found)


def _fields(translator: Translator) -> tuple[EntryField, ...]:
    say, choice = translator.text, FieldKind.CHOICE
    return (
        EntryField(key="name", label=say("全称"), is_required=True, hint=say("与印章一致")),
        EntryField(
            key="kind",
            label=say("性质"),
            kind=choice,
            options=termed(translator, OrganisationKind),
            is_required=True,
            is_half=True,
        ),
        EntryField(
            key="committee_kind",
            label=say("调委会类别"),
            kind=choice,
            options=termed(translator, CommitteeKind),
            is_half=True,
            shown_if=("kind", (OrganisationKind.COMMITTEE.value,)),
        ),
        EntryField(
            key="number_code", label=say("编号简称"), is_half=True, hint=say("用在文书编号里，如 石社")
        ),
        EntryField(
            key="tier",
            label=say("层级"),
            options=tuple((tier, say(tier)) for tier in TIERS),
            is_half=True,
        ),
        EntryField(key="phone", label=say("电话"), is_half=True),
        EntryField(
            key="confirming_court",
            label=say("司法确认法院"),
            is_half=True,
            hint=say("调委会所在地基层人民法院"),
        ),
        EntryField(key="address", label=say("地址")),
    )
