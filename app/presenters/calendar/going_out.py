"""What leaves the calendar: one's own days for a telephone, and the notices of one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.presenters.batches.opening import BatchOpening
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


class GoingOut:
    """Writes a file, or opens the batch of a day."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text
        self._batch = BatchOpening(desk, navigator, failed)

    def notices(self, day: date) -> None:
        """Open a batch of papers for the cases that meet on a day."""
        self._batch.on_day(day)

    def export(self) -> None:
        """Write one's own appointments to a file for a telephone's calendar; parties by surname."""
        path = self._navigator.ask_save(
            self._say("导出日历"), self._say("我的日程{day}.ics", day=self._desk.today.isoformat())
        )
        if path is None:
            return
        service, me = self._desk.services.appointments, self._desk.me

        def write() -> Path:
            path.write_bytes(service.export(me))
            return path

        def written(saved: Path) -> None:
            self._navigator.toast(self._say("已存到 {name}，姓名已遮盖", name=saved.name))

        self._desk.runner.submit(write, written, self._failed)
