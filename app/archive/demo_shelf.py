"""Where the demo centre of the day is kept, so that it is made once a day and opened at once after that."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

from app.domain.values.days.moments import Clock, local_day

_NAME = "demo-"


class DemoShelf:
    """A folder of the user's cache; losing it costs nothing but the time to make the demo again."""

    def __init__(self, cache: Path, version: str, clock: Clock) -> None:
        self._cache = cache
        self._place = cache / f"{_NAME}{version}-{local_day(clock.now()).isoformat()}"

    def copy_to(self, folder: Path) -> bool:
        """Copy today's demo into an empty folder; answers whether there was one."""
        if not self._place.is_dir():
            return False
        shutil.copytree(self._place, folder, dirs_exist_ok=True)
        return True

    def keep(self, folder: Path) -> None:
        """Keep a finished demo for the rest of the day, whole or not at all; a full disk is no harm."""
        beside = self._cache / f"making-{uuid4().hex}"
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            for old in self._cache.glob(f"{_NAME}*"):
                shutil.rmtree(old, ignore_errors=True)
            shutil.copytree(folder, beside)
            beside.replace(self._place)
        except OSError:
            shutil.rmtree(beside, ignore_errors=True)
