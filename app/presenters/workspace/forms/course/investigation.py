"""调查记录: who was asked when and where, by whom, and every question with its answer."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.contents.course.investigating import InvestigationAnswers
from app.domain.disputes.cases import MediatorRole
from app.domain.values.days.clock_times import parse_time
from app.domain.values.days.moments import SHANGHAI
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.bridges.asking import issued
from app.presenters.workspace.forms.turns.asking import day_field, print_field

_BEGINNING = "问：\n答："


def investigation_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask for one investigation; the record is issued and signed on paper."""
    case, say = folder.case, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.investigations.record(
            case.id, _answers(desk, values), actor=desk.actor, version=seen.case.version
        )
        return issued(desk, values, done, say("已出具调查记录，请被调查人、调查人和记录人逐页签名"))

    return Form(
        key="investigation",
        case_id=case.id,
        title=say("调查记录"),
        words=(
            say("向当事人以外的人或者逐个向当事人了解情况时用；几个人分别记，一人一份。"),
            say("只供调解的让步和私下谈话不要写在这里：调查记录会装进卷宗。"),
        ),
        verb=say("出具调查记录"),
        fields=(*_when_and_where(desk, folder), *_who(desk, folder), *_what(desk)),
        send=send,
        is_wide=True,
    )


def _when_and_where(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        day_field(desk, say("日期")),
        FormField(key="from", label=say("开始时间"), hint=say("如：10:30"), is_required=True, is_half=True),
        FormField(key="to", label=say("结束时间"), is_half=True),
        FormField(key="place", label=say("地点"), value=folder.case.place, is_half=True, is_required=True),
        FormField(key="matter", label=say("事由"), value=folder.case.title),
    )


def _who(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say, case = desk.translator.text, folder.case
    recorders = [mediator.name for mediator in case.mediators_in(MediatorRole.RECORDER)]
    return (
        FormField(key="asked", label=say("被调查人"), is_required=True, is_half=True),
        FormField(
            key="asked_about",
            label=say("被调查人情况"),
            hint=say("年龄、单位、住址、与当事人的关系"),
            is_half=True,
        ),
        FormField(key="present", label=say("在场人")),
        FormField(
            key="investigators",
            label=say("调查人"),
            value="、".join(case.mediating),
            hint=say("几人用顿号隔开"),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="recorder",
            label=say("记录人"),
            value=recorders[0] if recorders else desk.actor.name,
            is_required=True,
            is_half=True,
        ),
    )


def _what(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(key="record", label=say("记录"), kind=FieldKind.TEXT, value=_BEGINNING, is_required=True),
        print_field(say("打印调查记录")),
    )


def _answers(desk: Desk, values: Values) -> InvestigationAnswers:
    on = read.day(values, "on", desk.today)
    begun = read.needed(_moment(values, "from", on), "from", "time.missing")
    record = read.text(values, "record")
    return InvestigationAnswers(
        held_at=begun,
        ended_at=_moment(values, "to", on),
        place=read.line(values, "place"),
        matter=read.line(values, "matter"),
        asked=read.line(values, "asked"),
        asked_about=read.line(values, "asked_about"),
        present=read.line(values, "present"),
        investigators=tuple(
            name.strip() for name in read.line(values, "investigators").split("、") if name.strip()
        ),
        recorder=read.line(values, "recorder"),
        record="" if record.strip() == _BEGINNING else record,
    )


def _moment(values: Values, key: str, on: date) -> datetime | None:
    time = read.parsed(values, key, parse_time)
    return None if time is None else datetime.combine(on, time, SHANGHAI)
