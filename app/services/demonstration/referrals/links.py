"""What the demo's cases have with others: all five interfaces in and out, all six services, work orders."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.disputes.cases import Case
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.duties.referrals.interfaces import (
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
)
from app.domain.duties.referrals.links import INTERFACE_OF, KIND_OF, ORDER_OF
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind
from app.domain.duties.referrals.referrals import Referral
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.demonstration.referrals.leaving import DemoLeaving, Texts, owner_of
from app.services.services import Services

_MOST_CASES = 500
_EVERY = 4
"""One in so many papers that came is still unsigned, unanswered, or answered and not yet told."""


class DemoLinks:
    """Gives the cases of a filled demo what passes between organs, each act on a day of its own."""

    def __init__(self, services: Services, clock: MovableClock, material: Material, folder: Path) -> None:
        told = tomllib.loads((folder / "links.toml").read_text(encoding="utf-8"))
        self._texts = cast("Texts", told)
        self._services_told = cast("list[dict[str, str]]", told["service"])
        self._links, self._cases, self._lists = services.dealings, services.cases, services.lists
        self._clock, self._staff = clock, material.staff
        self._leaving = DemoLeaving(services, clock, material.staff, self._texts)
        self._turn = 0

    def fill(self) -> None:
        """Go through the cases that are not in the archive, the oldest first."""
        wanted = CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED)
        found = self._lists.page(wanted, 0, _MOST_CASES)
        kept = [line for line in found if line.state is not CaseState.ARCHIVED]
        lines = sorted(kept, key=lambda line: line.registered_at)
        for number, line in enumerate(lines):
            self._incoming(self._cases.folder(line.id).case, number)
        self._leaving.leave(lines, self._services_told)

    # what came

    def _incoming(self, case: Case, number: int) -> None:
        self._turn += 1
        is_first_petition = case.source is CaseSource.PETITION and number % 2 == 0
        if is_first_petition:
            self._received(case, FiveInterface.PETITION)
        elif case.source in INTERFACE_OF:
            self._received(case, INTERFACE_OF[case.source])
        elif case.source in ORDER_OF:
            self._ordered(case, ORDER_OF[case.source])

    def _received(self, case: Case, interface: FiveInterface) -> None:
        owner, day = owner_of(case, self._staff), local_day(case.registered_at)
        is_unsigned = case.accepted_on is None and case.ended_on is None and self._turn % _EVERY == 0
        self._clock.set(case.registered_at)
        told = Referral(
            id=new_id(),
            case_id=case.id,
            direction=ReferralDirection.IN,
            interface=interface,
            kind=KIND_OF.get(case.source, ReferralKind.TRANSFER),
            counterpart=self._texts["organs"][interface],
            contact=self._texts["contacts"][interface],
            their_number=self._texts["numbers"][interface].format(year=day.year, n=20 + self._turn),
            sent_on=day - timedelta(days=1),
            signed_on=None if is_unsigned else day,
            signed_by=owner.name,
            owner_id=owner.id,
            owner_name=owner.name,
        )
        referral = self._links.referrals.receive(told, actor=owner.actor).value
        if not is_unsigned and (case.accepted_on or case.ended_on):
            self._carry(case, referral, owner)

    def _carry(self, case: Case, referral: Referral, owner: StaffMember) -> None:
        """Take it as far as the case has come."""
        links, actor = self._links.referrals, owner.actor
        if case.non_acceptance_reason is not None and case.ended_on is not None:
            self._to(case.ended_on)
            reason = f"不予受理：{case.non_acceptance_reason.term}"
            links.refuse(referral.id, self._today(), reason, actor=actor, version=referral.version)
            return
        begun = case.accepted_on or self._today()
        self._to(begun)
        referral = links.accept(referral.id, begun, actor=actor, version=referral.version).value
        result = ReferralResult.AGREED if case.effective_on else ReferralResult.FAILED
        ended = case.effective_on or (case.ended_on if case.termination_reason else None)
        if ended is None or self._turn % _EVERY == 1:
            return
        self._to(ended)
        words = "双方达成调解协议并已生效。" if case.effective_on else "分歧较大，已终止调解并告知其他途径。"
        referral = links.give_back(
            referral.id, self._today(), result, words, actor=actor, version=referral.version
        ).value
        if self._turn % _EVERY == 2:  # noqa: PLR2004 - one in four is told of
            note = f"{referral.counterpart}已收回函"
            links.feed_back(referral.id, self._today(), note, actor=actor, version=referral.version)

    def _ordered(self, case: Case, kind: WorkOrderKind) -> None:
        owner, day = owner_of(case, self._staff), local_day(case.registered_at)
        texts = self._texts["orders"]
        self._clock.set(case.registered_at)
        number = texts[kind].format(year=day.year, day=f"{day:%Y%m%d}", n=self._turn)
        told = WorkOrder(
            id=new_id(),
            case_id=case.id,
            kind=kind,
            number=number,
            issuer=texts[f"{kind}_issuer"],
            received_on=day,
            caller=case.parties[0].name,
            demand=case.requests,
            owner_id=owner.id,
            owner_name=owner.name,
        )
        orders = self._links.orders
        order = orders.receive(told, actor=owner.actor).value
        if kind is WorkOrderKind.PETITION and case.accepted_on is not None:
            self._to(case.accepted_on)
            order = orders.inform(order.id, case.accepted_on, actor=owner.actor, version=order.version).value
        if case.accepted_on is not None and self._turn % _EVERY:
            self._to(case.accepted_on)
            orders.answer(order.id, self._today(), texts["reply"], actor=owner.actor, version=order.version)

    # pieces

    def _today(self) -> date:
        return local_day(self._clock.now())

    def _to(self, day: date) -> None:
        """Go on to a day of the case's own past."""
        days = (day - self._today()).days
        if days > 0:
            self._clock.set(self._clock.now() + timedelta(days=days))
