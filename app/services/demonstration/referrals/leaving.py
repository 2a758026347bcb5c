"""What leaves the demo's cases: referrals over all five interfaces, and guidance to all six services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.case_parties import ConsentManner
from app.domain.disputes.cases import Case
from app.domain.duties.referrals.guidance import ServiceReferral, SixServices
from app.domain.duties.referrals.interfaces import (
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
)
from app.domain.duties.referrals.referrals import DataConsent, Referral
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.demonstration.movable_clock import MovableClock
from app.services.services import Services

Texts = dict[str, dict[str, str]]
_OF_WORK = ("labour", "migrant_wages")


class DemoLeaving:
    """Passes some of the latest cases on, each further on its way than the one before."""

    def __init__(
        self, services: Services, clock: MovableClock, staff: Sequence[StaffMember], texts: Texts
    ) -> None:
        self._links, self._cases = services.dealings, services.cases
        self._clock, self._staff, self._texts = clock, staff, texts

    def leave(self, lines: list[CaseLine], services_told: list[dict[str, str]]) -> None:
        """Send five referrals and six guidances."""
        for place, interface in enumerate(FiveInterface):
            self._outgoing(_fitting(lines, place * 3, interface), interface, place)
        for place, told in enumerate(services_told):
            self._guided(_fitting(lines, 1 + place * 4, told["service"]), told, place)

    def _outgoing(self, line: CaseLine, interface: FiveInterface, place: int) -> None:
        case = self._cases.folder(line.id).case
        owner = owner_of(case, self._staff)
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
        owner, party = owner_of(case, self._staff), case.parties[0]
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

    def _today(self) -> date:
        return local_day(self._clock.now())

    def _real_days_ago(self, days: int) -> datetime:
        kept = self._clock.now()
        self._clock.release()
        now = self._clock.now()
        self._clock.set(kept)
        return now - timedelta(days=days)


def owner_of(case: Case, staff: Sequence[StaffMember]) -> StaffMember:
    """Let the mediator who leads a case answer for it, before that its registrar."""
    lead = case.lead.staff_id if case.lead else case.registrar_id
    return next((member for member in staff if member.id == lead), staff[0])


def _fitting(lines: list[CaseLine], back: int, topic: str) -> CaseLine:
    """Take one of the latest cases, about work where the organ decides about work."""
    about_work = [line for line in lines if line.dispute_type in _OF_WORK] if topic == "arbitration" else []
    chosen = about_work or lines
    return chosen[-1 - back % len(chosen)]
