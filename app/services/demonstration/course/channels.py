"""Cases in channels of every kind, each carried to a step that shows what its channel asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.publicity import PublicityConsent, PublicityScope
from app.domain.disputes.channels.starting import StartGround
from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.mediation.sessions import SessionResult
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.demonstration.asking import Asking
from app.services.demonstration.course.agreeing import AgreedTerms, agree, share
from app.services.demonstration.course.particulars import invented_particulars
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.disputes.intake import Intake
from app.services.services import Services

_C, _S = MediationChannel, CaseSource
_BEGAN = timedelta(days=9)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One case: where it goes, what it is about, how far it comes."""

    code: str
    family: MediationChannel
    source: CaseSource
    dispute_type: str
    unit: str
    title: str
    facts: str
    yuan: int
    is_assigned: bool = True
    is_heard: bool = False
    agreed: AgreedTerms | None = None


PLANS = (
    _Plan("administrative", _C.ADMINISTRATIVE, _S.WINDOW, "housing_site", "区住房和城乡建设局",
          "楼顶加层采光纠纷", "楼顶加层影响楼下采光，双方请住建部门调解。", 18_000, is_heard=True),
    _Plan("traffic_police", _C.ADMINISTRATIVE, _S.WINDOW, "traffic", "红柳区公安分局交通警察大队",
          "电动车与轿车相撞赔偿纠纷", "路口相撞，一方骨折仍在治疗，车辆损失已经定损。", 36_000),
    _Plan("traffic", _C.INDUSTRY, _S.WINDOW, "traffic", "石化社区人民调解委员会",
          "停车场剐蹭赔偿纠纷", "停车场内剐蹭，保险公司已经定损，双方对误工费有争议。", 2_600, is_heard=True),
    _Plan("medical", _C.INDUSTRY, _S.WINDOW, "medical", "红柳区医疗纠纷调解委员会",
          "拔牙后感染赔偿纠纷", "拔牙后感染住院，患方要求承担住院费用。", 9_800, is_heard=True),
    _Plan("labour", _C.INDUSTRY, _S.WINDOW, "labour", "区劳动人事争议调解中心",
          "加班工资争议", "离职后对三个月加班工资的数额有争议。", 7_400),
    _Plan("court_delegated", _C.JUDICIAL, _S.COURT_DELEGATED, "contract", "红柳区人民法院诉前调解中心",
          "装修工程款纠纷（法院委派）", "装修尾款未付，立案前由人民法院委派调解。", 21_000, is_heard=True),
    _Plan("court_entrusted", _C.JUDICIAL, _S.COURT_ENTRUSTED, "contract", "红柳区人民法院诉前调解中心",
          "民间借款纠纷（法院委托）", "借款到期未还，立案后由人民法院委托调解。", 50_000),
    _Plan("commercial", _C.INDUSTRY, _S.WINDOW, "contract", "红柳区商事调解中心",
          "设备采购合同纠纷", "交付的设备与约定型号不符，双方愿意商事调解。", 260_000, is_heard=True,
          agreed=AgreedTerms("差价款", 42_000, "设备型号不符的差价由谁承担。",
                             "卖方未按约定型号交付，承担差价。")),
    _Plan("rural_land", _C.INDUSTRY, _S.WINDOW, "forest_land", "永丰村村民委员会",
          "承包地流转费纠纷", "承包地流转三年，末年流转费未付，对面积也有争议。", 8_400, is_heard=True,
          agreed=AgreedTerms("流转费", 7_800, "末年流转费的数额和面积。",
                             "承租方逾期未付，承担支付流转费的责任。", ("友谊乡司法所", "区农业农村局"))),
)  # fmt: skip


def show_channels(services: Services, clock: MovableClock, material: Material, registrar: StaffMember) -> int:
    """Register the cases and take each to its step; gives how many there are. The clock ends as it stood."""
    now = clock.now()
    mediator = next(m for m in material.staff if StaffRole.MEDIATOR in m.roles)
    shown = _Showing(services, clock, registrar, mediator)
    for number, plan in enumerate(PLANS):
        clock.set(now - _BEGAN + timedelta(minutes=7 * number))
        people = [material.people[(2 * number + side) % len(material.people)] for side in (0, 1)]
        sides = (PartySide.APPLICANT, PartySide.RESPONDENT)
        parties = tuple(
            CaseParty(id=new_id(), side=side, name=person.name, sex=person.sex, ethnicity=person.ethnicity)
            for side, person in zip(sides, people, strict=True)
        )
        shown.lead(plan, parties)
    clock.set(now)
    return len(PLANS)


