"""逐人登记 and 拒签: what is asked when somebody signs in a way worth telling, or will not sign."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.channels.law import in_law_of
from app.domain.errors import NotFound
from app.domain.people.agents import AgentKind
from app.domain.settlements.agreements import (
    MediationAgreement,
    Signature,
    SignerCapacity,
    SignerRole,
    SigningManner,
    SigningRefusal,
)
from app.domain.settlements.signers import missing_authority
from app.domain.values.ids import new_id
from app.presenters.agreement.shown import SigningRow
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values

_SELF, _REPRESENTATIVE, _AGENT = "self", "representative", "agent:"
_ON_PAPER = (SigningManner.SIGNATURE, SigningManner.SEAL, SigningManner.FINGERPRINT)


def signing_form(desk: Desk, folder: CaseFolder, agreement_id: UUID, row: SigningRow) -> Form:
    """Record one signature in full: who signed by what right, fingerprint, interpreter, witness."""
    say = desk.translator.text
    party = folder.case.party(row.signer_id) if row.signer_id is not None else None

    def send(values: Values, seen: CaseFolder) -> Sent:
        agreement = _seen(seen, agreement_id)
        signature = _signature(values, row, desk)
        done = desk.services.settlements.sign(
            agreement.id, signature, actor=desk.actor, version=agreement.version
        )
        effective = done.value.effective_on
        if effective is not None:
            return Sent(done.changes, say("协议自 {day} 生效", day=desk.formats.day(effective)))
        return Sent(done.changes, say("已登记 {name}", name=row.name))

    return Form(
        key=f"sign/{agreement_id}/{row.role.value}/{row.signer_id}",
        case_id=folder.case.id,
        title=say("{role} {name} 签字", role=row.role_word, name=row.name),
        words=(),
        verb=say("登记"),
        fields=(*_way_fields(desk, row), *_who_fields(desk, party), *_reading_fields(desk, party, row)),
        send=send,
    )


def refusal_form(desk: Desk, folder: CaseFolder, agreement_id: UUID, row: SigningRow) -> Form:
    """Record that somebody will not sign, with what follows from it."""
    say = desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        agreement = _seen(seen, agreement_id)
        refusal = SigningRefusal(
            id=new_id(),
            role=row.role,
            signer_id=row.signer_id,
            name=row.name,
            refused_on=read.day(values, "refused_on", desk.today),
            reason=read.text(values, "reason").strip(),
            witness=read.line(values, "witness"),
        )
        done = desk.services.signing.refuse(
            agreement.id, refusal, actor=desk.actor, version=agreement.version
        )
        return Sent(done.changes, say("已记 {name} 拒签", name=row.name))

    return Form(
        key=f"refuse/{agreement_id}/{row.role.value}/{row.signer_id}",
        case_id=folder.case.id,
        title=say("{name} 拒绝签字", name=row.name),
        words=(
            in_law_of(
                folder.channel, say("缺一方签字，协议不生效，对各方都没有约束力（人民调解法第二十九条）。")
            ),
            say("以后愿意签了，照常登记签字；这次拒签仍留在经过里。"),
        ),
        verb=say("记下拒签"),
        fields=(
            FormField(
                key="reason",
                label=say("拒签的原因"),
                kind=FieldKind.TEXT,
                is_required=True,
                hint=say("照本人说的写；不肯说的，写“未说明原因”"),
            ),
            _day_field(desk, "refused_on"),
            FormField(key="witness", label=say("在场见证人"), is_half=True),
        ),
        send=send,
    )


def _seen(folder: CaseFolder, agreement_id: UUID) -> MediationAgreement:
    for agreement in folder.agreements:
        if agreement.id == agreement_id:
            return agreement
    raise NotFound("agreement.not_found", id=str(agreement_id))


def _signature(values: Values, row: SigningRow, desk: Desk) -> Signature:
    who = values.get("who", _SELF)
    capacity, agent_name = SignerCapacity.SELF, ""
    if who == _REPRESENTATIVE:
        capacity, agent_name = SignerCapacity.REPRESENTATIVE, read.line(values, "representative")
    elif who.startswith(_AGENT):
        agent_name = who.removeprefix(_AGENT)
    manner = read.choice(values, "manner", SigningManner)
    is_interpreted = read.ticked(values, "is_interpreted")
    return Signature(
        id=new_id(),
        role=row.role,
        signer_id=row.signer_id,
        name=row.name,
        agent_name=agent_name,
        capacity=capacity,
        manner=manner,
        signed_on=read.day(values, "signed_on", desk.today),
        has_fingerprint=manner is not SigningManner.FINGERPRINT and read.ticked(values, "has_fingerprint"),
        interpreter=_asked(values, "interpreter", "signature.interpreter_missing") if is_interpreted else "",
        language=_asked(values, "language", "signature.language_missing") if is_interpreted else "",
        was_read_out=is_interpreted and read.ticked(values, "was_read_out"),
        witness=read.line(values, "witness"),
    )


def _asked(values: Values, key: str, code: str) -> str:
    return read.needed(read.line(values, key) or None, key, code)


def _day_field(desk: Desk, key: str) -> FormField:
    return FormField(
        key=key,
        label=desk.translator.text("日期"),
        kind=FieldKind.DAY,
        value=desk.formats.day(desk.today),
        is_required=True,
        is_half=True,
    )


def _way_fields(desk: Desk, row: SigningRow) -> tuple[FormField, ...]:
    say = desk.translator.text
    manners = (SigningManner.SEAL,) if row.role is SignerRole.SEAL else _ON_PAPER
    usual = row.manner if row.manner in manners else manners[0]
    fields = [
        _day_field(desk, "signed_on"),
        FormField(
            key="manner",
            label=say("方式"),
            kind=FieldKind.CHOICE,
            value=usual.value,
            options=tuple((manner.value, say(manner.term)) for manner in manners),
            is_required=True,
            is_half=True,
        ),
    ]
    if row.role is not SignerRole.SEAL:
        fields.append(
            FormField(
                key="has_fingerprint",
                label=say("并按指印"),
                kind=FieldKind.TICK,
                shown_if=("manner", (SigningManner.SIGNATURE.value, SigningManner.SEAL.value)),
            )
        )
    return tuple(fields)


def _who_fields(desk: Desk, party: CaseParty | None) -> tuple[FormField, ...]:
    """Ask who signs for a party; an agent without authority is shown as such and refused with the article."""
    if party is None:
        return ()
    say = desk.translator.text
    options = [(_SELF, say("本人") if party.is_person else say("单位盖章"))]
    if not party.is_person:
        options.append((_REPRESENTATIVE, say("法定代表人、负责人")))
    for agent in party.agents:
        lacking = "、".join(say(scope.term) for scope in missing_authority(agent))
        title = say("法定代理人") if agent.kind is AgentKind.STATUTORY else say("委托代理人")
        words = f"{title} {agent.name}"
        if lacking:
            words = say("{who}（授权缺：{scopes}）", who=words, scopes=lacking)
        options.append((f"{_AGENT}{agent.name}", words))
    return (
        FormField(
            key="who",
            label=say("谁签"),
            kind=FieldKind.CHOICE,
            value=_REPRESENTATIVE if not party.is_person and party.legal_representative else _SELF,
            options=tuple(options),
            is_required=True,
        ),
        FormField(
            key="representative",
            label=say("签字人姓名"),
            value=party.legal_representative,
            shown_if=("who", (_REPRESENTATIVE,)),
        ),
    )


def _reading_fields(desk: Desk, party: CaseParty | None, row: SigningRow) -> tuple[FormField, ...]:
    """Ask for interpreter and witness; a party of another language has the question open already."""
    say = desk.translator.text
    witness = FormField(
        key="witness", label=say("在场见证人"), hint=say("不会写字、只按指印的，写明谁在场见证")
    )
    if row.role is not SignerRole.PARTY or party is None:
        return (witness,) if row.role is not SignerRole.SEAL else ()
    is_other = bool(party.language.strip()) and party.language.strip() not in _CHINESE
    return (
        witness,
        FormField(
            key="is_interpreted",
            label=say("有翻译在场"),
            kind=FieldKind.TICK,
            value=YES if is_other else "",
        ),
        FormField(
            key="interpreter",
            label=say("翻译姓名"),
            shown_if=("is_interpreted", (YES,)),
            is_half=True,
        ),
        FormField(
            key="language",
            label=say("宣读所用语言"),
            value=party.language.strip() if is_other else "",
            shown_if=("is_interpreted", (YES,)),
            is_half=True,
        ),
        FormField(
            key="was_read_out",
            label=say("翻译已用这种语言把协议全文宣读给本人，本人明白"),
            kind=FieldKind.TICK,
            shown_if=("is_interpreted", (YES,)),
        ),
    )


_CHINESE = frozenset({"汉语", "国家通用语言", "普通话", "中文", "汉"})
"""Languages in which the paper itself is written."""
