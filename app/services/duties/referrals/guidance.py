"""Guidance to the six services: the letter, the appointment, and what was heard back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.referrals import guidance as steps
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.persistence.repositories.referrals import GuidanceRepository
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.duties.referrals.writing import Act, Letter, LinkWriting


class GuidanceService:
    """Guides parties to services; no guidance ever changes the state of its case."""

    def __init__(self, writing: LinkWriting) -> None:
        self._writing = writing

    def guide(self, guidance: ServiceReferral, *, actor: Actor) -> Done[ServiceReferral]:
        """Guide a party, with the letter it takes along."""
        steps.check_guidance(guidance)
        self._writing.not_in_future(guidance.guided_on, "guided_on")
        if guidance.consented_on is not None:
            self._writing.not_in_future(guidance.consented_on, "consented_on")

        def check(case: Case) -> None:
            if case.party(guidance.party_id) is None:
                raise InvalidInput("consent.unknown_party", field="party")

        return self._writing.make(
            _room,
            guidance,
            Act("guidance.made", actor, note=guidance.service.term),
            check=check,
            letter=Letter(
                DocumentKind.GUIDANCE_LETTER,
                lambda made, number: replace(made, number=number),
                lambda made: made.guided_on,
            ),
        )

    def appoint(self, id_: UUID, on: date, note: str, *, actor: Actor, version: int) -> Done[ServiceReferral]:
        """Record the appointment with the office."""
        return self._writing.move(
            _room,
            id_,
            Act("guidance.appointed", actor, version, note),
            lambda stored, _case: steps.appoint(stored, on=on, note=note),
        )

    def hear(self, id_: UUID, on: date, outcome: str, *, actor: Actor, version: int) -> Done[ServiceReferral]:
        """Record what was heard back."""
        self._writing.not_in_future(on, "on")
        return self._writing.move(
            _room,
            id_,
            Act("guidance.heard", actor, version, outcome),
            lambda stored, _case: steps.hear(stored, on=on, outcome=outcome),
        )

    def hand_over(
        self, id_: UUID, owner_id: UUID, note: str, *, actor: Actor, version: int
    ) -> Done[ServiceReferral]:
        """Put it into the hands of another member of staff."""
        with self._writing.store.look() as work:
            member = self._writing.owner(work, owner_id)
        return self._writing.move(
            _room,
            id_,
            Act(
                "guidance.handed_over",
                actor,
                version,
                "：".join(part for part in (member.name, note) if part),
            ),
            lambda stored, _case: steps.pass_guidance(stored, owner_id=member.id, owner_name=member.name),
        )


def _room(work: UnitOfWork) -> GuidanceRepository:
    return work.dealings.guidance
