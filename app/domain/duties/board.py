"""What the board of the four duties shows: one frozen line per case, and the counts of its heads."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.duties.four_duties import DutyKind, FourDuties
from app.domain.values.termed import Termed


class BoardView(Termed):
    """The four views of the board."""

    ALL = "all", "全部"
    MINE = "mine", "我负责"
    OVERDUE = "overdue", "超期"
    UNASSIGNED = "unassigned", "未定人"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One case on the board with its four duties."""

    case: CaseLine
    duties: FourDuties


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardHead:
    """The counts over one column of the board."""

    kind: DutyKind
    done: int
    running: int
    overdue: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """Which cases the board shows; ``lead_official`` narrows to one official.

    ``text`` searches as the list of cases does: number tail, names, initials, words.
    """

    view: BoardView = BoardView.ALL
    staff_id: UUID | None = None
    lead_official: str = ""
    text: str = ""
