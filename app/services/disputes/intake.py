"""What the intake form hands over, and everything that is wrong with it, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.disputes.handling import HandlingMode, TriageDecision
from app.domain.disputes.particulars.checking import Particulars
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import TrafficAccident
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskFlag, RiskLevel
from app.domain.duties.referrals.links import IncomingPaper
from app.domain.errors import DomainError, InvalidInput
from app.domain.people.parties import IdentityKind
from app.domain.values.credit_code import UnifiedCreditCode
from app.domain.values.days.moments import local_day
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.money import Money
from app.services.transactions.incoming import check_incoming

NO_PAPER = IncomingPaper()
OLDEST = 150
"""No age beyond this is believed."""
_PLACE_OF: dict[PartySide, str] = {
    PartySide.APPLICANT: "applicants",
    PartySide.RESPONDENT: "respondents",
    PartySide.THIRD_PARTY: "third_parties",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One dispute as it was told at the window; what is not known stays empty.

    ``risk`` None takes the suggestion from the flags, ``received_at`` None the present moment,
    an empty ``channel_code`` the channel proposed for source and type.
    Ids of parties are made by the caller; ``record_id`` links a party already in the register.
    """

    source: CaseSource = CaseSource.WINDOW
    source_note: str = ""
    title: str = ""
    dispute_type: str
    amount: Money | None = None
    place: str = ""
    facts: str
    requests: str = ""
    headcount: int = 0
    risk_flags: tuple[RiskFlag, ...] = ()
    risk: RiskLevel | None = None
    channel: MediationChannel = MediationChannel.PEOPLES
    channel_code: str = ""
    tier: str = ""
    organisation_id: UUID
    studio_id: UUID | None = None
    received_at: datetime | None = None
    parties: tuple[CaseParty, ...] = ()
    paper: IncomingPaper = NO_PAPER
    decision: TriageDecision | None = None
    handling_mode: HandlingMode | None = None
    risk_dismissals: tuple[RiskDismissal, ...] = ()
    accidents: tuple[TrafficAccident, ...] = ()
    treatments: tuple[MedicalTreatment, ...] = ()

    def completed(
        self,
        *,
        risk: RiskLevel,
        decision: TriageDecision | None,
        handling_mode: HandlingMode | None,
        risk_dismissals: tuple[RiskDismissal, ...],
    ) -> Intake:
        """Give the intake with its level and with what was decided about it."""
        return replace(
            self,
            risk=risk,
            decision=decision,
            handling_mode=handling_mode,
            risk_dismissals=risk_dismissals,
        )


def check_intake(intake: Intake, types: DisputeTypeList, now: datetime) -> tuple[DomainError, ...]:
    """Give every problem in the order of the form; nothing here guesses or mends.

    Only what law or number needs is required: a type, the facts, a name for each party, and an
    applicant unless the committee acts on its own initiative (人民调解法 art. 17). The other side
    is always known by some name: where it truly is not, the form says who is looked for (某某车主).
    """
    today = local_day(now)
    return (
        *check_incoming(intake.paper, intake.source, today),
        *_sides(intake),
        *_parties(intake, today),
        *_dispute(intake, types, now),
        *Particulars(intake.accidents, intake.treatments).problems(intake.dispute_type, now),
    )


def party_field(parties: tuple[CaseParty, ...], party: CaseParty) -> str:
    """Name a party's place on the form: ``applicants.0``, counted within its side."""
    position = [entry.id for entry in parties if entry.side is party.side].index(party.id)
    return f"{_PLACE_OF[party.side]}.{position}"


def check_party(party: CaseParty, place: str, today: date) -> Iterator[DomainError]:
    """Give what is wrong with one party; numbers are checked by their own rules and never required."""
    if not party.name.strip():
        yield InvalidInput("party.name_missing", field=f"{place}.name")
    if party.headcount < 1:
        yield InvalidInput("party.headcount", field=f"{place}.headcount", count=party.headcount)
    if party.birth_date is not None and party.birth_date > today:
        yield InvalidInput(
            "party.birth_in_future", field=f"{place}.birth_date", day=party.birth_date.isoformat()
        )
    if party.stated_age is not None and not 0 <= party.stated_age <= OLDEST:
        yield InvalidInput("party.age", field=f"{place}.stated_age", age=party.stated_age)
    if party.earns_own_living and _is_too_young(party, today):
        yield InvalidInput("party.too_young_for_own_living", field=f"{place}.own_living_basis")
    if party.is_person and party.identity_number and party.identity_kind is IdentityKind.RESIDENT_CARD:
        yield from _refused(
            f"{place}.identity_number", lambda: ResidentNumber.parse(party.identity_number, today)
        )
    if not party.is_person and party.credit_code:
        yield from _refused(f"{place}.credit_code", lambda: UnifiedCreditCode.parse(party.credit_code))
    for position, agent in enumerate(party.agents):
        if not agent.name.strip():
            yield InvalidInput("agent.name_missing", field=f"{place}.agents.{position}.name")


def _is_too_young(party: CaseParty, today: date) -> bool:
    return party.is_minor_on(today) and not party.may_earn_own_living_on(today)


def _sides(intake: Intake) -> Iterator[DomainError]:
    sides = {party.side for party in intake.parties}
    if PartySide.APPLICANT not in sides and intake.source is not CaseSource.INITIATIVE:
        yield InvalidInput("intake.applicant_missing", field="applicants")
    if PartySide.RESPONDENT not in sides:
        yield InvalidInput("intake.respondent_missing", field="respondents")


def _parties(intake: Intake, today: date) -> Iterator[DomainError]:
    for party in intake.parties:
        yield from check_party(party, party_field(intake.parties, party), today)
    linked = Counter(party.record_id for party in intake.parties if party.record_id is not None)
    for party in intake.parties:
        if party.record_id is not None and linked[party.record_id] > 1:
            place = party_field(intake.parties, party)
            yield InvalidInput("party.twice", field=f"{place}.name", party=party.name)


def _dispute(intake: Intake, types: DisputeTypeList, now: datetime) -> Iterator[DomainError]:
    if intake.dispute_type not in {entry.code for entry in types.types}:
        yield InvalidInput("intake.type_missing", field="dispute_type", typed=intake.dispute_type)
    if intake.amount is not None and intake.amount < Money.zero():
        yield InvalidInput("money.negative", field="amount", typed=str(intake.amount))
    if not intake.facts.strip():
        yield InvalidInput("intake.facts_missing", field="facts")
    if intake.headcount < 0:
        yield InvalidInput("intake.headcount", field="headcount", count=intake.headcount)
    if intake.received_at is not None and intake.received_at > now:
        day = local_day(intake.received_at).isoformat()
        yield InvalidInput("intake.received_in_future", field="received_at", day=day)


def _refused(field: str, parse: Callable[[], object]) -> Iterator[DomainError]:
    try:
        parse()
    except InvalidInput as error:
        yield InvalidInput(error.code, field=field, **error.facts)
