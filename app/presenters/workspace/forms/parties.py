"""Correcting a party of a case, adding one, taking one out that nothing binds."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.errors import InvalidInput
from app.domain.people.parties import IdentityKind, PartyKind
from app.domain.values.ids import new_id
from app.domain.values.sex import Sex
from app.presenters.desk import Desk
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.intake.paths import field_name
from app.presenters.intake.reading import read_entry
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values

_PERSON = ("kind", (PartyKind.NATURAL_PERSON.value,))
_ORGANISATION = ("kind", (PartyKind.LEGAL_PERSON.value, PartyKind.UNINCORPORATED.value))


def party_form(desk: Desk, folder: CaseFolder, party_id: UUID | None = None) -> Form:
    """Correct a party's details for this case; without an id, add a party."""
    case = folder.case
    say = desk.translator.text
    known = case.party(party_id) if party_id is not None else None
    fresh_id = new_id()
    stands = _written(desk, known)

    def send(values: Values, seen: CaseFolder) -> Sent:
        stored = seen.case.party(party_id) if party_id is not None else None
        party = read_party(desk, values, stored, fresh_id, seen.organisation.id)
        if stored is None:
            parties = (*seen.case.parties, party)
        else:
            parties = tuple(party if entry.id == party.id else entry for entry in seen.case.parties)
        if parties == seen.case.parties:
            return Sent(Changes(), "")
        return _update(desk, replace(seen.case, parties=parties), say("已保存 {name}", name=party.name))

    return Form(
        key=f"party/{party_id or 'new'}",
        case_id=case.id,
        title=say("改当事人") if known else say("加当事人"),
        words=(say("只改本件的记录，名册中的资料不变。"),) if known and known.record_id else (),
        verb=say("保存"),
        fields=tuple(replace(field, value=stands.get(field.key, "")) for field in _fields(desk)),
        send=send,
        is_wide=True,
    )


def remove_party_form(desk: Desk, folder: CaseFolder, party_id: UUID) -> Form:
    """Take a party out; the service keeps whoever was asked for consent or is bound by an agreement."""
    case = folder.case
    say = desk.translator.text
    party = case.party(party_id)
    name = party.name if party else ""

    def send(_values: Values, seen: CaseFolder) -> Sent:
        kept = tuple(entry for entry in seen.case.parties if entry.id != party_id)
        return _update(desk, replace(seen.case, parties=kept), say("已移除 {name}", name=name))

    return Form(
        key=f"remove-party/{party_id}",
        case_id=case.id,
        title=say("移除当事人"),
        words=(say("{name} 不再列为本件当事人，改动记入经过。", name=name),),
        verb=say("移除"),
        fields=(),
        send=send,
        is_danger=True,
    )


def read_party(
    desk: Desk, values: Values, stored: CaseParty | None, fresh_id: UUID, organisation_id: UUID
) -> CaseParty:
    """Read the fields as the intake page does; agents and the link to the register stay as stored."""
    entry = PartyEntry(
        id=stored.id if stored else fresh_id,
        side=read.choice(values, "side", PartySide),
        kind=read.choice(values, "kind", PartyKind),
        record_id=stored.record_id if stored else None,
        identity_kind=read.member(IdentityKind, values.get("identity_kind", ""))
        or IdentityKind.RESIDENT_CARD,
        sex=read.member(Sex, values.get("sex", "")),
        is_group_representative=read.ticked(values, "is_group_representative"),
    )
    for name in _TYPED:
        setattr(entry, name, values.get(name, ""))
    read.needed(entry.name.strip() or None, "name", "party.name_missing")
    reading = read_entry(IntakeEntry(parties=(entry,)), desk.today, organisation_id)
    for problem in reading.problems:
        if not problem.is_warning:
            raise InvalidInput(problem.error.code, field=field_name(problem.key), **problem.error.facts)
    party = replace(
        reading.intake.parties[0],
        agents=stored.agents if stored else (),
        own_living_basis=_own_living(values, entry.kind),
    )
    if stored is not None and party.stated_age == stored.stated_age:
        # An age told on an earlier day is still the age of that day.
        party = replace(party, age_stated_on=stored.age_stated_on)
    return party


def _own_living(values: Values, kind: PartyKind) -> str:
    """Read the statement of 民法典 art. 18(2); a tick without what it rests on is no statement."""
    if kind is not PartyKind.NATURAL_PERSON or not read.ticked(values, "earns_own_living"):
        return ""
    basis = read.line(values, "own_living_basis")
    return read.needed(basis or None, "own_living_basis", "party.own_living_basis_missing")


