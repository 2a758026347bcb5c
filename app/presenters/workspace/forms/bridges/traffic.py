"""共同申请交警调解: three days after the end of mediation, all parties together, in writing."""

from __future__ import annotations

from app.domain.disputes.clocks import ClockKind
from app.domain.duties.bridges.traffic import BASIS, TrafficAnswers
from app.domain.values.days.moments import local_day
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.bridges.asking import ids_of, issued, parties_field
from app.presenters.workspace.forms.turns.asking import day_field, papers_field, papers_of, print_field


def traffic_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask to whom the request goes, about what, and who makes it; every party must."""
    case, say = folder.case, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        answers = TrafficAnswers(
            addressee=read.line(values, "addressee"),
            finding_number=read.line(values, "finding_number"),
            happened_on=read.day(values, "happened_on", desk.today),
            place=read.line(values, "place"),
            requests=read.text(values, "requests"),
            requester_ids=ids_of(values, "requesters"),
            papers=papers_of(values, seen),
            requested_on=read.day(values, "on", desk.today),
        )
        done = desk.services.bridges.request_traffic_police(
            case.id, answers, actor=desk.actor, version=seen.case.version
        )
        return issued(desk, values, done, say("已出具共同申请书，各方签名后在期限内交公安机关交通管理部门"))

    return Form(
        key="traffic-request",
        case_id=case.id,
        title=say("共同申请交警调解"),
        words=(
            *(clock.explanation for clock in folder.clocks if clock.kind is ClockKind.POLICE_REQUEST),
            say(
                "各方一致的，可以书面申请公安机关交通管理部门调解；也可以直接起诉（{article}）。",
                article=BASIS,
            ),
        ),
        verb=say("出具申请书"),
        fields=_fields(desk, folder),
        send=send,
        is_wide=True,
    )


def _fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    case, say = folder.case, desk.translator.text
    accident = case.accidents[0] if case.accidents else None
    at = None if accident is None else accident.happened_at
    return (
        FormField(key="addressee", label=say("公安机关交通管理部门"), is_required=True, is_half=True),
        FormField(
            key="finding_number",
            label=say("事故认定书编号"),
            value="" if accident is None else accident.finding_number,
            is_half=True,
        ),
        FormField(
            key="happened_on",
            label=say("事故日期"),
            kind=FieldKind.DAY,
            value="" if at is None else desk.formats.day(local_day(at)),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="place",
            label=say("事故地点"),
            value=(accident.scene if accident is not None else "") or case.place,
            is_half=True,
        ),
        FormField(
            key="requests",
            label=say("申请调解的损害赔偿争议"),
            kind=FieldKind.TEXT,
            value=case.requests,
            is_required=True,
        ),
        parties_field("requesters", say("同意共同申请的当事人"), folder),
        *papers_field(desk, folder, say("随附材料")),
        day_field(desk, say("申请日期")),
        print_field(say("打印申请书")),
    )
