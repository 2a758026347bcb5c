"""Small builders of aggregates for tests of storage: every field that a test does not name is plausible."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.sources import CaseSource, RiskLevel
from app.domain.disputes.states import CaseState
from app.domain.people.agents import Agent
from app.domain.people.organisations import Organisation
from app.domain.values.ids import new_id
from tests.support.databases import REGISTRAR, START


class CaseFields(TypedDict, total=False):
    """What a test may say of a case."""

    state: CaseState
    title: str
    facts: str
    place: str
    risk: RiskLevel
    registered_at: datetime
    parties: tuple[CaseParty, ...]
    mediators: tuple[CaseMediator, ...]


def an_organisation(name: str = "石河子市红山街道人民调解委员会") -> Organisation:
    """Make a committee."""
    return Organisation(id=new_id(), name=name, number_code="石红")


def a_party(
    name: str,
    side: PartySide = PartySide.APPLICANT,
    *,
    phone: str = "",
    identity_number: str = "",
    record_id: UUID | None = None,
    agents: tuple[Agent, ...] = (),
) -> CaseParty:
    """Make a party of a case."""
    return CaseParty(
        id=new_id(),
        name=name,
        side=side,
        phone=phone,
        identity_number=identity_number,
        record_id=record_id,
        agents=agents,
    )


def a_mediator(staff_id: UUID, name: str, role: MediatorRole = MediatorRole.FIRST) -> CaseMediator:
    """Make an appointed mediator."""
    return CaseMediator(id=new_id(), staff_id=staff_id, name=name, role=role, assigned_on=START.date())


def a_case(organisation: Organisation, *, number: str = "2026-0001", **fields: Unpack[CaseFields]) -> Case:
    """Make a registered case of 张三 against 李四."""
    case = Case(
        id=new_id(),
        intake_number=number,
        title="张三与李四房屋漏水纠纷",
        source=CaseSource.WINDOW,
        dispute_type="neighbour",
        facts="楼上漏水，天花板受损。",
        organisation_id=organisation.id,
        received_at=START,
        registered_at=START,
        registrar_id=REGISTRAR.id,
        registrar_name=REGISTRAR.name,
        parties=(a_party("张三"), a_party("李四", PartySide.RESPONDENT)),
    )
    return replace(case, **fields)
