"""Everything known about a case as cards: the dispute, each party, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.disputes.case_parties import CaseParty, ConsentAnswer, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.transitions import is_open_to
from app.domain.disputes.states import IN_MEDIATION, CaseEvent
from app.domain.people.agents import Agent, AgentKind
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.naming.masking import mask_identity
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP
from app.presenters.channel_words import chosen_by
from app.presenters.desk import Desk
from app.presenters.workspace import menu
from app.presenters.workspace.cards import AgentLine, CardAct, Line, OverviewCard
from app.presenters.workspace.deadline_card import deadline_card
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.consent import consent_lines
from app.presenters.workspace.turn_words import TurnWords
from app.presenters.workspace.words.bridges import bridge_cards
from app.presenters.workspace.words.channel import channel_cards
from app.presenters.workspace.words.dispute import dispute_card, lines_of
from app.presenters.workspace.words.handling import handling_lines
from app.presenters.workspace.words.levels import level_lines
from app.presenters.workspace.words.recusal import recusal_lines


class OverviewWords:
    """Words the overview for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text

    def cards(self, folder: CaseFolder, type_name: str) -> tuple[OverviewCard, ...]:
        """Give progress, parties and dispute, in the order of asking."""
        today, folder = self._desk.today, self._desk.names.shown(folder)
        case = folder.case
        parties = tuple(
            self._party(folder, party, today) for side in PartySide for party in case.on_side(side)
        )
        dispute = dispute_card(self._desk, folder, type_name)
        beside, channel = _beside(self._desk, folder), channel_cards(self._desk, folder)
        return (self._progress(folder), *beside, *parties, dispute, *channel)

    # the parties

    def _party(self, folder: CaseFolder, party: CaseParty, today: date) -> OverviewCard:
        case = folder.case
        say = self._say
        heads = say("{n} 人", n=party.headcount) if party.headcount > 1 else ""
        told = lines_of(self._person(party, today) if party.is_person else self._organisation(party))
        marks = (say("代表人") if party.is_group_representative else "", heads)
        return OverviewCard(
            key=str(party.id),
            title=f"{say(party.side.term)}{GAP}{party.name}",
            note=GAP.join(mark for mark in marks if mark),
            lines=_with_number(told, say("证件"), party),
            acts=self._party_acts(case, party),
            consent=self._consent(case, party),
            earlier=consent_lines(self._desk, case, party.id),
            agents=tuple(self._agent(case, party, agent) for agent in party.agents),
        )

    def _person(self, party: CaseParty, today: date) -> tuple[tuple[str, str], ...]:
        say = self._say
        age = party.age_on(today)
        born = (
            say(party.sex.term) if party.sex else "",
            self._desk.formats.day(party.birth_date) if party.birth_date else "",
            say("{n} 岁", n=age) if age is not None else "",
            party.ethnicity,
        )
        number = mask_identity(party.identity_number) if party.identity_number else ""
        return (
            (say("基本情况"), GAP.join(part for part in born if part)),
            (say("曾用名"), party.former_name),
            (say("证件"), GAP.join((say(party.identity_kind.term), number)) if number else ""),
            (say("电话"), party.phone),
            (say("语言"), party.language),
            (say("职业"), GAP.join(part for part in (party.occupation, party.workplace) if part)),
            (say("住址"), party.address),
            (say("行为能力"), _capacity(party, say("以自己的劳动收入为主要生活来源（民法典第十八条）"))),
        )

    def _organisation(self, party: CaseParty) -> tuple[tuple[str, str], ...]:
        say = self._say
        head = (party.legal_representative, party.legal_representative_post)
        return (
            (say("类别"), say(party.kind.term)),
            (say("信用代码"), party.credit_code),
            (say("法定代表人"), GAP.join(part for part in head if part)),
            (say("联系人"), party.contact_person),
            (say("电话"), party.phone),
            (say("住址"), party.address),
        )

    def _party_acts(self, case: Case, party: CaseParty) -> tuple[CardAct, ...]:
        if not case.is_open:
            return ()
        say = self._say
        acts = [
            CardAct(menu.PARTY, say("改当事人"), party.id),
            CardAct(menu.ADD_AGENT, say("加代理人"), party.id),
        ]
        if is_open_to(case, CaseEvent.ASK_CONSENT):
            acts.insert(0, CardAct(menu.CONSENT, say("征求意见"), party.id))
            if case.consent_of(party.id) is None and len(case.on_side(party.side)) > 1:
                acts.append(CardAct(menu.REMOVE_PARTY, say("移除"), party.id))
        return tuple(acts)

    def _consent(self, case: Case, party: CaseParty) -> tuple[str, str]:
        answer = case.consent_of(party.id)
        if answer is None:
            return ("neutral", self._say("尚未征求意见"))
        tones = {ConsentAnswer.AGREED: "ok", ConsentAnswer.REFUSED: "err", ConsentAnswer.NO_REPLY: "warn"}
        return (tones[answer], self._say(answer.term))

    def _agent(self, case: Case, party: CaseParty, agent: Agent) -> AgentLine:
        say = self._say
        scope = "、".join(say(entry.term) for entry in agent.authority)
        if agent.kind is AgentKind.STATUTORY:
            scope = say("可代为签署")
        parts = (say(agent.kind.term), agent.name, agent.relation, agent.phone, scope)
        acts = (
            CardAct(menu.AGENT, say("改"), party.id, agent.id),
            CardAct(menu.REMOVE_AGENT, say("移除"), party.id, agent.id),
        )
        return AgentLine(GAP.join(part for part in parts if part), acts if case.is_open else ())

    # how far it has come

    def _progress(self, folder: CaseFolder) -> OverviewCard:
        case = folder.case
        acts = tuple(
            CardAct(key, text)
            for key, text, is_legal in (
                (
                    menu.RIGHTS,
                    self._say("告知权利义务"),
                    _in_mediation(case) and case.rights_notice_on is None,
                ),
                (
                    menu.ASSIGN,
                    self._say("更换调解员") if case.mediators else self._say("指派调解员"),
                    is_open_to(case, CaseEvent.ASSIGN),
                ),
                (menu.DISCLOSE, self._say("披露关系"), _in_mediation(case) and bool(folder.conflicts)),
            )
            if is_legal
        )
        return OverviewCard(
            key="progress",
            title=self._say("办理"),
            note=self._say(case.state.term),
            lines=(
                *self._steps(folder),
                *level_lines(self._desk, folder),
                *handling_lines(self._desk, folder),
                *recusal_lines(self._desk, folder),
            ),
            acts=acts,
        )

    def _steps(self, folder: CaseFolder) -> Iterator[Line]:
        case = folder.case
        day = self._desk.formats.day
        say = self._say
        waiting = case.not_yet_consenting()
        if case.refusing():
            names = "、".join(party.name for party in case.refusing())
            yield Line(say("意愿"), say("{names} 明确拒绝，不得调解", names=names), "err")
        elif waiting and case.accepted_on is None:
            names = "、".join(party.name for party in waiting)
            yield Line(say("意愿"), say("还差 {names} 的同意", names=names), "warn")
        else:
            yield Line(say("意愿"), say("各方同意"), "ok")
        if case.non_acceptance_reason is not None:
            reason = (say(case.non_acceptance_reason.term), case.non_acceptance_note)
            yield Line(say("不予受理"), GAP.join(part for part in reason if part))
        ending = _ending(self._desk.translator, case)
        dated = (
            (say("受理"), case.accepted_on, ""),
            (say("告知权利义务"), case.rights_notice_on, ""),
            (say("协议生效"), case.effective_on, ""),
            (say("履行"), case.performed_on, case.performance_note),
            (say("终止"), case.ended_on if case.termination_reason else None, ending),
            (say("回访"), case.followed_up_on, ""),
            (say("结案"), case.closed_on, ""),
        )
        for label, on, note in dated[:2]:
            if on is not None:
                yield Line(label, GAP.join(part for part in (day(on), note) if part))
        for mediator in case.mediators:
            way = chosen_by(self._desk.translator, folder.channel, mediator.selected_by)
            chosen = (mediator.name, way, day(mediator.assigned_on))
            yield Line(say(mediator.role.term), GAP.join(chosen))
        for label, on, note in dated[2:]:
            if on is not None:
                yield Line(label, GAP.join(part for part in (day(on), note) if part))


def _with_number(lines: tuple[Line, ...], label: str, party: CaseParty) -> tuple[Line, ...]:
    """Say in which line the party's identity number is masked, so that it can be shown."""
    number = MaskedNumber.IDENTITY
    return tuple(
        replace(line, number=number, party_id=party.id) if line.label == label else line for line in lines
    )


def _capacity(party: CaseParty, words: str) -> str:
    """Say why a minor needs no guardian; an adult's capacity goes without saying."""
    return GAP.join((words, party.own_living_basis)) if party.earns_own_living else ""


def _in_mediation(case: Case) -> bool:
    return case.state in IN_MEDIATION


def _ending(translator: Translator, case: Case) -> str:
    say = translator.text
    if case.termination_reason is None:
        return ""
    told = say("已告知其他途径") if case.routes_told else ""
    parts = (say(case.termination_reason.term), case.termination_note, told)
    return GAP.join(part for part in parts if part)


def _beside(desk: Desk, folder: CaseFolder) -> tuple[OverviewCard, ...]:
    """Give what stands between progress and parties: days that wait, the police, links and turns."""
    return (deadline_card(desk, folder), *bridge_cards(desk, folder), *TurnWords(desk).cards(folder))
