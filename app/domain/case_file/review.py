"""The seven headings inspectors use (案卷评查), each with its checks; points are dated local data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.case_file.facts import FileFacts, FileLack
from app.domain.case_file.review_checks import CHECKS
from app.domain.values.termed import Termed

FULL_MARKS = 100


class ReviewHeading(Termed):
    """The seven headings under which files are judged, in the order of the score sheet."""

    LAWFUL = "lawful", "受理合法"
    COMPLETE = "complete", "材料齐全"
    STANDARD = "standard", "文书标准"
    EVIDENCE = "evidence", "证据恰当"
    LAW = "law", "协议适用法律准确"
    FOLLOW_UP = "follow_up", "回访及时"
    BINDING = "binding", "装订规范"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCheck:
    """One line of the score sheet: what is asked, for how many points, by what source."""

    id: str
    heading: ReviewHeading
    points: int
    says: str
    source: str
    is_verified: bool
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One line filled in: the points kept, and what cost the others; ``applies`` is False where it cannot."""

    check: ReviewCheck
    kept: int
    lacks: tuple[FileLack, ...] = ()
    applies: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReview:
    """A whole score sheet."""

    lines: tuple[ReviewLine, ...]

    @property
    def score(self) -> int:
        """Add up the points kept."""
        return sum(line.kept for line in self.lines)

    @property
    def is_verified(self) -> bool:
        """Tell whether every line rests on a source that was confirmed."""
        return all(line.check.is_verified for line in self.lines)

    def under(self, heading: ReviewHeading) -> tuple[ReviewLine, ...]:
        """Give the lines of one heading."""
        return tuple(line for line in self.lines if line.check.heading is heading)


def checks_in_force(checks: Iterable[ReviewCheck], on: date) -> tuple[ReviewCheck, ...]:
    """Give the lines of the sheet in force on a day: of each check the latest row."""
    latest: dict[str, ReviewCheck] = {}
    for check in sorted(checks, key=lambda row: row.valid_from):
        if check.valid_from <= on:
            latest[check.id] = check
    order = {heading: place for place, heading in enumerate(ReviewHeading)}
    return tuple(sorted(latest.values(), key=lambda check: order[check.heading]))


def review(facts: FileFacts, checks: Iterable[ReviewCheck]) -> FileReview:
    """Fill in the score sheet; what a case does not need costs nothing.

    A check loses all its points for one fault, except where faults are counted out of a number (items
    missing of those required): there the loss is in proportion, and at least one point.
    """
    return FileReview(lines=tuple(_line(facts, check) for check in checks_in_force(checks, facts.today)))


def _line(facts: FileFacts, check: ReviewCheck) -> ReviewLine:
    judged = CHECKS[check.id](facts)
    if judged is None:
        return ReviewLine(check=check, kept=check.points, applies=False)
    if not judged.lacks:
        return ReviewLine(check=check, kept=check.points)
    lost = max(check.points * min(len(judged.lacks), judged.out_of) // judged.out_of, 1)
    return ReviewLine(check=check, kept=check.points - min(lost, check.points), lacks=judged.lacks)
