"""The real window, in which somebody registers disputes until the process is killed: FOLDER SEED.

Each line says what was typed, and when the page's own mark said that it was saved.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.ui.opening.application import application
from app.ui.screens.intake.head import PageHead
from app.ui.screens.intake.side_part import SidePart
from app.ui.widgets.fields import TextField
from tests.support.day_clock import DayClock
from tests.support.window_driver import CTRL, WindowDriver

SIGNS = "楼上漏水墙面受损双方各执一词，经调解愿意赔偿𬱖㛃·买买提，2026年3090.00元。"


def tell(**told: object) -> None:
    """Write one line whole."""
    os.write(1, (json.dumps(told, ensure_ascii=False) + "\n").encode())


class Typist:
    """Somebody at the keyboard."""

    def __init__(self, window: WindowDriver, seed: str) -> None:
        self._window = window
        self._chance = random.Random(seed)

    def one_dispute(self) -> None:
        """Type a dispute in and register it."""
        window = self._window
        for name, side in zip(("阿依古丽", "王秀兰"), window.all(SidePart), strict=False):
            window.fill("姓名或单位", name, side)
        window.pick("类型", "邻里")
        for _ in range(self._chance.randrange(2, 7)):
            self._type(self._chance.randrange(5, 300))
        facts = self._facts.value()
        tell(registering=facts)
        told_before = self._told()
        window.press(Qt.Key.Key_Return, CTRL)
        window.until(lambda: self._told() - told_before, "the toast with the number")
        tell(registered=facts)
        window.settle()
        window.press(Qt.Key.Key_F2)
        window.settle()

    def _type(self, length: int) -> None:
        window = self._window
        self._facts.setFocus(Qt.FocusReason.MouseFocusReason)
        window.press(Qt.Key.Key_End, CTRL)
        chunk = "".join(self._chance.choices(SIGNS, k=length)) + str(self._chance.randrange(10**9)) + "，"
        tell(typing=self._facts.value() + chunk)
        window.write(chunk)
        if self._chance.random() < SHARE_WAITED_FOR:
            head = window.all(PageHead)[0]
            window.until(lambda: window.sees("已保存", head), "the mark of saving")
            tell(saved=self._facts.value())

    def _told(self) -> set[str]:
        return {words for words in self._window.words() if words.startswith("已登记")}

    @property
    def _facts(self) -> TextField:
        editor = self._window.box("经过").editor
        if not isinstance(editor, TextField):
            raise TypeError(editor)
        return editor

    @property
    def facts(self) -> str:
        """What stands in the field of the facts."""
        return self._facts.value()


SHARE_WAITED_FOR = 0.8
"""Who goes on typing is not told that the draft was saved: only what was told is counted on."""


def main(folder: str, seed: str) -> None:
    """Open the window on the intake page and work on."""
    from app.archive.clock import SystemClock
    from app.domain.values.days.moments import local_day

    clock = DayClock(local_day(SystemClock().now()))
    window = WindowDriver(Path(folder), clock, application(), (1280, 860))
    window.begin()
    window.until(lambda: window.desktop.window is not None, "the window")
    window.widen()
    window.press(Qt.Key.Key_F2)
    window.settle()
    typist = Typist(window, seed)
    tell(opened=os.getpid(), stands=typist.facts)
    while True:
        typist.one_dispute()


if __name__ == "__main__":
    main(*sys.argv[1:])
