"""锁屏: the way back to a locked window, by Enter or by the password of who works here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.presenters.desk import Desk
from app.presenters.sentences import sentence

MINUTES = "lock.minutes"
"""The user's preference: after how many minutes without input the window locks; 0 never."""
CHOICES = (2, 5, 10, 15, 20, 30, 0)
_USUAL = 10
_TRIES = 5
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(minutes=15)


def read_minutes(kept: str | None) -> int:
    """Read the preference; what was never set, or is no choice of ours, is ten minutes."""
    choices = {str(choice): choice for choice in CHOICES}
    return choices.get(kept or "", _USUAL)


@dataclass(slots=True)
class LockTries:
    """Wrong passwords in a row at this window; after every five the wait doubles. Outlives one lock."""

    wrong: int = 0
    until: datetime | None = None

    def note_wrong(self, now: datetime) -> None:
        """Count a wrong one; the fifth, tenth, fifteenth ... makes people wait."""
        self.wrong += 1
        if self.wrong % _TRIES == 0:
            wait = min(_FIRST_WAIT * 2 ** (self.wrong // _TRIES - 1), _LONGEST_WAIT)
            self.until = now + wait

    def note_right(self) -> None:
        """Forget all of it."""
        self.wrong, self.until = 0, None

    def seconds_left(self, now: datetime) -> int:
        """Give the seconds to wait, rounded up; 0 lets people try."""
        left = self.until - now if self.until is not None else timedelta()
        return max(0, -(-left // timedelta(seconds=1)))


class LockView(Protocol):
    """What the locked screen can show; never anything of a case."""

    def show_clock(self, time: str, day: str) -> None:
        """Show what time it is."""

    def show_door(self, words: str, *, asks_password: bool) -> None:
        """Say how to come back: by a password, or by Enter."""

    def show_problem(self, words: str) -> None:
        """Say why it did not open; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody try while a password is tried, or while one has to wait."""


class LockPresenter:
    """One lock from closing to opening; it opens only when it knows that it may."""

    def __init__(self, desk: Desk, tries: LockTries, view: LockView, opened: Callable[[], None]) -> None:
        self._desk, self._tries, self._view, self._opened = desk, tries, view, opened
        self._say = desk.translator.text
        self._asks: bool | None = None
        self._is_trying = self._is_waiting = False

    def begin(self) -> None:
        """Show the clock and find out how one comes back."""
        self.tick()
        service, me = self._desk.services.screen_lock, self._desk.me.id
        self._desk.runner.submit(lambda: service.has_password(me), self._on_known, self._on_failed)

    def tick(self) -> None:
        """Show the time, and how long one still has to wait; called every second."""
        now, say, formats = self._desk.clock.now(), self._say, self._desk.formats
        today = self._desk.today
        day = say("{month} 月 {day} 日", month=today.month, day=today.day)
        self._view.show_clock(formats.time(now), f"{day}　{formats.weekday(today)}")
        left = self._tries.seconds_left(now)
        if left:
            self._is_waiting = True
            self._view.show_busy(is_busy=True)
            self._view.show_problem(say("密码错了 {n} 次，请等 {s} 秒", n=self._tries.wrong, s=left))
        elif self._is_waiting:
            self._is_waiting = False
            self._view.show_busy(is_busy=False)
            self._view.show_problem("")

    def press(self, typed: str) -> None:
        """Try to come back."""
        if self._is_trying or self._tries.seconds_left(self._desk.clock.now()):
            return
        if self._asks is None:
            self.begin()  # it could not be read before: never open without knowing
        elif not self._asks:
            self._opened()
        elif typed:
            self._try(typed)

    def _try(self, typed: str) -> None:
        self._is_trying = True
        self._view.show_busy(is_busy=True)
        service, me = self._desk.services.screen_lock, self._desk.me.id
        self._desk.runner.submit(lambda: service.opens(me, typed), self._on_tried, self._on_failed)

    def _on_known(self, asks: bool) -> None:  # noqa: FBT001 - what the service answered
        self._asks = asks
        words = self._say("输入锁屏密码，按回车") if asks else self._say("按回车继续")
        self._view.show_door(words, asks_password=asks)

    def _on_tried(self, is_right: bool) -> None:  # noqa: FBT001 - what the service answered
        self._is_trying = False
        self._view.show_busy(is_busy=False)
        if is_right:
            self._tries.note_right()
            self._opened()
            return
        self._tries.note_wrong(self._desk.clock.now())
        left = _TRIES - self._tries.wrong % _TRIES
        self._view.show_problem(self._say("密码不对，再输一次（再错 {n} 次要等一会儿）", n=left))
        self.tick()

    def _on_failed(self, error: Exception) -> None:
        self._is_trying = False
        self._view.show_busy(is_busy=False)
        self._view.show_problem(sentence(self._desk.translator, error))
