"""What may stand between a mediator and a case, each finding with its ground, facts and weight."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.values.termed import Termed


class ConflictGround(Termed):
    """The three statutory grounds (最高人民法院关于人民法院特邀调解的规定 art. 15)."""

    PARTY_OR_KIN = "party_or_kin", "是当事人、代理人或者其近亲属"
    INTEREST = "interest", "与纠纷有利害关系"
    OTHER_RELATION = "other_relation", "与当事人、代理人有其他关系，可能影响公正调解"


class ConflictStrength(Termed):
    """What a finding asks for; the first stops the appointment until every party waives it."""

    MUST_RECUSE = "must_recuse", "须回避"
    DISCLOSE = "disclose", "应披露"
    VERIFY = "verify", "请核实"


class ConflictFact(Termed):
    """What was found; a coincidence of data is a question, never a verdict."""

    SAME_PERSON = "same_person", "姓名、电话都与本人相同"
    SAME_NAME = "same_name", "与本人同名"
    SAME_PHONE = "same_phone", "电话与本人相同"
    SAME_ADDRESS = "same_address", "住址与本人相同"
    SAME_WORKPLACE = "same_workplace", "与本人同一单位"
    OWN_WORKPLACE = "own_workplace", "是本人的单位"
    DECLARED = "declared", "本人申报的关系"
    WAS_OPPONENT = "was_opponent", "曾与本人有过纠纷"
    MEDIATED_BEFORE = "mediated_before", "曾由本人调解"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """An earlier case that joins a mediator and a party of the register.

    ``was_party`` tells that the mediator was a party there, not its mediator.
    """

    staff_id: UUID
    record_id: UUID
    case_id: UUID
    intake_number: str
    was_party: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictFinding:
    """One finding about one member of staff and one party or agent; ``note`` is the relation or number."""

    staff_id: UUID
    staff_name: str
    subject_name: str
    ground: ConflictGround
    fact: ConflictFact
    strength: ConflictStrength
    note: str = ""
