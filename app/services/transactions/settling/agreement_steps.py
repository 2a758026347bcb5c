"""The steps of an agreement inside one transaction, with what each does to the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import check_agreement_paper, host_of, series_in
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.people.organisations import OrganisationKind
from app.domain.settlements import signing
from app.domain.settlements.agreements import AgreementState, MediationAgreement, Signature
from app.domain.settlements.check.findings import FindingLevel
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.persistence.work import UnitOfWork
from app.services.transactions.freezing import Freezer
from app.services.transactions.moving import save_moved
from app.services.transactions.numbered import Issue, add_document
from app.services.transactions.numbering import take_number
from app.services.transactions.settling.check_book import found_in


def issue_agreement(issue: Issue, draft: MediationAgreement, *, on: date) -> IssuedDocument:
    """Take a number, freeze and write an agreement, and note on the case that it waits for signatures."""
    work = issue.work
    case = work.cases.get(draft.case_id)
    channel = issue.rules.channel_of(case)
    check_agreement_paper(channel)
    changed = _changed_by(work, draft)
    if changed is not None and changed.state not in (AgreementState.ISSUED, AgreementState.EFFECTIVE):
        raise RuleRefusal("agreement.supplement_needs_issued", state=changed.state.term)
    organisation = work.organisations.get(case.organisation_id)
    host_of(channel, case.triages, organisation, DocumentKind.AGREEMENT)
    _check_issue(issue, draft, case, on)
    is_committees = channel is None or channel.may_issue_agreement
    if is_committees and organisation.kind is not OrganisationKind.COMMITTEE:
        raise RuleRefusal("agreement.not_a_committee", name=organisation.name, article="人民调解法第二十九条")
    series = series_in(channel, DocumentKind.AGREEMENT) or NumberSeries.AGREEMENT
    number = take_number(work, series, organisation, year=on.year, subject_id=draft.id)
    issued = replace(
        draft, state=AgreementState.ISSUED, number=number.text, issued_day=on, document_id=new_id()
    )
    contents = Freezer(work, issue.rules, case, on).agreement(issued)
    issue.printing.refuse_unprintable(contents)
    issue.printing.refuse_unstorable()
    document = add_document(
        work,
        case,
        contents,
        actor=issue.actor,
        now=issue.now,
        number=issued.number,
        copies=issued.copies,
        subject_id=issued.id,
        document_id=issued.document_id,
    )
    work.agreements.save(issued, act="agreement.issued", note=issued.number)
    is_supplement = issued.supplements_id is not None
    agreed = steps.agree(case, is_supplement=is_supplement)
    _save_moved(work, case, agreed, CaseEvent.AGREE, "case.agreed", document_id=document.id)
    return document


def sign_agreement(
    work: UnitOfWork, agreement: MediationAgreement, signature: Signature
) -> MediationAgreement:
    """Record a signature; with the last required one agreement and case take effect on its day (art. 29)."""
    case = work.cases.get(agreement.case_id)
    committee = work.organisations.get(case.organisation_id).name
    places = signing.signer_places(agreement, case, committee)
    if (signature.role, signature.signer_id) not in {(place.role, place.signer_id) for place in places}:
        raise InvalidInput("signature.no_such_place", field="signer_id", name=signature.name)
    signed = signing.sign(agreement, case, committee, signature, _changed_by(work, agreement))
    saved = work.agreements.save(signed, act="agreement.signed", note=signature.name)
    if saved.effective_on is not None:
        in_effect = steps.take_effect(
            case,
            on=saved.effective_on,
            is_partial=saved.is_partial,
            is_supplement=saved.supplements_id is not None,
        )
        event = CaseEvent.TAKE_EFFECT_IN_PART if saved.is_partial else CaseEvent.TAKE_EFFECT
        _save_moved(work, case, in_effect, event, "case.took_effect", document_id=saved.document_id)
        _settle_supplements(work, case, committee, saved)
    return saved


def _changed_by(work: UnitOfWork, agreement: MediationAgreement) -> MediationAgreement | None:
    return None if agreement.supplements_id is None else work.agreements.get(agreement.supplements_id)


def _settle_supplements(work: UnitOfWork, case: Case, committee: str, changed: MediationAgreement) -> None:
    """Let supplementary agreements that were signed first take effect with the one they change."""
    for supplement in work.agreements.of_case(case.id):
        if supplement.supplements_id != changed.id or supplement.state is not AgreementState.ISSUED:
            continue
        settled = signing.settled(supplement, case, committee, changed)
        if settled is not supplement:
            saved = work.agreements.save(settled, act="agreement.took_effect", note=changed.number)
            _settle_supplements(work, case, committee, saved)


def void_agreement(
    work: UnitOfWork, agreement: MediationAgreement, reason: str, *, on: date
) -> MediationAgreement:
    """Void an agreement that is not in effect; the case goes back to mediation when no other was issued."""
    if agreement.state is AgreementState.EFFECTIVE:
        raise RuleRefusal(
            "agreement.effective_stays", article="人民调解法第三十一条", number=agreement.number
        )
    if agreement.state is AgreementState.VOIDED:
        raise RuleRefusal("agreement.already_voided", number=agreement.number)
    for other in work.agreements.of_case(agreement.case_id):
        if other.supplements_id == agreement.id and other.state is AgreementState.ISSUED:
            raise RuleRefusal("agreement.has_supplement", number=agreement.number, supplement=other.number)
    for number in work.numbers.of_subject(agreement.id):
        work.numbers.void(number.id, reason)
    if agreement.document_id is not None:
        work.documents.void(agreement.document_id, reason)
    voided = replace(agreement, state=AgreementState.VOIDED, void_reason=reason, voided_on=on)
    saved = work.agreements.save(voided, act="agreement.voided", note=reason)
    case = work.cases.get(agreement.case_id)
    others = [a for a in work.agreements.of_case(case.id) if a.state is AgreementState.ISSUED]
    if agreement.state is AgreementState.ISSUED and not others and case.state is CaseState.AGREED:
        voided_case = steps.void_agreement(case)
        _save_moved(work, case, voided_case, CaseEvent.VOID_AGREEMENT, "case.agreement_voided", note=reason)
    return saved


def _check_issue(issue: Issue, draft: MediationAgreement, case: Case, on: date) -> None:
    if not draft.is_draft:
        raise RuleRefusal("agreement.not_draft", state=draft.state.term)
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field="issued_day", day=on.isoformat())
    steps.check_not_before_acceptance(case, on, "issued_day")
    findings = found_in(issue.work, issue.rules, draft, case, on)
    must = [finding for finding in findings if finding.level is FindingLevel.MUST]
    if must:
        raise RuleRefusal("agreement.must_fix", field=must[0].field, count=len(must), rule=must[0].rule)


def _save_moved(
    work: UnitOfWork,
    before: Case,
    after: Case,
    event: CaseEvent,
    act: str,
    *,
    document_id: UUID | None = None,
    note: str = "",
) -> None:
    if after is not before:
        save_moved(work, before, after, event, act=act, note=note, document_id=document_id)
