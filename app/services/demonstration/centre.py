"""Fill an empty centre with about seventy disputes in every step, by the same services as real work."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from app.domain.disputes.states import CaseState
from app.domain.people.parties import ContactConsent, PartyKind, PartyRecord
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.ids import new_id
from app.services.demonstration.bridges.police import (
    ACCIDENT,
    ACCIDENTS,
    KICKED_DOOR,
    KICKED_DOOR_BEGAN,
    go_to_police,
)
from app.services.demonstration.calendar import fill_calendar
from app.services.demonstration.course.channels import show_channels
from app.services.demonstration.course.papers import show_papers
from app.services.demonstration.course.performing import perform_agreements
from app.services.demonstration.course.supplementing import supplement_two
from app.services.demonstration.course.wording import word_invitations
from app.services.demonstration.levels import adopt_ladder
from app.services.demonstration.life import Life
from app.services.demonstration.material import Material, Scenario, read_material
from app.services.demonstration.movable_clock import MovableClock
from app.services.demonstration.placing import set_up_places
from app.services.demonstration.referrals.links import DemoLinks
from app.services.demonstration.telling import Teller
from app.services.demonstration.turns import Turns
from app.services.demonstration.watching import Watching
from app.services.services import Services
from app.services.trust.settings import FirstStart

SEED = 20260908
_S = CaseState
EVERY_ORAL = 3
"""One in so many closed cases was settled by word of mouth."""

ENDS: tuple[tuple[CaseState, int, int, int], ...] = (
    (_S.TRIAGED, 6, 0, 2),
    (_S.AWAITING_CONSENT, 6, 1, 5),
    (_S.NOT_ACCEPTED, 4, 6, 40),
    (_S.ACCEPTED, 5, 1, 4),
    (_S.ASSIGNED, 6, 2, 5),
    (_S.MEDIATING, 14, 4, 22),
    (_S.SUSPENDED, 2, 6, 16),
    (_S.AGREED, 6, 6, 14),
    (_S.EFFECTIVE, 9, 9, 24),
    (_S.PERFORMED, 5, 14, 26),
    (_S.TERMINATED, 4, 8, 18),
    (_S.FOLLOWED_UP, 3, 30, 60),
    (_S.CLOSED, 6, 40, 90),
    (_S.GUIDED_OUT, 2, 3, 20),
    (_S.WITHDRAWN, 2, 6, 30),
    (_S.PARTIAL, 2, 12, 24),
    (_S.ARCHIVED, 3, 60, 90),
    (_S.REOPENED, 1, 70, 90),
)
"""How many cases end in which state, and between how many days ago they began."""


def fill_demo(services: Services, clock: MovableClock, resources: Path, seed: int = SEED) -> int:
    """Set the centre up and lead its cases to where they stand today; gives how many there are.

    The same seed and day give the same disputes. The clock ends released.
    """
    clock.release()
    today = local_day(clock.now())
    chance = random.Random(seed)  # noqa: S311 - invented people, nothing secret
    material = read_material(resources / "demo")
    latest = clock.now() - timedelta(minutes=20)
    clock.set(_moment(today, 95, 9, 0))
    me = material.staff[0]
    first = FirstStart(organisation=material.committee, staff=material.staff, me=me.id)
    services.settings.set_up(first, actor=SYSTEM)
    registrar = next(m for m in material.staff if StaffRole.REGISTRAR in m.roles)
    adopt_ladder(services, today, registrar)
    set_up_places(services, resources / "demo", material.committee.id, registrar)
    teller = Teller(material, chance, today)
    closed = count()
    begun = sorted(_beginnings(chance, material, today), key=lambda plan: plan[1])
    for number, (end, planned, scenario) in enumerate(begun):
        at = min(planned, latest)
        clock.set(at)
        told = teller.tell(scenario, material.committee.id, me.studio_id, at)
        is_oral = end is _S.CLOSED and next(closed) % EVERY_ORAL == 0
        life = Life(services, clock, material, chance, registrar=registrar, is_oral=is_oral)
        life.lead(told, end, number)
    fill_calendar(services, clock, material, registrar)
    DemoLinks(services, clock, material, resources / "demo").fill()
    Watching(services, clock, material).tell()
    clock.set(latest)
    added = Turns(services, clock, material, chance, registrar.actor).join()
    added += show_channels(services, clock, material, registrar)
    added += show_papers(services, clock, material, registrar)
    clock.release()
    word_invitations(services, material.committee.id, today, registrar)
    perform_agreements(services, clock, chance)
    supplement_two(services, clock)
    go_to_police(services, registrar, today)
    _enter_again(services, registrar, today)
    services.cases.rewind_passed_clocks()
    return len(begun) + added


def _enter_again(services: Services, registrar: StaffMember, today: date) -> None:
    """Enter somebody twice, as happens on a busy day: the register then has two to be merged."""
    person = next(line for line in services.people.parties() if line.kind is PartyKind.NATURAL_PERSON)
    known = services.people.party(person.id)
    again = PartyRecord(
        id=new_id(),
        name=known.name,
        phone=known.phone,
        sex=known.sex,
        note="电话来访，问上次的事办到哪一步",
        contact_consent=ContactConsent.AGREED,
        contact_consent_on=today,
    )
    services.people.save_party(again, actor=registrar.actor)


def _beginnings(
    chance: random.Random, material: Material, today: date
) -> Iterator[tuple[CaseState, datetime, Scenario]]:
    turn = 0
    for end, cases, least, most in ENDS:
        for _case in range(cases):
            scenario = material.scenarios[turn % len(material.scenarios)]
            turn += 1
            days = chance.randrange(least, most + 1)
            yield end, _moment(today, days, chance.randrange(9, 18), chance.randrange(0, 60)), scenario
    accident = next(scenario for scenario in material.scenarios if scenario.type == ACCIDENT)
    for minute in range(ACCIDENTS):
        yield _S.TERMINATED, _moment(today, 2, 9, minute), accident
    kicked = next(scenario for scenario in material.scenarios if scenario.title == KICKED_DOOR)
    yield _S.PERFORMED, _moment(today, KICKED_DOOR_BEGAN, 10, 20), kicked


def _moment(today: date, days_ago: int, hour: int, minute: int) -> datetime:
    day = today - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)
