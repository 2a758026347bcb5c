"""What the demo is made of: names, committee and kinds of dispute, read from the resources."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from app.domain.people.organisations import CommitteeKind, MediationStudio, Organisation
from app.domain.people.staff import ResidencyMode, StaffMember, StaffRole
from app.domain.values.ids import new_id
from app.domain.values.sex import Sex

Table = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One kind of dispute with its places to fill: {a}, {b}, {place}, {n}, {m}, {sum}."""

    title: str
    type: str
    low: int
    high: int
    flags: tuple[str, ...]
    facts: str
    requests: str
    nature: str
    act: str
    responsibility: str
    applicant: str = "person"
    respondent: str = "person"
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: name, sex, ethnic group and language fit each other."""

    name: str
    sex: Sex
    ethnicity: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything the demo draws from."""

    committee: Organisation
    staff: tuple[StaffMember, ...]
    people: tuple[Person, ...]
    organisations: tuple[str, ...]
    communities: tuple[str, ...]
    officials: tuple[str, ...]
    units: tuple[str, ...]
    scenarios: tuple[Scenario, ...]


def read_material(folder: Path) -> Material:
    """Read names and scenarios from the demo's folder of resources."""
    centre = tomllib.loads((folder / "centre.toml").read_text(encoding="utf-8"))
    disputes = tomllib.loads((folder / "disputes.toml").read_text(encoding="utf-8"))
    committee = _committee(centre["committee"])
    names: dict[str, list[str]] = centre["names"]
    return Material(
        committee=committee,
        staff=tuple(_member(entry, committee) for entry in centre["staff"]),
        people=tuple(_person(told) for told in names["people"]),
        organisations=tuple(names["organisations"]),
        communities=tuple(names["communities"]),
        officials=tuple(names["officials"]),
        units=tuple(names["units"]),
        scenarios=tuple(
            Scenario(**{**entry, "flags": tuple(entry["flags"])}) for entry in disputes["dispute"]
        ),
    )


def identity_number(chance: random.Random, born: date, *, is_female: bool) -> str:
    """Make a number of the right form with a right check digit, in an area code that was never given out."""
    serial = chance.randrange(0, 499) * 2 + (0 if is_female else 1)
    body = f"659900{born:%Y%m%d}{serial:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def birth_date(chance: random.Random, today: date) -> date:
    """Choose a day of birth between 22 and 78 years ago."""
    return today - timedelta(days=chance.randrange(22 * 366, 78 * 365))


def _person(told: str) -> Person:
    name, sex, ethnicity, language = told.split(" ")
    return Person(name, Sex.FEMALE if sex == Sex.FEMALE.term else Sex.MALE, ethnicity, language)


def _committee(told: Table) -> Organisation:
    studios = cast(list[str], told["studios"])
    return Organisation(
        id=new_id(),
        name=str(told["name"]),
        committee_kind=CommitteeKind.of(str(told["committee_kind"])),
        number_code=str(told["number_code"]),
        tier=str(told["tier"]),
        address=str(told["address"]),
        phone=str(told["phone"]),
        confirming_court=str(told["confirming_court"]),
        studios=tuple(
            MediationStudio(id=new_id(), name=name, seats=seats)
            for name, seats in zip(studios, cast(list[int], told["seats"]), strict=True)
        ),
    )


def _member(told: Table, committee: Organisation) -> StaffMember:
    studio = next((s for s in committee.studios if s.name == told["studio"]), None)
    return StaffMember(
        id=new_id(),
        name=str(told["name"]),
        organisation_id=committee.id,
        studio_id=studio.id if studio else None,
        roles=tuple(StaffRole.of(role) for role in cast(list[str], told["roles"])),
        sex=Sex.of(str(told["sex"])),
        phone=str(told["phone"]),
        residency=ResidencyMode.of(str(told["residency"])),
        grade=str(told.get("grade", "")),
        languages=tuple(cast(list[str], told["languages"])),
        specialties=tuple(cast(list[str], told["specialties"])),
    )
