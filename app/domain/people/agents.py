"""Those who act for a party: statutory agents, authorised agents and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.values.sex import Sex
from app.domain.values.termed import Termed


class AgentKind(Termed):
    """By what title somebody acts for a party."""

    STATUTORY = "statutory", "法定代理人"
    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"
    STAFF = "staff", "单位工作人员"
    CLOSE_RELATIVE = "close_relative", "近亲属"
    CITIZEN = "citizen", "公民"


class AuthorityScope(Termed):
    """What a power of attorney allows, each ticked on its own."""

    APPLY_OR_END = "apply_or_end", "代为申请、终止调解"
    EVIDENCE = "evidence", "代为收集、提供证据"
    CHOOSE_MEDIATOR = "choose_mediator", "代为选择、接受调解员"
    DISPOSE_OF_CLAIMS = "dispose_of_claims", "代为承认、变更、放弃请求"
    SIGN = "sign", "代为参加调解并签署文书"
    COLLECT = "collect", "代为领取文书"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person who acts for a party; a statutory agent needs no itemised authority."""

    id: UUID
    kind: AgentKind
    name: str
    sex: Sex | None = None
    identity_number: str = ""
    phone: str = ""
    address: str = ""
    workplace: str = ""
    licence_number: str = ""
    relation: str = ""
    authority: tuple[AuthorityScope, ...] = ()
    authority_note: str = ""
    authorised_on: date | None = None

    @property
    def may_sign(self) -> bool:
        """Tell whether this agent may sign an agreement: statutory, or authorised to dispose and to sign."""
        if self.kind is AgentKind.STATUTORY:
            return True
        return {AuthorityScope.DISPOSE_OF_CLAIMS, AuthorityScope.SIGN} <= set(self.authority)
