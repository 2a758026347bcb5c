"""锁屏: after how long the window locks by itself, and the password that opens it again."""

from __future__ import annotations

from typing import Protocol

from app.domain.errors import DomainError
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentence_table import SENTENCES
from app.presenters.sentences import sentence
from app.presenters.settings.looks import Preferences
from app.presenters.shell.lock import CHOICES, MINUTES, read_minutes
from app.services.done import Done

OLD, NEW, AGAIN = "old", "new", "again"


class ScreenLockView(Protocol):
    """What the section can show."""

    def show_minutes(self, choices: list[tuple[str, str]], chosen: str) -> None:
        """Offer after how long to lock."""

    def show_password(self, words: str, *, has_password: bool) -> None:
        """Say whether there is a password, and ask for what changes it."""

    def show_problem(self, key: str, words: str) -> None:
        """Say what is wrong beside a field, or with an empty key at the top; empty words hide it."""

    def clear_typed(self) -> None:
        """Empty the fields: a password is never left standing."""


class ScreenLockPresenter:
    """What is typed here is never kept as a draft: a password belongs nowhere but in its hash."""

    def __init__(
        self, desk: Desk, navigator: Navigator, preferences: Preferences, view: ScreenLockView
    ) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._preferences, self._say = preferences, desk.translator.text
        self._has_password = self._is_saving = False

    def refresh(self) -> None:
        """Show what is set."""
        minutes = read_minutes(self._preferences.get(MINUTES))
        choices = [(str(n), self._say("{n} 分钟", n=n) if n else self._say("不自动锁")) for n in CHOICES]
        self._view.show_minutes(choices, str(minutes))
        service, me = self._desk.services.screen_lock, self._desk.me.id
        self._desk.runner.submit(lambda: service.has_password(me), self._on_known, self._on_failed)

    def choose_minutes(self, key: str) -> None:
        """Lock after so many minutes without input; at once, there is nothing to save."""
        self._preferences.set(MINUTES, key)

    def save(self, old: str, new: str, again: str) -> None:
        """Set or change the password."""
        self._clear_problems()
        if self._has_password and not old:
            self._view.show_problem(OLD, self._say("填写现在的密码"))
        elif not new:
            self._view.show_problem(NEW, self._say("填写新密码"))
        elif new != again:
            self._view.show_problem(AGAIN, self._say(SENTENCES["lock.password_differs"]))
        else:
            self._write(old, new)

    def remove(self, old: str) -> None:
        """Do without a password again."""
        self._clear_problems()
        if old:
            self._write(old, "")
        else:
            self._view.show_problem(OLD, self._say("填写现在的密码"))

    def _write(self, old: str, new: str) -> None:
        if self._is_saving:
            return
        self._is_saving = True
        service, actor = self._desk.services.screen_lock, self._desk.actor
        self._desk.runner.submit(
            lambda: service.set_own(old, new, actor=actor), self._on_saved, self._on_failed
        )

    def _on_saved(self, done: Done[bool]) -> None:
        self._is_saving = False
        self._view.clear_typed()
        self._on_known(done.value)
        self._desk.feed.announce(done.changes)
        self._navigator.toast(self._say("锁屏密码已设好") if done.value else self._say("锁屏密码已取消"))

    def _on_known(self, has_password: bool) -> None:  # noqa: FBT001 - what the service answered
        self._has_password = has_password
        words = (
            self._say("已设密码：锁屏后和打开程序时要输入。")
            if has_password
            else self._say("未设密码：锁屏后按回车就能打开。")
        )
        self._view.show_password(words, has_password=has_password)

    def _on_failed(self, error: Exception) -> None:
        self._is_saving = False
        field = error.field if isinstance(error, DomainError) else ""
        self._view.show_problem(field, sentence(self._desk.translator, error))

    def _clear_problems(self) -> None:
        for key in ("", OLD, NEW, AGAIN):
            self._view.show_problem(key, "")
