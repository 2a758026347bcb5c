"""The rules an agreement is checked by, with what its organisation set; and the check itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.fees import may_charge
from app.domain.disputes.channels.law import in_law_of
from app.domain.duties.rules import Rules
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check.book import CheckBook
from app.domain.settlements.check.enforceability import NO_FEE
from app.domain.settlements.check.findings import Finding, Supplemented
from app.domain.settlements.checking import check_agreement
from app.domain.values.days.moments import local_day
from app.persistence.work import UnitOfWork


def check_book_of(work: UnitOfWork, rules: Rules, organisation_id: UUID) -> CheckBook:
    """Give the shipped rules with an organisation's own levels and phrases."""
    return replace(rules.check, own=work.check_settings.of_organisation(organisation_id))


def found_in(
    work: UnitOfWork, rules: Rules, agreement: MediationAgreement, case: Case, on: date
) -> tuple[Finding, ...]:
    """Check an agreement for a day, against the sessions of its case too, by the law of its channel.

    That mediation is free is said of every channel but those that may charge.
    """
    book = check_book_of(work, rules, case.organisation_id)
    sessions = tuple(local_day(session.held_at) for session in work.sessions.of_case(case.id))
    supplemented = None
    if agreement.supplements_id is not None:
        plans = work.plans.of_case(case.id)
        supplemented = Supplemented.by(agreement, work.agreements.of_case(case.id), plans)
    found = check_agreement(agreement, case, on, book, sessions, supplemented=supplemented)
    channel = rules.channel_of(case)
    return tuple(
        replace(one, article=in_law_of(channel, one.article))
        for one in found
        if not (one.rule == NO_FEE and may_charge(channel))
    )
