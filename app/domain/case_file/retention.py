"""How long files are kept (保管期限): local classes as dated data, none of them law for this kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.domain.values.termed import Termed


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionClass:
    """One class of keeping; ``years`` is None for files kept for ever or without a stated term."""

    name: str
    years: int | None
    source: str
    is_verified: bool
    valid_from: date


class FileEnding(Termed):
    """How a case ended, as far as it decides how long its file is kept."""

    AGREED = "agreed", "达成协议"
    ENDED = "ended", "没有达成协议"
    DECLINED = "declined", "不予受理"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """Which class a file is kept in where nobody chose another; an empty half holds for all."""

    id: UUID
    retention: str
    dispute_type: str = ""
    ending: FileEnding | None = None

    @property
    def covers(self) -> tuple[str, FileEnding | None]:
        """Give what it is for: no two rules are for the same."""
        return self.dispute_type, self.ending

    def is_for(self, dispute_type: str, ending: FileEnding) -> bool:
        """Tell whether it is for a file."""
        return self.dispute_type in {"", dispute_type} and self.ending in {None, ending}


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionBook:
    """The classes one organisation keeps files in, and which is whose; ``basis`` is the paper it rests on."""

    id: UUID
    version: int = 0
    organisation_id: UUID
    classes: tuple[str, ...]
    rules: tuple[RetentionRule, ...] = ()
    basis: str = ""
    is_verified: bool = False

    def rule_for(self, dispute_type: str, ending: FileEnding) -> RetentionRule | None:
        """Give the rule for a file; one that names the type of dispute goes before one that does not."""
        fitting = [rule for rule in self.rules if rule.is_for(dispute_type, ending)]
        return max(fitting, key=lambda rule: (bool(rule.dispute_type), rule.ending is not None), default=None)


def ending_of(case: Case) -> FileEnding:
    """Tell how a case ended; one that still runs counts as one without an agreement."""
    if case.effective_on is not None:
        return FileEnding.AGREED
    return FileEnding.ENDED if case.non_acceptance_reason is None else FileEnding.DECLINED


def begun_book(organisation_id: UUID, shipped: Sequence[RetentionClass]) -> RetentionBook:
    """Begin an organisation's own book from the classes that ship; nobody has confirmed it yet."""
    return RetentionBook(
        id=new_id(), organisation_id=organisation_id, classes=tuple(entry.name for entry in shipped)
    )


def check_book(book: RetentionBook) -> None:
    """Refuse a book without classes, with one twice, a rule for none of them, or confirmed by nothing."""
    if not book.classes:
        raise InvalidInput("retention.no_classes", field="classes")
    for name in book.classes:
        if book.classes.count(name) > 1:
            raise InvalidInput("retention.class_twice", field="classes", name=name)
    for rule in book.rules:
        if rule.retention not in book.classes:
            raise InvalidInput("retention.class_in_use", field="classes", name=rule.retention)
        if [other.covers for other in book.rules].count(rule.covers) > 1:
            raise InvalidInput("retention.rule_twice", field="ending")
    if book.is_verified and not book.basis.strip():
        raise InvalidInput("retention.basis_missing", field="basis")


def corrected_book(stored: RetentionBook, changed: RetentionBook) -> RetentionBook:
    """Take what was confirmed back to unconfirmed where classes or rules are others now."""
    is_same = (stored.classes, stored.rules) == (changed.classes, changed.rules)
    return changed if is_same or not stored.is_verified else replace(changed, is_verified=False)
