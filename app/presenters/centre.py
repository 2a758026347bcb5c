"""An opened centre as the desktop receives it: its services and its clock."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.values.days.moments import Clock
from app.services.services import Services


@dataclass(frozen=True, slots=True)
class Centre:
    """What a window works on; who opened it closes it."""

    services: Services
    clock: Clock
