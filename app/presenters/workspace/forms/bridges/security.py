"""治安案件共同书面申请: the conditions one by one, who did what to whom, and what proves performance."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.domain.duties.bridges.security import (
    BASIS,
    LenientGround,
    Offence,
    SecurityAnswers,
    SecurityExclusion,
    known_conditions,
)
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.bridges.asking import (
    answered,
    ids_of,
    issued,
    no_field,
    parties_field,
    yes_field,
)
from app.presenters.workspace.forms.turns.asking import day_field, print_field


def security_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask for what the case does not know; an unmet condition is refused at its field."""
    case, say = folder.case, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        done = desk.services.bridges.apply_for_recognition(
            case.id,
            _answers(desk, values),
            ids_of(values, "proofs"),
            actor=desk.actor,
            version=seen.case.version,
        )
        return issued(desk, values, done, say("已出具共同申请书，双方签名后交公安机关，由公安机关决定"))

    numbers = "、".join(
        (
            *(a.number for a in folder.agreements if a.state is AgreementState.EFFECTIVE),
            *(oral.number for oral in folder.oral_agreements),
        )
    )
    known = say("；").join(
        say("{text}：{answer}（{basis}）", text=say(one.text), answer=one.answer, basis=one.basis)
        for one in known_conditions(case, numbers, desk.today)
    )
    return Form(
        key="security-application",
        case_id=case.id,
        title=say("治安案件共同书面申请"),
        words=(
            say("达成协议并履行后，双方可以共同书面申请公安机关认可（{article}）。", article=BASIS),
            say(
                "是否认可、是否处罚只由公安机关决定，不要向当事人承诺不处罚。逐项核对，有一项不符就不能申请。"
            ),
        ),
        earlier=(say("本案已知：{told}。", told=known),),
        verb=say("出具申请书"),
        fields=(
            *_matter(desk, folder),
            *_conditions(desk),
            *_proofs(desk, folder),
            day_field(desk, say("申请日期")),
            print_field(say("打印申请书")),
        ),
        send=send,
        is_wide=True,
    )


def _answers(desk: Desk, values: Values) -> SecurityAnswers:
    return SecurityAnswers(
        station=read.line(values, "station"),
        police_number=read.line(values, "police_number"),
        offence=read.choice(values, "offence", Offence),
        ground=read.choice(values, "ground", LenientGround),
        happened_on=read.day(values, "happened_on", desk.today),
        place=read.line(values, "place"),
        offender_ids=ids_of(values, "offenders"),
        victim_ids=ids_of(values, "victims"),
        is_lenient=answered(values, "is_lenient"),
        exclusions=tuple(one for one in SecurityExclusion if answered(values, one.value)),
        is_undecided=answered(values, "is_undecided"),
        applied_on=read.day(values, "on", desk.today),
    )


def _matter(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(key="station", label=say("办案公安机关"), is_required=True, is_half=True),
        FormField(key="police_number", label=say("警情或案件号"), is_half=True),
        FormField(
            key="offence",
            label=say("行为"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, Offence),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="happened_on", label=say("发生日期"), kind=FieldKind.DAY, is_required=True, is_half=True
        ),
        FormField(key="place", label=say("发生地点"), value=folder.case.place),
        parties_field("offenders", say("行为人"), folder),
        parties_field("victims", say("被侵害人"), folder),
    )


def _conditions(desk: Desk) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="ground",
            label=say("适用调解处理的情形"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, LenientGround),
            is_required=True,
        ),
        yes_field("is_lenient", say("情节较轻"), say("是"), say("否")),
        yes_field("is_undecided", say("公安机关尚未作出处理决定"), say("是"), say("否")),
        *(no_field(one.value, say(one.term), say("没有"), say("有")) for one in SecurityExclusion),
    )


def _proofs(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    """Offer receipts and files of the case; those that prove an entry of performance are ticked."""
    options = dict(_offered(folder))
    if not options:
        return ()
    proving = {
        receipt.proof_id
        for plan in folder.performance.plans
        for receipt in plan.receipts
        if receipt.reverses_id is None and not plan.is_reversed(receipt)
    }
    receipts = {d.id for d in folder.documents if d.kind is DocumentKind.PERFORMANCE_RECEIPT}
    ticked = [str(id_) for id_ in options if id_ in proving or id_ in receipts]
    return (
        FormField(
            key="proofs",
            label=desk.translator.text("履行凭证"),
            kind=FieldKind.TICKS,
            value=",".join(ticked),
            options=tuple((str(id_), name) for id_, name in options.items()),
            is_required=True,
        ),
    )


def _offered(folder: CaseFolder) -> Iterator[tuple[UUID, str]]:
    for paper in folder.documents:
        if paper.kind is DocumentKind.PERFORMANCE_RECEIPT and not paper.void_reason:
            yield paper.id, f"{paper.title} {paper.number}".strip()
    for entry in folder.attachments:
        yield entry.id, entry.name