class _Showing:
    def __init__(
        self, services: Services, clock: MovableClock, registrar: StaffMember, mediator: StaffMember
    ) -> None:
        self._services, self._clock = services, clock
        self._registrar, self._mediator = registrar, mediator

    def lead(self, plan: _Plan, parties: tuple[CaseParty, ...]) -> None:
        told = invented_particulars(plan.dispute_type, parties, self._clock.now(), "石化社区")
        intake = Intake(
            source=plan.source, title=plan.title, dispute_type=plan.dispute_type,
            amount=Money.of_yuan(plan.yuan), place="石化社区", facts=plan.facts, requests="请求依法处理。",
            channel=plan.family, channel_code=plan.code, organisation_id=self._registrar.organisation_id,
            parties=parties, decision=self._decision(plan),
            accidents=told.accidents, treatments=told.treatments,
        )  # fmt: skip
        case = self._services.registration.register(intake, actor=self._registrar.actor).value
        case = Asking(self._services, self._clock, self._registrar.actor).accept(case)
        case = self._asked(plan.code, case)
        if plan.is_assigned:
            case = self._assigned(case)
        if plan.agreed is not None:
            case = share(self._services, case, plan.agreed, self._registrar.actor)
        if plan.is_heard:
            self._heard(case, plan.agreed)

    def _asked(self, code: str, case: Case) -> Case:
        """Record what the channel asks of a case."""
        if code == "traffic_police":
            return self._grounds(case, injury=None, loss=3)
        if code == "traffic":
            return self._grounds(case, loss=4)
        if code == "court_delegated":
            return self._signed_for(case, Trigger.PAPERS_SIGNED_FOR)
        if code == "court_entrusted":
            return self._signed_for(case, Trigger.PAPERS_ORDINARY)
        return {"medical": self._private, "commercial": self._fee}.get(code, _as_it_is)(case)

    def _decision(self, plan: _Plan) -> TriageDecision:
        return TriageDecision(
            id=new_id(), decided_at=self._clock.now(), decided_by=self._registrar.name,
            unit_name=plan.unit, channel=plan.family,
        )  # fmt: skip

    def _today(self) -> date:
        return local_day(self._clock.now())

    def _grounds(self, case: Case, **days_ago: int | None) -> Case:
        channel = self._services.lifecycle.channel_of(case)
        start = None if channel is None else channel.start
        if start is None:
            return case
        grounds = tuple(
            StartGround(
                id=new_id(), code=condition.code, harm=condition.harm, over=condition.over,
                over_on=None if (ago := days_ago[condition.code]) is None
                else self._today() - timedelta(days=ago),
                trigger=start.trigger,
            )
            for condition in start.conditions
            if condition.code in days_ago
        )  # fmt: skip
        return self._services.lifecycle.record_start(
            case.id, grounds, actor=self._registrar.actor, version=case.version
        ).value

    def _private(self, case: Case) -> Case:
        answers = ((PublicityScope.MEETING,), ())
        consents = tuple(
            PublicityConsent(
                id=new_id(), party_id=party.id, party_name=party.name, covers=covers, on=self._today()
            )
            for party, covers in zip(case.parties, answers, strict=True)
        )
        return self._services.lifecycle.record_publicity(
            case.id, consents, actor=self._registrar.actor, version=case.version
        ).value

    def _signed_for(self, case: Case, trigger: Trigger) -> Case:
        day = TriggerDay(id=new_id(), trigger=trigger, on_day=self._today(), note="移交材料一份")
        return self._services.periods.record_day(
            case.id, day, actor=self._registrar.actor, version=case.version
        ).value

    def _fee(self, case: Case) -> Case:
        fee = AgreedFee(
            id=new_id(), amount=Money.of_yuan(3_000), basis="（演示）该中心公开的收费标准第二档",
            payers="双方各半", on=self._today(),
        )  # fmt: skip
        return self._services.lifecycle.agree_fee(
            case.id, fee, actor=self._registrar.actor, version=case.version
        ).value

    def _assigned(self, case: Case) -> Case:
        first = CaseMediator(
            id=new_id(), staff_id=self._mediator.id, name=self._mediator.name,
            role=MediatorRole.FIRST, assigned_on=self._today(),
        )  # fmt: skip
        cases, actor = self._services.cases, self._registrar.actor
        case = cases.assign(case.id, (first,), actor=actor, version=case.version).value
        return cases.serve_rights_notice(case.id, self._today(), actor=actor, version=case.version).value

    def _heard(self, case: Case, agreed: AgreedTerms | None) -> None:
        self._clock.set(self._clock.now() + timedelta(days=2))
        is_agreed = agreed is not None
        session = replace(
            self._services.mediation.new_session(case.id),
            record="双方陈述了经过，对事实没有争议，" + ("数额谈妥，愿意签订协议。" if is_agreed
                   else "对数额还有分歧，约定下次再谈。"),
            rights_told=True,
            result=SessionResult.AGREED if is_agreed else SessionResult.TO_BE_CONTINUED,
        )  # fmt: skip
        self._services.mediation.finish(session, actor=self._mediator.actor)
        if agreed is not None:
            agree(self._services, case, agreed, self._today(), self._mediator.actor)


def _as_it_is(case: Case) -> Case:
    return case
