"""诊疗情况: where and when somebody was treated, the appraisal, and the insurance of the institution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicalTreatment:
    """The treatment a medical case is about; ``insurer`` covers 医疗责任险."""

    id: UUID
    institution: str
    department: str = ""
    began_on: date | None = None
    ended_on: date | None = None
    appraiser: str = ""
    appraisal_number: str = ""
    appraisal: str = ""
    insurer: str = ""
    policy_number: str = ""
    coverage: Money | None = None

    @property
    def found_by(self) -> tuple[str, ...]:
        """What a search finds the case by."""
        told = (self.institution, self.department, self.appraisal_number, self.policy_number)
        return tuple(word for word in told if word)


def treatment_problems(treatment: MedicalTreatment, today: date) -> Iterator[InvalidInput]:
    """Give everything that cannot be, in the order of the form."""
    began, ended = treatment.began_on, treatment.ended_on
    if not treatment.institution.strip():
        yield InvalidInput("treatment.institution_missing", field="institution")
    for name, day in (("began_on", began), ("ended_on", ended)):
        if day is not None and day > today:
            yield InvalidInput("date.in_future", field=name, day=day.isoformat())
    if began is not None and ended is not None and ended < began:
        yield InvalidInput("treatment.ends_before_it_begins", field="ended_on")
    told = treatment.appraisal_number or treatment.appraisal
    if told and not treatment.appraiser.strip():
        yield InvalidInput("treatment.appraiser_missing", field="appraiser")
    is_insured = bool(treatment.policy_number) or treatment.coverage is not None
    if is_insured and not treatment.insurer.strip():
        yield InvalidInput("treatment.insurer_missing", field="insurer")
    if treatment.coverage is not None and treatment.coverage < Money.zero():
        yield InvalidInput("money.negative", field="coverage", typed=str(treatment.coverage))