def _update(desk: Desk, case: Case, told: str) -> Sent:
    return Sent(desk.services.cases.update_details(case, actor=desk.actor).changes, told)


_TYPED = (
    "name", "identity_number", "phone", "language", "birth_date", "stated_age", "ethnicity", "occupation",
    "workplace", "address", "former_name", "headcount", "credit_code", "contact_person",
    "legal_representative", "legal_representative_post",
)  # fmt: skip


def _written(desk: Desk, party: CaseParty | None) -> dict[str, str]:
    if party is None:
        return {"kind": PartyKind.NATURAL_PERSON.value, "identity_kind": IdentityKind.RESIDENT_CARD.value}
    plain = {name: getattr(party, name) for name in _TYPED if isinstance(getattr(party, name), str)}
    return {
        **plain,
        "side": party.side.value,
        "kind": party.kind.value,
        "identity_kind": party.identity_kind.value,
        "sex": party.sex.value if party.sex else "",
        "birth_date": desk.formats.day(party.birth_date) if party.birth_date else "",
        "stated_age": "" if party.stated_age is None else str(party.stated_age),
        "headcount": str(party.headcount) if party.headcount > 1 else "",
        "is_group_representative": YES if party.is_group_representative else "",
        "earns_own_living": YES if party.earns_own_living else "",
        "own_living_basis": party.own_living_basis,
    }


def _fields(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    half = [
        ("name", say("姓名或名称"), None),
        ("former_name", say("曾用名"), _PERSON),
        ("identity_number", say("证件号"), _PERSON),
        ("birth_date", say("出生日期"), _PERSON),
        ("stated_age", say("自述年龄"), _PERSON),
        ("ethnicity", say("民族"), _PERSON),
        ("occupation", say("职业"), _PERSON),
        ("workplace", say("单位"), _PERSON),
        ("credit_code", say("统一社会信用代码"), _ORGANISATION),
        ("legal_representative", say("法定代表人"), _ORGANISATION),
        ("legal_representative_post", say("职务"), _ORGANISATION),
        ("contact_person", say("联系人"), _ORGANISATION),
        ("phone", say("电话"), None),
        ("language", say("语言"), None),
        ("headcount", say("人数"), None),
    ]
    lines = {
        key: FormField(
            key=key,
            label=label,
            kind=FieldKind.DAY if key == "birth_date" else FieldKind.LINE,
            is_required=key == "name",
            shown_if=shown,
            is_half=True,
        )
        for key, label, shown in half
    }
    order = (
        "side", "kind", "name", "sex", "identity_kind", "identity_number", "birth_date", "stated_age",
        "ethnicity", "former_name", "occupation", "workplace", "credit_code", "legal_representative",
        "legal_representative_post", "contact_person", "phone", "language", "headcount",
    )  # fmt: skip
    every = {**lines, **_choices(desk)}
    return (
        *(every[key] for key in order),
        FormField(key="address", label=say("住址")),
        FormField(key="is_group_representative", label=say("推选的代表人"), kind=FieldKind.TICK),
        *_own_living_fields(desk),
    )


def _own_living_fields(desk: Desk) -> tuple[FormField, ...]:
    """Ask for the statement of 民法典 art. 18(2) and what it rests on."""
    say = desk.translator.text
    return (
        FormField(
            key="earns_own_living",
            label=say("满十六周岁，以自己的劳动收入为主要生活来源"),
            kind=FieldKind.TICK,
            hint=say("未满十八周岁时勾选，视为完全民事行为能力人（民法典第十八条）"),
            shown_if=_PERSON,
        ),
        FormField(
            key="own_living_basis",
            label=say("依据"),
            is_required=True,
            shown_if=("earns_own_living", (YES,)),
        ),
    )


def _choices(desk: Desk) -> dict[str, FormField]:
    say = desk.translator.text
    offer = desk.translator
    choices = {
        "side": (say("身份"), terms(offer, PartySide), None),
        "kind": (say("类别"), terms(offer, PartyKind), None),
        "sex": (say("性别"), (("", "—"), *terms(offer, Sex)), _PERSON),
        "identity_kind": (say("证件种类"), terms(offer, IdentityKind), _PERSON),
    }
    return {
        key: FormField(
            key=key, label=label, kind=FieldKind.CHOICE, options=options, shown_if=shown, is_half=True
        )
        for key, (label, options, shown) in choices.items()
    }
