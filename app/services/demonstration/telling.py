"""Make one dispute of a scenario: parties, facts with their places filled, amount."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag
from app.domain.people.parties import PartyKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.sex import Sex
from app.services.demonstration.course.particulars import invented_particulars
from app.services.demonstration.material import (
    Material,
    Person,
    Scenario,
    birth_date,
    identity_number,
)
from app.services.disputes.intake import Intake

T = TypeVar("T")

SOURCES = (
    (CaseSource.WINDOW, 40),
    (CaseSource.PHONE, 8),
    (CaseSource.GRID, 14),
    (CaseSource.HOTLINE, 8),
    (CaseSource.PETITION, 6),
    (CaseSource.COURT_DELEGATED, 8),
    (CaseSource.POLICE, 8),
    (CaseSource.LITIGATION, 3),
    (CaseSource.PROCURATORATE, 1),
    (CaseSource.ARBITRATION, 2),
    (CaseSource.INITIATIVE, 4),
)
"""Sources and their weights, about as a community centre sees them."""

TIERS = (("社区", 7), ("街道", 4), ("区", 2))


@dataclass(frozen=True, slots=True)
class Told:
    """An intake and the scenario it was made of."""

    intake: Intake
    scenario: Scenario
    amount: Money


class Teller:
    """Tells disputes from the material, the same ones for the same seed."""

    def __init__(self, material: Material, chance: random.Random, today: date) -> None:
        self._material, self._chance, self._today = material, chance, today
        self._known: dict[str, CaseParty] = {}
        self._free: list[Person] = []

    def tell(self, scenario: Scenario, organisation_id: UUID, studio_id: UUID | None, at: datetime) -> Told:
        """Tell one dispute received at a moment."""
        chance = self._chance
        amount = Money.of_yuan(chance.randrange(scenario.low, scenario.high, 10))
        self._free = chance.sample(self._material.people, 12)
        applicants = self._side(
            PartySide.APPLICANT, scenario.applicant, scenario, several="group" in scenario.flags
        )
        respondents = self._side(PartySide.RESPONDENT, scenario.respondent, scenario, several=False)
        words = {
            "a": applicants[0].name,
            "b": respondents[0].name,
            "place": chance.choice(self._material.communities),
            "n": chance.randrange(2, 9),
            "m": chance.randrange(3, 12),
            "sum": f"{amount.yuan:,.2f}",
        }
        parties = (*applicants, *respondents)
        special = invented_particulars(scenario.type, parties, at, str(words["place"]))
        intake = Intake(
            source=self._weighted(SOURCES),
            title=scenario.title,
            dispute_type=scenario.type,
            amount=amount,
            place=f"{words['place']}{words['n']}号楼",
            facts=scenario.facts.format(**words),
            requests=scenario.requests.format(**words),
            headcount=12 if "group" in scenario.flags else 0,
            risk_flags=tuple(RiskFlag.of(flag) for flag in scenario.flags),
            channel=MediationChannel.PEOPLES,
            tier=self._weighted(TIERS),
            organisation_id=organisation_id,
            studio_id=studio_id,
            received_at=at,
            parties=parties,
            accidents=special.accidents,
            treatments=special.treatments,
        )
        return Told(intake, scenario, amount)

    def _weighted(self, choices: tuple[tuple[T, int], ...]) -> T:
        return self._chance.choices([c for c, _ in choices], [w for _, w in choices])[0]

    def _side(
        self, side: PartySide, kind: str, scenario: Scenario, *, several: bool
    ) -> tuple[CaseParty, ...]:
        if kind == "organisation":
            return (self._organisation(side, scenario.organisation),)
        count = self._chance.randrange(3, 8) if several else self._chance.choice((1, 1, 1, 1, 2))
        people = [self._free.pop() for _each in range(count)]
        return tuple(self._person(side, person, leads=several and n == 0) for n, person in enumerate(people))

    def _person(self, side: PartySide, person: Person, *, leads: bool) -> CaseParty:
        """Let somebody come again as the same person, with the same number, phone and address."""
        if person.name not in self._known:
            self._known[person.name] = self._newcomer(side, person)
        return replace(self._known[person.name], id=new_id(), side=side, is_group_representative=leads)

    def _newcomer(self, side: PartySide, person: Person) -> CaseParty:
        chance = self._chance
        born = birth_date(chance, self._today)
        number = identity_number(chance, born, is_female=person.sex is Sex.FEMALE)
        return CaseParty(
            id=new_id(),
            side=side,
            name=person.name,
            sex=person.sex,
            birth_date=born,
            ethnicity=person.ethnicity,
            identity_number=chance.choice((number, number, "")),
            phone=f"139{chance.randrange(10**8):08}",
            address=f"{chance.choice(self._material.communities)}{chance.randrange(1, 20)}号楼"
            f"{chance.randrange(1, 6)}0{chance.randrange(1, 4)}室",
            occupation=chance.choice(("个体经营", "退休", "职员", "务工", "农牧民")),
            language=person.language,
        )

    def _organisation(self, side: PartySide, name: str) -> CaseParty:
        chance = self._chance
        known = name or chance.choice(self._material.organisations)
        if known not in self._known:
            self._known[known] = self._company(side, known)
        return replace(self._known[known], id=new_id(), side=side)

    def _company(self, side: PartySide, name: str) -> CaseParty:
        chance = self._chance
        return CaseParty(
            id=new_id(),
            side=side,
            kind=PartyKind.LEGAL_PERSON,
            name=name,
            legal_representative=chance.choice(self._material.people).name,
            legal_representative_post="经理",
            contact_person=chance.choice(self._material.people).name,
            phone=f"0990-62{chance.randrange(10**5):05}",
            address=f"红柳区{chance.choice(self._material.communities)}底商{chance.randrange(1, 40)}号",
        )
