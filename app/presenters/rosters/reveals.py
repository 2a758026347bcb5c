"""Showing one masked number in full for a short time: asked of the service, which records who looked."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.changes import Changes
from app.domain.trust.reveals import MaskedNumber
from app.presenters.desk import Desk
from app.services.done import Done

SHOWN_SECONDS = 30
"""How long a number stays in full; parties can see the screen."""

Deliver = Callable[[str], None]


class Reveals:
    """Asks for numbers; ``failed`` is told what went wrong, ``seen`` that one more look is on record."""

    def __init__(
        self, desk: Desk, failed: Callable[[Exception], None], seen: Callable[[Changes], None]
    ) -> None:
        self._desk, self._failed, self._seen = desk, failed, seen

    def of_record(self, record_id: UUID, number: MaskedNumber, deliver: Deliver) -> None:
        """Show a number of an entry of the register."""
        reveals, actor = self._desk.services.reveals, self._desk.actor
        self._ask(lambda: reveals.number(record_id, number, actor=actor), deliver)

    def in_case(self, case_id: UUID, party_id: UUID, number: MaskedNumber, deliver: Deliver) -> None:
        """Show a number of a party as told for a case."""
        reveals, actor = self._desk.services.reveals, self._desk.actor
        self._ask(lambda: reveals.number_in_case(case_id, party_id, number, actor=actor), deliver)

    def _ask(self, ask: Callable[[], Done[str]], deliver: Deliver) -> None:
        def arrived(done: Done[str]) -> None:
            deliver(done.value)
            self._seen(done.changes)

        self._desk.runner.submit(ask, arrived, self._failed)
