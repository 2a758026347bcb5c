"""What a committed use case touched, so that screens know what to refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The ``(kind, id)`` pairs written by one transaction; kinds are aggregate names.

    Kinds in use: ``case``, ``session``, ``agreement``, ``duties``, ``document``,
    ``attachment``, ``referral``, ``guidance``, ``order``, ``organisation``, ``staff``, ``party``,
    ``holidays``, ``local_period``, ``check_settings``, ``risk_scale``, ``wording``, ``settings``, ``view``,
    ``draft``,
    ``appointment``, ``shift``, ``leave``, ``supervision``, ``whistle``, ``proactive``,
    ``performance``, ``confirmation``, ``visit``, ``case_file``, ``retention_book``, ``seal_certificate``,
    ``sealed_copy``.
    """

    touched: frozenset[tuple[str, UUID]] = field(default_factory=frozenset)

    @property
    def kinds(self) -> frozenset[str]:
        """Give the kinds touched, without their ids."""
        return frozenset(kind for kind, _ in self.touched)

    def ids(self, kind: str) -> frozenset[UUID]:
        """Give the ids touched of one kind."""
        return frozenset(id_ for touched_kind, id_ in self.touched if touched_kind == kind)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.touched | other.touched)

    def __bool__(self) -> bool:
        return bool(self.touched)
