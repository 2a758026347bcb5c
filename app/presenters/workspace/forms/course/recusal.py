"""Disclosing a relation and replacing a mediator who steps back."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import rules_peoples_law
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.recusal.findings import ConflictFinding, ConflictStrength
from app.domain.people.staff import StaffMember
from app.domain.values.ids import new_id
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.endings import today_field

_SELF = "self"
_ACCEPTS, _OBJECTS, _SILENT = "accepts", "objects", "silent"


def finding_words(translator: Translator, finding: ConflictFinding) -> str:
    """Say a finding in a sentence: 须回避：张某 是本人申报的关系（妻子）."""
    say = translator.text
    fact = say(finding.fact.term)
    note = say("（{note}）", note=finding.note) if finding.note else ""
    return say(
        "{strength}：{party} {fact}{note}",
        strength=say(finding.strength.term),
        party=finding.subject_name,
        fact=fact,
        note=note,
    )


def mark_of(translator: Translator, findings: tuple[ConflictFinding, ...]) -> str:
    """Give the gravest finding about somebody as a mark beside the name; nothing found gives nothing."""
    return translator.text(findings[0].strength.term) if findings else ""


def disclose_form(desk: Desk, folder: CaseFolder) -> Form:
    """Record what a mediator told the parties of a relation, and each party's answer."""
    case = folder.case
    say = desk.translator.text
    staff = {str(member.id): member for member in _roster(desk)}
    found = desk.services.recusal.on_roster(case.id)

    def send(values: Values, seen: CaseFolder) -> Sent:
        member = staff[read.needed(values.get("mediator") or None, "mediator", "choice.missing")]
        disclosure = Disclosure(
            id=new_id(),
            staff_id=member.id,
            staff_name=member.name,
            what=read.text(values, "what"),
            disclosed_on=read.day(values, "disclosed_on", desk.today),
            accepting=_answering(values, seen.case, _ACCEPTS),
            objecting=_answering(values, seen.case, _OBJECTS),
        )
        done = desk.services.recusal.disclose(
            case.id, disclosure, actor=desk.actor, version=seen.case.version
        )
        if done.value.is_waived(member.id):
            return Sent(done.changes, say("已披露，各方都接受 {name} 调解", name=member.name))
        return Sent(done.changes, say("已披露，{name} 尚未被各方接受", name=member.name))

    first = next((str(finding.staff_id) for finding in _grave_first(found)), "")
    serving = str(case.lead.staff_id) if case.lead else ""
    return Form(
        key="disclose",
        case_id=case.id,
        title=say("披露关系"),
        words=(
            say("有应当回避的情形，披露后各方都接受的可以继续调解；有一方不接受就更换。"),
            *(finding_words(desk.translator, finding) for finding in _grave_first(found)[:6]),
        ),
        verb=say("记录披露"),
        fields=(
            _mediator_field(desk, tuple(staff.values()), found, first or serving),
            FormField(
                key="what",
                label=say("披露的关系"),
                kind=FieldKind.TEXT,
                value=_told(desk.translator, found, first),
                is_required=True,
            ),
            *(_answer_field(desk, party.id, party.name) for party in case.parties),
            today_field(desk, "disclosed_on", say("日期")),
        ),
        send=send,
    )


def recusal_form(desk: Desk, folder: CaseFolder) -> Form:
    """Replace a mediator because a party asks for it or the mediator does; one party's request is enough."""
    case = folder.case
    say = desk.translator.text
    roster = {str(member.id): member for member in _roster(desk) if member.is_mediator}
    found = desk.services.recusal.on_roster(case.id)
    serving = {str(mediator.staff_id): mediator.name for mediator in case.mediators}

    def send(values: Values, seen: CaseFolder) -> Sent:
        leaving = read.needed(values.get("mediator") or None, "mediator", "choice.missing")
        substitute = read.needed(values.get("replacement") or None, "replacement", "choice.missing")
        asker = read.needed(values.get("asked_by") or None, "asked_by", "choice.missing")
        party = None if asker == _SELF else seen.case.party(UUID(asker))
        request = RecusalRequest(
            id=new_id(),
            staff_id=UUID(leaving),
            staff_name=serving[leaving],
            asked_by=party.id if party else None,
            asked_by_name=party.name if party else serving[leaving],
            reason=read.text(values, "reason"),
            asked_on=read.day(values, "asked_on", desk.today),
            decided_by=read.line(values, "decided_by"),
            replaced_by_id=UUID(substitute),
            replaced_by_name=roster[substitute].name,
        )
        done = desk.services.recusal.recuse(case.id, request, actor=desk.actor, version=seen.case.version)
        return Sent(
            done.changes,
            say("{name} 回避，由 {other} 接替", name=serving[leaving], other=request.replaced_by_name),
        )

    return Form(
        key="recuse",
        case_id=case.id,
        title=say("回避"),
        words=(say("当事人有一方提出就应当更换；调解员也可以自行回避。原调解员留在案件经过里。"),),
        verb=say("更换"),
        fields=_recusal_fields(desk, folder, tuple(roster.values()), found, serving),
        send=send,
    )


