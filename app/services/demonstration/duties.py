"""Give the four duties of a demo case to people, and note them as done."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.duties.four_duties import DutyKind
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.services.demonstration.material import Material
from app.services.services import Services

OUTCOMES = {
    DutyKind.INVESTIGATE: "已走访双方和物业，事实清楚，材料已收齐。",
    DutyKind.MEDIATE: "双方达成一致，已签订协议。",
    DutyKind.CLOSE: "约定事项已办完，凭证已收。",
    DutyKind.FOLLOW_UP: "电话回访，双方没有新的纠纷。",
}


class Duties:
    """The duties of the demo's cases: mediators answer for three, somebody else follows up."""

    def __init__(self, services: Services, material: Material, chance: random.Random, actor: Actor) -> None:
        self._services, self._material, self._chance, self._actor = services, material, chance, actor

    def assign(self, case: Case, mediator: StaffMember) -> None:
        """Name officials, units and people for all four."""
        visitors = [m for m in self._material.staff if m.is_mediator and m != mediator]
        visitor = self._chance.choice(visitors)
        duties = self._services.cases.folder(case.id).duties
        assigned = tuple(
            replace(
                duty,
                lead_official=self._chance.choice(self._material.officials),
                responsible_unit=self._chance.choice(self._material.units),
                responsible_person=person.name,
                responsible_id=person.id,
                measures="上门了解情况，分别谈心，约双方面谈" if duty.kind is DutyKind.MEDIATE else "",
            )
            for duty in duties.duties
            for person in [visitor if duty.kind is DutyKind.FOLLOW_UP else mediator]
        )
        self._services.duties.save(replace(duties, duties=assigned), actor=self._actor)

    def complete(self, case: Case, kind: DutyKind, on: date) -> None:
        """Note a duty as done on the day its step was done; most are, some are forgotten."""
        duties = self._services.cases.folder(case.id).duties
        duty = duties.duty(kind)
        if duty.is_done or not duty.is_assigned or self._chance.randrange(20) == 0:
            return
        earlier = (duties.duty(DutyKind.INVESTIGATE), duties.duty(DutyKind.MEDIATE))
        if kind is DutyKind.CLOSE and not all(before.is_done for before in earlier):
            return  # what was forgotten holds it up
        done = replace(duty, completed_on=on, outcome=OUTCOMES[kind])
        self._services.duties.save_duty(case.id, done, actor=self._actor, version=duties.version)
