"""What is done with many cases of the list at once: the ticked ones, else the one at hand or all."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter
from app.presenters.batches.opening import BatchOpening
from app.presenters.cases.ticks import CaseTicks
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.watch.opening import WatchActs


class ManyCases:
    """Waits for whatever Ctrl+A has asked the database just before: fast hands mean all of them."""

    def __init__(
        self, desk: Desk, navigator: Navigator, ticks: CaseTicks, failed: Callable[[Exception], None]
    ) -> None:
        self._desk, self._ticks, self._failed = desk, ticks, failed
        self._watch = WatchActs(desk, navigator, failed)
        self._batch = BatchOpening(desk, navigator, failed)

    def supervise(self, here: UUID | None) -> None:
        """Supervise the ticked cases at once, else the case under the cursor (F7)."""
        self._then(
            lambda: self._watch.supervise(self._ticks.in_order or ((here,) if here is not None else ()))
        )

    def batch(self, listed: CaseFilter) -> None:
        """Open a batch of papers for the ticked cases, else for everything the list finds (Ctrl+P)."""

        def known() -> None:
            if self._ticks.in_order:
                self._batch.chosen(self._ticks.in_order)
            else:
                self._batch.found(listed)

        self._then(known)

    def _then(self, act: Callable[[], None]) -> None:
        self._desk.runner.submit(lambda: None, lambda _nothing: act(), self._failed)
