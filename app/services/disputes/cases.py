"""A case: everything about it, its details and notes; its steps are those of ``CaseSteps``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes.case_parties import in_order
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.people import PeopleCount, check_representatives, limit_on
from app.domain.disputes.clocks import PASSING_KINDS
from app.domain.disputes.lifecycle.links import LinkedCase, LinkKind
from app.domain.disputes.particulars.checking import Particulars
from app.domain.duties.clock_facts import events_of
from app.domain.duties.deadlines.running import limitation_interruption, waiting_periods
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.documents import Attachment
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.days.moments import local_day
from app.domain.values.money import Money
from app.persistence.work import UnitOfWork
from app.services.disputes.case_folder import CaseAtWork, CaseFolder, asked_in_writing, case_at_work
from app.services.disputes.case_steps import CaseSteps
from app.services.disputes.intake import check_party, party_field
from app.services.done import Done
from app.services.transactions.appointing import found_about_serving
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import clock_facts, duties_of, wind
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked
from app.services.transactions.settling.check_book import check_book_of

__all__ = ["CaseFolder", "CaseService"]

DETAILS = frozenset({
    "title", "source_note", "dispute_type", "amount", "place", "facts", "requests", "headcount",
    "risk_flags", "risk", "tier", "studio_id", "parties", "accidents", "treatments",
})  # fmt: skip
"""What may be corrected after registration; all else changes by its own step or never."""

MOST_PASSED = 100_000
"""More clocks than can pass between two starts."""
_REWOUND = "clocks.rewound_on"
_PLANS_OPENED = "plans.opened"

HISTORY_LIMIT = 1000
"""How many entries of history a folder holds, the latest first."""


class CaseService(CaseSteps):
    """Reads a case, corrects its details, and moves it through its states."""

    # reading
    def folder(self, case_id: UUID) -> CaseFolder:
        """Give everything about a case, read in one transaction; NotFound when there is none."""
        with look(self._store) as work:
            case = work.cases.get(case_id)
            facts = clock_facts(work, self._rules, case)
            rules, events = self._rules, events_of(case, facts, self._rules.calendar)
            at_work = case_at_work(work, rules, case, facts, self._today())
            documents = work.documents.of_case(case_id)
            return CaseFolder(
                case=case,
                channel=rules.channel_of(case),
                organisation=work.organisations.get(case.organisation_id),
                sessions=at_work.sessions,
                appointments=at_work.appointments,
                agreements=at_work.agreements,
                oral_agreements=facts.orals,
                duties=facts.duties or duties_of(work, case_id),
                dealings=facts.dealings,
                documents=documents,
                has_asked_in_writing=asked_in_writing(documents),
                attachments=work.attachments.of_case(case_id),
                submissions=work.submissions.of_case(case_id),
                kept_file=work.case_files.of_case(case_id),
                retention=work.retention_books.of_organisation(case.organisation_id),
                originals=work.originals.of_case(case_id),
                sealed_copies=work.sealed_copies.of_case(case_id),
                clocks=at_work.clocks,
                waiting_periods=waiting_periods(case, events, rules.catalogue),
                limitation=limitation_interruption(case, rules.catalogue),
                trigger_choices=rules.catalogue.recorded_by_hand(
                    case.channel, case.source, case.dispute_type, case.channel_code
                ),
                performance=facts.performance,
                links=(links := work.links.of_case(case_id)),
                earlier_evidence=_earlier_evidence(work, case_id, links),
                moves=work.moves.of_case(case_id),
                history=work.history.of_case(case_id, HISTORY_LIMIT),
                conflicts=found_about_serving(self._store, work, case) if case.is_open else (),
                supervision=at_work.supervision,
                whistles=at_work.whistles,
                found_as=work.proactive.of_case(case_id),
                check=check_book_of(work, rules, case.organisation_id),
                risk_scale=work.risk_scales.of_organisation(case.organisation_id),
            )

    def at_work(self, case_ids: Sequence[UUID]) -> tuple[CaseAtWork, ...]:
        """Give, in this order, what is to be done in many cases, read at one moment; NotFound for none."""
        if not case_ids:
            return ()
        with look(self._store) as work:
            work.read_ahead(case_ids)
            found = (work.cases.get(case_id) for case_id in case_ids)
            return tuple(
                case_at_work(work, self._rules, case, clock_facts(work, self._rules, case), self._today())
                for case in found
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

    def rewind_passed_clocks(self) -> int:
        """Compute anew the clocks that the calendar alone has moved on; gives how many cases were looked at.

        Called at every start and with every new day: the next instalment follows the last one, and the
        time to apply for judicial confirmation, once over, is no clock any more.
        """
        today = self._today()
        with self._store.unit_of_work(SYSTEM) as work:
            self._open_missing_plans(work)
            last = work.preferences.get(None, _REWOUND)
            since = None if last is None else date.fromisoformat(last)
            if since is not None and since >= today:
                work.commit()
                return 0
            with self._store.reads() as reads:
                passed = [
                    line.id
                    for line in reads.cases.due_between(since, today - timedelta(days=1), limit=MOST_PASSED)
                    if line.due_kind in PASSING_KINDS
                ]
            for case_id in passed:
                wind(work, self._rules, case_id, today)
            work.preferences.put(None, _REWOUND, today.isoformat())
            work.commit()
        return len(passed)

    def _open_missing_plans(self, work: UnitOfWork) -> None:
        """Open, once, the plans of agreements that took effect before a release knew of plans."""
        if work.preferences.get(None, _PLANS_OPENED) is not None:
            return
        work.preferences.put(None, _PLANS_OPENED, self._today().isoformat())
        for case_id in work.plans.cases_without():
            wind(work, self._rules, case_id, self._today())

    # details
    def update_details(self, case: Case, *, actor: Actor) -> Done[Case]:
        """Correct what was told (facts, requests, parties …); ``case.version`` is what the user saw.

        States, dates and numbers change by their steps only: RuleRefusal ``case.frozen_field``.
        A party that was asked, spoke in a session or is bound by an agreement cannot be taken out.
        """
        self._check_details(case)
        with self._store.unit_of_work(actor) as work:
            stored = work.cases.get(case.id)
            refuse_locked(stored)
            frozen = [
                entry.name
                for entry in fields(Case)
                if entry.name not in DETAILS | {"version"}
                and getattr(case, entry.name) != getattr(stored, entry.name)
            ]
            if frozen:
                if case.version != stored.version:
                    as_seen("case", stored, case.version)
                raise RuleRefusal("case.frozen_field", field=frozen[0], name=frozen[0])
            bound = {inquiry.party_id for inquiry in stored.consents}
            bound |= {id_ for agreement in work.agreements.of_case(case.id) for id_ in agreement.party_ids}
            # Without its party a statement would be kept but never printed.
            sessions = work.sessions.of_case(case.id)
            bound |= {said.party_id for session in sessions for said in session.statements if said.text}
            kept = {party.id for party in case.parties}
            for party in stored.parties:
                if party.id in bound - kept:
                    raise RuleRefusal("case.party_is_bound", field="parties", party=party.name)
            self._check_people(case)
            self._check_particulars(stored, case)
            told = replace(
                case, parties=in_order(case.parties), channel_code=self._channel_code(stored, case)
            )
            saved = work.cases.save(told, act="case.details_updated")
            wind(work, self._rules, case.id, self._today())
            return Done(saved, work.commit())

    def note(self, case_id: UUID, text: str, *, actor: Actor) -> Done[Case]:
        """Write a note into the history of a case."""
        if not text.strip():
            raise InvalidInput("note.missing", field="note")
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(case_id)
            work.history.note(act="case.note", kind="case", subject_id=case_id, case_id=case_id, note=text)
            return Done(case, work.commit())

    def _channel_code(self, stored: Case, told: Case) -> str:
        """Follow a corrected type while nobody accepted the case or chose its channel otherwise."""
        channels, family, source = self._rules.all_channels(), stored.channel, stored.source
        on = local_day(stored.registered_at)
        before = channels.proposed(family, source, stored.dispute_type, on)
        now = channels.proposed(family, source, told.dispute_type, on)
        is_as_proposed = before is not None and before.code == stored.channel_code
        if stored.accepted_on is not None or not is_as_proposed or now is None:
            return stored.channel_code
        return now.code

    def _check_people(self, case: Case) -> None:
        channel = self._rules.channel_of(case)
        limits = channel.people if channel is not None and case.is_open else ()
        check_representatives(limit_on(limits, PeopleCount.REPRESENTATIVES), case.parties)

    def _check_particulars(self, stored: Case, case: Case) -> None:
        # What was told before the type changed stays as it was told, and is printed no more.
        told = Particulars(case.accidents, case.treatments)
        if told != Particulars(stored.accidents, stored.treatments):
            for problem in told.problems(case.dispute_type, self._clock.now()):
                raise problem

    def _check_details(self, case: Case) -> None:
        for party in case.parties:
            for problem in check_party(party, party_field(case.parties, party), self._today()):
                raise problem
        if not case.title.strip():
            raise InvalidInput("case.title_missing", field="title")
        if not case.facts.strip():
            raise InvalidInput("intake.facts_missing", field="facts")
        if case.amount is not None and case.amount < Money.zero():
            raise InvalidInput("money.negative", field="amount", typed=str(case.amount))
        if case.headcount < 0:
            raise InvalidInput("intake.headcount", field="headcount", count=case.headcount)


def _earlier_evidence(
    work: UnitOfWork, case_id: UUID, links: tuple[LinkedCase, ...]
) -> tuple[tuple[str, Attachment], ...]:
    """Give what was taken in before the channel was changed; it stays where it was taken in."""
    return tuple(
        (linked.intake_number, entry)
        for linked in links
        if linked.link.kind is LinkKind.CHANNEL_CHANGE and linked.link.from_id == case_id
        for entry in work.attachments.of_case(linked.case_id)
    )
