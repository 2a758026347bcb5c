"""How long files are kept (保管期限): local classes as dated data, none of them law for this kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionClass:
    """One class of keeping; ``years`` is None for files kept for ever or without a stated term."""

    name: str
    years: int | None
    source: str
    is_verified: bool
    valid_from: date
