"""A dispute that comes back: a new case between the same parties that names the one it came from."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.cases import Case
from app.domain.disputes.sources import CaseSource
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.services.disputes.cases import CaseService
from app.services.disputes.intake import Intake
from app.services.disputes.registration import RegistrationService
from app.services.done import Done


def relapse(
    registration: RegistrationService,
    cases: CaseService,
    before: Case,
    *,
    facts: str,
    requests: str,
    source: CaseSource,
    actor: Actor,
) -> Done[Case]:
    """Register the new case, then note its number on the old one; both name each other in words."""
    parties = tuple(
        replace(party, id=new_id(), agents=tuple(replace(agent, id=new_id()) for agent in party.agents))
        for party in before.parties
    )
    intake = Intake(
        source=source,
        source_note=f"由 {before.intake_number} 未履行部分再次调解",
        dispute_type=before.dispute_type,
        place=before.place,
        facts=facts,
        requests=requests,
        headcount=before.headcount,
        channel=before.channel,
        tier=before.tier,
        organisation_id=before.organisation_id,
        studio_id=before.studio_id,
        parties=parties,
    )
    made = registration.register(intake, actor=actor)
    noted = cases.note(before.id, f"再次调解，另立新案 {made.value.intake_number}", actor=actor)
    return Done(made.value, made.changes | noted.changes)
