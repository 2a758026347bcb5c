"""出具司法确认申请书、强制执行申请书: what was found against it first, then what only people can tell."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.clocks import ClockKind
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import confirmed
from app.domain.settlements.court.applying import (
    ConfirmationAnswers,
    CourtGround,
    EnforcementAnswers,
    Unconfirmable,
)
from app.domain.settlements.court.obstacles import Obstacle, ObstacleLevel
from app.domain.values.money import Money, sum_of
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.bridges.asking import answered, ids_of, issued, no_field
from app.presenters.workspace.forms.court.files import (
    file_fields,
    files_in,
    missing_words,
    no_files_words,
)
from app.presenters.workspace.forms.turns.asking import day_field, print_field
from app.services.done import Done


def court_paper(folder: CaseFolder, kind: DocumentKind, agreement_id: UUID) -> IssuedDocument | None:
    """Give the application for an agreement that was issued and not voided."""
    found = [
        paper
        for paper in folder.documents
        if paper.kind is kind and paper.subject_id == agreement_id and not paper.void_reason
    ]
    return found[-1] if found else None


def confirmable(folder: CaseFolder) -> tuple[MediationAgreement, ...]:
    """Give the agreements whose thirty days run and whose application is not written yet."""
    running = {clock.subject_id for clock in folder.clocks if clock.kind is ClockKind.CONFIRMATION}
    kind = DocumentKind.CONFIRMATION_APPLICATION
    return tuple(
        agreement
        for agreement in folder.agreements
        if agreement.id in running and court_paper(folder, kind, agreement.id) is None
    )


def enforceable(folder: CaseFolder) -> tuple[MediationAgreement, ...]:
    """Give the confirmed agreements with something open whose application is not written yet."""
    kind, facts = DocumentKind.ENFORCEMENT_APPLICATION, folder.performance
    return tuple(
        agreement
        for agreement in folder.agreements
        if agreement.state is AgreementState.EFFECTIVE
        and confirmed(facts.confirmations, agreement.id) is not None
        and court_paper(folder, kind, agreement.id) is None
        and any(plan.id == agreement.id and plan.open_items for plan in facts.plans)
    )


def confirmation_pack_form(desk: Desk, folder: CaseFolder, agreement_id: UUID | None = None) -> Form:
    """Show what stands against confirming, then ask; what the law refuses is refused at its field."""
    say, case = desk.translator.text, folder.case
    agreement = _chosen(confirmable(folder), agreement_id)
    found = desk.services.court_packs.obstacles(case.id, agreement.id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        answers = ConfirmationAnswers(
            court=read.line(values, "court"),
            ground=read.choice(values, "ground", CourtGround),
            applicant_ids=ids_of(values, "applicants"),
            found=tuple(one for one in Unconfirmable if answered(values, one.value)),
            files=files_in(values),
            applied_on=read.day(values, "on", desk.today),
        )
        done = desk.services.court_packs.apply_for_confirmation(
            case.id, agreement.id, answers, actor=desk.actor, version=seen.case.version
        )
        return _issued(desk, values, done)

    return Form(
        key=f"confirmation-pack/{agreement.id}",
        case_id=case.id,
        title=say("出具司法确认申请书"),
        words=(
            say("{number}：各方签名后，连同材料一起交法院。", number=agreement.number),
            *(c.explanation for c in folder.clocks if _is_about(c.kind, c.subject_id, agreement.id)),
            *(obstacle_words(desk, one) for one in found if one.level is ObstacleLevel.REFUSED),
            *no_files_words(desk, folder),
        ),
        earlier=tuple(obstacle_words(desk, one) for one in found if one.level is ObstacleLevel.LOOK),
        verb=say("出具申请书"),
        fields=(
            *_court_fields(desk, folder),
            FormField(
                key="applicants",
                label=say("共同申请的当事人"),
                kind=FieldKind.TICKS,
                options=_parties(folder, agreement),
                is_required=True,
            ),
            *(no_field(one.value, say(one.term), say("没有"), say("有")) for one in Unconfirmable),
            *file_fields(desk, folder, agreement, is_enforcing=False),
            day_field(desk, say("申请日期")),
            print_field(say("打印申请书")),
        ),
        send=send,
        is_wide=True,
    )


def _court_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say, court = desk.translator.text, folder.organisation.confirming_court
    return (
        FormField(key="court", label=say("法院"), value=court, is_required=True, is_half=True),
        FormField(
            key="ground",
            label=say("为什么由它管辖"),
            kind=FieldKind.CHOICE,
            value=CourtGround.COMMITTEE.value if court else "",
            options=terms(desk.translator, CourtGround),
            is_required=True,
            is_half=True,
        ),
    )


def enforcement_pack_form(desk: Desk, folder: CaseFolder, agreement_id: UUID | None = None) -> Form:
    """Ask who applies for enforcement of what, and what goes along."""
    say, case = desk.translator.text, folder.case
    agreement = _chosen(enforceable(folder), agreement_id)
    ruling = confirmed(folder.performance.confirmations, agreement.id)
    if ruling is None:
        raise RuleRefusal("legal_action.not_confirmed", article="民事诉讼法第二百零六条")

    def send(values: Values, seen: CaseFolder) -> Sent:
        answers = EnforcementAnswers(
            court=read.line(values, "court"),
            applicant_ids=ids_of(values, "applicants"),
            requests=read.text(values, "requests"),
            leads=read.text(values, "leads"),
            files=files_in(values),
            applied_on=read.day(values, "on", desk.today),
        )
        done = desk.services.court_packs.apply_for_enforcement(
            case.id, agreement.id, answers, actor=desk.actor, version=seen.case.version
        )
        return _issued(desk, values, done)

    return Form(
        key=f"enforcement-pack/{agreement.id}",
        case_id=case.id,
        title=say("出具强制执行申请书"),
        words=(
            say(
                "由作出裁定的法院或者与它同级的被执行财产所在地法院执行（民诉法解释第四百六十条）；"
                "申请以后记到【记录执行、支付令、起诉】。"
            ),
            *no_files_words(desk, folder),
        ),
        verb=say("出具申请书"),
        fields=_enforcement_fields(desk, folder, agreement, ruling.court),
        send=send,
        is_wide=True,
    )


def _enforcement_fields(
    desk: Desk, folder: CaseFolder, agreement: MediationAgreement, court: str
) -> tuple[FormField, ...]:
    say, plan = desk.translator.text, folder.performance.plan(agreement.id)
    late = plan.overdue(desk.today) if plan is not None else ()
    owed = sum_of(plan.owed(item) for item in late) if plan is not None else Money.zero()
    requests = say("请求强制执行到期未付的 {sum} 元。", sum=desk.formats.money(owed)) if owed else ""
    return (
        FormField(key="court", label=say("法院"), value=court, is_required=True, is_half=True),
        FormField(
            key="applicants",
            label=say("申请执行人"),
            kind=FieldKind.TICKS,
            options=_parties(folder, agreement),
            is_required=True,
        ),
        FormField(
            key="requests",
            label=say("请求执行什么"),
            kind=FieldKind.TEXT,
            value=requests,
            is_required=True,
        ),
        FormField(key="leads", label=say("对方的财产线索"), kind=FieldKind.TEXT),
        *file_fields(desk, folder, agreement, is_enforcing=True),
        day_field(desk, say("申请日期")),
        print_field(say("打印申请书")),
    )


def obstacle_words(desk: Desk, obstacle: Obstacle) -> str:
    """Say what was found where, and by what article it stands against confirming."""
    say = desk.translator.text
    where = say("{place}“{found}”：", place=obstacle.place, found=obstacle.found) if obstacle.found else ""
    if obstacle.place and not obstacle.found:
        where = f"{obstacle.place}："
    return say(
        "{level}　{where}{text}（{article}）",
        level=say(obstacle.level.term),
        where=where,
        text=obstacle.text,
        article=obstacle.article,
    )


def _parties(folder: CaseFolder, agreement: MediationAgreement) -> tuple[tuple[str, str], ...]:
    """Offer the parties of an agreement by name."""
    parties = (party for party in folder.case.parties if party.id in agreement.party_ids)
    return tuple((str(party.id), party.name) for party in parties)


def _is_about(kind: ClockKind, subject_id: UUID | None, agreement_id: UUID) -> bool:
    return kind is ClockKind.CONFIRMATION and subject_id == agreement_id


def _issued(desk: Desk, values: Values, done: Done[IssuedDocument]) -> Sent:
    pack = desk.services.court_packs.pack(done.value.id, actor=desk.actor)
    say, missing = desk.translator.text, missing_words(desk, pack.missing)
    told = say("已出具申请书，各方签名后连同材料交法院")
    return issued(
        desk, values, done, say("{told}；{missing}", told=told, missing=missing) if missing else told
    )


def _chosen(offered: tuple[MediationAgreement, ...], agreement_id: UUID | None) -> MediationAgreement:
    found = [agreement for agreement in offered if agreement.id == agreement_id]
    found = found or (list(offered) if agreement_id is None else [])
    if not found:
        raise NotFound("agreement.not_found", id=str(agreement_id))
    return found[0]
