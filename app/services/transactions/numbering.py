"""Taking a number: by the organisation's own pattern, in the transaction of what it numbers."""

from __future__ import annotations

from uuid import UUID

from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import NumberSeries
from app.domain.people.organisations import Organisation
from app.persistence.work import UnitOfWork


def take_number(
    work: UnitOfWork, series: NumberSeries, organisation: Organisation, *, year: int, subject_id: UUID
) -> IssuedNumber:
    """Take the next number of a series; it exists only if this transaction commits."""
    return work.numbers.take(
        series=series,
        organisation_id=organisation.id,
        year=year,
        pattern_text=work.numbers.patterns(organisation.id)[series],
        org_code=organisation.number_code,
        subject_id=subject_id,
    )
