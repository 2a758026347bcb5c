"""Ask the parties of a demo case whether they consent, and accept or decline it."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.case_parties import ConsentAnswer, ConsentInquiry, ConsentManner
from app.domain.disputes.cases import Case, NonAcceptanceReason
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.services.services import Services


class Asking:
    """What the registrar of the demo does before mediation."""

    def __init__(self, services: Services, clock: Clock, actor: Actor) -> None:
        self._services, self._clock, self._actor = services, clock, actor

    def ask(self, case: Case, *, refused: bool) -> Case:
        """Ask every party; the first agrees, the others hesitate or refuse, which ends the case."""
        for place, party in enumerate(case.parties):
            answer = ConsentAnswer.AGREED if place == 0 else ConsentAnswer.NO_REPLY
            if refused and place > 0:
                answer = ConsentAnswer.REFUSED
            inquiry = ConsentInquiry(
                id=new_id(),
                party_id=party.id,
                answer=answer,
                manner=ConsentManner.APPLICATION if place == 0 else ConsentManner.PHONE,
                asked_on=self._now(),
                note="" if answer is ConsentAnswer.AGREED else "电话联系，对方表示再考虑",
            )
            case = self._services.cases.record_consent(
                case.id, inquiry, actor=self._actor, version=case.version
            ).value
        if not refused:
            return case
        return self._services.cases.decline(
            case.id,
            NonAcceptanceReason.PARTY_REFUSED,
            "对方电话中明确表示走诉讼",
            self._now(),
            actor=self._actor,
            version=case.version,
        ).value

    def accept(self, case: Case) -> Case:
        """Record that all consent, accept and issue the register."""
        for party in case.parties:
            inquiry = ConsentInquiry(
                id=new_id(),
                party_id=party.id,
                answer=ConsentAnswer.AGREED,
                manner=ConsentManner.IN_PERSON,
                asked_on=self._now(),
            )
            case = self._services.cases.record_consent(
                case.id, inquiry, actor=self._actor, version=case.version
            ).value
        accepted = self._services.cases.accept(
            case.id, self._now(), actor=self._actor, version=case.version
        ).value
        channel = self._services.lifecycle.channel_of(accepted)
        if channel is None or DocumentKind.ACCEPTANCE_REGISTER in channel.forms:
            self._services.issuing.issue(DocumentKind.ACCEPTANCE_REGISTER, case.id, actor=self._actor)
        return accepted

    def _now(self) -> date:
        return local_day(self._clock.now())
