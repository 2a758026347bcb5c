"""What the demo's cases have with others: all five interfaces in and out, all six services, work orders."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

from app.domain.disputes.case_lines import CaseFilter, CaseLine, CaseSort, CaseView
from app.domain.disputes.case_parties import ConsentManner
from app.domain.disputes.cases import Case
from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.guidance import ServiceReferral, SixServices
from app.domain.duties.referrals.interfaces import (
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
)
from app.domain.duties.referrals.links import INTERFACE_OF, KIND_OF, ORDER_OF
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind
from app.domain.duties.referrals.referrals import DataConsent, Referral
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.demonstration.material import Material
from app.services.demonstration.movable_clock import MovableClock
from app.services.services import Services

Texts = dict[str, dict[str, str]]
_MOST_CASES = 500
_EVERY = 4
"""One in so many papers that came is still unsigned, unanswered, or answered and not yet told."""


class DemoLinks:
    """Gives the cases of a filled demo what passes between organs, each act on a day of its own."""

    def __init__(self, services: Services, clock: MovableClock, material: Material, folder: Path) -> None:
        told = tomllib.loads((folder / "links.toml").read_text(encoding="utf-8"))
        self._texts = cast("Texts", told)
        self._services_told = cast("list[dict[str, str]]", told["service"])
        self._links, self._cases, self._lists = services.links, services.cases, services.lists
        self._clock, self._staff = clock, material.staff
        self._turn = 0

    def fill(self) -> None:
        """Go through the cases, the oldest first."""
        wanted = CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED)
        lines = sorted(self._lists.page(wanted, 0, _MOST_CASES), key=lambda line: line.registered_at)
        for number, line in enumerate(lines):
            self._incoming(self._cases.folder(line.id).case, number)
        for place, interface in enumerate(FiveInterface):
            self._outgoing(lines[-1 - place * 3 % len(lines)], interface, place)
        for place, told in enumerate(self._services_told):
            self._guided(lines[-2 - place * 4 % len(lines)], told, place)

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
        owner, day = self._owner(case), local_day(case.registered_at)
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
        owner, day = self._owner(case), local_day(case.registered_at)
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

    # what left

    def _outgoing(self, line: CaseLine, interface: FiveInterface, place: int) -> None:
        case = self._cases.folder(line.id).case
        owner = self._owner(case)
        self._clock.set(max(case.registered_at, self._real_days_ago(6 - place)))
        consents = tuple(
            DataConsent(
                id=new_id(),
                party_id=party.id,
                party_name=party.name,
                manner=ConsentManner.WRITTEN,
                given_on=self._today(),
            )
            for party in case.parties
            if party.is_person and interface is not FiveInterface.POLICE
        )
        law = "人民调解法第二十五条" if interface is FiveInterface.POLICE else ""
        told = Referral(
            id=new_id(),
            case_id=case.id,
            direction=ReferralDirection.OUT,
            interface=interface,
            kind=ReferralKind.TRANSFER,
            counterpart=self._texts["organs"][interface],
            contact=self._texts["contacts"][interface],
            matter=self._texts["matters"][interface],
            legal_basis=law,
            consents=consents,
            sent_on=self._today(),
            owner_id=owner.id,
            owner_name=owner.name,
        )
        self._answered(self._links.referrals.send(told, actor=owner.actor).value, owner, place)

    def _answered(self, referral: Referral, owner: StaffMember, place: int) -> None:
        """Let each of the five stand somewhere else on its way."""
        links, actor, today = self._links.referrals, owner.actor, self._today()
        if place == 0:
            return
        if place == 1:
            links.refuse(referral.id, today, "不属本机关职责", actor=actor, version=referral.version)
            return
        signer = referral.contact
        referral = links.sign(referral.id, today, signer, actor=actor, version=referral.version).value
        if place == 2:  # noqa: PLR2004 - signed for and no more
            return
        referral = links.accept(referral.id, today, actor=actor, version=referral.version).value
        if place > 3:  # noqa: PLR2004 - the last one came back
            reply = "已到场教育，当事人写下保证。"
            links.give_back(
                referral.id, today, ReferralResult.AGREED, reply, actor=actor, version=referral.version
            )

    def _guided(self, line: CaseLine, told: dict[str, str], place: int) -> None:
        case = self._cases.folder(line.id).case
        owner, party = self._owner(case), case.parties[0]
        self._clock.set(max(case.registered_at, self._real_days_ago(5)))
        has_consent = place % 2 == 0
        made = ServiceReferral(
            id=new_id(),
            case_id=case.id,
            service=SixServices.of(told["service"]),
            party_id=party.id,
            party_name=party.name,
            office=told["office"],
            matter=told["matter"],
            guided_on=self._today(),
            consent_manner=ConsentManner.IN_PERSON if has_consent else None,
            consented_on=self._today() if has_consent else None,
            owner_id=owner.id,
            owner_name=owner.name,
        )
        guidance = self._links.guidance
        made = guidance.guide(made, actor=owner.actor).value
        if place % 3:
            day = self._today() + timedelta(days=3 + place)
            made = guidance.appoint(
                made.id, day, "上午十点，带身份证", actor=owner.actor, version=made.version
            ).value
        if told["outcome"]:
            guidance.hear(made.id, self._today(), told["outcome"], actor=owner.actor, version=made.version)

    # pieces

    def _owner(self, case: Case) -> StaffMember:
        lead = case.lead.staff_id if case.lead else case.registrar_id
        return next((member for member in self._staff if member.id == lead), self._staff[0])

    def _today(self) -> date:
        return local_day(self._clock.now())

    def _to(self, day: date) -> None:
        """Go on to a day of the case's own past."""
        days = (day - self._today()).days
        if days > 0:
            self._clock.set(self._clock.now() + timedelta(days=days))

    def _real_days_ago(self, days: int) -> datetime:
        kept = self._clock.now()
        self._clock.release()
        now = self._clock.now()
        self._clock.set(kept)
        return now - timedelta(days=days)
