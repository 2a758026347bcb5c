"""From what was typed to what it means: an intake to register, and every problem with its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.sources import CaseSource
from app.domain.duties.referrals.links import INTERFACE_OF, ORDER_OF, IncomingPaper
from app.domain.errors import DomainError, InvalidInput
from app.domain.people.agents import Agent
from app.domain.people.parties import IdentityKind
from app.domain.values.credit_code import UnifiedCreditCode
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.money import Money
from app.domain.values.naming.names import clean_name
from app.domain.values.phones import Phone
from app.domain.values.texts import clean_text, half_width, one_line
from app.presenters.intake.entries import ORDER_FIELDS, AgentEntry, IntakeEntry, PartyEntry
from app.presenters.intake.paths import agent_key, party_key
from app.services.disputes.intake import Intake

T = TypeVar("T")
_MOST_DIGITS = 6
_OF_REFERRALS = (
    "order_counterpart",
    "order_number",
    "order_contact",
    "order_sent",
    "order_arrived",
    "order_due",
)
_OF_ORDERS = (
    "order_counterpart",
    "order_number",
    "order_arrived",
    "order_due",
    "order_caller",
    "order_demand",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal at a field; ``is_warning`` never stops anything."""

    key: str
    error: DomainError
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The intake as far as it could be read, the parties told (blank cards left out), and what could not."""

    intake: Intake
    told: tuple[PartyEntry, ...]
    problems: tuple[Problem, ...]


class _Reader:
    """Collects problems while values are read one by one."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.problems: list[Problem] = []

    def take(self, key: str, typed: str, parse: Callable[[str], T]) -> T | None:
        """Read one field; empty is None, and so is what is refused, with its problem noted."""
        if not typed.strip():
            return None
        try:
            return parse(typed)
        except InvalidInput as error:
            self.problems.append(Problem(key, error))
            return None

    def phone(self, key: str, typed: str) -> str:
        """Read a number to call; one that cannot be read is kept as told, with advice only."""
        if not typed.strip():
            return ""
        try:
            return Phone.parse(typed).number
        except InvalidInput as error:
            self.problems.append(Problem(key, error, is_warning=True))
            return one_line(typed)


def read_entry(entry: IntakeEntry, today: date, organisation_id: UUID) -> Reading:
    """Read the whole page for an organisation; blank cards are nobody."""
    reader = _Reader(today)
    told = tuple(party for party in entry.parties if not party.is_blank)
    parties = tuple(_party(reader, party) for party in told)
    intake = Intake(
        source=entry.source,
        source_note=one_line(entry.source_note),
        paper=_paper(reader, entry),
        title=one_line(entry.title),
        dispute_type=entry.dispute_type,
        amount=reader.take("amount", entry.amount, Money.parse),
        place=one_line(entry.place),
        facts=clean_text(entry.facts),
        requests=clean_text(entry.requests),
        risk_flags=entry.risk_flags,
        risk=entry.risk,
        channel=entry.channel,
        tier=entry.tier,
        organisation_id=organisation_id,
        studio_id=entry.studio_id,
        parties=parties,
    )
    return Reading(intake, told, tuple(reader.problems))


def paper_fields(source: CaseSource) -> tuple[str, ...]:
    """Name the fields of the paper that a source comes with; none for most sources."""
    if source in ORDER_OF:
        return _OF_ORDERS
    if source not in INTERFACE_OF:
        return ()
    return (*_OF_REFERRALS, "order_procedure") if source is CaseSource.COURT_ENTRUSTED else _OF_REFERRALS


def _paper(reader: _Reader, entry: IntakeEntry) -> IncomingPaper:
    """Read the paper, as far as the source comes with one."""
    asked = paper_fields(entry.source)
    told = {name: getattr(entry, name) if name in asked else "" for name in ORDER_FIELDS}

    def day(name: str) -> date | None:
        return reader.take(name, told[name], lambda typed: parse_day(typed, reader.today))

    return IncomingPaper(
        counterpart=one_line(told["order_counterpart"]),
        contact=one_line(told["order_contact"]),
        number=one_line(told["order_number"]),
        sent_on=day("order_sent"),
        arrived_on=day("order_arrived"),
        due_on=day("order_due"),
        procedure=entry.order_procedure if "order_procedure" in asked else None,
        caller=clean_name(one_line(told["order_caller"])),
        demand=clean_text(told["order_demand"]),
    )


