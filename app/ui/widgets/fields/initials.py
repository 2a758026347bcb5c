"""What people type to narrow a list: the pinyin initials of its words."""

from __future__ import annotations

from app.domain.values.naming.names import pinyin_initials


def initials(text: str) -> str:
    """Give the likeliest initials of a word: 物业 → wy; empty where it has none."""
    found = pinyin_initials(text)
    return found[0] if found else ""
