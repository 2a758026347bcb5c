"""How long somebody has been at a page, across closing and reopening it."""

from __future__ import annotations

from datetime import datetime

from app.domain.values.days.moments import Clock

_PER_MINUTE = 60


class Stopwatch:
    """Counts from the first change; ``seconds`` of an earlier sitting are added."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._earlier = 0
        self._since: datetime | None = None

    def reset(self, seconds: int = 0) -> None:
        """Stand at so many seconds until the next start."""
        self._earlier, self._since = seconds, None

    def start(self) -> None:
        """Run, unless it runs already."""
        if self._since is None:
            self._since = self._clock.now()

    @property
    def seconds(self) -> int:
        """Whole seconds so far; a clock set back never makes them fewer than they were."""
        if self._since is None:
            return self._earlier
        return self._earlier + max(0, int((self._clock.now() - self._since).total_seconds()))

    def text(self) -> str:
        """Write it as 0:52 or 12:05."""
        minutes, seconds = divmod(self.seconds, _PER_MINUTE)
        return f"{minutes}:{seconds:02}"
