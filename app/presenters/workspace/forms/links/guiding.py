"""Guiding a party to a service, and what became of it."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import ConsentManner
from app.domain.duties.referrals.guidance import ServiceReferral, SixServices
from app.domain.errors import InvalidInput, NotFound
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.links.fields import (
    Page,
    day_field,
    owner_field,
    owner_of,
    print_field,
    with_letter,
)


def guided_in(folder: CaseFolder, id_: UUID) -> ServiceReferral:
    """Find a guidance of the case; NotFound when it is another's."""
    found = folder.dealings.guided(id_)
    if found is None:
        raise NotFound("guidance.not_found", id=str(id_))
    return found


def guide_form(desk: Desk, folder: CaseFolder, service: SixServices | None = None) -> Form:
    """Guide a party to one of the six services, with the letter it takes along."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        told = _guidance(desk, seen, values)
        done = desk.services.dealings.guidance.guide(told, actor=desk.actor)
        sent = Sent(
            done.changes, say("已引导{name}，引导函 {number}", name=told.party_name, number=done.value.number)
        )
        return with_letter(desk, values, sent, Page(DocumentKind.GUIDANCE_LETTER, case.id, told.id))

    return Form(
        key="guide",
        case_id=case.id,
        title=say("引导服务"),
        words=(say("引导不是调解结果，不改变本案状态。不同意提供个人信息的，引导函交本人自带，不写电话。"),),
        verb=say("引导"),
        fields=(*_what(desk, folder, service), *_consent(desk), *_when(desk), print_field(say("打印引导函"))),
        send=send,
        is_wide=True,
    )


def appoint_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Note the day on which the office expects the party."""
    guidance = guided_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        done = desk.services.dealings.guidance.appoint(
            id_, on, read.line(values, "note"), actor=desk.actor, version=guided_in(seen, id_).version
        )
        return Sent(done.changes, say("已预约 {day}", day=desk.formats.day(on)))

    return Form(
        key=f"guidance-appoint-{id_}",
        case_id=folder.case.id,
        title=say("预约服务"),
        earlier=(_named(desk, guidance),),
        verb=say("预约"),
        fields=(
            day_field(desk, "on", say("预约日期"), on=guidance.appointed_on, is_needed=False),
            FormField(key="note", label=say("时间、地点、找谁"), value=guidance.appointment_note),
        ),
        send=send,
    )


def hear_form(desk: Desk, folder: CaseFolder, id_: UUID) -> Form:
    """Note what was heard back from the office or the party."""
    guidance = guided_in(folder, id_)
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.dealings.guidance.hear(
            id_,
            read.day(values, "on", desk.today),
            read.text(values, "outcome"),
            actor=desk.actor,
            version=guided_in(seen, id_).version,
        )
        return Sent(done.changes, say("已记录服务结果"))

    return Form(
        key=f"guidance-hear-{id_}",
        case_id=folder.case.id,
        title=say("记录服务结果"),
        words=(say("如实写对方怎么说。不是调解结果，不计入调解成功。"),),
        earlier=(_named(desk, guidance),),
        verb=say("记录结果"),
        fields=(
            day_field(desk, "on", say("得知日期")),
            FormField(key="outcome", label=say("结果"), kind=FieldKind.TEXT, is_required=True),
        ),
        send=send,
    )


def _guidance(desk: Desk, seen: CaseFolder, values: Values) -> ServiceReferral:
    owner = owner_of(desk, values)
    party = next((p for p in seen.case.parties if str(p.id) == values.get("party", "")), None)
    if party is None:
        raise InvalidInput("choice.missing", field="party")
    has_consent = read.ticked(values, "has_consent")
    return ServiceReferral(
        id=new_id(),
        case_id=seen.case.id,
        service=read.choice(values, "service", SixServices),
        party_id=party.id,
        party_name=party.name,
        office=read.line(values, "office"),
        office_contact=read.line(values, "office_contact"),
        matter=read.text(values, "matter"),
        guided_on=desk.today,
        consent_manner=read.choice(values, "consent_manner", ConsentManner) if has_consent else None,
        consented_on=read.day(values, "consented_on", desk.today) if has_consent else None,
        appointed_on=read.day_or_none(values, "appointed_on", desk.today),
        appointment_note=read.line(values, "appointment_note"),
        owner_id=owner.id,
        owner_name=owner.name,
    )


def _what(desk: Desk, folder: CaseFolder, service: SixServices | None) -> tuple[FormField, ...]:
    say = desk.translator.text
    parties = tuple((str(party.id), party.name) for party in folder.case.parties)
    return (
        FormField(
            key="service",
            label=say("服务"),
            kind=FieldKind.CHOICE,
            value=service.value if service is not None else "",
            options=terms(desk.translator, SixServices),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="party",
            label=say("当事人"),
            kind=FieldKind.CHOICE,
            options=parties,
            is_required=True,
            is_half=True,
        ),
        FormField(key="office", label=say("受理机构"), is_required=True, is_half=True),
        FormField(key="office_contact", label=say("机构联系方式"), is_half=True),
        FormField(key="matter", label=say("引导事项"), kind=FieldKind.TEXT, is_required=True),
    )


def _consent(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    shown = ("has_consent", (YES,))
    return (
        FormField(key="has_consent", label=say("本人单独同意把个人信息提供给受理机构"), kind=FieldKind.TICK),
        FormField(
            key="consent_manner",
            label=say("同意方式"),
            kind=FieldKind.CHOICE,
            value=ConsentManner.IN_PERSON.value,
            options=terms(desk.translator, ConsentManner),
            is_required=True,
            is_half=True,
            shown_if=shown,
        ),
        FormField(
            key="consented_on",
            label=say("同意日期"),
            kind=FieldKind.DAY,
            value=desk.formats.day(desk.today),
            is_required=True,
            is_half=True,
            shown_if=shown,
        ),
    )


def _when(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        day_field(desk, "appointed_on", say("预约日期"), is_needed=False),
        FormField(key="appointment_note", label=say("时间、地点、找谁"), is_half=True),
        owner_field(desk),
    )


def _named(desk: Desk, guidance: ServiceReferral) -> str:
    return "　".join((desk.translator.text(guidance.service.term), guidance.party_name, guidance.office))