def _recusal_fields(
    desk: Desk,
    folder: CaseFolder,
    roster: tuple[StaffMember, ...],
    found: dict[UUID, tuple[ConflictFinding, ...]],
    serving: dict[str, str],
) -> tuple[FormField, ...]:
    case, say = folder.case, desk.translator.text
    is_ours = rules_peoples_law(folder.channel)
    hint = say("如：调委会主任") if is_ours else say("如：主持调解的单位负责人")
    free = tuple(member for member in roster if str(member.id) not in serving)
    askers = ((_SELF, say("调解员自行回避")), *((str(party.id), party.name) for party in case.parties))
    return (
        FormField(
            key="mediator",
            label=say("谁回避"),
            kind=FieldKind.CHOICE,
            value=next(iter(serving), ""),
            options=tuple(serving.items()),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="asked_by",
            label=say("谁提出"),
            kind=FieldKind.CHOICE,
            options=(("", "—"), *askers),
            is_required=True,
            is_half=True,
        ),
        FormField(key="reason", label=say("理由"), kind=FieldKind.TEXT, is_required=True),
        _mediator_field(desk, free, found, "", key="replacement", label=say("接替人")),
        FormField(key="decided_by", label=say("决定人"), is_required=True, hint=hint, is_half=True),
        today_field(desk, "asked_on", say("日期")),
    )


def _mediator_field(
    desk: Desk,
    members: tuple[StaffMember, ...],
    found: dict[UUID, tuple[ConflictFinding, ...]],
    value: str,
    *,
    key: str = "mediator",
    label: str = "",
) -> FormField:
    say = desk.translator.text

    def option(member: StaffMember) -> tuple[str, str]:
        mark = mark_of(desk.translator, found.get(member.id, ()))
        return str(member.id), f"{member.name}\u3000{mark}" if mark else member.name

    return FormField(
        key=key,
        label=label or say("调解员"),
        kind=FieldKind.CHOICE,
        value=value,
        options=(("", "—"), *(option(member) for member in members)),
        is_required=True,
    )


def _answer_field(desk: Desk, party_id: UUID, name: str) -> FormField:
    say = desk.translator.text
    return FormField(
        key=f"answer/{party_id}",
        label=say("{name} 的答复", name=name),
        kind=FieldKind.CHOICE,
        value=_SILENT,
        options=((_SILENT, say("未答复")), (_ACCEPTS, say("接受")), (_OBJECTS, say("不接受"))),
        is_half=True,
    )


def _answering(values: Values, case: Case, answer: str) -> tuple[UUID, ...]:
    return tuple(party.id for party in case.parties if values.get(f"answer/{party.id}") == answer)


def _roster(desk: Desk) -> tuple[StaffMember, ...]:
    return tuple(m for m in desk.services.people.staff() if m.left_on is None or m.left_on > desk.today)


def _grave_first(found: dict[UUID, tuple[ConflictFinding, ...]]) -> list[ConflictFinding]:
    order = tuple(ConflictStrength)
    telling = [one for findings in found.values() for one in findings if one.strength is not order[-1]]
    return sorted(telling, key=lambda one: order.index(one.strength))


def _told(translator: Translator, found: dict[UUID, tuple[ConflictFinding, ...]], staff_id: str) -> str:
    return "\n".join(
        finding_words(translator, finding)
        for findings in found.values()
        for finding in findings
        if str(finding.staff_id) == staff_id and finding.strength is not ConflictStrength.VERIFY
    )
