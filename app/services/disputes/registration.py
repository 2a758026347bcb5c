"""Registering a dispute: number, case, duties and register entries in one transaction, or nothing."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.states import CLOSED_STATES
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.clock_facts import ClockFacts
from app.domain.duties.ladder import in_force
from app.domain.duties.rules import Rules
from app.domain.duties.watch.proactive import become_case
from app.domain.errors import DomainError
from app.domain.people.party_lines import KnownParty
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.persistence.reads import Reads
from app.persistence.store import Store
from app.services.disputes.intake import Intake, check_intake
from app.services.disputes.new_case import (
    Entry,
    new_case,
    new_duties,
    on_ladder,
    register_case,
    title_for,
)
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.incoming import dealings_ahead
from app.services.transactions.looking import look

__all__ = ["Intake", "RegistrationService"]

MOST_NAMESAKES = 1_000
"""Register entries of one name whose open cases are looked through."""


class RegistrationService:
    """Takes disputes in.

    Kill-safety: the form's draft is discarded in the transaction that registers the case, so after
    a kill there is either the draft and no case, or the case and no draft; the number is taken in
    it too, so no number is ever lost.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def check(self, intake: Intake) -> tuple[DomainError, ...]:
        """Give every problem of an intake at once, each with its field; empty when it may be registered."""
        now = self._clock.now()
        return check_intake(intake, list_valid_on(self._rules.dispute_types, local_day(now)), now)

    def register(self, intake: Intake, *, actor: Actor, draft_key: str | None = None) -> Done[Case]:
        """Register and triage a dispute: the case, its four duties, its parties in the register.

        Raises the first problem ``check`` would give. ``draft_key`` names the form's draft of this
        actor, which is discarded in the same transaction.
        """
        if problems := self.check(intake):
            raise problems[0]
        with self._store.unit_of_work(actor) as work:
            case = register_case(work, intake, self._rules, actor=actor, now=self._clock.now())
            if draft_key is not None:
                work.drafts.discard(actor.id, draft_key)
            return Done(case, work.commit())

    def register_proactive(
        self, handling_id: UUID, intake: Intake, *, actor: Actor, version: int
    ) -> Done[Case]:
        """Register what was found by screening (未诉先办) as a case, and link the two at once."""
        if problems := self.check(intake):
            raise problems[0]
        with self._store.unit_of_work(actor) as work:
            handling = as_seen("proactive", work.proactive.get(handling_id), version)
            case = register_case(work, intake, self._rules, actor=actor, now=self._clock.now())
            linked = become_case(handling, case.id)
            work.proactive.save(linked, act="proactive.registered", note=case.intake_number)
            return Done(case, work.commit())

    def clocks_ahead(self, intake: Intake) -> tuple[CaseClock, ...]:
        """Give the clocks that registering an intake would start, with their arithmetic; writes nothing."""
        with look(self._store) as work:
            organisation = work.organisations.get(intake.organisation_id)
            ladder = in_force(work.ladders.all(), local_day(self._clock.now()))
        now = self._clock.now()
        entry = Entry(case_id=new_id(), number="", organisation=organisation, actor=SYSTEM, now=now)
        case = on_ladder(new_case(intake, intake.parties, entry, self._rules), ladder)
        today = local_day(now)
        dealings = dealings_ahead(intake.paper, intake.source, case.id, today)
        facts = ClockFacts(duties=new_duties(case, self._rules, ladder), dealings=dealings)
        return case_clocks(case, facts, self._rules, today)

    def known_parties(
        self, name: str = "", identity_number: str = "", phone: str = ""
    ) -> tuple[KnownParty, ...]:
        """Offer entries of the register that may be the person being typed, the surest first."""
        with self._store.reads() as reads:
            return reads.parties.known(name=name, identity_number=identity_number, phone=phone)

    def similar_open_cases(self, parties: tuple[CaseParty, ...]) -> tuple[CaseLine, ...]:
        """Give the open cases in which an applicant and a respondent of these names both take part."""
        with self._store.reads() as reads:
            applicants = _open_cases(reads, parties, PartySide.APPLICANT)
            both = applicants & _open_cases(reads, parties, PartySide.RESPONDENT)
            return tuple(reads.cases.line(case_id) for case_id in sorted(both, reverse=True))

    def title_for(self, dispute_type_name: str, parties: tuple[CaseParty, ...]) -> str:
        """Suggest a title when none was typed: 甲与乙等3方合同纠纷."""
        return title_for(dispute_type_name, parties)


def _open_cases(reads: Reads, parties: tuple[CaseParty, ...], side: PartySide) -> set[UUID]:
    """Find the open cases of everybody in the register who bears a name of one side."""
    names = {party.name.strip() for party in parties if party.side is side and party.name.strip()}
    known = [entry for name in names for entry in reads.parties.known(name=name, limit=MOST_NAMESAKES)]
    cases = [case for entry in known for case in reads.parties.cases_of(entry.record.id)]
    return {case.case_id for case in cases if case.state not in CLOSED_STATES}
