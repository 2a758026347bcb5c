"""Freeze the applications to the court into the contents that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.contents.court.papers import (
    ConfirmationApplicationContents,
    EnforcementApplicationContents,
)
from app.domain.contents.forms import AgreementContents
from app.domain.contents.parts import PartyPart, SigningPart
from app.domain.contents.party_parts import party_part, party_signers
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.errors import RuleRefusal
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.court.applying import ConfirmationAnswers, EnforcementAnswers
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.values.days.calendar_days import day_in_words

APPLICANT, AGAINST = "申请人", "被执行人"
ASKS_ENFORCEMENT = "申请执行人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What goes to a court: the agreement as signed, the files, and by when, with the arithmetic."""

    committee: str
    signed: AgreementContents
    outgoing: tuple[OutgoingPart, ...]
    due: str = ""


def confirmation_contents(
    case: Case, agreement: MediationAgreement, answers: ConfirmationAnswers, going: Going
) -> ConfirmationApplicationContents:
    """Freeze 司法确认申请书: facts and clauses word for word as they were signed."""
    if agreement.effective_on is None:
        raise RuleRefusal("confirmation.not_effective", article="人民调解法第三十三条")
    parties = [party for party in case.parties if party.id in agreement.party_ids]
    return ConfirmationApplicationContents(
        number=case.intake_number,
        committee=going.committee,
        court=answers.court,
        ground=answers.ground.term,
        title=case.title,
        parties=tuple(_called(APPLICANT, party_part(party, answers.applied_on)) for party in parties),
        facts=going.signed.facts,
        agreement_number=agreement.number,
        signed_on=going.signed.issued_day,
        effective_on=agreement.effective_on,
        clauses=going.signed.clauses,
        performance=going.signed.performance,
        due=going.due,
        outgoing=going.outgoing,
        applied_on=answers.applied_on,
        signers=_signers(parties, APPLICANT),
    )


def enforcement_contents(
    case: Case,
    plan: PerformancePlan,
    ruling: JudicialConfirmation,
    answers: EnforcementAnswers,
    going: Going,
) -> EnforcementApplicationContents:
    """Freeze 强制执行申请书, with what is open by the plan on that day."""
    if ruling.decided_on is None:
        raise RuleRefusal("legal_action.not_confirmed", article="民事诉讼法第二百零六条")
    asking = [party for party in case.parties if party.id in answers.applicant_ids]
    against = [
        party
        for party in case.parties
        if party.id in plan.party_ids and party.id not in answers.applicant_ids
    ]
    on = answers.applied_on
    return EnforcementApplicationContents(
        number=case.intake_number,
        committee=going.committee,
        court=answers.court,
        parties=(
            *(_called(ASKS_ENFORCEMENT, party_part(party, on)) for party in asking),
            *(_called(AGAINST, party_part(party, on)) for party in against),
        ),
        agreement_number=plan.number,
        ruling_court=ruling.court,
        ruling_number=ruling.ruling_number,
        ruled_on=ruling.decided_on,
        requests=answers.requests,
        open_items=tuple(_open_items(plan, on)),
        leads=answers.leads,
        due=going.due,
        outgoing=going.outgoing,
        applied_on=on,
        signers=_signers(asking, ASKS_ENFORCEMENT),
    )


def _open_items(plan: PerformancePlan, on: date) -> Iterable[str]:
    """Say item by item what is still owed, as the plan has it; what is not due yet says so."""
    for item in plan.open_items:
        owed = f"尚欠{plan.owed(item).yuan:,.2f}元" if item.is_payment else "尚未履行"
        due = f"，应于{day_in_words(item.due_on)}履行" if item.due_on is not None else ""
        later = "（未到期）" if item.due_on is not None and item.due_on >= on else ""
        yield f"{item.place}（{item.what}）：{item.payers}{due}，{owed}{later}"


def _called(label: str, party: PartyPart) -> PartyPart:
    return replace(party, label=label)


def _signers(parties: Iterable[CaseParty], label: str) -> tuple[SigningPart, ...]:
    return tuple(replace(place, label=label) for place in party_signers(tuple(parties)))
