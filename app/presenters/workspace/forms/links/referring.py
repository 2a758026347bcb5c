"""Passing a dispute on over an interface, and recording a referral that came."""

from __future__ import annotations

from app.domain.disputes.case_parties import ConsentManner
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
)
from app.domain.duties.referrals.links import INTERFACE_OF, KIND_OF
from app.domain.duties.referrals.referrals import DataConsent, Referral
from app.domain.duties.referrals.steps import procedure_of
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.links.fields import (
    Page,
    day_field,
    owner_field,
    owner_of,
    print_field,
    with_letter,
)

_OUT = (ReferralKind.TRANSFER, ReferralKind.INVITATION, ReferralKind.FORWARDING)


def refer_form(desk: Desk, folder: CaseFolder) -> Form:
    """Pass the dispute on: to whom, why, and by which law or consent the parties' data go along."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        owner = owner_of(desk, values)
        told = Referral(
            id=new_id(),
            case_id=case.id,
            direction=ReferralDirection.OUT,
            interface=read.choice(values, "interface", FiveInterface),
            kind=read.choice(values, "kind", ReferralKind),
            counterpart=read.line(values, "counterpart"),
            contact=read.line(values, "contact"),
            contact_phone=read.phone(values, "contact_phone"),
            matter=read.text(values, "matter"),
            legal_basis=read.line(values, "legal_basis"),
            consents=_consents(desk, seen, values),
            sent_on=desk.today,
            due_back=read.day_or_none(values, "due_back", desk.today),
            owner_id=owner.id,
            owner_name=owner.name,
        )
        done = desk.services.dealings.referrals.send(told, actor=desk.actor)
        sent = Sent(done.changes, say("已移送{organ}，等对方签收", organ=done.value.counterpart))
        return with_letter(desk, values, sent, Page(DocumentKind.REFERRAL_LETTER, case.id, done.value.id))

    return Form(
        key="refer",
        case_id=case.id,
        title=say("移送对接"),
        words=(
            say(
                "移送函取号、存卷。没有法定依据时，须当事人逐人单独同意提供个人信息（个人信息保护法第二十三条）。"
            ),
        ),
        verb=say("移送"),
        fields=(*_to_whom(desk), *_by_which_right(desk, folder), print_field(say("打印移送函"))),
        send=send,
        is_wide=True,
    )


def receive_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record the referral a case came with, when the intake did not."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        owner = owner_of(desk, values)
        kind = read.choice(values, "kind", ReferralKind)
        procedure = procedure_of(kind, read.member(CourtProcedure, values.get("procedure", "")))
        signed_on = read.day_or_none(values, "signed_on", desk.today)
        told = Referral(
            id=new_id(),
            case_id=case.id,
            direction=ReferralDirection.IN,
            interface=read.choice(values, "interface", FiveInterface),
            kind=kind,
            procedure=procedure,
            counterpart=read.line(values, "counterpart"),
            contact=read.line(values, "contact"),
            contact_phone=read.phone(values, "contact_phone"),
            their_number=read.line(values, "their_number"),
            sent_on=read.day(values, "sent_on", desk.today),
            signed_on=signed_on,
            due_back=read.day_or_none(values, "due_back", desk.today),
            owner_id=owner.id,
            owner_name=owner.name,
        )
        done = desk.services.dealings.referrals.receive(told, actor=desk.actor)
        words = say("已登记来件，期限起算") if signed_on else say("已登记来件，下一步签收")
        return Sent(done.changes, words)

    return Form(
        key="receive",
        case_id=case.id,
        title=say("登记来件"),
        words=(say("期限从签收之日的次日起算，不从来文日期起算。"),),
        verb=say("登记"),
        fields=_what_came(desk, folder),
        send=send,
        is_wide=True,
    )


def _to_whom(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    kinds = tuple((kind.value, say(kind.term)) for kind in _OUT)
    return (
        _choice("interface", say("对接"), terms(desk.translator, FiveInterface)),
        _choice("kind", say("方式"), kinds, ReferralKind.TRANSFER.value),
        FormField(key="counterpart", label=say("对方机关"), is_required=True, is_half=True),
        FormField(key="contact", label=say("联系人"), is_half=True),
        FormField(key="contact_phone", label=say("联系电话"), is_half=True),
        day_field(desk, "due_back", say("请对方回复的日期"), is_needed=False),
        FormField(key="matter", label=say("移送事由和请求"), kind=FieldKind.TEXT, is_required=True),
        owner_field(desk),
    )


def _by_which_right(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say = desk.translator.text
    people = tuple((str(p.id), p.name) for p in folder.case.parties if p.is_person)
    asked = [
        FormField(
            key="legal_basis", label=say("法定依据"), hint=say("法律要求移送时写明条文；没有就征得单独同意")
        )
    ]
    if people:
        asked += [
            FormField(
                key="consents",
                label=say("单独同意提供个人信息的当事人"),
                kind=FieldKind.TICKS,
                options=people,
            ),
            FormField(
                key="consent_manner",
                label=say("同意方式"),
                kind=FieldKind.CHOICE,
                value=ConsentManner.WRITTEN.value,
                options=terms(desk.translator, ConsentManner),
                is_half=True,
            ),
            day_field(desk, "consented_on", say("同意日期")),
        ]
    return tuple(asked)


def _consents(desk: Desk, seen: CaseFolder, values: Values) -> tuple[DataConsent, ...]:
    ticked = values.get("consents", "").split(",")
    given = [party for party in seen.case.parties if str(party.id) in ticked]
    if not given:
        return ()
    manner = read.choice(values, "consent_manner", ConsentManner)
    on = read.day(values, "consented_on", desk.today)
    return tuple(
        DataConsent(id=new_id(), party_id=party.id, party_name=party.name, manner=manner, given_on=on)
        for party in given
    )


def _what_came(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say = desk.translator.text
    source = folder.case.source
    interface = INTERFACE_OF.get(source)
    kind = KIND_OF.get(source, ReferralKind.TRANSFER)
    return (
        _choice(
            "interface",
            say("对接"),
            terms(desk.translator, FiveInterface),
            interface.value if interface else "",
        ),
        _choice("kind", say("方式"), terms(desk.translator, ReferralKind), kind.value),
        FormField(
            key="procedure",
            label=say("法院程序"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, CourtProcedure),
            is_required=True,
            is_half=True,
            shown_if=("kind", (ReferralKind.ENTRUSTMENT.value,)),
        ),
        FormField(key="counterpart", label=say("对方机关"), is_required=True, is_half=True),
        FormField(key="their_number", label=say("来文文号"), is_half=True),
        FormField(key="contact", label=say("联系人"), is_half=True),
        FormField(key="contact_phone", label=say("联系电话"), is_half=True),
        day_field(desk, "sent_on", say("发出日期")),
        day_field(desk, "signed_on", say("签收日期"), is_needed=False),
        day_field(desk, "due_back", say("来文写明的期限"), is_needed=False),
        owner_field(desk),
    )


def _choice(key: str, label: str, options: tuple[tuple[str, str], ...], value: str = "") -> FormField:
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.CHOICE,
        value=value,
        options=options,
        is_required=True,
        is_half=True,
    )
