"""外观: how the window looks to one user, kept per user and applied at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.presenters.rosters.entry_form import YES

THEME, SCALE, KEYS, STILL = "look.theme", "look.scale", "look.keys", "look.still"
LIGHT, DARK, SYSTEM = "light", "dark", "system"
SCALES = {"1": 1.0, "1.3": 1.3, "1.5": 1.5}
"""The kept text of a size -> its factor: 标准, 大字, 特大."""
_NO = "0"


class Preferences(Protocol):
    """Where one user's looks are kept."""

    def get(self, key: str) -> str | None:
        """Return what was kept under ``key``."""

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the window looks; ``theme`` is one of LIGHT, DARK, SYSTEM, ``scale`` a key of SCALES."""

    theme: str = LIGHT
    scale: str = "1"
    shows_keys: bool = True
    is_still: bool = False

    @property
    def factor(self) -> float:
        """Give the factor of all sizes."""
        return SCALES[self.scale]


def read_look(preferences: Preferences) -> Look:
    """Read a user's look; what was never set, or is no value of ours, is as the program comes."""
    theme, scale = preferences.get(THEME), preferences.get(SCALE)
    return Look(
        theme=theme if theme in {LIGHT, DARK, SYSTEM} else LIGHT,
        scale=scale if scale in SCALES else "1",
        shows_keys=preferences.get(KEYS) != _NO,
        is_still=preferences.get(STILL) == YES,
    )


def keep_look(preferences: Preferences, look: Look) -> None:
    """Keep a user's look."""
    preferences.set(THEME, look.theme)
    preferences.set(SCALE, look.scale)
    preferences.set(KEYS, YES if look.shows_keys else _NO)
    preferences.set(STILL, YES if look.is_still else _NO)
