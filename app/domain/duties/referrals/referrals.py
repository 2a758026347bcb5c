"""A referral over one of the five interfaces: who sent what to whom, and who answers for it here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import ConsentManner
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralDirection,
    ReferralKind,
    ReferralResult,
    WaitingFor,
)
from app.domain.duties.referrals.states import OPEN_STATES, ReferralState


@dataclass(frozen=True, slots=True, kw_only=True)
class DataConsent:
    """A party's separate consent to passing its personal data on (个人信息保护法 art. 23)."""

    id: UUID
    party_id: UUID
    party_name: str
    manner: ConsentManner
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One dispute in the hands of two organs; ``owner_id`` is never empty while it is on its way.

    ``due_back`` is what the paper itself names; without it the rule of its kind counts from
    ``signed_on``, the day its receipt was signed. ``legal_basis`` names the law that obliges to
    pass data on without consent. ``undisputed_facts`` may go out, concessions have no place here.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    direction: ReferralDirection
    interface: FiveInterface
    kind: ReferralKind
    procedure: CourtProcedure | None = None
    counterpart: str
    contact: str = ""
    contact_phone: str = ""
    their_number: str = ""
    our_number: str = ""
    matter: str = ""
    legal_basis: str = ""
    consents: tuple[DataConsent, ...] = ()
    sent_on: date
    signed_on: date | None = None
    signed_by: str = ""
    due_back: date | None = None
    extended_to: date | None = None
    extension_note: str = ""
    accepted_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    result: ReferralResult | None = None
    returned_on: date | None = None
    reply: str = ""
    undisputed_facts: str = ""
    reply_number: str = ""
    feedback_on: date | None = None
    feedback_note: str = ""
    state: ReferralState = ReferralState.SENT
    owner_id: UUID
    owner_name: str

    @property
    def is_incoming(self) -> bool:
        """Tell what came here from what left here."""
        return self.direction is ReferralDirection.IN

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes an act."""
        return self.state in OPEN_STATES

    @property
    def waiting(self) -> WaitingFor:
        """Tell what it waits for: what came waits for us, what left for the others, then for us to tell."""
        if self.state is ReferralState.SENT:
            return WaitingFor.SIGNATURE
        if self.state is ReferralState.REFUSED:
            return WaitingFor.TAKING_BACK
        if not self.is_open:
            return WaitingFor.NOTHING
        is_with_us = self.is_incoming == (self.state is not ReferralState.RETURNED)
        return WaitingFor.REPLY if is_with_us else WaitingFor.COUNTERPART
