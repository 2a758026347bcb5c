"""安排回访 and 回访: a visit planned for a day with a reason, then recorded in the order of F10."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.domain.duties.follow_up.visits import FollowUpVisit, Litigation, Satisfaction, VisitManner
from app.domain.duties.four_duties import DutyKind
from app.domain.filing.kinds import DocumentKind
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import follow_up_by_duty, today_field
from app.presenters.workspace.forms.performance.parts import ids_in
from app.presenters.workspace.papers import issue_paper

_AHEAD = timedelta(days=7)
"""A week ahead is only proposed and typed over; no rule of law or of the centre."""


def plan_visit_form(desk: Desk, folder: CaseFolder) -> Form:
    """Plan a visit; several may wait at once."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        visit = FollowUpVisit(
            id=new_id(),
            case_id=seen.case.id,
            planned_on=read.day(values, "planned_on", desk.today),
            why=read.text(values, "why"),
        )
        done = desk.services.performance.plan_visit(visit, actor=desk.actor)
        return Sent(done.changes, say("已安排 {day} 回访", day=desk.formats.day(visit.planned_on)))

    return Form(
        key="plan-visit",
        case_id=folder.case.id,
        title=say("安排回访"),
        words=tuple(clock.explanation for clock in folder.clocks if clock.kind.value == "follow_up"),
        verb=say("安排"),
        fields=(
            FormField(
                key="planned_on",
                label=say("哪天回访"),
                kind=FieldKind.DAY,
                value=desk.formats.day(desk.today + _AHEAD),
                is_required=True,
                is_half=True,
            ),
            FormField(key="why", label=say("为什么回访"), kind=FieldKind.TEXT, is_required=True),
        ),
        send=send,
    )


