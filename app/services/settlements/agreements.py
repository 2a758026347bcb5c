"""Agreements: drafted from terms, checked, issued once, signed by each, voided only before effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.contents.forms import AgreementContents
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import seal_holder
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.settlements import signing
from app.domain.settlements.agreements import AgreementState, MediationAgreement, Signature, SignerRole
from app.domain.settlements.check.findings import Finding
from app.domain.settlements.clause_library import ModelClause
from app.domain.settlements.signing import SignerPlace
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.domain.values.plain import from_json
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.settlements.versions import VersionService
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.freezing import Freezer
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import Issue
from app.services.transactions.printing import Printing
from app.services.transactions.settling.agreement_steps import issue_agreement, sign_agreement, void_agreement
from app.services.transactions.settling.check_book import found_in


class SettlementService:
    """Writes agreements; ``version`` is always the one the user saw, a mismatch raises StaleWrite."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._printing = printing
        self.versions = VersionService(store)

    # reading and checking
    def agreement(self, agreement_id: UUID) -> MediationAgreement:
        """Give one agreement; NotFound when there is none."""
        with look(self._store) as work:
            return work.agreements.get(agreement_id)

    def check(self, agreement: MediationAgreement) -> tuple[Finding, ...]:
        """Check an agreement as it is being typed, saved or not."""
        with look(self._store) as work:
            return found_in(work, self._rules, agreement, work.cases.get(agreement.case_id), self._today())

    def model_clauses(self) -> tuple[ModelClause, ...]:
        """Give the library of clauses, of every type and day."""
        return self._rules.clauses()

    def places(self, agreement: MediationAgreement) -> tuple[SignerPlace, ...]:
        """Give every place to sign, in order, with what stands in it."""
        with look(self._store) as work:
            case = work.cases.get(agreement.case_id)
            organisation = work.organisations.get(case.organisation_id)
            channel = self._rules.channel_of(case)
        return signing.signer_places(agreement, case, seal_holder(channel, case.triages, organisation))

    def preview(self, agreement: MediationAgreement) -> AgreementContents:
        """Give what the agreement prints: a draft as typed, an issued one as it was frozen."""
        with look(self._store) as work:
            if agreement.document_id is not None:
                return from_json(AgreementContents, work.documents.get(agreement.document_id).contents)
            case = work.cases.get(agreement.case_id)
            return Freezer(work, self._rules, case, self._today()).agreement(agreement)

    # drafting
    def new_agreement(self, case_id: UUID, *, actor: Actor) -> Done[MediationAgreement]:
        """Begin a draft: the facts are taken over from the case, all parties take part."""
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(case_id)
            _check_accepted(case)
            draft = MediationAgreement(
                id=new_id(),
                case_id=case_id,
                facts=case.facts,
                party_ids=tuple(party.id for party in case.parties),
                created_at=self._clock.now(),
            )
            return Done(work.agreements.add(draft, act="agreement.begun"), work.commit())

    def supplement(self, agreement_id: UUID, *, actor: Actor) -> Done[MediationAgreement]:
        """Begin a supplementary agreement: the only way to change what was issued."""
        with self._store.unit_of_work(actor) as work:
            changed = work.agreements.get(agreement_id)
            if changed.state not in (AgreementState.ISSUED, AgreementState.EFFECTIVE):
                raise RuleRefusal("agreement.supplement_needs_issued", state=changed.state.term)
            _check_accepted(work.cases.get(changed.case_id))
            draft = MediationAgreement(
                id=new_id(),
                case_id=changed.case_id,
                supplements_id=changed.id,
                facts=changed.facts,
                party_ids=changed.party_ids,
                created_at=self._clock.now(),
            )
            return Done(work.agreements.add(draft, act="agreement.begun"), work.commit())

    def save(self, agreement: MediationAgreement, *, actor: Actor) -> Done[MediationAgreement]:
        """Keep a draft as typed, findings or not; RuleRefusal ``agreement.not_draft`` once issued."""
        with self._store.unit_of_work(actor) as work:
            stored = work.agreements.get(agreement.id)
            if not stored.is_draft:
                raise RuleRefusal("agreement.not_draft", state=stored.state.term)
            typed = replace(
                stored,
                version=agreement.version,
                facts=agreement.facts,
                matters=agreement.matters,
                responsibilities=agreement.responsibilities,
                terms=agreement.terms,
                court_copy=agreement.court_copy,
                party_ids=agreement.party_ids,
            )
            saved = work.agreements.save(typed, act="agreement.saved")
            return Done(saved, work.commit())

    def leave_open(
        self, agreement_id: UUID, left_open: str, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Say what a draft leaves in dispute (部分协议); empty words make it an agreement on everything."""
        with self._store.unit_of_work(actor) as work:
            draft = as_seen("agreement", work.agreements.get(agreement_id), version)
            if not draft.is_draft or draft.supplements_id is not None:
                raise RuleRefusal("agreement.not_draft", state=draft.state.term)
            told = replace(draft, left_open=left_open.strip() or None)
            saved = work.agreements.save(told, act="agreement.left_open", note=left_open)
            return Done(saved, work.commit())

    # steps
    def issue(
        self, agreement_id: UUID, *, actor: Actor, version: int, on: date | None = None
    ) -> Done[IssuedDocument]:
        """Issue a draft: number, freeze and commit in one transaction, then draw and store.

        Raises RuleRefusal ``agreement.must_fix`` while anything 须改 was found, ``agreement.not_draft``,
        ``document.unprintable_character``, ``agreement.not_a_committee`` or what the case's state forbids;
        then no number was taken. ``on`` is the day printed, today unless said otherwise.
        """
        now = self._clock.now()
        day = on or self._today()
        self._not_in_future(day, "issued_day")
        with self._store.unit_of_work(actor) as work:
            draft = as_seen("agreement", work.agreements.get(agreement_id), version)
            issue = Issue(work, self._printing, self._rules, actor, now)
            with in_its_law(work, self._rules, draft.case_id):
                document = issue_agreement(issue, draft, on=day)
            wind(work, self._rules, draft.case_id, self._today())
            changes = work.commit()
        drawn = self._printing.draw(document, actor=actor)
        return Done(drawn.value, changes | drawn.changes)

    def sign(
        self, agreement_id: UUID, signature: Signature, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Record a signature or the seal; with the last required one agreement and case take effect."""
        self._not_in_future(signature.signed_on, "signed_on")
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            saved = sign_agreement(work, agreement, signature)
            return self._done(work, saved)

    def withdraw_signature(
        self,
        agreement_id: UUID,
        role: SignerRole,
        signer_id: UUID | None,
        *,
        actor: Actor,
        version: int,
    ) -> Done[MediationAgreement]:
        """Take back a signature recorded by mistake, before the agreement is effective."""
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            freed = signing.withdraw_signature(agreement, role, signer_id)
            saved = work.agreements.save(freed, act="agreement.signature_withdrawn", note=role.term)
            return self._done(work, saved)

    def void(
        self, agreement_id: UUID, reason: str, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Void a draft or an agreement not yet in effect; a number it has stays recorded with the reason."""
        if not reason.strip():
            raise InvalidInput("reason.words_missing", field="reason")
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            refuse_locked(work.cases.get(agreement.case_id))
            with in_its_law(work, self._rules, agreement.case_id):
                saved = void_agreement(work, agreement, reason, on=self._today())
            return self._done(work, saved)

    def _done(self, work: UnitOfWork, agreement: MediationAgreement) -> Done[MediationAgreement]:
        wind(work, self._rules, agreement.case_id, self._today())
        return Done(agreement, work.commit())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        now: datetime = self._clock.now()
        return local_day(now)


def _check_accepted(case: Case) -> None:
    """Refuse drafting for a case that was never accepted, or has ended."""
    refuse_locked(case)
    has_failed = case.termination_reason is not None and case.effective_on is None
    if case.accepted_on is None or not case.is_open or has_failed:
        raise RuleRefusal("agreement.case_not_in_mediation", state=case.state.term)
