"""Who acts for a party of a case: added, corrected or taken out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.domain.values.sex import Sex
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values

_AUTHORISED = tuple(kind.value for kind in AgentKind if kind is not AgentKind.STATUTORY)


def agent_form(desk: Desk, folder: CaseFolder, party_id: UUID, agent_id: UUID | None = None) -> Form:
    """Correct an agent of a party; without an id, add one."""
    case = folder.case
    say = desk.translator.text
    party = case.party(party_id)
    known = next((a for a in party.agents if a.id == agent_id), None) if party else None
    fresh_id = new_id()

    def send(values: Values, seen: CaseFolder) -> Sent:
        agent = _read(desk, values, agent_id or fresh_id)
        done = desk.services.cases.update_details(_with(seen.case, party_id, agent), actor=desk.actor)
        return Sent(done.changes, say("已保存代理人 {name}", name=agent.name))

    return Form(
        key=f"agent/{party_id}/{agent_id or 'new'}",
        case_id=case.id,
        title=say("{name} 的代理人", name=party.name if party else ""),
        words=(say("代为签署协议须同时授权“代为承认、变更、放弃请求”和“代为签署文书”。"),),
        verb=say("保存"),
        fields=_fields(desk, known),
        send=send,
        is_wide=True,
    )


def remove_agent_form(desk: Desk, folder: CaseFolder, party_id: UUID, agent_id: UUID) -> Form:
    """Take an agent out of a case."""
    case = folder.case
    say = desk.translator.text
    party = case.party(party_id)
    names = [agent.name for agent in party.agents if agent.id == agent_id] if party else []
    name = "".join(names)

    def send(_values: Values, seen: CaseFolder) -> Sent:
        parties = tuple(
            replace(entry, agents=tuple(a for a in entry.agents if a.id != agent_id))
            for entry in seen.case.parties
        )
        done = desk.services.cases.update_details(replace(seen.case, parties=parties), actor=desk.actor)
        return Sent(done.changes, say("已移除代理人 {name}", name=name))

    return Form(
        key=f"remove-agent/{agent_id}",
        case_id=case.id,
        title=say("移除代理人"),
        words=(say("{name} 不再代理，改动记入经过。", name=name),),
        verb=say("移除"),
        fields=(),
        send=send,
        is_danger=True,
    )


def _with(case: Case, party_id: UUID, agent: Agent) -> Case:
    parties = []
    for party in case.parties:
        if party.id == party_id:
            known = {entry.id for entry in party.agents}
            agents = tuple(agent if entry.id == agent.id else entry for entry in party.agents)
            parties.append(replace(party, agents=agents if agent.id in known else (*agents, agent)))
        else:
            parties.append(party)
    return replace(case, parties=tuple(parties))


def _read(desk: Desk, values: Values, agent_id: UUID) -> Agent:
    kind = read.choice(values, "kind", AgentKind)
    said = read.parsed(values, "identity_number", lambda typed: ResidentNumber.parse(typed, desk.today))
    name = read.needed(clean_name(read.line(values, "name")) or None, "name", "agent.name_missing")
    is_authorised = kind is not AgentKind.STATUTORY
    return Agent(
        id=agent_id,
        kind=kind,
        name=name,
        sex=read.member(Sex, values.get("sex", "")) or (said.sex if said else None),
        identity_number=said.number if said else "",
        phone=read.phone(values, "phone"),
        address=read.line(values, "address"),
        workplace=read.line(values, "workplace"),
        licence_number=read.line(values, "licence_number"),
        relation=read.line(values, "relation"),
        authority=read.choices(values, "authority", AuthorityScope) if is_authorised else (),
        authority_note=read.line(values, "authority_note") if is_authorised else "",
        authorised_on=read.day_or_none(values, "authorised_on", desk.today) if is_authorised else None,
    )


def _fields(desk: Desk, agent: Agent | None) -> tuple[FormField, ...]:
    offer = desk.translator
    say = desk.translator.text
    authorised = ("kind", _AUTHORISED)
    plain = [
        ("name", say("姓名"), None),
        ("relation", say("与当事人关系"), None),
        ("identity_number", say("身份证号"), None),
        ("phone", say("电话"), None),
        ("workplace", say("单位"), None),
        ("licence_number", say("执业证号"), authorised),
    ]
    halves = tuple(
        FormField(
            key=key,
            label=label,
            value=str(getattr(agent, key)) if agent else "",
            shown_if=shown,
            is_required=key == "name",
            is_half=True,
        )
        for key, label, shown in plain
    )
    return (
        FormField(
            key="kind",
            label=say("类别"),
            kind=FieldKind.CHOICE,
            value=(agent.kind if agent else AgentKind.CLOSE_RELATIVE).value,
            options=terms(offer, AgentKind),
            is_required=True,
            is_half=True,
        ),
        FormField(
            key="sex",
            label=say("性别"),
            kind=FieldKind.CHOICE,
            value=agent.sex.value if agent and agent.sex else "",
            options=(("", "—"), *terms(offer, Sex)),
            is_half=True,
        ),
        *halves,
        FormField(key="address", label=say("住址"), value=agent.address if agent else ""),
        *_authority_fields(desk, agent),
    )


def _authority_fields(desk: Desk, agent: Agent | None) -> tuple[FormField, ...]:
    say = desk.translator.text
    authorised = ("kind", _AUTHORISED)
    given = agent.authorised_on if agent else None
    return (
        FormField(
            key="authority",
            label=say("代理权限"),
            kind=FieldKind.TICKS,
            value=",".join(scope.value for scope in agent.authority) if agent else "",
            options=terms(desk.translator, AuthorityScope),
            shown_if=authorised,
        ),
        FormField(
            key="authority_note",
            label=say("权限说明"),
            value=agent.authority_note if agent else "",
            shown_if=authorised,
            is_half=True,
        ),
        FormField(
            key="authorised_on",
            label=say("授权日期"),
            kind=FieldKind.DAY,
            value=desk.formats.day(given) if given else "",
            shown_if=authorised,
            is_half=True,
        ),
    )
