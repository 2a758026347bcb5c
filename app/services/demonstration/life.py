"""Lead one dispute of the demo through its steps, each on a day of its own."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import (
    Case,
    CaseMediator,
    MediatorRole,
    SelectedBy,
    TerminationReason,
)
from app.domain.disputes.states import CaseState
from app.domain.duties.four_duties import DutyKind
from app.domain.mediation.sessions import PartyStatement, SessionRecord, SessionResult
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.demonstration.asking import Asking
from app.services.demonstration.course.filing import Filing
from app.services.demonstration.course.performing import Performing
from app.services.demonstration.course.periods import Periods
from app.services.demonstration.course.signing import Signing
from app.services.demonstration.duties import Duties
from app.services.demonstration.levels import raise_some
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.demonstration.placing import advised
from app.services.demonstration.recusing import tell_of_recusal
from app.services.demonstration.settling import Settling
from app.services.demonstration.telling import Told
from app.services.demonstration.turns import Turns
from app.services.services import Services

_S = CaseState
_EVERY_DRAFT = 3
"""One in so many cases in mediation has its agreement drafted."""
_EVERY_EXTENSION = 4
"""One in so many cases in mediation was extended by its parties."""
_LED_TO = {_S.PARTIAL: _S.EFFECTIVE, _S.ARCHIVED: _S.CLOSED, _S.REOPENED: _S.CLOSED}
"""Ends that are a turn after an ordinary step."""
LEFT_OPEN = "楼道公共部位的修缮由谁承担，待物业公司答复后另行处理。"
ORDER = (
    _S.TRIAGED,
    _S.AWAITING_CONSENT,
    _S.ACCEPTED,
    _S.ASSIGNED,
    _S.MEDIATING,
    _S.AGREED,
    _S.EFFECTIVE,
    _S.PERFORMED,
    _S.FOLLOWED_UP,
    _S.CLOSED,
)


REPLY = "事情属实，但数额偏高，希望少一些、分开付。"


class Life:
    """One case's life so far."""

    def __init__(
        self,
        services: Services,
        clock: MovableClock,
        material: Material,
        chance: random.Random,
        *,
        registrar: StaffMember,
        is_oral: bool = False,
    ) -> None:
        self._services, self._clock, self._material = services, clock, material
        self._chance, self._registrar = chance, registrar.actor
        self._advised = partial(advised, services, registrar=registrar)
        mediators = [m for m in material.staff if StaffRole.MEDIATOR in m.roles]
        self._mediator: StaffMember = chance.choices(mediators, [5, 3, 3, 2, 2])[0]
        self._duties = Duties(services, material, chance, registrar.actor)
        self._settling = Settling(services, self._mediator.actor, chance)
        self._periods = Periods(services, self._mediator.actor)
        self._performing = Performing(services, clock, self._mediator.actor, chance)
        self._asking = Asking(services, clock, registrar.actor)
        self._turns = Turns(services, clock, material, chance, registrar.actor)
        self._filing = Filing(services, self._mediator.actor)
        self._signing = Signing(services, self._mediator.actor)
        self._left_open, self._is_oral = "", is_oral

    def lead(self, told: Told, end: CaseState, number: int) -> None:
        """Register the dispute and take its steps up to the state it is to stand in."""
        intake = replace(
            told.intake, parties=tuple(_known(self._services, party) for party in told.intake.parties)
        )
        intake = self._advised(intake, now=self._clock.now())
        case = self._services.registration.register(intake, actor=self._registrar).value
        if end is not _S.TRIAGED:
            self._lead_on(case, told, end, number)

    def _lead_on(self, case: Case, told: Told, end: CaseState, number: int) -> None:
        if end is _S.GUIDED_OUT:
            self._turns.leave(case, end)
            return
        self._pass_days(0, 1)
        if number % 9 != 0:
            self._duties.assign(case, self._mediator)
        if end in (_S.NOT_ACCEPTED, _S.AWAITING_CONSENT):
            self._asking.ask(case, refused=end is _S.NOT_ACCEPTED)
            return
        case = self._periods.sign_for_papers(self._asking.accept(case), self._now())
        if end is _S.WITHDRAWN:
            self._turns.leave(case, end)
            return
        case = raise_some(self._services, case, number, self._mediator.actor)
        steps: tuple[Callable[[Case, Told], Case], ...] = (
            self._assign,
            self._mediate,
            self._agree,
            self._take_effect,
            self._perform,
            self._visit,
            self._close,
        )
        if end is _S.TERMINATED:
            self._terminate(self._mediate(self._assign(case, told), told, fails=True))
            return
        if end is _S.SUSPENDED:
            self._pass_days(1, 2)
            self._periods.suspend(self._mediate(self._assign(case, told), told), self._now())
            return
        self._left_open = LEFT_OPEN if end is _S.PARTIAL else ""
        for step in steps[: ORDER.index(_LED_TO.get(end, end)) - ORDER.index(_S.ACCEPTED)]:
            self._pass_days(1, 4)
            if self._is_oral and step == self._agree:
                case = self._turns.agree_orally(case)
            elif not (self._is_oral and step in (self._take_effect, self._perform)):
                case = step(case, told)
        self._end(case, end, number)
        self._leave_open(case, told, end, number)

    def _leave_open(self, case: Case, told: Told, end: CaseState, number: int) -> None:
        if end is _S.MEDIATING:
            tell_of_recusal(self._services, case, self._material.staff, number, self._now())
        if end is _S.AGREED and number % 2:
            self._signing.refuse_last(case, self._now())
        if end is _S.MEDIATING and number % _EVERY_EXTENSION == 0:
            case = self._periods.extend(self._services.cases.folder(case.id).case, self._now())
        if end is _S.MEDIATING and number % _EVERY_DRAFT == 0:
            self._hold(self._services.mediation.new_session(case.id), told, case, SessionResult.AGREED)
            self._settling.draft(self._services.cases.folder(case.id).case, told, self._now())

    def _end(self, case: Case, end: CaseState, number: int) -> None:
        if end in (_S.ARCHIVED, _S.REOPENED):
            self._pass_days(1, 2)
            if end is _S.ARCHIVED:
                self._signing.take_original(case, number)
                case = self._filing.make_whole(case, number, self._now())
            case = self._turns.archive(case)
        if end is _S.REOPENED:
            self._pass_days(1, 2)
            self._turns.reopen(case)

    def _now(self) -> date:
        return local_day(self._clock.now())

    def _pass_days(self, least: int, most: int) -> None:
        days = self._chance.randrange(least, most + 1)
        self._clock.set(self._clock.now() + timedelta(days=days, minutes=37))

    def _assign(self, case: Case, _told: Told) -> Case:
        actor = self._mediator.actor
        others = [m for m in self._material.staff if StaffRole.RECORDER in m.roles and m != self._mediator]
        chosen = [(self._mediator, MediatorRole.FIRST), (self._chance.choice(others), MediatorRole.RECORDER)]
        mediators = tuple(
            CaseMediator(
                id=new_id(),
                staff_id=member.id,
                name=member.name,
                role=role,
                selected_by=self._chance.choice((SelectedBy.COMMITTEE, SelectedBy.PARTIES)),
                assigned_on=self._now(),
            )
            for member, role in chosen
        )
        case = self._services.cases.assign(case.id, mediators, actor=actor, version=case.version).value
        return self._services.cases.serve_rights_notice(
            case.id, self._now(), actor=actor, version=case.version
        ).value

    def _mediate(self, case: Case, told: Told, *, fails: bool = False) -> Case:
        session = self._services.mediation.new_session(case.id)
        result = SessionResult.FAILED if fails else SessionResult.TO_BE_CONTINUED
        self._hold(session, told, case, result)
        self._duties.complete(case, DutyKind.INVESTIGATE, self._now())
        return self._services.cases.folder(case.id).case

    def _hold(self, session: SessionRecord, told: Told, case: Case, result: SessionResult) -> None:
        applicant, respondent = case.parties[0], case.parties[-1]
        said = (
            PartyStatement(id=new_id(), party_id=applicant.id, text=_claim(told)),
            PartyStatement(id=new_id(), party_id=respondent.id, text=REPLY),
        )
        held = replace(
            session,
            place=self._material.committee.studios[0].name,
            rights_told=True,
            statements=said,
            record=(
                "调解员宣布调解开始，再次告知权利义务，询问各方是否申请回避，各方均表示不申请。\n"
                "各方分别陈述后，调解员归纳争议焦点为数额和履行时间，分别做了工作。"
            ),
            undisputed_facts="各方对事情发生的时间、地点和经过没有异议。",
            caucus_notes="私下谈：对方底线约为要求的八成。",
            result=result,
            routes_told=result is SessionResult.FAILED,
        )
        saved = self._services.mediation.save(held, actor=self._mediator.actor).value
        self._services.mediation.finish(saved, actor=self._mediator.actor)

    def _agree(self, case: Case, told: Told) -> Case:
        session = self._services.mediation.new_session(case.id)
        self._hold(session, told, case, SessionResult.AGREED)
        seen = self._services.cases.folder(case.id).case
        self._settling.issue(seen, told, self._now(), left_open=self._left_open)
        self._duties.complete(case, DutyKind.MEDIATE, self._now())
        return self._services.cases.folder(case.id).case

    def _take_effect(self, case: Case, _told: Told) -> Case:
        self._signing.sign_all(case, self._now())
        return self._services.cases.folder(case.id).case

    def _perform(self, case: Case, _told: Told) -> Case:
        self._duties.complete(case, DutyKind.CLOSE, self._now())
        self._performing.keep_all(case, self._now())
        return self._services.cases.perform(
            case.id, self._now(), "已收到全部款项，收条一份", actor=self._mediator.actor, version=case.version
        ).value

    def _visit(self, case: Case, _told: Told) -> Case:
        others = [m for m in self._material.staff if m.is_mediator and m != self._mediator]
        self._performing.visit(case, self._chance.choice(others), self._now())
        return self._services.cases.folder(case.id).case

    def _close(self, case: Case, _told: Told) -> Case:
        return self._services.cases.close(
            case.id, self._now(), actor=self._mediator.actor, version=case.version
        ).value

    def _terminate(self, case: Case) -> None:
        self._services.cases.terminate(
            case.id,
            TerminationReason.TOO_FAR_APART,
            "数额相差较大",
            True,  # noqa: FBT003 - the other routes were told
            self._now(),
            actor=self._mediator.actor,
            version=case.version,
            hand_overs=self._turns.court(self._material.committee.confirming_court),
        )
        self._turns.tell_the_end(case)


def _claim(told: Told) -> str:
    return f"经过如登记所述，要求支付{told.scenario.nature}。"


def _known(services: Services, party: CaseParty) -> CaseParty:
    """Link somebody who was here before to the register, as a registrar would with Alt+L."""
    found = services.registration.known_parties(name=party.name, phone=party.phone)
    same = [known.record.id for known in found if known.same_name and known.same_phone]
    return replace(party, record_id=same[0]) if same else party
