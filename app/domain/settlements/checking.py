"""The check of an agreement: every rule of the book, what must be mended first, each group in paper order."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.cases import Case
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check import contents, enforceability, form, money, supplement, words
from app.domain.settlements.check.book import CheckBook, finding_of
from app.domain.settlements.check.findings import Check, Finding, FindingLevel, Reading, Supplemented

_CHECKS: tuple[Check, ...] = (
    *contents.CHECKS,
    *supplement.CHECKS,
    *money.CHECKS,
    *enforceability.CHECKS,
    *form.CHECKS,
    *words.CHECKS,
)
_LAST = 1_000_000


def check_agreement(
    agreement: MediationAgreement,
    case: Case,
    today: date,
    book: CheckBook,
    sessions: tuple[date, ...] = (),
    *,
    supplemented: Supplemented | None = None,
) -> tuple[Finding, ...]:
    """Run every rule over an agreement of any state; ``sessions`` are the days the parties met.

    ``supplemented`` is what a supplement changes.
    """
    day = agreement.issued_day or today
    read = Reading(agreement, case, today, sessions, book.limits_on(day), supplemented)
    found = list(book.findings(seen for check in _CHECKS for seen in check(read)))
    found += [finding_of(seen, own.level, "") for seen, own in words.phrases_found(read, book.phrases)]
    places = {term.id: place for place, term in enumerate(agreement.terms)}
    order = {FindingLevel.MUST: 0, FindingLevel.ADVICE: 1}

    def place(finding: Finding) -> tuple[int, int]:
        at = -1 if finding.term_id is None else places.get(finding.term_id, _LAST)
        return order[finding.level], at

    return tuple(sorted(found, key=place))
