"""Which particulars a case may have, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.domain.disputes.particulars.medical import MedicalTreatment, treatment_problems
from app.domain.disputes.particulars.traffic import TrafficAccident, accident_problems
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day

TRAFFIC, MEDICAL = "traffic", "medical"
"""Codes of dispute types (resources/rules/dispute_types.toml)."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a case of a type tells beyond others; at most one of each."""

    accidents: tuple[TrafficAccident, ...] = ()
    treatments: tuple[MedicalTreatment, ...] = ()

    def problems(self, dispute_type: str, now: datetime) -> Iterator[DomainError]:
        """Give everything that is wrong, each with its field."""
        if self.accidents and dispute_type != TRAFFIC:
            yield RuleRefusal("accident.of_traffic_alone", field="accidents")
        if self.treatments and dispute_type != MEDICAL:
            yield RuleRefusal("treatment.of_medical_alone", field="treatments")
        for name, told in (("accidents", self.accidents), ("treatments", self.treatments)):
            if len(told) > 1:
                yield InvalidInput("particulars.one_only", field=name)
        for accident in self.accidents:
            yield from _placed("accidents.0", accident_problems(accident, now))
        for treatment in self.treatments:
            yield from _placed("treatments.0", treatment_problems(treatment, local_day(now)))


def _placed(place: str, problems: Iterator[InvalidInput]) -> Iterator[InvalidInput]:
    for problem in problems:
        facts = {name: fact for name, fact in problem.facts.items() if name != "field"}
        yield InvalidInput(problem.code, field=f"{place}.{problem.field}", **facts)
