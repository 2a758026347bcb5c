"""诊疗情况: where and when, the appraisal, and the insurance of the institution."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values

_AT = "treatments.0"


def treatment_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask for the treatment; everything emptied takes it out again."""
    case, say = folder.case, desk.translator.text
    known = case.treatments[0] if case.treatments else MedicalTreatment(id=new_id(), institution="")
    fields = _fields(desk, known)

    def send(values: Values, seen: CaseFolder) -> Sent:
        is_told = any(values.get(field.key, "").strip() for field in fields)
        told = (_told(desk, values, known),) if is_told else ()
        done = desk.services.cases.update_details(replace(seen.case, treatments=told), actor=desk.actor)
        return Sent(done.changes, say("已记下诊疗情况，印在协议书和受理登记表上"))

    return Form(
        key="treatment",
        case_id=case.id,
        title=say("诊疗情况"),
        words=(say("照病历、鉴定或者评估意见和保险单填；没有的空着。"),),
        verb=say("保存"),
        fields=fields,
        send=send,
        is_wide=True,
    )


def _told(desk: Desk, values: Values, known: MedicalTreatment) -> MedicalTreatment:
    return replace(
        known,
        institution=read.line(values, f"{_AT}.institution"),
        department=read.line(values, f"{_AT}.department"),
        began_on=read.day_or_none(values, f"{_AT}.began_on", desk.today),
        ended_on=read.day_or_none(values, f"{_AT}.ended_on", desk.today),
        appraiser=read.line(values, f"{_AT}.appraiser"),
        appraisal_number=read.line(values, f"{_AT}.appraisal_number"),
        appraisal=read.line(values, f"{_AT}.appraisal"),
        insurer=read.line(values, f"{_AT}.insurer"),
        policy_number=read.line(values, f"{_AT}.policy_number"),
        coverage=read.money(values, f"{_AT}.coverage"),
    )


def _fields(desk: Desk, known: MedicalTreatment) -> tuple[FormField, ...]:
    say, formats = desk.translator.text, desk.formats

    def line(name: str, label: str, value: str) -> FormField:
        return FormField(key=f"{_AT}.{name}", label=label, value=value, is_half=True)

    def day(name: str, label: str) -> FormField:
        value = getattr(known, name)
        shown = "" if value is None else formats.day(value)
        return replace(line(name, label, shown), kind=FieldKind.DAY)

    coverage = "" if known.coverage is None else formats.money(known.coverage)
    return (
        line("institution", say("医疗机构"), known.institution),
        line("department", say("科室"), known.department),
        day("began_on", say("诊疗开始")),
        day("ended_on", say("诊疗结束")),
        line("appraiser", say("鉴定或者评估机构"), known.appraiser),
        line("appraisal_number", say("鉴定意见书编号"), known.appraisal_number),
        replace(line("appraisal", say("鉴定意见"), known.appraisal), is_half=False),
        line("insurer", say("医疗责任险保险公司"), known.insurer),
        line("policy_number", say("保险单号"), known.policy_number),
        replace(line("coverage", say("责任限额（元）"), coverage), kind=FieldKind.MONEY),
    )