def drop_visit_form(desk: Desk, folder: CaseFolder, visit_id: UUID) -> Form:
    """Give up a planned visit, with the reason."""
    say = desk.translator.text
    visit = folder.performance.visit(visit_id)
    version = visit.version if visit is not None else 0

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.visit(visit_id)
        done = desk.services.performance.drop_visit(
            visit_id,
            read.text(values, "reason"),
            actor=desk.actor,
            version=now.version if now is not None else version,
        )
        return Sent(done.changes, say("不再回访"))

    return Form(
        key=f"drop-visit/{visit_id}",
        case_id=folder.case.id,
        title=say("不再回访"),
        words=(visit.why,) if visit is not None else (),
        verb=say("不再回访"),
        fields=(FormField(key="reason", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
        is_danger=True,
    )


def visit_form(desk: Desk, folder: CaseFolder, visit_id: UUID | None = None) -> Form:
    """Record a visit as it was asked and said; nothing about what was found is ever filled in beforehand."""
    say = desk.translator.text
    duty = folder.duties.duty(DutyKind.FOLLOW_UP)
    waiting = [visit for visit in folder.performance.visits if visit.is_waiting]
    if duty.is_done and visit_id is None and not waiting and not folder.performance.visits:
        return follow_up_by_duty(desk, folder, duty)
    planned = folder.performance.visit(visit_id) if visit_id is not None else next(iter(waiting), None)
    staff = _staff(desk, folder)

    def send(values: Values, seen: CaseFolder) -> Sent:
        now = seen.performance.visit(planned.id) if planned is not None else None
        visit = _visit(desk, seen, now, values, staff)
        done = desk.services.performance.record_visit(visit, actor=desk.actor)
        told = say("已记录回访")
        if values.get("print", "") != YES:
            return Sent(done.changes, told)
        paper = issue_paper(desk, DocumentKind.FOLLOW_UP_RECORD, seen.case.id, visit.id)
        return Sent(done.changes | paper.changes, told, paper)

    words = [say("如实写当事人怎么说、有没有新的矛盾。案件已履行或终止的，同时记入四包的“包回访”。")]
    if planned is not None:
        words.append(planned.why)
    return Form(
        key=f"visit/{planned.id if planned is not None else 'new'}",
        case_id=folder.case.id,
        title=say("回访"),
        words=tuple(words),
        verb=say("记录回访"),
        fields=_fields(desk, folder, staff),
        send=send,
        is_wide=True,
    )


def _staff(desk: Desk, folder: CaseFolder) -> dict[str, str]:
    """Offer who works here; whom the duty 包回访 names stands among them, on the roster or not."""
    duty = folder.duties.duty(DutyKind.FOLLOW_UP)
    staff = {str(member.id): member.name for member in desk.services.people.staff() if member.left_on is None}
    if duty.responsible_person and duty.responsible_person not in staff.values():
        staff = {"named": duty.responsible_person, **staff}
    return staff


def _fields(desk: Desk, folder: CaseFolder, staff: dict[str, str]) -> tuple[FormField, ...]:
    say, case = desk.translator.text, folder.case
    duty = folder.duties.duty(DutyKind.FOLLOW_UP)
    mediators = {mediator.name for mediator in case.mediators}
    person = next((key for key, name in staff.items() if name == duty.responsible_person), "")
    same = tuple(key for key, name in staff.items() if name in mediators)
    return (
        FormField(
            key="visitor",
            label=say("回访人"),
            kind=FieldKind.CHOICE,
            value=person,
            options=tuple(staff.items()),
            is_required=True,
            is_half=True,
            hint=say("最好不是本案调解员"),
        ),
        today_field(desk, "visited_on", say("回访日期")),
        FormField(
            key="same_person_reason",
            label=say("由调解员回访的理由"),
            is_required=True,
            shown_if=("visitor", same),
        ),
        FormField(
            key="manner",
            label=say("回访方式"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, VisitManner),
            is_required=True,
        ),
        FormField(
            key="visited",
            label=say("问到了谁"),
            kind=FieldKind.TICKS,
            options=tuple((str(party.id), party.name) for party in case.parties),
            is_required=True,
        ),
        FormField(
            key="performance",
            label=say("履行情况"),
            kind=FieldKind.TEXT,
            is_required=True,
            hint=say("没有协议的，写现在怎么样"),
        ),
        *_findings(desk),
    )


def _findings(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    sued = ("litigation", (Litigation.SUED.value, Litigation.JUDGED.value))
    return (
        FormField(
            key="satisfaction",
            label=say("是否满意（按当事人所说）"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, Satisfaction),
            is_required=True,
        ),
        FormField(key="said", label=say("当事人原话"), kind=FieldKind.TEXT),
        FormField(
            key="litigation",
            label=say("是否起诉"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, Litigation),
            is_required=True,
        ),
        FormField(key="litigation_note", label=say("诉讼或判决情况"), kind=FieldKind.TEXT, shown_if=sued),
        FormField(key="new_risk", label=say("有激化苗头或新的隐患"), kind=FieldKind.TICK),
        FormField(
            key="risk_note",
            label=say("隐患情况"),
            kind=FieldKind.TEXT,
            is_required=True,
            shown_if=("new_risk", (YES,)),
        ),
        FormField(key="remains", label=say("遗留问题"), kind=FieldKind.TEXT),
        FormField(key="measures", label=say("采取措施"), kind=FieldKind.TEXT),
        FormField(
            key="same_day_reason",
            label=say("协议当日回访的理由"),
            hint=say("回访与协议同一天时必填"),
        ),
        FormField(key="print", label=say("打印回访记录"), kind=FieldKind.TICK),
    )


def _visit(
    desk: Desk, seen: CaseFolder, planned: FollowUpVisit | None, values: Values, staff: dict[str, str]
) -> FollowUpVisit:
    chosen = values.get("visitor", "")
    visited_on = read.day(values, "visited_on", desk.today)
    has_new_risk = read.ticked(values, "new_risk")
    return FollowUpVisit(
        id=planned.id if planned is not None else new_id(),
        version=planned.version if planned is not None else 0,
        case_id=seen.case.id,
        planned_on=planned.planned_on if planned is not None else visited_on,
        why=planned.why if planned is not None else "",
        visited_on=visited_on,
        manner=read.choice(values, "manner", VisitManner),
        visitor_id=UUID(chosen) if chosen and chosen != "named" else None,
        visitor=read.needed(staff.get(chosen), "visitor", "visit.visitor_missing"),
        visited_ids=ids_in(values, "visited"),
        performance=read.text(values, "performance"),
        satisfaction=read.choice(values, "satisfaction", Satisfaction),
        said=read.text(values, "said"),
        litigation=read.choice(values, "litigation", Litigation),
        litigation_note=read.text(values, "litigation_note"),
        remains=read.text(values, "remains"),
        has_new_risk=has_new_risk,
        risk_note=read.text(values, "risk_note") if has_new_risk else "",
        measures=read.text(values, "measures"),
        same_person_reason=read.text(values, "same_person_reason"),
        same_day_reason=read.text(values, "same_day_reason"),
    )
