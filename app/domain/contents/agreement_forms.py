"""Freeze an agreement and its case into the contents that are printed and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from app.domain.contents.channels.particulars import particulars_parts
from app.domain.contents.forms import AgreementContents
from app.domain.contents.parts import ClausePart, InstalmentPart, SharePart
from app.domain.contents.party_parts import party_part, party_signers, staff_signers
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.supplementing import REST, worded
from app.domain.settlements.terms import Term
from app.domain.settlements.wording import INLINE_INSTALMENTS, due_in_words

PERFORMANCE = "各方按照上述条款约定的方式、地点和期限履行。"


def party_names(case: Case) -> Mapping[UUID, str]:
    """Give the names that clauses are worded with."""
    return {party.id: party.name for party in case.parties}


def agreement_parties(agreement: MediationAgreement, case: Case) -> tuple[CaseParty, ...]:
    """Give the parties to the agreement in the order of the case."""
    return tuple(party for party in case.parties if party.id in agreement.party_ids)


def agreement_contents(
    agreement: MediationAgreement,
    case: Case,
    *,
    committee: str,
    number: str,
    on: date,
    original: MediationAgreement | None = None,
    notes: tuple[str, ...] = (),
) -> AgreementContents:
    """Copy everything the agreement prints, every party and every clause, as of the day of issue.

    A supplement ends with the clause that all it does not speak of stays as in the ``original``.
    """
    parties = agreement_parties(agreement, case)
    names = party_names(case)
    mediators = case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)
    recorders = case.mediators_in(MediatorRole.RECORDER)
    return AgreementContents(
        number=number,
        committee=committee,
        supplements_number="" if original is None else original.number,
        supplements_day=None if original is None else original.issued_day,
        parties=tuple(party_part(party, on) for party in parties),
        facts=agreement.facts,
        particulars=particulars_parts(case),
        matters=agreement.matters,
        responsibilities=agreement.responsibilities,
        clauses=tuple(_clause_parts(agreement, original, names)),
        performance=PERFORMANCE,
        party_copies=len(parties),
        copies=agreement.copies,
        has_court_copy=agreement.court_copy,
        left_open=agreement.left_open or "",
        notes=notes,
        mediators=tuple(m.name for m in mediators),
        recorders=tuple(m.name for m in recorders),
        co_units=tuple(unit.name for unit in case.co_organisations),
        signers=(*party_signers(parties), *staff_signers(case.mediators)),
        issued_day=on,
    )


def _clause_parts(
    agreement: MediationAgreement, original: MediationAgreement | None, names: Mapping[UUID, str]
) -> Iterator[ClausePart]:
    told = worded(agreement, original, names)
    for position, (term, clause) in enumerate(zip(agreement.terms, told, strict=True), start=1):
        yield _clause_part(position, term, clause.text, names)
    if original is not None and told:
        yield ClausePart(position=len(told) + 1, text=REST)


def _clause_part(position: int, term: Term, text: str, names: Mapping[UUID, str]) -> ClausePart:
    has_table = len(term.instalments) > INLINE_INSTALMENTS or (
        bool(term.instalments) and term.edited_text is not None
    )
    instalments = tuple(
        InstalmentPart(position=n, due=due_in_words(entry.due), amount=entry.amount, manner=entry.manner)
        for n, entry in enumerate(term.instalments, start=1)
    )
    shares = tuple(
        SharePart(position=n, name=names.get(share.party_id, ""), amount=share.amount)
        for n, share in enumerate(term.payee_shares, start=1)
    )
    shown = instalments if has_table else ()
    return ClausePart(position=position, text=text, instalments=shown, shares=shares)
