"""What the agreement check reads, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case
from app.domain.errors import Fact
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.supplementing import original_of
from app.domain.settlements.terms import Term
from app.domain.values.termed import Termed


class FindingLevel(Termed):
    """须改 blocks issuing alone, never typing, saving or a draft print; 建议 blocks nothing."""

    MUST = "must", "须改"
    ADVICE = "advice", "建议"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: its rule, where it is, the article behind it and facts for its sentence.

    ``words`` are the very words of the field that are meant, empty where something is missing;
    ``instead`` is what certainly belongs there, empty where people must decide.
    """

    rule: str
    level: FindingLevel
    field: str
    term_id: UUID | None = None
    entry_id: UUID | None = None
    article: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()
    words: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule saw; its level and its article are put to it by the book of rules."""

    rule: str
    field: str
    term: Term | None = None
    entry_id: UUID | None = None
    words: str = ""
    instead: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Supplemented:
    """What a supplement changes: the original, what of it was performed, and all agreements of the case."""

    original: MediationAgreement
    plan: PerformancePlan | None = None
    agreements: tuple[MediationAgreement, ...] = ()

    @classmethod
    def by(
        cls,
        agreement: MediationAgreement,
        agreements: tuple[MediationAgreement, ...],
        plans: tuple[PerformancePlan, ...],
    ) -> Supplemented | None:
        """Gather it for a supplement; None for an agreement that changes no other."""
        original = original_of(agreement, agreements)
        if original is None:
            return None
        plan = next((plan for plan in plans if plan.id == original.id), None)
        return cls(original, plan, tuple(other for other in agreements if other.id != agreement.id))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads: the agreement, its case, the day of the check, its sessions, the dated numbers.

    ``supplemented`` is what the agreement changes, None where it is no supplement.
    """

    agreement: MediationAgreement
    case: Case
    today: date
    sessions: tuple[date, ...] = ()
    limits: tuple[tuple[str, Decimal], ...] = ()
    supplemented: Supplemented | None = None

    @property
    def day(self) -> date:
        """Give the day the agreement bears: that of issuing, else today."""
        return self.agreement.issued_day or self.today

    def limit(self, code: str) -> Decimal | None:
        """Give a number the law sets, as it stands on that day; None where none is known."""
        return dict(self.limits).get(code)

    @property
    def parties(self) -> tuple[CaseParty, ...]:
        """Give those of the case who take part in the agreement."""
        return tuple(party for party in self.case.parties if party.id in self.agreement.party_ids)


Check = Callable[[Reading], Iterator[Hit]]


def hit(
    rule: str,
    field: str,
    term: Term | None = None,
    entry_id: UUID | None = None,
    *,
    words: str = "",
    instead: str = "",
    **facts: Fact,
) -> Hit:
    """Say what was seen and where."""
    told = tuple(facts.items())
    return Hit(rule=rule, field=field, term=term, entry_id=entry_id, words=words, instead=instead, facts=told)
