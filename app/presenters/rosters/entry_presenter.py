"""A form being filled in: kept as typed, checked on leaving, saved once, merged when somebody was faster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.domain.errors import DomainError, StaleWrite
from app.domain.filing.drafts import Draft
from app.presenters.desk import Desk
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.intake.shown import SavedNote
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_showing import EntryShowing
from app.presenters.rosters.entry_view import EntryView
from app.presenters.sentences import sentence

R = TypeVar("R")


class EntryPresenter(EntryShowing[R]):
    """Carries one form from opening to saving; ``saved`` is told what saving did."""

    def __init__(self, desk: Desk, form: EntryForm[R], saved: Callable[[Saved], None]) -> None:
        super().__init__(desk, form)
        self._saved = saved
        self._focus = ""
        self._is_sending = self._is_over = False
        self._end = desk.on_new_day(lambda: self.follow(self.record))
        self._keeper = DraftKeeper(desk, form.draft_key, self._payload, self._show_saved)

    def attach(self, view: EntryView) -> None:
        """Show the form, then take up what an earlier sitting left unfinished."""
        self._view = view
        view.show_fields(self.form.fields)
        view.show_values(self.values, "")
        drafts, actor, key = self._desk.services.drafts, self._desk.actor, self.form.draft_key
        self._desk.runner.submit(lambda: drafts.get(key, actor=actor), self._on_draft, self._on_failed)

    # user → presenter

    def type(self, key: str, value: str) -> None:
        """Note what stands in a field now."""
        if self.values.get(key, "") == value:
            return
        self._typed.values[key] = value
        self._focus = key
        self._is_over = False
        self._keeper.touch()
        if key in self._left:
            self._note()

    def leave(self, key: str) -> None:
        """Check the field that was left, and keep the draft."""
        self._left.add(key)
        self._note()
        self.save_draft()

    def save_draft(self) -> None:
        """Keep what is typed (1.5 s after typing, and on closing)."""
        if not self._is_over:
            self._keeper.save()

    def close(self) -> None:
        """Keep what is typed; the window of the form goes."""
        self.save_draft()
        self._end()

    def start_over(self) -> None:
        """Bring every field back to the stored record."""
        self._typed.reset()
        self._forget_draft()
        if self._view is not None:
            self._view.show_values(self.values, "")
            self._view.show_kept("")
            self._clear()

    def send(self) -> None:
        """Check and save; once at a time."""
        if self._is_sending or self._view is None:
            return
        problems = [problem for problem in self._typed.problems() if not problem.is_warning]
        if problems:
            self._left |= {problem.key for problem in problems}
            self._note()
            self._view.focus_field(problems[0].key)
            return
        self._clear()
        self._view.show_busy(is_busy=True)
        self._is_sending = True
        self._write(is_again=False)

    # others → presenter

    def put(self, key: str, value: str) -> None:
        """Put a value into a field for the user: a choice made beside it."""
        self.type(key, value)
        self.save_draft()
        if self._view is not None:
            self._view.show_values(self.values, "")

    def renew(self, form: EntryForm[R]) -> None:
        """Go on with other fields or options (a file was added); what is typed stays."""
        self._typed.form = replace(form, seen=self.record)
        if self._view is not None:
            self._view.show_fields(self.form.fields)
            self._view.show_values(self.values, "")

    def follow(self, record: R) -> None:
        """Take a newer stored record: untouched fields follow it, typed ones stay."""
        self._typed.adopt(record)
        if self._view is not None:
            self._view.show_values(self.values, "")

    # services → view

    def _write(self, *, is_again: bool) -> None:
        values, record = dict(self.values), self.record
        self._desk.runner.submit(
            lambda: self.form.write(values, record),
            self._on_sent,
            lambda error: self._on_refused(error, is_again=is_again),
        )

    def _on_draft(self, draft: Draft | None) -> None:
        if draft is None or self._view is None or not self._keeper.is_kept:
            return
        clashes = self._typed.take_up(draft.payload)
        self._view.show_values(self.values, draft.focus)
        if self._typed.is_touched:
            moment = self._desk.formats.moment(draft.saved_at)
            self._view.show_kept(self._desk.translator.text("已接上 {time} 未完的填写", time=moment))
        self._tell(clashes)
        self._keeper.opened(draft.saved_at)

    def _on_sent(self, saved: Saved) -> None:
        self._is_sending, self._is_over = False, True
        self._forget_draft()
        if self._view is not None:
            self._view.show_busy(is_busy=False)
            self._view.show_kept("")
            self._view.finish()
        self._desk.feed.announce(saved.changes)
        self._saved(saved)

    def _on_refused(self, error: Exception, *, is_again: bool) -> None:
        if isinstance(error, StaleWrite):
            self._desk.runner.submit(
                self.form.read,
                lambda record: self._on_read(record, error, is_again=is_again),
                self._on_failed,
            )
            return
        self._end_sending()
        if self._view is None:
            return
        key = error.field.rpartition(".")[2] if isinstance(error, DomainError) else ""
        words = sentence(self._desk.translator, error)
        if key in self.form.shown_keys(self.values):
            self._view.show_notes({**self._notes(), key: (True, words)})
            self._view.focus_field(key)
        else:
            self._view.show_failure(words)

    def _on_read(self, record: R, error: StaleWrite, *, is_again: bool) -> None:
        """Nobody touched the same fields: save over the new record. Else both values are shown first."""
        clashes = self._typed.adopt(record)
        if self._view is not None:
            self._view.show_values(self.values, "")
        if not clashes and not is_again:
            self._write(is_again=True)
            return
        self._end_sending()
        self._tell(clashes)
        if not clashes:
            self._on_failed(error)

    def _end_sending(self) -> None:
        self._is_sending = False
        self._keeper.save()
        if self._view is not None:
            self._view.show_busy(is_busy=False)

    def _on_failed(self, error: Exception) -> None:
        self._is_sending = False
        if self._view is not None:
            self._view.show_busy(is_busy=False)
            self._view.show_failure(sentence(self._desk.translator, error))

    def _show_saved(self, note: SavedNote) -> None:
        if self._view is not None:
            self._view.show_saved(note)

    # the draft

    def _payload(self) -> tuple[str, str]:
        return self._typed.payload(), self._focus

    def _forget_draft(self) -> None:
        drafts, actor, key = self._desk.services.drafts, self._desk.actor, self.form.draft_key
        self._keeper.dropped()
        self._desk.runner.submit(
            lambda: drafts.discard(key, actor=actor), lambda _done: None, self._on_failed
        )
