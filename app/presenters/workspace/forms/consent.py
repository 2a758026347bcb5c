"""Asking the parties whether they consent to mediation (人民调解法 art. 17)."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import (
    CaseParty,
    ConsentAnswer,
    ConsentInquiry,
    ConsentManner,
    PartySide,
)
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import in_law_of
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field


def consent_form(desk: Desk, folder: CaseFolder, party_id: UUID | None = None) -> Form:
    """Record what one party answered; every try is kept, the last answer counts (人民调解法 art. 17)."""
    case = folder.case
    say = desk.translator.text
    waiting = case.not_yet_consenting() or case.parties
    chosen = party_id or waiting[0].id

    def send(values: Values, seen: CaseFolder) -> Sent:
        party = read.needed(seen.case.party(UUID(values["party_id"])), "party_id", "choice.missing")
        inquiries = tuple(
            ConsentInquiry(
                id=new_id(),
                party_id=one.id,
                answer=read.choice(values, "answer", ConsentAnswer),
                manner=read.choice(values, "manner", ConsentManner),
                asked_on=read.day(values, "asked_on", desk.today),
                note=read.text(values, "note"),
            )
            for one in _asked(values, seen.case, party)
        )
        done = desk.services.cases.record_consents(
            case.id, inquiries, actor=desk.actor, version=seen.case.version
        )
        answer, n = say(inquiries[0].answer.term), len(inquiries)
        if n > 1:
            return Sent(done.changes, say("{name}等 {n} 人：{answer}", name=party.name, n=n, answer=answer))
        return Sent(done.changes, say("{name}：{answer}", name=party.name, answer=answer))

    return Form(
        key=f"consent/{chosen}",
        case_id=case.id,
        title=say("征求意见"),
        words=(
            in_law_of(
                folder.channel, say("调解须各方自愿。一方明确拒绝的，不得调解（人民调解法第十七条）。")
            ),
        ),
        earlier=tuple(consent_lines(desk, case, chosen)),
        verb=say("记录"),
        fields=_consent_fields(desk, case, chosen),
        send=send,
    )


def _consent_fields(desk: Desk, case: Case, chosen: UUID) -> tuple[FormField, ...]:
    say = desk.translator.text
    return (
        FormField(
            key="party_id",
            label=say("当事人"),
            kind=FieldKind.CHOICE,
            value=str(chosen),
            options=tuple((str(party.id), f"{say(party.side.term)}　{party.name}") for party in case.parties),
            is_required=True,
        ),
        FormField(
            key="answer",
            label=say("答复"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, ConsentAnswer),
            is_required=True,
        ),
        FormField(
            key="manner",
            label=say("方式"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, ConsentManner),
            is_required=True,
        ),
        today_field(desk, "asked_on", say("日期")),
        FormField(key="note", label=say("备注"), kind=FieldKind.TEXT, hint=say("如：由谁接听、原话")),
        *_same_answer_fields(desk, case),
    )


def _same_answer_fields(desk: Desk, case: Case) -> tuple[FormField, ...]:
    """Offer to record one answer for a whole side: of a group each is asked, but each says the same."""
    say = desk.translator.text
    sides = [side for side in PartySide if len(_unanswered(case, side)) > 1]
    return tuple(
        FormField(
            key=f"also_{side.value}",
            label=say("其余未答复的{side}经逐一询问，答复相同", side=say(side.term)),
            kind=FieldKind.TICK,
            shown_if=("party_id", tuple(str(party.id) for party in case.on_side(side))),
        )
        for side in sides
    )


def _asked(values: Values, case: Case, party: CaseParty) -> tuple[CaseParty, ...]:
    """Give the party asked and, where ticked, those of its side who have not answered yet."""
    if not read.ticked(values, f"also_{party.side.value}"):
        return (party,)
    return (party, *(one for one in _unanswered(case, party.side) if one.id != party.id))


def _unanswered(case: Case, side: PartySide) -> tuple[CaseParty, ...]:
    """Give those of a side who said neither yes nor no: a refusal is never swept away with the rest."""
    open_answers = (None, ConsentAnswer.NO_REPLY)
    return tuple(party for party in case.on_side(side) if case.consent_of(party.id) in open_answers)


def consent_lines(desk: Desk, case: Case, party_id: UUID) -> tuple[str, ...]:
    """Tell every try with one party, the first one first."""
    say = desk.translator.text
    return tuple(
        "　".join(
            part
            for part in (
                desk.formats.day(inquiry.asked_on),
                say(inquiry.manner.term),
                say(inquiry.answer.term),
                inquiry.note,
            )
            if part
        )
        for inquiry in case.consents
        if inquiry.party_id == party_id
    )
