"""Telling the parties: 调解通知书 for each, a text message to copy, or a note that somebody called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.changes import Changes
from app.domain.mediation.schedule.appointments import Appointment, NoticeManner
from app.domain.values.naming.masking import mask_phone
from app.presenters.calendar.words import CalendarWords
from app.presenters.desk import Desk
from app.presenters.history.words import moment_words
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One party: its name, and whether and how it was told."""

    id: UUID
    name: str
    about: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class _Printed:
    changes: Changes
    pdfs: tuple[bytes, ...]


class NoticeView(Protocol):
    """The window of the notices."""

    def show_rows(self, words: str, rows: Sequence[NoticeRow]) -> None:
        """Show the parties; ``words`` say for when and where."""

    def show_message(self, words: str) -> None:
        """Show the text message."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def show_error(self, words: str) -> None:
        """Say what failed; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody tell twice."""

    def finish(self) -> None:
        """Close: the parties are told."""


class NoticePresenter:
    """Begins with the parties that do not know the time as it stands."""

    def __init__(self, desk: Desk, navigator: Navigator, appointment: Appointment, place: str) -> None:
        self._desk, self._navigator = desk, navigator
        self._appointment, self._place = appointment, place
        self._say = desk.translator.text
        untold = appointment.untold()
        self._ticked = [invitation.id for invitation in untold]
        self._view: NoticeView | None = None

    @property
    def title(self) -> str:
        """Give the title of the window."""
        return self._say("通知当事人")

    def attach(self, view: NoticeView) -> None:
        """Show parties and message."""
        self._view = view
        words = CalendarWords(self._desk.translator, self._desk.formats)
        appointment, today = self._appointment, self._desk.today
        when = words.when(appointment.starts_at, appointment.ends_at, today)
        view.show_rows(self._say("{when}　{place}", when=when, place=self._place), self._rows())
        self._show_message()

    # user → presenter

    def tick(self, ids: Sequence[UUID]) -> None:
        """Choose who is told."""
        self._ticked = [i.id for i in self._appointment.invited if i.id in set(ids)]
        self._show_message()

    def print(self, *, is_large: bool) -> None:
        """Issue a notice to each ticked party and hand them to the printer in one go."""
        service, issuing = self._desk.services.appointments, self._desk.services.issuing
        ids, seen, actor = tuple(self._ticked), self._appointment, self._desk.actor

        def issue() -> _Printed:
            done = service.issue_notices(seen.id, ids, actor=actor, version=seen.version, is_large=is_large)
            return _Printed(done.changes, tuple(issuing.bytes_of(document.id) for document in done.value))

        def issued(printed: _Printed) -> None:
            self._told(printed.changes, self._say("已制发通知书 {n} 份", n=len(printed.pdfs)))
            self._navigator.print_documents(printed.pdfs, self._say("调解通知书"))

        self._run(issue, issued)

    def copy_message(self) -> None:
        """Copy the messages of the ticked parties and note that they are told by message."""
        self._messages(self._copied)

    def note(self, manner: NoticeManner) -> None:
        """Note that the ticked parties were told by telephone or face to face."""
        words = self._say("已记录{manner}通知", manner=self._say(manner.term))
        self._record(manner, words)

    # pieces

    def _copied(self, text: str) -> None:
        if self._view is not None and text:
            self._view.copy(text)
            self._record(NoticeManner.MESSAGE, self._say("短信已复制，粘贴后发给当事人"))

    def _record(self, manner: NoticeManner, words: str) -> None:
        service, seen, actor = self._desk.services.appointments, self._appointment, self._desk.actor
        ids = tuple(self._ticked)
        self._run(
            lambda: service.tell(seen.id, ids, manner, actor=actor, version=seen.version).changes,
            lambda changes: self._told(changes, words),
        )

    def _told(self, changes: Changes, words: str) -> None:
        self._desk.feed.announce(changes)
        self._navigator.toast(words)
        if self._view is not None:
            self._view.show_busy(is_busy=False)
            self._view.finish()

    def _show_message(self) -> None:
        def arrived(text: str) -> None:
            if self._view is not None:
                self._view.show_message(text)

        self._messages(arrived)

    def _messages(self, done: Callable[[str], None]) -> None:
        service, seen, ids = self._desk.services.appointments, self._appointment, tuple(self._ticked)
        self._desk.runner.submit(
            lambda: "\n\n".join(service.message(seen.id, id_) for id_ in ids), done, self._failed
        )

    def _rows(self) -> list[NoticeRow]:
        return [
            NoticeRow(
                invitation.id,
                invitation.name,
                "　".join(part for part in (mask_phone(invitation.phone), self._state(place)) if part),
                invitation.id in self._ticked,
            )
            for place, invitation in enumerate(self._appointment.invited)
        ]

    def _state(self, place: int) -> str:
        invitation = self._appointment.invited[place]
        if invitation.told_at is None or invitation.manner is None:
            return self._say("未通知")
        desk = self._desk
        moment = moment_words(desk.translator, desk.formats, invitation.told_at, desk.today)
        told = self._say("{moment} {manner}已通知", moment=moment, manner=self._say(invitation.manner.term))
        if self._appointment.knows(invitation):
            return told
        return self._say("{told}，之后改过期", told=told)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._view is not None:
            self._view.show_error("")
            self._view.show_busy(is_busy=True)
        self._desk.runner.submit(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if self._view is not None:
            self._view.show_busy(is_busy=False)
            self._view.show_error(sentence(self._desk.translator, error))
