"""Links between cases: what came of what, seen from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.disputes.states import CaseState
from app.domain.values.termed import Termed


class LinkKind(Termed):
    """Why two cases belong together; the later one is always ``from_id``, but for a merger."""

    RELAPSE = "relapse", "反复"
    REOPENED = "reopened", "重新调解"
    MERGED = "merged", "并案"
    SPLIT = "split", "分案"
    CHANNEL_CHANGE = "channel_change", "转换渠道"
    RELATED = "related", "相关"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """One link: ``from_id`` came of ``to_id``, or was merged into it."""

    id: UUID
    kind: LinkKind
    from_id: UUID
    to_id: UUID
    reason: str = ""
    linked_at: datetime
    actor_id: UUID
    actor_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """The case at the other end of a link; ``is_origin`` tells that ours came of it (or went into it)."""

    link: CaseLink
    case_id: UUID
    intake_number: str
    title: str
    state: CaseState
    is_origin: bool
