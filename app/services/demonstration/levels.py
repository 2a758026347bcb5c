"""The demo's ladder: a preset taken over unconfirmed, and cases somebody agreed to raise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.domain.disputes.cases import Case
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.services.services import Services

_BEFORE = timedelta(days=120)
_EVERY = 5


def adopt_ladder(services: Services, today: date, registrar: StaffMember) -> None:
    """Take the first preset over, in force before the first case."""
    preset = replace(services.ladders.presets[0], effective_from=today - _BEFORE)
    services.ladders.save(preset, actor=registrar.actor)


def raise_some(services: Services, case: Case, number: int, actor: Actor) -> Case:
    """Raise every fifth case one level, as a mediator does whose time is over."""
    if number % _EVERY or case.level is None or not case.level.next_name:
        return case
    return services.ladders.raise_level(
        case.id,
        reason="涉及面较大，本级协调不动",
        agreed_by="周敏",
        receiver=f"{case.level.next_name}矛盾调解中心",
        actor=actor,
        version=case.version,
    ).value
