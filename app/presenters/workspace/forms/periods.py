"""Pausing and resuming mediation, extending its period, and recording days outside the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.clocks import CaseClock, ClockKind, ExtensionBy
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.values.ids import new_id
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field

TO_A_DAY, BY_DAYS = "day", "days"


def mediation_clock(folder: CaseFolder) -> CaseClock | None:
    """Give the running clock of mediation."""
    return next((clock for clock in folder.clocks if clock.kind is ClockKind.MEDIATION), None)


def may_extend(folder: CaseFolder) -> bool:
    """Tell whether the parties may extend the period as it runs now."""
    clock = mediation_clock(folder)
    return clock is not None and clock.extension_by is ExtensionBy.PARTIES and not folder.case.suspension


def suspend_form(desk: Desk, folder: CaseFolder) -> Form:
    """Pause mediation; what a rule does not exclude goes on counting, and its clock says so."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        suspension = Suspension(
            id=new_id(),
            reason=read.choice(values, "reason", SuspensionReason),
            from_day=read.day(values, "from_day", desk.today),
            from_state=seen.case.state,
            note=read.text(values, "note"),
        )
        done = desk.services.periods.suspend(case.id, suspension, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已中止，事由消除后恢复调解"))

    return Form(
        key="suspend",
        case_id=case.id,
        title=say("中止调解"),
        words=(
            say("依规定可以扣除的期限从这一天起停走，恢复后接着算。"),
            say("法律没有规定扣除的期限照常走，时钟里写明。"),
        ),
        verb=say("中止调解"),
        fields=(
            FormField(
                key="reason",
                label=say("事由"),
                kind=FieldKind.CHOICE,
                options=terms(desk.translator, SuspensionReason),
                is_required=True,
                is_half=True,
            ),
            today_field(desk, "from_day", say("自何日起")),
            FormField(
                key="note",
                label=say("说明"),
                kind=FieldKind.TEXT,
                hint=say("如：委托某鉴定机构；事由为“其他”时必填"),
            ),
        ),
        send=send,
    )


def resume_form(desk: Desk, folder: CaseFolder) -> Form:
    """Go on with mediation from a day on."""
    case = folder.case
    say = desk.translator.text
    paused = case.suspension
    earlier = () if paused is None else (suspension_words(desk, paused),)

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "resumed_on", desk.today)
        note = read.text(values, "note")
        done = desk.services.periods.resume(case.id, on, note, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已恢复调解，期限接着算"))

    return Form(
        key="resume",
        case_id=case.id,
        title=say("恢复调解"),
        words=(say("恢复的这一天计入期限，此前中止的日子按规定扣除。"),),
        earlier=earlier,
        verb=say("恢复调解"),
        fields=(
            today_field(desk, "resumed_on", say("恢复日期")),
            FormField(key="note", label=say("说明"), kind=FieldKind.TEXT, hint=say("如：鉴定意见已收到")),
        ),
        send=send,
    )


def extend_form(desk: Desk, folder: CaseFolder) -> Form:
    """Move the last day of mediation: every party's consent has its own day."""
    case = folder.case
    say = desk.translator.text
    clock = mediation_clock(folder)

    def send(values: Values, seen: CaseFolder) -> Sent:
        extension = Extension(
            id=new_id(),
            previous_last_day=desk.today,
            new_last_day=desk.today,
            is_written=read.ticked(values, "is_written"),
            consents=tuple(_consent(values, party, desk.today) for party in seen.case.parties),
            note=read.text(values, "note"),
        )
        told = replace(extension, new_last_day=_new_last_day(desk, values, case.id))
        done = desk.services.periods.extend(case.id, told, actor=desk.actor, version=seen.case.version)
        return Sent(done.changes, say("已延期至 {day}", day=desk.formats.day(told.new_last_day)))

    return Form(
        key="extend",
        case_id=case.id,
        title=say("延期"),
        words=(say("各方都同意才能延期，逐方记下哪天同意；有书面材料的存入证据。"),),
        earlier=() if clock is None else (clock.explanation,),
        verb=say("延期"),
        fields=(*_consent_fields(desk, case.parties), *_length_fields(desk)),
        send=send,
        is_wide=True,
    )


def trigger_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record the day of something that happened outside the room and starts or ends a clock."""
    case = folder.case
    say = desk.translator.text
    waiting = [trigger for period in folder.waiting_periods for trigger in period.triggers]

    def send(values: Values, seen: CaseFolder) -> Sent:
        trigger = read.choice(values, "trigger", Trigger)
        recorded = TriggerDay(
            id=new_id(),
            trigger=trigger,
            on_day=read.day(values, "on_day", desk.today),
            note=read.text(values, "note"),
        )
        done = desk.services.periods.record_day(
            case.id, recorded, actor=desk.actor, version=seen.case.version
        )
        day = desk.formats.day(recorded.on_day)
        return Sent(done.changes, say("已记下 {day} {event}", day=day, event=say(trigger.term)))

    return Form(
        key="trigger",
        case_id=case.id,
        title=say("登记起算日"),
        words=(say("法院、交警、信访等本室之外的事，由您记下日期，时限从这一天起算或者到这一天为止。"),),
        earlier=trigger_lines(desk, folder),
        verb=say("记下"),
        fields=(
            FormField(
                key="trigger",
                label=say("事项"),
                kind=FieldKind.CHOICE,
                value=waiting[0].value if waiting else "",
                options=tuple((entry.value, say(entry.term)) for entry in folder.trigger_choices),
                is_required=True,
            ),
            FormField(key="on_day", label=say("日期"), kind=FieldKind.DAY, is_required=True, is_half=True),
            FormField(
                key="note", label=say("说明"), kind=FieldKind.TEXT, hint=say("如：文号；更正时写明原因")
            ),
        ),
        send=send,
    )


def suspension_words(desk: Desk, paused: Suspension) -> str:
    """Tell one suspension: 鉴定　2026-11-10 起　委托某所."""
    say, day = desk.translator.text, desk.formats.day
    if paused.resumed_on is None:
        lasting = say("{day} 起", day=day(paused.from_day))
    else:
        lasting = say("{a} 起，{b} 恢复", a=day(paused.from_day), b=day(paused.resumed_on))
    return GAP.join(part for part in (say(paused.reason.term), lasting, paused.note) if part)


def extension_words(desk: Desk, extension: Extension) -> str:
    """Tell one extension: 2026-12-01 各方书面同意，由 2026-12-03 延至 2026-12-20."""
    say, day = desk.translator.text, desk.formats.day
    told = say(
        "{on} 各方同意，由 {a} 延至 {b}",
        on=day(extension.agreed_on),
        a=day(extension.previous_last_day),
        b=day(extension.new_last_day),
    )
    paper = say("有书面材料") if extension.is_written else say("无书面材料")
    return GAP.join(part for part in (told, paper, extension.note) if part)


def trigger_lines(desk: Desk, folder: CaseFolder) -> tuple[str, ...]:
    """Tell the days recorded so far."""
    say, day = desk.translator.text, desk.formats.day
    return tuple(
        GAP.join(part for part in (day(entry.on_day), say(entry.trigger.term), entry.note) if part)
        for entry in folder.case.trigger_days
    )


def _consent_fields(desk: Desk, parties: tuple[CaseParty, ...]) -> tuple[FormField, ...]:
    say = desk.translator.text
    return tuple(
        FormField(
            key=f"agreed_{party.id}",
            label=say("{name} 同意日期", name=party.name),
            kind=FieldKind.DAY,
            is_required=True,
            is_half=True,
        )
        for party in parties
    )


def _length_fields(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="how",
            label=say("怎样延"),
            kind=FieldKind.CHOICE,
            value=TO_A_DAY,
            options=((TO_A_DAY, say("延到某日")), (BY_DAYS, say("再延若干日"))),
            is_required=True,
        ),
        FormField(
            key="new_last_day",
            label=say("新的最后一日"),
            kind=FieldKind.DAY,
            is_required=True,
            is_half=True,
            shown_if=("how", (TO_A_DAY,)),
        ),
        FormField(
            key="days",
            label=say("再延几日"),
            is_required=True,
            is_half=True,
            hint=say("原期限届满的次日起算"),
            shown_if=("how", (BY_DAYS,)),
        ),
        FormField(key="is_written", label=say("有各方签名的书面材料"), kind=FieldKind.TICK),
        FormField(key="note", label=say("说明"), kind=FieldKind.TEXT),
    )


def _consent(values: Values, party: CaseParty, today: date) -> ExtensionConsent:
    agreed_on = read.day(values, f"agreed_{party.id}", today)
    return ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=agreed_on)


def _new_last_day(desk: Desk, values: Values, case_id: UUID) -> date:
    if values.get("how") != BY_DAYS:
        return read.day(values, "new_last_day", desk.today)
    days = read.needed(read.number(values, "days"), "days", "number.unreadable")
    return desk.services.periods.end_after(case_id, days)
