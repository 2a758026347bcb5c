"""Keeping the page's draft: never says saved before it is, never drops what could not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.presenters.desk import Desk
from app.presenters.intake.shown import SavedNote, SavedState


class DraftKeeper:
    """Writes one draft of one user in the order of typing.

    ``take`` gives payload and focus at the moment of writing. A change during a write makes
    another write; a failed write stays visible until one succeeds.
    """

    def __init__(
        self, desk: Desk, key: str, take: Callable[[], tuple[str, str]], show: Callable[[SavedNote], None]
    ) -> None:
        self._desk, self.key, self._take, self._show = desk, key, take, show
        self._revision = self._kept = 0
        self._is_writing = False
        self._epoch = 0

    @property
    def is_kept(self) -> bool:
        """Tell whether everything typed has been written."""
        return self._kept == self._revision

    def touch(self) -> None:
        """Note a change: from now on nothing is called saved until it is."""
        self._revision += 1
        self._show(SavedNote(SavedState.SAVING))

    def save(self) -> None:
        """Write what stands there now, unless it is written or being written."""
        if self.is_kept or self._is_writing:
            return
        self._is_writing = True
        revision, epoch = self._revision, self._epoch
        payload, focus = self._take()
        self._desk.runner.submit(
            lambda: self._desk.services.drafts.put(self.key, payload, focus, actor=self._desk.actor),
            lambda moment: self._on_saved(moment, revision, epoch),
            lambda _error: self._on_failed(epoch),
        )

    def opened(self, moment: datetime | None) -> None:
        """Start from a draft of that moment, or from none."""
        self._start_over()
        if moment is None:
            self._show(SavedNote(SavedState.NOTHING))
        else:
            self._show(SavedNote(SavedState.SAVED, self._desk.formats.time(moment)))

    def dropped(self) -> None:
        """Forget the draft, which went with its purpose; what was in the air about it no longer counts."""
        self._start_over()
        self._show(SavedNote(SavedState.NOTHING))

    def _start_over(self) -> None:
        self._epoch += 1
        self._kept = self._revision
        self._is_writing = False

    def _on_saved(self, moment: datetime, revision: int, epoch: int) -> None:
        if epoch != self._epoch:
            return
        self._is_writing = False
        self._kept = revision
        if self.is_kept:
            self._show(SavedNote(SavedState.SAVED, self._desk.formats.time(moment)))
        else:
            self.save()

    def _on_failed(self, epoch: int) -> None:
        if epoch != self._epoch:
            return
        self._is_writing = False
        self._show(SavedNote(SavedState.FAILED))
