"""记录司法确认: the joint application of all parties, or where it was made the next step of the court."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.clocks import INVITATIONS
from app.domain.errors import RuleRefusal
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import JOINTLY, ConfirmationState, JudicialConfirmation, of_agreement
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field
from app.presenters.workspace.forms.performance.court_steps import progress_form
from app.presenters.workspace.forms.performance.parts import ids_in, names_of


def court_form(desk: Desk, folder: CaseFolder, agreement_id: UUID | None = None) -> Form:
    """Ask what is next for an agreement: the application, or what the court did with it."""
    agreement = _agreement(folder, agreement_id)
    known = of_agreement(folder.performance.confirmations, agreement.id)
    if known is not None and known.is_pending:
        return progress_form(desk, folder, known, court_words(folder, agreement.id))
    return _application_form(desk, folder, agreement)


def court_words(folder: CaseFolder, agreement_id: UUID) -> tuple[str, ...]:
    """Give the clocks that run about an agreement at the court, before it and after its ruling."""
    return tuple(
        clock.explanation
        for clock in folder.clocks
        if clock.kind in INVITATIONS and clock.subject_id == agreement_id
    )


def may_go_to_court(folder: CaseFolder) -> bool:
    """Tell whether there is an agreement for which something may be recorded now."""
    return any(_is_open(folder, agreement) for agreement in folder.agreements)


def _application_form(desk: Desk, folder: CaseFolder, agreement: MediationAgreement) -> Form:
    say = desk.translator.text
    told = court_words(folder, agreement.id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        application = JudicialConfirmation(
            id=new_id(),
            case_id=seen.case.id,
            agreement_id=agreement.id,
            applied_on=read.day(values, "applied_on", desk.today),
            applicant_ids=ids_in(values, "applicants"),
            court=read.line(values, "court"),
            handled_by=read.line(values, "handled_by"),
            note=read.text(values, "note"),
        )
        done = desk.services.performance.apply_for_confirmation(
            application, is_suitable=read.ticked(values, "suitable"), actor=desk.actor
        )
        return Sent(done.changes, say("已记录司法确认申请"))

    return Form(
        key=f"court/{agreement.id}",
        case_id=folder.case.id,
        title=say("记录司法确认"),
        words=(
            in_law_of(
                folder.channel,
                say(
                    "{number} 生效后三十日内，由各方共同向法院申请（人民调解法第三十三条、"
                    "民事诉讼法第二百零五条）。",
                    number=agreement.number,
                ),
            ),
            say("劳动争议只有给付义务可以确认；法院审查期间本案不能结案。"),
            *told,
        ),
        verb=say("记录申请"),
        fields=_application_fields(desk, folder, agreement),
        send=send,
        is_wide=True,
    )


def _application_fields(
    desk: Desk, folder: CaseFolder, agreement: MediationAgreement
) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        today_field(desk, "applied_on", say("申请日期")),
        FormField(
            key="court",
            label=say("法院"),
            value=folder.organisation.confirming_court,
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="applicants",
            label=say("共同申请的当事人"),
            kind=FieldKind.TICKS,
            options=names_of(folder, agreement.party_ids),
            is_required=True,
        ),
        FormField(key="handled_by", label=say("谁去办的"), is_half=True),
        FormField(
            key="suitable",
            label=say("已核对：有书面协议，不涉及婚姻、收养等身份关系，不涉及物权、知识产权确权"),
            kind=FieldKind.TICK,
        ),
        FormField(key="note", label=say("备注"), kind=FieldKind.TEXT),
    )


def _is_open(folder: CaseFolder, agreement: MediationAgreement) -> bool:
    if agreement.state is not AgreementState.EFFECTIVE:
        return False
    known = of_agreement(folder.performance.confirmations, agreement.id)
    return known is None or known.state is not ConfirmationState.CONFIRMED


def _agreement(folder: CaseFolder, agreement_id: UUID | None) -> MediationAgreement:
    found = [a for a in folder.agreements if a.id == agreement_id] if agreement_id is not None else []
    found = found or [agreement for agreement in folder.agreements if _is_open(folder, agreement)]
    if not found:
        article = in_law_of(folder.channel, JOINTLY)
        raise RuleRefusal("confirmation.not_effective", article=article)
    return found[0]
