"""共用文件夹: where several computers keep pages and evidence; only a server's database needs it."""

from __future__ import annotations

from typing import Protocol

from app.domain.errors import DomainError
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.trust.sharing import SharingInfo


class SharingView(Protocol):
    """What the card of the shared folder can show."""

    def show_sharing(self, words: str, path: str, *, is_warning: bool) -> None:
        """Show which folder is shared and how it stands; the card is for servers alone."""

    def hide_sharing(self) -> None:
        """Show no card: the database is on this computer."""

    def show_problem(self, words: str) -> None:
        """Show beside the field what is wrong with it; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that files are being copied."""


class SharingPresenter:
    """Reads and names the shared folder."""

    def __init__(self, desk: Desk, view: SharingView) -> None:
        self._desk, self._view, self._say = desk, view, desk.translator.text
        self._is_sharing = False

    def refresh(self) -> None:
        """Read which folder is shared."""
        self._desk.runner.submit(self._desk.services.sharing.info, self._arrived, self._failed)

    def share(self, typed: str) -> None:
        """Use a folder from now on; this computer's files are copied there first."""
        if self._is_sharing:
            return
        self._is_sharing = True
        self._view.show_problem("")
        self._view.show_busy(is_busy=True)
        sharing, actor, path = self._desk.services.sharing, self._desk.actor, one_line(typed)
        self._desk.runner.submit(lambda: sharing.share(path, actor=actor), self._shared, self._failed)

    # services → view

    def _arrived(self, info: SharingInfo) -> None:
        if not info.is_server:
            self._view.hide_sharing()
            return
        if info.path is None:
            words = self._say("还没有设置：出具的文书和证据只在存它的那台电脑上。")
        elif info.refusal is not None:
            words = sentence(self._desk.translator, info.refusal)
        else:
            words = self._say("各台电脑出具的文书和证据都存在这里，本机另留一份。")
        is_warning = info.path is None or info.refusal is not None
        self._view.show_sharing(words, str(info.path or ""), is_warning=is_warning)

    def _shared(self, done: Done[int]) -> None:
        self._end()
        self._desk.feed.announce(done.changes)
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._view.show_problem(sentence(self._desk.translator, error))
        if not isinstance(error, DomainError):
            raise error

    def _end(self) -> None:
        self._is_sharing = False
        self._view.show_busy(is_busy=False)
