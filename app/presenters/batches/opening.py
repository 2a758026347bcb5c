"""Opening the window of a batch from whatever page asks: chosen cases, all that a list finds, one day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter
from app.domain.filing.batches import BatchCase
from app.i18n import msgid
from app.presenters.batches.presenter import BatchPresenter
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


class BatchOpening:
    """Reads which cases there are and hands the window its batch."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text

    def chosen(self, case_ids: Sequence[UUID]) -> None:
        """Open it for cases that were ticked."""
        batches = self._desk.services.batches
        self._open(lambda: batches.chosen(case_ids), msgid("已选的 {n} 件案件"))

    def found(self, wanted: CaseFilter) -> None:
        """Open it for everything a list finds."""
        batches, me = self._desk.services.batches, self._desk.me.id
        self._open(lambda: batches.found(wanted, me), msgid("列表中的 {n} 件案件"))

    def on_day(self, day: date) -> None:
        """Open it for the notices of one day."""
        batches = self._desk.services.batches
        self._open(lambda: batches.on_day(day), msgid("{day}有约定的 {n} 件案件"), on=day)

    def _open(self, read: Callable[[], tuple[BatchCase, ...]], scope: str, *, on: date | None = None) -> None:
        def arrived(cases: tuple[BatchCase, ...]) -> None:
            if not cases:
                self._navigator.toast(self._say("没有可办的案件"))
                return
            formats = self._desk.formats
            day = formats.day(on) if on is not None else ""
            words = self._say(scope, n=formats.count(len(cases)), day=day)
            self._navigator.open_form(BatchPresenter(self._desk, self._navigator, cases, scope=words, on=on))

        self._desk.runner.submit(read, arrived, self._failed)
