"""What every presenter works with: the services, who acts, the language, the clock and the runner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, Protocol, TypeVar

from app.domain.changes import Changes
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.showing.names import ShownNames
from app.presenters.showing.turns import DAY
from app.services.services import Services

T = TypeVar("T")

Lane = Literal["database", "drawing"]
DATABASE: Final = "database"
DRAWING: Final = "drawing"


class Runner(Protocol):
    """Runs work off the UI thread and answers on it, in order; tests use one that runs at once."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        lane: Lane = DATABASE,
    ) -> None:
        """Run ``work`` in a lane; then call ``done`` with its answer or ``failed`` with what it raised."""


class ChangeFeed(Protocol):
    """Tells screens what a committed use case touched."""

    def announce(self, changes: Changes) -> None:
        """Pass on what was written."""

    def on_change(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back after every write; the answer ends the subscription."""


class InlineRunner:
    """Runs work at once in the calling thread: for the command line and for tests of presenters."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        lane: Lane = DATABASE,  # noqa: ARG002 - the protocol has it; at once means there are no lanes
    ) -> None:
        """Run ``work`` and answer before returning; the lane makes no difference."""
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs to ``failed``, as in the real runner
            failed(error)
        else:
            done(answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One user at one window."""

    services: Services
    me: StaffMember
    translator: Translator
    formats: Formats
    clock: Clock
    runner: Runner
    feed: ChangeFeed
    names: ShownNames = field(default_factory=ShownNames)

    @property
    def actor(self) -> Actor:
        """Give the actor under which this user's writes are recorded."""
        return self.me.actor

    def on_new_day(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back when midnight passes at an open window; the answer ends the subscription."""

        def turn(changes: Changes) -> None:
            if DAY in changes.kinds:
                callback()

        return self.feed.on_change(turn)

    @property
    def today(self) -> date:
        """Give the present day in Asia/Shanghai."""
        return local_day(self.clock.now())
