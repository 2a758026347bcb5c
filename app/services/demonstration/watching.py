"""The demo's supervision: a dozen orders in every state, whistles, and what screening found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import cycle
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import Addressee, SupervisionOrder, SupervisionReply, SupervisionUrge
from app.domain.duties.watch.whistles import CalledUnit, Whistle, WhistleDirection, WhistleRating
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.ids import new_id
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.duties.watch.orders import Asked
from app.services.services import Services

_QUESTION = "说明目前进展、未办结的原因和下一步措施，写明几日内办结。"
_REPLY = "已约双方本周内面谈，调解方案已拟好，预计三日内签订协议。"
_OLD_ENOUGH = timedelta(days=5)
_FIVE = time(17)


class Watching:
    """Tells the last days of supervision; every order is about an open case registered before it."""

    def __init__(self, services: Services, clock: MovableClock, material: Material) -> None:
        self._services, self._clock, self._material = services, clock, material
        clock.release()
        self._now = clock.now()
        self._me = material.staff[0]
        directors = [m for m in material.staff if StaffRole.DIRECTOR in m.roles and m != self._me]
        self._director = directors[0] if directors else material.staff[-1]

    def tell(self) -> None:
        """Issue, answer, urge, lift and take back; blow, report in and rate; write down what was seen."""
        lines = self._cases()
        if lines:
            self._orders([line.id for line in lines])
            self._whistles(lines)
        self._proactive()
        self._clock.release()

    def _cases(self) -> list[CaseLine]:
        wanted = CaseFilter(view=CaseView.OPEN, sort=CaseSort.DUE)
        lines = self._services.lists.page(wanted, 0, 100)
        return [line for line in lines if line.registered_at < self._now - _OLD_ENOUGH]

    def _orders(self, cases: list[UUID]) -> None:
        following = cycle(cases)
        yesterday, today = self._at(-1, _FIVE), max(self._at(0, _FIVE), self._now + timedelta(hours=2))
        tomorrow = self._at(1, _FIVE)
        to_me = Addressee(
            lead_official=self._material.officials[0],
            responsible_person=self._me.name,
            responsible_id=self._me.id,
        )
        self._issue((next(following),), 3, yesterday, is_listed=True)
        self._issue((next(following), next(following)), 2, today)
        self._issue((next(following),), 1, today, to=to_me)
        self._issue((next(following),), 1, tomorrow, to=to_me)
        (received,) = self._issue((next(following),), 1, tomorrow)
        orders = self._services.watch.orders
        orders.receive(received.id, self._me.name, actor=self._me.actor, version=received.version)
        for days in (4, 3):
            self._reply(*self._issue((next(following),), days, yesterday))
        urged = self._urge(self._reply(*self._issue((next(following),), 4, yesterday)), tomorrow)
        self._reply(urged)
        for days in (5, 4):
            self._lift(self._reply(*self._issue((next(following),), days, yesterday)))
        (mistaken,) = self._issue((next(following),), 2, today)
        actor = self._director.actor
        orders.withdraw(mistaken.id, "该案已由街道督办，撤回以免重复", actor=actor, version=mistaken.version)

    def _issue(
        self,
        cases: tuple[UUID, ...],
        days_ago: int,
        due: datetime,
        *,
        to: Addressee | None = None,
        is_listed: bool = False,
    ) -> tuple[SupervisionOrder, ...]:
        self._clock.set(self._at(-days_ago, time(9, 30)))
        named = to or Addressee(
            lead_official=self._material.officials[-1], responsible_person=self._material.staff[1].name
        )
        asked = Asked(question=_QUESTION, reply_due=due, addressee=named, is_listed=is_listed)
        return self._services.watch.orders.issue(cases, asked, actor=self._director.actor).value

    def _reply(self, order: SupervisionOrder) -> SupervisionOrder:
        self._clock.set(max(order.issued_at, self._clock.now()) + timedelta(hours=5))
        given = SupervisionReply(
            id=new_id(), text=_REPLY, replied_on=self._today(), replier=order.addressee.responsible_person
        )
        actor = self._me.actor
        return self._services.watch.orders.reply(order.id, given, actor=actor, version=order.version).value

    def _urge(self, order: SupervisionOrder, due: datetime) -> SupervisionOrder:
        again = SupervisionUrge(
            id=new_id(),
            urged_on=self._today(),
            urger=self._director.name,
            note="没有写明哪一天办结，请补充",
            new_due=due,
        )
        actor = self._director.actor
        return self._services.watch.orders.urge(order.id, again, actor=actor, version=order.version).value

    def _lift(self, order: SupervisionOrder) -> None:
        self._clock.set(self._clock.now() + timedelta(hours=3))
        self._services.watch.orders.lift(
            order.id,
            "双方已签协议，督办事项办结",
            self._today(),
            actor=self._director.actor,
            version=order.version,
        )

    def _whistles(self, lines: list[CaseLine]) -> None:
        whistles, actor = self._services.watch.whistles, self._me.actor
        done = self._blow(
            timedelta(days=2), "农业农村局", ("水利局",), "灌溉水渠损毁，地块浇不上水，请现场核查修复责任。",
            "三村二组地头", case=lines[-1],
        )  # fmt: skip
        self._clock.set(done.blown_at + timedelta(minutes=20))
        unit = done.units[0]
        done = whistles.arrive(
            done.id, (unit.id,), "马工", self._clock.now(), actor=actor, version=done.version
        ).value
        done = whistles.handle(
            done.id,
            "会同村委会现场核查，划定修复责任，三方当场签认。",
            "水渠三日内修复，费用由责任方承担",
            self._today(),
            actor=actor,
            version=done.version,
        ).value
        whistles.rate(done.id, WhistleRating.VERY_GOOD, "到得快、定得清", actor=actor, version=done.version)
        running = self._blow(
            timedelta(minutes=10), "友谊路街道", ("住建局", "热力公司"), "三户室温不足十六度，请到场处置。",
            "石化社区 3 号楼", case=lines[0],
        )  # fmt: skip
        self._clock.release()
        whistles.arrive(
            running.id,
            (running.units[1].id,),
            "值班长老田",
            self._clock.now() - timedelta(minutes=2),
            actor=actor,
            version=running.version,
        )
        self._blow(
            timedelta(hours=2), "友谊路街道", ("城管局",), "夜市占道引发商户争执，请到场疏导。", "胜利路夜市"
        )

    def _blow(
        self, ago: timedelta, from_unit: str, units: tuple[str, ...], need: str, place: str,
        *, case: CaseLine | None = None,
    ) -> Whistle:  # fmt: skip
        self._clock.set(self._now - ago)
        now = self._clock.now()
        whistle = Whistle(
            id=new_id(),
            case_id=case.id if case is not None else None,
            organisation_id=self._material.committee.id,
            caller_id=self._me.id,
            caller_name=self._me.name,
            from_unit=from_unit,
            direction=WhistleDirection.HORIZONTAL,
            units=tuple(
                CalledUnit(id=new_id(), name=name, is_lead=place_ == 0) for place_, name in enumerate(units)
            ),
            need=need,
            place=place,
            blown_at=now,
            arrive_by=now + timedelta(minutes=30),
        )
        return self._services.watch.whistles.blow(whistle, actor=self._me.actor).value

    def _proactive(self) -> None:
        proactive, actor = self._services.watch.proactive, self._me.actor
        self._note(1, "物业换管漏水苗头", "石化社区 5 号楼", "走访时看到地下室积水，两户已有口角。")
        heating = self._note(3, "3 号楼供暖不热苗头", "石化社区 3 号楼", "三户反映室温不足十六度。")
        proactive.save(
            replace(heating, responsible_unit="热力公司", measures="已派人逐户测温、清洗过滤网"), actor=actor
        )
        settled = self._note(6, "楼道堆物争执", "幸福里小区 2 号楼", "两户为楼道堆放杂物争执。")
        self._clock.set(self._at(-4, time(16)))
        proactive.settle(
            settled.id, "当场说清，杂物当天清走", self._today(), actor=actor, version=settled.version
        )

    def _note(self, days_ago: int, title: str, place: str, seen: str) -> ProactiveHandling:
        self._clock.set(self._at(-days_ago, time(11)))
        finder: StaffMember = self._material.staff[-1]
        return self._services.watch.proactive.note(
            ProactiveHandling(
                id=new_id(),
                organisation_id=self._material.committee.id,
                title=title,
                place=place,
                found_on=self._today(),
                finder=finder.name,
                seen=seen,
                screening_note="网格日常排查",
                recorder_id=self._me.id,
                recorder_name=self._me.name,
                recorded_at=self._clock.now(),
            ),
            actor=self._me.actor,
        ).value

    def _at(self, days: int, when: time) -> datetime:
        return datetime.combine(local_day(self._now) + timedelta(days=days), when, SHANGHAI)

    def _today(self) -> date:
        return local_day(self._clock.now())
