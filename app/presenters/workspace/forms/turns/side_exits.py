"""In any open state: raised, handed over, taken back, reported to the police."""

from __future__ import annotations

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.side_steps import TIER_ORDER, happened_at
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.turns import PoliceReport
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms, with_paper
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import (
    day_field,
    papers_field,
    papers_of,
    print_field,
    reason_field,
)
from app.presenters.workspace.papers import issue_paper


def escalate_form(desk: Desk, folder: CaseFolder) -> Form:
    """Raise the case to a higher tier or risk, with the reason."""
    case = folder.case
    say = desk.translator.text
    tiers = tuple(dict.fromkeys((*((case.tier,) if case.tier else ()), *TIER_ORDER)))

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.escalate(
            case.id,
            tier=values.get("tier", ""),
            risk=read.choice(values, "risk", RiskLevel),
            reason=read.text(values, "reason"),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已升级"), undo_version=done.value.version)

    return Form(
        key="escalate",
        case_id=case.id,
        title=say("升级"),
        words=(
            say("现为 {tier}，风险{risk}。", tier=case.tier or "—", risk=say(case.risk.term)),
            say("升级只抬高层级或风险，不改变时限，原值留在经过里。"),
        ),
        verb=say("升级"),
        fields=(
            FormField(
                key="tier",
                label=say("层级"),
                kind=FieldKind.CHOICE,
                value=case.tier,
                options=tuple((tier, say(tier)) for tier in tiers),
                is_half=True,
            ),
            FormField(
                key="risk",
                label=say("风险"),
                kind=FieldKind.CHOICE,
                value=case.risk.value,
                options=terms(desk.translator, RiskLevel),
                is_required=True,
                is_half=True,
            ),
            reason_field(desk),
            day_field(desk, say("日期")),
        ),
        send=send,
    )


def transfer_form(desk: Desk, folder: CaseFolder) -> Form:
    """Hand the case to another organisation, with the letter."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.transfer(
            case.id,
            read.line(values, "receiver"),
            reason=read.text(values, "reason"),
            papers=papers_of(values, seen),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        told = say("已移交 {receiver}", receiver=done.value.holder)
        if not read.ticked(values, "print"):
            return Sent(done.changes, told, undo_version=done.value.version)
        handed = done.value.transfers[-1].id
        return with_paper(
            desk, Sent(done.changes, told), lambda: issue_paper(desk, DocumentKind.TRANSFER, case.id, handed)
        )

    holder = (say("现由 {name} 承办。", name=case.holder),) if case.holder else ()
    return Form(
        key="transfer",
        case_id=case.id,
        title=say("移交"),
        words=(*holder, say("案件留在本单位登记簿，标明现由谁承办；对方退回时用“收回”。")),
        verb=say("移交"),
        fields=(
            FormField(key="receiver", label=say("接收单位"), is_required=True),
            reason_field(desk),
            *papers_field(desk, folder, say("随函材料")),
            day_field(desk, say("移交日期")),
            print_field(say("出具并打印移交函")),
        ),
        send=send,
    )


def take_back_form(desk: Desk, folder: CaseFolder) -> Form:
    """Take the case back from who holds it."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.lifecycle.take_back(
            case.id,
            reason=read.text(values, "reason"),
            on=read.day(values, "on", desk.today),
            actor=desk.actor,
            version=seen.case.version,
        )
        return Sent(done.changes, say("已收回"), undo_version=done.value.version)

    return Form(
        key="take-back",
        case_id=case.id,
        title=say("收回"),
        words=(say("现由 {name} 承办。", name=case.holder),),
        verb=say("收回"),
        fields=(reason_field(desk), day_field(desk, say("日期"))),
        send=send,
    )


def report_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record a report to the police: to whom, when, what was told, what was done (art. 25)."""
    case = folder.case
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        report = PoliceReport(
            id=new_id(),
            at=happened_at(on, desk.clock.now()),
            receiver=read.line(values, "receiver"),
            told=read.text(values, "told"),
            measures=read.text(values, "measures"),
            document=read.line(values, "document"),
        )
        done = desk.services.lifecycle.report_to_police(
            case.id, report, actor=desk.actor, version=seen.case.version
        )
        return Sent(done.changes, say("已记录报告"), undo_version=done.value.version)

    return Form(
        key="report",
        case_id=case.id,
        title=say("报告公安机关"),
        words=(
            in_law_of(
                folder.channel,
                say(
                    "可能激化的，先采取预防措施；可能引起治安案件、刑事案件的，应当及时报告"
                    "（人民调解法第二十五条）。"
                ),
            ),
        ),
        verb=say("记录报告"),
        fields=(
            FormField(key="receiver", label=say("报告给谁"), hint=say("单位和接收人"), is_required=True),
            FormField(key="told", label=say("报告内容"), kind=FieldKind.TEXT, is_required=True),
            FormField(key="measures", label=say("已采取的措施"), kind=FieldKind.TEXT),
            day_field(desk, say("报告日期")),
            FormField(key="document", label=say("文号或接警单号"), is_half=True),
        ),
        send=send,
    )
