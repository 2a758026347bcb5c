"""A machine that leads cases through their ordinary steps in any order, with the promises after each."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import MediatorRole, NonAcceptanceReason, TerminationReason
from app.domain.disputes.clocks import leading
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.signing import signer_places
from app.persistence.store import DATABASE_NAME, Store, StoreLocation
from tests.support.builders import a_mediator, a_payment, a_signature, an_inquiry
from tests.support.centres import open_centre_at, program_rules
from tests.support.databases import SteppingClock

MOST_CASES = 3
CASES = st.integers(0, MOST_CASES - 1)
SELDOM = st.sampled_from([True, True, True, True, False])


class CaseLife(RuleBasedStateMachine):
    """Up to three cases of one centre; every refused step must leave its case exactly as it was."""

    template: Path | None = None
    server = None
    """A migrated SQLite file to copy, or a PostgreSQL server to make a database on."""

    @initialize(far=st.integers(0, 10))
    def open_a_centre(self, far):
        """Begin each life at another place: chance alone would seldom get far."""
        self.folder = Path(tempfile.mkdtemp())
        self.address = None if self.server is None else self.server.create_database()
        if self.template is not None:
            shutil.copyfile(self.template, self.folder / DATABASE_NAME)
        self.location = StoreLocation(self.address, self.folder)
        self.clock = SteppingClock()
        self.centre = open_centre_at(Store.open(self.location, self.clock), self.folder, self.clock)
        self.ids = [self.centre.registered().id]
        self.frozen, self.told = {}, {}
        self.take_steps(0, far)

    def teardown(self):
        self.centre.store.close()
        shutil.rmtree(self.folder)
        if self.address is not None:
            self.server.drop_database(self.address)

    # helpers
    @property
    def services(self):
        return self.centre.services

    @property
    def actor(self):
        return self.centre.actor

    def pick(self, index):
        return self.services.cases.folder(self.ids[index % len(self.ids)]) if self.ids else None

    def attempt(self, folder, step, *arguments, **named):
        """Take a step and tell whether it was taken; a refused one must change nothing at all."""
        try:
            step(*arguments, actor=self.actor, **named)
        except (RuleRefusal, InvalidInput):
            assert self.services.cases.folder(folder.case.id) == folder
            return False
        return True

    def step(self, folder, name, *arguments):
        move = getattr(self.services.cases, name)
        return self.attempt(folder, move, folder.case.id, *arguments, version=folder.case.version)

    # what a centre does
    @rule(parties=st.integers(2, 4))
    def register(self, parties):
        if len(self.ids) < MOST_CASES:
            self.ids.append(self.centre.registered(parties).id)

    @rule(index=CASES)
    def consent(self, index):
        if folder := self.pick(index):
            for party in folder.case.not_yet_consenting():
                current = self.services.cases.folder(folder.case.id)
                self.step(
                    current, "record_consent", an_inquiry(party.id, ConsentAnswer.AGREED, self.centre.today)
                )
            current = self.services.cases.folder(folder.case.id)
            self.step(current, "accept", self.centre.today)

    @rule(index=CASES, seldom=SELDOM)
    def refuse(self, index, seldom):
        if (folder := self.pick(index)) and not seldom:
            party = folder.case.parties[-1]
            self.step(
                folder, "record_consent", an_inquiry(party.id, ConsentAnswer.REFUSED, self.centre.today)
            )

    @rule(index=CASES, seldom=SELDOM)
    def decline(self, index, seldom):
        if (folder := self.pick(index)) and not seldom:
            self.step(folder, "decline", NonAcceptanceReason.PARTY_REFUSED, "", self.centre.today)

    @rule(index=CASES)
    def assign_and_tell_rights(self, index):
        if folder := self.pick(index):
            people = (
                a_mediator(self.centre.mediator),
                a_mediator(self.centre.recorder, MediatorRole.RECORDER),
            )
            self.step(folder, "assign", people)
            self.step(self.services.cases.folder(folder.case.id), "serve_rights_notice", self.centre.today)

    @rule(index=CASES, far=st.integers(1, 5))
    def carry_on(self, index, far):
        """Take the step that comes next, several times: chance alone seldom reaches the end."""
        self.take_steps(index, far)

    def take_steps(self, index, far):
        for _ in range(far if self.ids else 0):
            following = {
                CaseState.TRIAGED: self.consent,
                CaseState.AWAITING_CONSENT: self.consent,
                CaseState.ACCEPTED: self.assign_and_tell_rights,
                CaseState.ASSIGNED: lambda index: self.hold_a_session(index, SessionResult.AGREED),
                CaseState.MEDIATING: self.draft_and_issue,
                CaseState.AGREED: self.wait_and_sign,
                CaseState.EFFECTIVE: lambda index: self.go_on(index, "perform"),
                CaseState.PERFORMED: lambda index: self.go_on(index, "follow_up"),
                CaseState.TERMINATED: lambda index: self.go_on(index, "follow_up"),
                CaseState.FOLLOWED_UP: lambda index: self.go_on(index, "close"),
                CaseState.PARTIAL: lambda index: self.hold_a_session(index, SessionResult.AGREED),
            }
            following.get(self.pick(index).case.state, lambda _index: None)(index)

    def wait_and_sign(self, index):
        self.days_pass(4)
        self.sign(index, 3, everywhere=True)

    def draft_and_issue(self, index):
        self.draft(index)
        self.issue_an_agreement(index)

    @rule(index=CASES, result=st.sampled_from([SessionResult.AGREED, SessionResult.TO_BE_CONTINUED]))
    def hold_a_session(self, index, result):
        if folder := self.pick(index):
            session = replace(
                self.services.mediation.new_session(folder.case.id),
                record="双方陈述。",
                rights_told=True,
                result=result,
            )
            self.attempt(folder, self.services.mediation.finish, session)

    @rule(index=CASES)
    def draft(self, index):
        if folder := self.pick(index):
            try:
                draft = self.services.settlements.new_agreement(folder.case.id, actor=self.actor).value
            except RuleRefusal:
                assert self.services.cases.folder(folder.case.id) == folder
                return
            term = a_payment(folder.case.parties[1], folder.case.parties[0])
            self.services.settlements.save(replace(draft, terms=(term,)), actor=self.actor)

    @rule(index=CASES)
    def issue_an_agreement(self, index):
        self.on_agreement(index, AgreementState.DRAFT, self.services.settlements.issue)

    @rule(index=CASES, breaks=st.booleans())
    def issue_a_form(self, index, breaks):
        if folder := self.pick(index):
            self.centre.renderer.is_broken = breaks
            issue = self.services.issuing.issue
            self.attempt(folder, issue, DocumentKind.RIGHTS_NOTICE, folder.case.id)
            self.centre.renderer.is_broken = False
            self.services.issuing.finish_unstored()

    @rule(index=CASES, back=st.integers(0, 3), everywhere=st.booleans())
    def sign(self, index, back, everywhere):
        if not (folder := self.pick(index)):
            return
        for agreement in folder.agreements:
            empty = [p for p in self.services.settlements.places(agreement) if p.signature is None]
            for position, place in enumerate(empty if everywhere else empty[:1]):
                current = self.services.cases.folder(folder.case.id)
                version = next(a.version for a in current.agreements if a.id == agreement.id)
                # Each signs on a day of its own, and hardly ever the last in the row on the last day.
                day = self.centre.today - timedelta(days=(position + back) % 4)
                signature = a_signature(place.role, place.signer_id, place.name, day)
                sign = self.services.settlements.sign
                self.attempt(current, sign, agreement.id, signature, version=version)

    @rule(index=CASES)
    def void(self, index):
        void = self.services.settlements.void
        self.on_agreement(index, AgreementState.ISSUED, lambda id_, **named: void(id_, "金额有误", **named))

    @rule(index=CASES)
    def supplement(self, index):
        def supplement(id_, *, actor, version):
            del version
            self.services.settlements.supplement(id_, actor=actor)

        self.on_agreement(index, AgreementState.EFFECTIVE, supplement)

    def on_agreement(self, index, state, step):
        if folder := self.pick(index):
            for agreement in [a for a in folder.agreements if a.state is state][:1]:
                self.attempt(folder, step, agreement.id, version=agreement.version)

    @rule(index=CASES, seldom=SELDOM)
    def terminate(self, index, seldom):
        if (folder := self.pick(index)) and not seldom:
            self.step(folder, "terminate", TerminationReason.TOO_FAR_APART, "", True, self.centre.today)

    @rule(index=CASES, name=st.sampled_from(["perform", "follow_up", "close"]))
    def go_on(self, index, name):
        if folder := self.pick(index):
            note = ("收条",) if name == "perform" else ()
            self.step(folder, name, self.centre.today, *note)

    @rule(index=CASES)
    def answer_for_the_duties(self, index):
        if folder := self.pick(index):
            assign = self.services.duties.assign_all
            version = folder.duties.version
            self.attempt(folder, assign, folder.case.id, "刘强", "综治办", "周敏", None, version=version)

    # what the world does
    @rule(days=st.integers(1, 40))
    def days_pass(self, days):
        self.clock.moment += timedelta(days=days)
        self.services.cases.rewind_passed_clocks()

    @rule()
    def close_and_reopen(self):
        before = [self.services.cases.folder(case_id) for case_id in self.ids]
        self.centre.store.close()
        store = Store.open(self.location, self.clock)
        services = build_services(
            store, DataFolder(self.folder), self.clock, program_rules(), self.centre.renderer
        )
        self.centre = replace(self.centre, store=store, services=services)
        assert [self.services.cases.folder(case_id) for case_id in self.ids] == before

    # what must always hold
    @invariant()
    def numbers_are_unique_and_without_holes(self):
        with self.centre.store.look() as work:
            for series, organisation_id, year in work.numbers.series():
                taken = work.numbers.of_series(series, organisation_id, year)
                assert [number.sequence for number in taken] == list(range(1, len(taken) + 1))
                assert len({number.text for number in taken}) == len(taken)

    @invariant()
    def every_case_keeps_the_promises(self):
        for case_id in self.ids:
            self.keeps_the_promises(self.services.cases.folder(case_id))

    def keeps_the_promises(self, folder):
        self.frozen_never_changes(folder)
        self.effect_comes_with_the_last_signature(folder)
        self.list_shows_the_clock_that_ends_first(folder)
        self.nobody_is_mediated_against_their_will(folder.case)

    def frozen_never_changes(self, folder):
        for document in folder.documents:
            page = self.services.issuing.bytes_of(document.id)
            told = (document.number, document.contents, document.sha256, page)
            assert self.frozen.setdefault(document.id, told) == told
            assert document.contents.encode() in page

    def effect_comes_with_the_last_signature(self, folder):
        for agreement in folder.agreements:
            places = signer_places(agreement, folder.case, folder.organisation.name)
            needed = [place.signature for place in places if place.is_required]
            days = [signature.signed_on for signature in needed if signature is not None]
            is_effective = agreement.state is AgreementState.EFFECTIVE
            assert is_effective == (len(days) == len(needed))
            assert agreement.effective_on == (max(days) if is_effective else None)
        effective = [a.effective_on for a in folder.agreements if a.effective_on is not None]
        effective += [oral.reached_on for oral in folder.oral_agreements]
        assert (folder.case.effective_on in effective) if effective else folder.case.effective_on is None

    def list_shows_the_clock_that_ends_first(self, folder):
        line, first = self.services.lists.line(folder.case.id), leading(folder.clocks)
        shown = (first.last_day, first.kind) if first else (None, None)
        if first is None and folder.waiting_periods:
            shown = (None, folder.waiting_periods[0].rule.kind)
        elif first is not None and first.is_paused:
            shown = (None, first.kind)  # what stands still has no last day to sort by
        assert (line.due_on, line.due_kind) == shown
        assert line.state is folder.case.state

    def nobody_is_mediated_against_their_will(self, case):
        if case.accepted_on is not None:
            consented = {c.party_id for c in case.consents if c.answer is ConsentAnswer.AGREED}
            assert {party.id for party in case.parties} <= consented