def whole_number(typed: str) -> int:
    """Read a count or an age: digits alone, full-width ones too; 岁 and 人 at the end do no harm."""
    plain = half_width(typed).strip().removesuffix("岁").removesuffix("人").strip()
    if not plain.isascii() or not plain.isdigit() or len(plain) > _MOST_DIGITS:
        raise InvalidInput("number.unreadable", typed=typed)
    return int(plain)


def resident_number(party: PartyEntry, today: date) -> ResidentNumber | None:
    """Give what a party's resident number says; None without one, or while it is wrong."""
    if not party.is_person or party.identity_kind is not IdentityKind.RESIDENT_CARD:
        return None
    try:
        return ResidentNumber.parse(party.identity_number, today) if party.identity_number.strip() else None
    except InvalidInput:
        return None


def _party(reader: _Reader, party: PartyEntry) -> CaseParty:
    headcount = reader.take(party_key(party.id, "headcount"), party.headcount, whole_number)
    told = CaseParty(
        id=party.id,
        side=party.side,
        kind=party.kind,
        record_id=party.record_id,
        name=clean_name(one_line(party.name)),
        phone=reader.phone(party_key(party.id, "phone"), party.phone),
        address=one_line(party.address),
        language=one_line(party.language),
        headcount=1 if headcount is None else headcount,
        is_group_representative=party.is_group_representative,
        agents=tuple(_agent(reader, party, agent) for agent in party.agents),
    )
    return _person(reader, party, told) if party.is_person else _organisation(reader, party, told)


def _person(reader: _Reader, party: PartyEntry, told: CaseParty) -> CaseParty:
    is_resident = party.identity_kind is IdentityKind.RESIDENT_CARD
    number = one_line(party.identity_number)
    said = None
    if is_resident:
        key = party_key(party.id, "identity_number")
        said = reader.take(key, number, lambda typed: ResidentNumber.parse(typed, reader.today))
    birth = reader.take(
        party_key(party.id, "birth_date"), party.birth_date, lambda typed: parse_day(typed, reader.today)
    )
    age = reader.take(party_key(party.id, "stated_age"), party.stated_age, whole_number)
    _compare(reader, party, said, birth)
    return replace(
        told,
        former_name=one_line(party.former_name),
        # What was stated stands; the number only fills what nobody stated (trap 12 of the dossier).
        sex=party.sex or (said.sex if said else None),
        birth_date=birth or (said.birth_date if said else None),
        stated_age=age if birth is None and said is None else None,
        age_stated_on=reader.today if age is not None and birth is None and said is None else None,
        ethnicity=one_line(party.ethnicity),
        identity_kind=party.identity_kind,
        identity_number=said.number if said else number,
        occupation=one_line(party.occupation),
        workplace=one_line(party.workplace),
    )


def _compare(reader: _Reader, party: PartyEntry, said: ResidentNumber | None, birth: date | None) -> None:
    """Point at a stated sex or birth date that the number contradicts; both stay as they are."""
    if said is None:
        return
    if party.sex is not None and party.sex is not said.sex:
        reader.problems.append(_advice(party, "sex", "party.sex_differs"))
    if birth is not None and birth != said.birth_date:
        reader.problems.append(_advice(party, "birth_date", "party.birth_differs"))


def _advice(party: PartyEntry, name: str, code: str) -> Problem:
    return Problem(party_key(party.id, name), InvalidInput(code, field=name), is_warning=True)


def _organisation(reader: _Reader, party: PartyEntry, told: CaseParty) -> CaseParty:
    code = reader.take(party_key(party.id, "credit_code"), party.credit_code, UnifiedCreditCode.parse)
    return replace(
        told,
        credit_code=code.code if code else one_line(party.credit_code),
        contact_person=one_line(party.contact_person),
        legal_representative=one_line(party.legal_representative),
        legal_representative_post=one_line(party.legal_representative_post),
    )


def _agent(reader: _Reader, party: PartyEntry, agent: AgentEntry) -> Agent:
    number = one_line(agent.identity_number)
    key = agent_key(party.id, agent.id, "identity_number")
    said = reader.take(key, number, lambda typed: ResidentNumber.parse(typed, reader.today))
    return Agent(
        id=agent.id,
        kind=agent.kind,
        name=clean_name(one_line(agent.name)),
        sex=said.sex if said else None,
        identity_number=said.number if said else number,
        phone=reader.phone(agent_key(party.id, agent.id, "phone"), agent.phone),
        workplace=one_line(agent.workplace),
        licence_number=one_line(agent.licence_number),
        relation=one_line(agent.relation),
        authority=agent.authority,
        authority_note=one_line(agent.authority_note),
    )
