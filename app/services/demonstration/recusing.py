"""In the demo one mediator discloses a relation and is accepted, and one steps back when a party asks."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.cases import Case, CaseMediator
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.services.services import Services

_EVERY = 7
_DISCLOSES, _STEPS_BACK = 2, 5
"""Which of so many cases in mediation."""


def tell_of_recusal(
    services: Services, case: Case, staff: tuple[StaffMember, ...], number: int, on: date
) -> None:
    """Give every seventh case in mediation a disclosure, and another one a recusal."""
    lead = case.lead
    if lead is None:
        return
    actor = Actor(id=lead.staff_id, name=lead.name)
    if number % _EVERY == _DISCLOSES:
        told = Disclosure(
            id=new_id(),
            staff_id=lead.staff_id,
            staff_name=lead.name,
            what=f"与{case.parties[-1].name}曾在同一单位工作，离开已满五年。",
            disclosed_on=on,
            accepting=tuple(party.id for party in case.parties),
        )
        services.recusal.disclose(case.id, told, actor=actor, version=case.version)
    elif number % _EVERY == _STEPS_BACK:
        serving = {mediator.staff_id for mediator in case.mediators}
        free = next(member for member in staff if member.is_mediator and member.id not in serving)
        services.recusal.recuse(case.id, _request(case, lead, free, on), actor=actor, version=case.version)


def _request(case: Case, lead: CaseMediator, free: StaffMember, on: date) -> RecusalRequest:
    asker = case.parties[-1]
    return RecusalRequest(
        id=new_id(),
        staff_id=lead.staff_id,
        staff_name=lead.name,
        asked_by=asker.id,
        asked_by_name=asker.name,
        reason="认为调解员与申请人相熟",
        asked_on=on,
        decided_by="调委会主任",
        replaced_by_id=free.id,
        replaced_by_name=free.name,
    )
