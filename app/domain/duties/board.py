"""What the board of the four duties shows: one frozen line per case, and the counts of its heads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.duties.four_duties import DutyKind, DutyStatus, FourDuties
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
class DutyLine:
    """One duty that somebody still owes, with its case."""

    case: CaseLine
    kind: DutyKind
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardHead:
    """The counts over one column of the board."""

    kind: DutyKind
    done: int
    running: int
    overdue: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesAlike:
    """How many cases there are whose four duties say the same; ``is_theirs`` when one is the user's own."""

    statuses: tuple[DutyStatus, ...]
    is_theirs: bool
    count: int

    def is_in(self, view: BoardView) -> bool:
        """Tell whether a view shows these cases."""
        match view:
            case BoardView.MINE:
                return self.is_theirs
            case BoardView.OVERDUE:
                return DutyStatus.OVERDUE in self.statuses
            case BoardView.UNASSIGNED:
                return DutyStatus.UNASSIGNED in self.statuses
            case _:
                return True


@dataclass(frozen=True, slots=True)
class BoardSurvey:
    """What all cases on the board say, counted once."""

    alike: tuple[CasesAlike, ...]

    def count(self, view: BoardView) -> int:
        """Count the cases of a view."""
        return sum(cases.count for cases in self.alike if cases.is_in(view))

    def heads(self, view: BoardView) -> tuple[BoardHead, ...]:
        """Count what is done, running, overdue and waiting in each of the four columns of a view."""
        return tuple(self._head(kind, place, view) for place, kind in enumerate(DutyKind))

    def _head(self, kind: DutyKind, place: int, view: BoardView) -> BoardHead:
        found: Counter[DutyStatus] = Counter()
        for cases in self.alike:
            if cases.is_in(view):
                found[cases.statuses[place]] += cases.count
        return BoardHead(
            kind=kind,
            done=found[DutyStatus.DONE],
            running=found[DutyStatus.RUNNING],
            overdue=found[DutyStatus.OVERDUE],
            waiting=found[DutyStatus.NOT_STARTED] + found[DutyStatus.UNASSIGNED],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """Which cases the board shows; ``lead_official`` narrows to one official.

    ``text`` searches as the list of cases does: number tail, names, initials, words.
    """

    view: BoardView = BoardView.ALL
    staff_id: UUID | None = None
    lead_official: str = ""
    text: str = ""
