"""What reading a stored page again found, beside what was noted when it was issued."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.values.termed import Termed


class StoredState(Termed):
    """How the stored bytes of an issued paper stand."""

    WHOLE = "whole", "一字未变"
    CHANGED = "changed", "已被改动"
    MISSING = "missing", "不见了"
    WAITING = "waiting", "还没有存好"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPaper:
    """One stored paper read again: ``sha256`` as noted at the issue, ``found`` as it reads now."""

    state: StoredState
    sha256: str
    found: str = ""
    size: int = 0
