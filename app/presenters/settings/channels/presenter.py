"""渠道规则: every channel of mediation to read, one of them in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.disputes.channels.rules import Channel
from app.domain.duties.deadlines.catalogue import Catalogue
from app.presenters.channel_words import ChannelRow, ChannelWords
from app.presenters.desk import Desk
from app.presenters.sentences import sentence


@dataclass(frozen=True, slots=True)
class _Read:
    """The channels in force today, and the deadlines they name."""

    channels: tuple[Channel, ...]
    catalogue: Catalogue


class ChannelsView(Protocol):
    """What the section can show."""

    def show_rules(self, rows: Sequence[ChannelRow]) -> None:
        """Show the table."""

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one channel in full."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class ChannelsPresenter:
    """Shows all channels and one of them; nothing of law can be changed here."""

    def __init__(self, desk: Desk, view: ChannelsView) -> None:
        self._desk, self._view = desk, view
        self._words = ChannelWords(desk.translator, desk.formats)
        self._read_now: _Read | None = None
        self._chosen = ""

    def refresh(self) -> None:
        """Read the channels."""
        self._desk.runner.submit(self._read, self._arrived, self._failed)

    # user → presenter

    def look_at(self, code: str) -> None:
        """Show one channel."""
        self._chosen = code
        self._show()

    # services → view

    def _read(self) -> _Read:
        services = self._desk.services
        return _Read(services.lifecycle.channels(), services.deadlines.rules().catalogue)

    def _arrived(self, read: _Read) -> None:
        self._read_now = read
        self._view.show_error("")
        self._view.show_rules([self._words.row(channel) for channel in read.channels])
        self._show()

    def _show(self) -> None:
        read = self._read_now
        if read is None:
            return
        found = next((row for row in read.channels if row.code == self._chosen), read.channels[0])
        title = self._desk.translator.text(found.name)
        self._view.show_details(title, self._words.details(found, read.catalogue))

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
