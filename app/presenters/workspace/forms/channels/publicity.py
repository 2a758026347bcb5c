"""Consent to publicity, party by party; without both sides a medical dispute stays private (条例 art. 42)."""

from __future__ import annotations

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.publicity import (
    PublicityConsent,
    PublicityScope,
    consent_of,
    not_agreeing,
    private_rule,
)
from app.domain.disputes.channels.rules import Channel
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values


def publicity_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask each party what may be public; an empty answer takes an earlier consent back."""
    case, say = folder.case, desk.translator.text
    rule = private_rule(folder.channel)

    def send(values: Values, seen: CaseFolder) -> Sent:
        on = read.day(values, "on", desk.today)
        consents = tuple(
            PublicityConsent(
                id=new_id(),
                party_id=party.id,
                party_name=party.name,
                covers=read.choices(values, f"covers_{party.id}", PublicityScope),
                on=on,
                note=read.text(values, "note"),
            )
            for party in seen.case.parties
        )
        done = desk.services.lifecycle.record_publicity(
            case.id, consents, actor=desk.actor, version=seen.case.version
        )
        return Sent(done.changes, say("已记下：{state}", state=publicity_state(desk, done.value)))

    told = (rule,) if rule is not None else ()
    words = tuple(say("{rule}（{article}）", rule=say(r.says), article=say(r.article)) for r in told)
    return Form(
        key="publicity",
        case_id=case.id,
        title=say("公开调解的同意"),
        words=words,
        verb=say("记下"),
        fields=_fields(desk, case),
        send=send,
        is_wide=True,
    )


def publicity_state(desk: Desk, case: Case) -> str:
    """Tell what may be public, and whose consent to the meeting is missing."""
    say = desk.translator.text
    parties = tuple((party.id, party.name) for party in case.parties)
    lacking = {scope: not_agreeing(case.publicity, parties, scope) for scope in PublicityScope}
    agreed = [say(scope.term) for scope, names in lacking.items() if not names]
    if agreed:
        return say("各方同意{what}", what="、".join(agreed))
    names = "、".join(lacking[PublicityScope.MEETING])
    return say("不公开；{names} 没有同意公开", names=names)


def asks_publicity(channel: Channel | None) -> bool:
    """Tell whether publicity needs consent in a channel."""
    return private_rule(channel) is not None


def _covered(found: PublicityConsent | None) -> str:
    return "" if found is None else ",".join(scope.value for scope in found.covers)


def _fields(desk: Desk, case: Case) -> tuple[FormField, ...]:
    say = desk.translator.text
    options = tuple((scope.value, say(scope.term)) for scope in PublicityScope)
    return (
        *(
            FormField(
                key=f"covers_{party.id}",
                label=say("{name} 同意", name=party.name),
                kind=FieldKind.TICKS,
                value=_covered(consent_of(case.publicity, party.id)),
                options=options,
            )
            for party in case.parties
        ),
        FormField(
            key="on",
            label=say("征求日期"),
            kind=FieldKind.DAY,
            value=desk.formats.day(desk.today),
            is_required=True,
            is_half=True,
        ),
        FormField(key="note", label=say("说明"), hint=say("如：书面同意存入证据")),
    )
