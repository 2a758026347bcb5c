"""A party as it takes part in one case: side, agents, group and answer to the question of consent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyDetails
from app.domain.values.termed import Termed


class PartySide(Termed):
    """On which side a party stands."""

    APPLICANT = "applicant", "申请人"
    RESPONDENT = "respondent", "被申请人"
    THIRD_PARTY = "third_party", "第三人"


class ConsentAnswer(Termed):
    """What a party said when asked; silence is not consent (人民调解法 art. 17)."""

    AGREED = "agreed", "同意调解"
    REFUSED = "refused", "明确拒绝"
    NO_REPLY = "no_reply", "未答复"


class ConsentManner(Termed):
    """How a party was asked or answered."""

    IN_PERSON = "in_person", "当面"
    PHONE = "phone", "电话"
    WRITTEN = "written", "书面"
    APPLICATION = "application", "申请书载明"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentInquiry:
    """One time a party was asked; every try is kept, the last answer counts."""

    id: UUID
    party_id: UUID
    answer: ConsentAnswer
    manner: ConsentManner
    asked_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParty(PartyDetails):
    """A party in a case, with its own copy of the details as they were told for this case.

    ``record_id`` links the register. A named group (某某亲属, 32名员工) gives ``headcount``;
    ``is_group_representative`` marks a party chosen to speak for its side. ``own_living_basis`` states on
    what a minor of sixteen or seventeen lives by own labour (民法典 art. 18(2)); empty is no such statement.
    """

    id: UUID
    side: PartySide
    record_id: UUID | None = None
    headcount: int = 1
    is_group_representative: bool = False
    own_living_basis: str = ""
    agents: tuple[Agent, ...] = ()

    @property
    def has_guardian(self) -> bool:
        """Tell whether a statutory agent (监护人) is named."""
        return any(agent.kind is AgentKind.STATUTORY for agent in self.agents)

    @property
    def earns_own_living(self) -> bool:
        """Tell whether it is stated that the party lives mainly on its own labour."""
        return bool(self.own_living_basis.strip())

    def lacks_guardian_on(self, day: date) -> bool:
        """Tell whether a minor takes part without a guardian and is not fully capable (art. 18-20, 23)."""
        is_capable = self.earns_own_living and self.may_earn_own_living_on(day)
        return self.is_minor_on(day) and not self.has_guardian and not is_capable


def in_order(parties: Iterable[CaseParty]) -> tuple[CaseParty, ...]:
    """Put applicants first, then respondents, then third parties, each side as it was told."""
    sides = list(PartySide)
    return tuple(sorted(parties, key=lambda party: sides.index(party.side)))
