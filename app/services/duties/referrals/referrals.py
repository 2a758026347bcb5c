"""Referrals over the five interfaces: sent or received, signed for, accepted, returned, told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.referrals import steps
from app.domain.duties.referrals.clocks import referral_clocks
from app.domain.duties.referrals.interfaces import ReferralResult
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.rules import Rules
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.persistence.repositories.referrals import ReferralRepository
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.duties.referrals.writing import Act, Letter, LinkWriting


class ReferralService:
    """Moves referrals; ``version`` is always the one the user saw, a day in the future is refused.

    What leaves needs the law or every person's separate consent for the data that go along
    (个人信息保护法 art. 23); its letter is numbered and frozen in the transaction that sends it.
    """

    def __init__(self, writing: LinkWriting, rules: Rules) -> None:
        self._writing = writing
        self._rules = rules

    def send(self, referral: Referral, *, actor: Actor) -> Done[Referral]:
        """Pass a dispute on, with its letter."""
        steps.check_new(referral)
        self._writing.not_in_future(referral.sent_on, "sent_on")
        for consent in referral.consents:
            self._writing.not_in_future(consent.given_on, "consented_on")
        return self._writing.make(
            _room,
            referral,
            Act("referral.sent", actor, note=referral.counterpart),
            check=lambda case: steps.check_outgoing(referral, case),
            letter=Letter(
                DocumentKind.REFERRAL_LETTER,
                lambda sent, number: replace(sent, our_number=number),
                lambda sent: sent.sent_on,
            ),
        )

    def receive(self, referral: Referral, *, actor: Actor) -> Done[Referral]:
        """Record the referral a case came with, when the intake did not; signed for where its day is told."""
        steps.check_new(referral)
        self._writing.not_in_future(referral.sent_on, "sent_on")
        signed = referral
        if referral.signed_on is not None:
            self._writing.not_in_future(referral.signed_on, "signed_on")
            waiting = replace(referral, signed_on=None, signed_by="")
            signed = steps.sign(waiting, on=referral.signed_on, by=referral.signed_by or actor.name)
        return self._writing.make(_room, signed, Act("referral.received", actor, note=referral.counterpart))

    def sign(self, id_: UUID, on: date, by: str, *, actor: Actor, version: int) -> Done[Referral]:
        """Record who signed for it: from that day its clock runs."""
        self._writing.not_in_future(on, "signed_on")
        return self._writing.move(
            _room,
            id_,
            Act("referral.signed", actor, version, by),
            lambda stored, _case: steps.sign(stored, on=on, by=by),
        )

    def accept(self, id_: UUID, on: date, *, actor: Actor, version: int) -> Done[Referral]:
        """Record that it was taken on."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("referral.accepted", actor, version),
            lambda stored, _case: steps.accept(stored, on=on),
        )

    def refuse(self, id_: UUID, on: date, reason: str, *, actor: Actor, version: int) -> Done[Referral]:
        """Record that it was sent back untouched."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("referral.refused", actor, version, reason),
            lambda stored, _case: steps.refuse(stored, on=on, reason=reason),
        )

    def recall(self, id_: UUID, on: date, reason: str, *, actor: Actor, version: int) -> Done[Referral]:
        """Record that its sender took it back."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("referral.recalled", actor, version, reason),
            lambda stored, _case: steps.recall(stored, on=on, reason=reason),
        )

    def extend(self, id_: UUID, until: date, note: str, *, actor: Actor, version: int) -> Done[Referral]:
        """Move the day it is due back on, by recorded consent."""

        def extended(stored: Referral, _case: Case) -> Referral:
            clocks = referral_clocks(stored, self._rules)
            due = clocks[0].last_day if clocks else None
            return steps.extend(stored, until=until, note=note, due=due)

        return self._writing.move(_room, id_, Act("referral.extended", actor, version, note), extended)

    def give_back(
        self,
        id_: UUID,
        on: date,
        result: ReferralResult,
        reply: str,
        *,
        undisputed_facts: str = "",
        actor: Actor,
        version: int,
    ) -> Done[Referral]:
        """Return it with its result; what came here goes back by letter, what left comes back by theirs."""
        self._writing.not_in_future(on, "on")

        def returned(stored: Referral, case: Case) -> Referral:
            steps.check_result(stored, result, case)
            return steps.give_back(
                stored, on=on, result=result, reply=reply, undisputed_facts=undisputed_facts
            )

        is_incoming = self._find(id_).is_incoming
        letter: Letter[Referral] = Letter(
            DocumentKind.REFERRAL_REPLY,
            lambda kept, number: replace(kept, reply_number=number),
            lambda kept: kept.returned_on,
        )
        return self._writing.move(
            _room,
            id_,
            Act("referral.returned", actor, version, result.term),
            returned,
            letter=letter if is_incoming else None,
        )

    def feed_back(self, id_: UUID, on: date, note: str, *, actor: Actor, version: int) -> Done[Referral]:
        """Record who was told what: then it is over."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("referral.fed_back", actor, version, note),
            lambda stored, _case: steps.feed_back(stored, on=on, note=note),
        )

    def hand_over(
        self, id_: UUID, owner_id: UUID, note: str, *, actor: Actor, version: int
    ) -> Done[Referral]:
        """Put it into the hands of another member of staff: it is never without one."""
        with self._writing.store.look() as work:
            member = self._writing.owner(work, owner_id)
        return self._writing.move(
            _room,
            id_,
            Act(
                "referral.handed_over",
                actor,
                version,
                "：".join(part for part in (member.name, note) if part),
            ),
            lambda stored, _case: steps.hand_over(stored, owner_id=member.id, owner_name=member.name),
        )

    def _find(self, id_: UUID) -> Referral:
        with self._writing.store.look() as work:
            return work.dealings.referrals.get(id_)


def _room(work: UnitOfWork) -> ReferralRepository:
    return work.dealings.referrals
