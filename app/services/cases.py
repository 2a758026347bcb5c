"""The life of a case, step by step: each step is one transaction, on the version the user saw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import Case, CaseMediator, NonAcceptanceReason, TerminationReason
from app.domain.duties.case_clocks import case_clocks
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.moments import Clock, local_day
from app.persistence.store import Store
from app.services.as_seen import as_seen
from app.services.case_folder import CaseFolder
from app.services.done import Done
from app.services.freezing import freeze
from app.services.intake import check_party, party_field
from app.services.leading_clock import wind
from app.services.printing import Printing

__all__ = ["CaseFolder", "CaseService"]

DETAILS = frozenset({
    "title", "source_note", "dispute_type", "amount", "place", "facts", "requests", "headcount",
    "risk_flags", "risk", "tier", "studio_id", "parties",
})  # fmt: skip
"""What may be corrected after registration; all else changes by its own step or never."""


class CaseService:
    """Reads a case and moves it through its states; ``version`` is always the one the user saw.

    A mismatch raises StaleWrite and changes nothing; a rule broken raises RuleRefusal or
    InvalidInput and changes nothing.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing

    # reading
    def folder(self, case_id: UUID) -> CaseFolder:
        """Give everything about a case, read in one transaction; NotFound when there is none."""
        with self._store.reads() as reads:
            case = reads.cases.get(case_id)
            duties = reads.duties.of_case(case_id)
            agreements = tuple(reads.agreements.of_case(case_id))
            return CaseFolder(
                case=case,
                organisation=reads.organisations.get(case.organisation_id),
                sessions=tuple(reads.sessions.of_case(case_id)),
                agreements=agreements,
                duties=duties,
                documents=tuple(reads.documents.of_case(case_id)),
                attachments=tuple(reads.attachments.of_case(case_id)),
                clocks=case_clocks(case, duties, agreements, self._rules, self._today()),
                history=tuple(reads.history.of_case(case_id)),
            )

    def by_number(self, text: str) -> UUID:
        """Find a case by its exact number or a tail only one case has.

        Raises NotFound ``case.not_found`` or RuleRefusal ``case.number_ambiguous``.
        """
        wanted = text.strip()
        with self._store.reads() as reads:
            found = tuple(reads.cases.by_number_tail(wanted)) if wanted else ()
        exact = [line for line in found if line.intake_number == wanted]
        candidates = exact or list(found)
        if not candidates:
            raise NotFound("case.not_found", typed=text)
        if len(candidates) > 1:
            raise RuleRefusal("case.number_ambiguous", typed=text, count=len(candidates))
        return candidates[0].id

    # details
    def update_details(self, case: Case, *, actor: Actor) -> Done[Case]:
        """Correct what was told (facts, requests, parties …); ``case.version`` is what the user saw.

        States, dates and numbers change by their steps only: RuleRefusal ``case.frozen_field``.
        A party that consented, was asked or is bound by an agreement cannot be taken out.
        """
        self._check_details(case)
        with self._store.unit_of_work(actor) as work:
            stored = work.cases.get(case.id)
            frozen = [
                entry.name
                for entry in fields(Case)
                if entry.name not in DETAILS | {"version"} and getattr(case, entry.name) != getattr(stored, entry.name)
            ]
            if frozen:
                if case.version != stored.version:
                    as_seen("case", stored, case.version)
                raise RuleRefusal("case.frozen_field", field=frozen[0], name=frozen[0])
            bound = {inquiry.party_id for inquiry in stored.consents}
            bound |= {id_ for agreement in work.agreements.of_case(case.id) for id_ in agreement.party_ids}
            kept = {party.id for party in case.parties}
            for party in stored.parties:
                if party.id in bound - kept:
                    raise RuleRefusal("case.party_is_bound", field="parties", party=party.name)
            saved = work.cases.save(case, act="case.details_updated")
            wind(work, self._rules, case.id, self._today())
            return Done(saved, work.commit())

    def note(self, case_id: UUID, text: str, *, actor: Actor) -> Done[Case]:
        """Write a note into the history of a case."""
        if not text.strip():
            raise InvalidInput("note.missing", field="note")
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(case_id)
            work.history.note("case", case_id, act="case.note", note=text, case_id=case_id)
            return Done(case, work.commit())

    # steps
    def record_consent(self, case_id: UUID, inquiry: ConsentInquiry, *, actor: Actor, version: int) -> Done[Case]:
        """Record what a party answered when asked (人民调解法 art. 17)."""
        self._not_in_future(inquiry.asked_on, "asked_on")
        return self._step(
            case_id, lambda case: steps.record_consent(case, inquiry), "case.consent_recorded", actor, version,
            note=inquiry.note,
        )  # fmt: skip

    def accept(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Accept a case to which every party consents."""
        self._not_in_future(on, "accepted_on")
        return self._step(case_id, lambda case: steps.accept(case, on=on), "case.accepted", actor, version)

    def decline(
        self, case_id: UUID, reason: NonAcceptanceReason, note: str, on: date, *, actor: Actor, version: int
    ) -> Done[Case]:
        """End a case as 不予受理 and issue the notice, numbered in the same transaction."""
        self._not_in_future(on, "ended_on")
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            declined = steps.decline(case, reason=reason, note=note, on=on)
            saved = work.cases.save(declined, act="case.declined", note=note)
            document = freeze(
                work, self._printing, DocumentKind.NON_ACCEPTANCE, saved, None,
                actor=actor, now=self._clock.now(), rules=self._rules,
            )  # fmt: skip
            wind(work, self._rules, case_id, self._today())
            changes = work.commit()
        return Done(saved, changes | self._printing.draw(document, actor=actor).changes)

    def serve_rights_notice(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Record that every party was told its rights and duties (arts. 23, 24)."""
        self._not_in_future(on, "rights_notice_on")
        return self._step(
            case_id, lambda case: steps.serve_rights_notice(case, on=on), "case.rights_notice_served", actor, version
        )

    def assign(
        self, case_id: UUID, mediators: tuple[CaseMediator, ...], *, actor: Actor, version: int
    ) -> Done[Case]:
        """Appoint or replace the mediators (art. 19)."""
        return self._step(case_id, lambda case: steps.assign(case, mediators), "case.mediators_assigned", actor, version)

    def terminate(
        self,
        case_id: UUID,
        reason: TerminationReason,
        note: str,
        routes_told: bool,  # noqa: FBT001 - the contract's order; callers name it
        on: date,
        *,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """End mediation without agreement; the other routes must have been told (art. 26)."""
        self._not_in_future(on, "ended_on")
        return self._step(
            case_id,
            lambda case: steps.terminate(case, reason=reason, note=note, routes_told=routes_told, on=on),
            "case.terminated", actor, version, note=note,
        )  # fmt: skip

    def perform(self, case_id: UUID, on: date, note: str, *, actor: Actor, version: int) -> Done[Case]:
        """Record that everything agreed has been performed (art. 31)."""
        self._not_in_future(on, "performed_on")
        return self._step(
            case_id, lambda case: steps.perform(case, on=on, note=note), "case.performed", actor, version, note=note
        )

    def follow_up(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Record the follow-up visit (art. 31)."""
        self._not_in_future(on, "followed_up_on")
        return self._step(
            case_id, lambda case: steps.follow_up(case, on=on), "case.followed_up", actor, version
        )

    def close(self, case_id: UUID, on: date, *, actor: Actor, version: int) -> Done[Case]:
        """Close a case; from then on no clock runs."""
        self._not_in_future(on, "closed_on")
        return self._step(case_id, lambda case: steps.close(case, on=on), "case.closed", actor, version)

    def _step(
        self,
        case_id: UUID,
        move: Callable[[Case], Case],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str = "",
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            saved = work.cases.save(move(case), act=act, note=note)
            wind(work, self._rules, case_id, self._today())
            return Done(saved, work.commit())

    def _check_details(self, case: Case) -> None:
        for party in case.parties:
            for problem in check_party(party, party_field(case.parties, party), self._today()):
                raise problem
        if not case.title.strip():
            raise InvalidInput("case.title_missing", field="title")
        if not case.facts.strip():
            raise InvalidInput("intake.facts_missing", field="facts")

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())
