"""Taking a number: by the organisation's own pattern, in the transaction of what it numbers."""

from __future__ import annotations

from uuid import UUID

from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import DEFAULT_PATTERNS, NumberSeries
from app.domain.people.organisations import Organisation
from app.persistence.work import UnitOfWork


def take_number(
    work: UnitOfWork, series: NumberSeries, organisation: Organisation, year: int, subject_id: UUID
) -> IssuedNumber:
    """Take the next number of a series; it exists only if this transaction commits."""
    pattern = work.numbers.patterns(organisation.id).get(series, DEFAULT_PATTERNS[series])
    return work.numbers.take(series, organisation.id, year, pattern, organisation.number_code, subject_id)
