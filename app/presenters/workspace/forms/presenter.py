"""A form being filled in: kept as typed, sent once, its refusals beside the fields."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.errors import DomainError, StaleWrite
from app.domain.filing.drafts import Draft
from app.presenters.desk import Desk
from app.presenters.intake.drafts import DraftKeeper
from app.presenters.intake.shown import SavedNote
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.conflicts import conflicts_of
from app.presenters.workspace.forms.view import FormView
from app.services.done import Done


class FormPresenter:
    """Carries one form from opening to sending; ``seen`` is the case as the user saw it.

    ``after`` opens the form that the user asked to go on with.
    """

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        form: Form,
        seen: CaseFolder,
        after: Callable[[str], None] | None = None,
    ) -> None:
        self._desk, self._navigator, self.form = desk, navigator, form
        self._seen, self._after = seen, after
        self._values = form.initial()
        self._focus = ""
        self._is_sending = self._is_over = False
        self._view: FormView | None = None
        self._opened_on = self._day = desk.today
        self._end = desk.on_new_day(self._follow_day)
        self._keeper = DraftKeeper(desk, form.draft_key, self._payload, self._show_saved)

    def attach(self, view: FormView) -> None:
        """Show the form, then take up what an earlier sitting left unfinished."""
        self._view = view
        view.show_values(self._values, "")
        drafts, actor, key = self._desk.services.drafts, self._desk.actor, self.form.draft_key
        self._desk.runner.submit(lambda: drafts.get(key, actor=actor), self._on_draft, self._on_failed)

    # user → presenter

    @property
    def today(self) -> date:
        """Give the present day, by which days are read as people type them."""
        return self._desk.today

    @property
    def values(self) -> Values:
        """Give what stands in the fields."""
        return self._values

    def type(self, key: str, value: str) -> None:
        """Note what stands in a field now."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._focus = key
        self._keeper.touch()

    def choose_file(self, key: str) -> None:
        """Let the user choose the file of a field; stepping back leaves what stood there."""
        labels = [field.label for field in self.form.fields if field.key == key]
        path = self._navigator.ask_file("".join(labels))
        if path is not None and self._view is not None:
            self.type(key, str(path))
            self._view.show_values(self._values, "")

    def is_shown(self, field: FormField) -> bool:
        """Tell whether a field is asked for now."""
        return self.form.is_shown(field, self._values)

    def save_draft(self) -> None:
        """Keep what is typed (1.5 s after typing, and on closing)."""
        if not self._is_over:
            self._keeper.save()

    def close(self) -> None:
        """Keep what is typed; the window of the form goes."""
        self.save_draft()
        self._end()
        self._view = None

    def start_over(self) -> None:
        """Empty the form back to what it opens with."""
        self._values = self.form.initial()
        self._forget_draft()
        if self._view is not None:
            self._view.show_values(self._values, "")
            self._view.show_kept("")

    def send(self) -> None:
        """Check and send; once at a time."""
        if self._is_sending or self._view is None:
            return
        self._is_sending = True
        self._view.clear_problems()
        self._view.show_busy(is_busy=True)
        values, seen = dict(self._values), self._seen
        self._desk.runner.submit(lambda: self.form.send(values, seen), self._on_sent, self._on_refused)

    # services → view

    def _on_draft(self, draft: Draft | None) -> None:
        if draft is None or self._view is None or not self._keeper.is_kept:
            return
        kept = json.loads(draft.payload)
        known = {field.key for field in self.form.fields}
        self._values |= {key: str(value) for key, value in kept.items() if key in known}
        self._view.show_values(self._values, draft.focus)
        words = self._desk.translator.text(
            "已接上 {time} 未完的填写", time=self._desk.formats.moment(draft.saved_at)
        )
        self._view.show_kept(words)
        self._keeper.opened(draft.saved_at)

    def _on_sent(self, sent: Sent) -> None:
        self._is_sending, self._is_over = False, True
        self._forget_draft()
        if self._view is not None:
            self._view.finish()
        self._desk.feed.announce(sent.changes)
        if sent.told:
            version = sent.undo_version
            self._navigator.toast(
                sent.told, None if version is None or sent.paper else lambda: self._undo(version)
            )
        if sent.paper is not None:
            self._navigator.print_document(sent.paper.pdf, sent.paper.title, sent.paper.copies)
        if sent.then and self._after is not None:
            self._after(sent.then)

    def _undo(self, version: int) -> None:
        """Take the act back that the toast told of, unless something has happened since."""
        desk, case_id = self._desk, self.form.case_id

        def told(error: Exception) -> None:
            self._navigator.toast(sentence(desk.translator, error))

        def arrived(done: Done[Case]) -> None:
            desk.feed.announce(done.changes)
            self._navigator.toast(desk.translator.text("已撤销"))

        undo = desk.services.lifecycle.undo
        desk.runner.submit(lambda: undo(case_id, actor=desk.actor, version=version), arrived, told)

    def _on_refused(self, error: Exception) -> None:
        self._is_sending = False
        if self._view is None:
            return
        self._view.show_busy(is_busy=False)
        self._keeper.save()
        if isinstance(error, StaleWrite):
            self._read_again(error)
            return
        place = error.field if isinstance(error, DomainError) else ""
        shown = {field.key for field in self.form.fields if self.is_shown(field)}
        key = next((key for key in (place, place.rpartition(".")[2]) if key in shown), "")
        self._view.show_problem(key, sentence(self._desk.translator, error))

    def _read_again(self, error: StaleWrite) -> None:
        """Fetch the case as it now stands; sending again is then up to the user."""
        cases, case_id = self._desk.services.cases, self.form.case_id

        def arrived(folder: CaseFolder) -> None:
            conflicts = conflicts_of(self._desk, error, self._seen, folder)
            self._seen = folder
            if self._view is not None:
                self._view.show_conflicts(sentence(self._desk.translator, error), conflicts)

        self._desk.runner.submit(lambda: cases.folder(case_id), arrived, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if self._view is not None:
            self._view.show_problem("", sentence(self._desk.translator, error))

    def _follow_day(self) -> None:
        """Go on to the day that began: a day nobody typed was meant as today."""
        day = self._desk.formats.day
        before, self._day = self._day, self._desk.today
        for field in self.form.fields:
            was_today = field.kind is FieldKind.DAY and field.value == day(self._opened_on)
            if was_today and self._values[field.key] == day(before):
                self._values[field.key] = day(self._day)
        if self._view is not None:
            self._view.show_values(self._values, "")

    def _show_saved(self, note: SavedNote) -> None:
        if self._view is not None:
            self._view.show_saved(note)

    def _payload(self) -> tuple[str, str]:
        hidden = {field.key for field in self.form.fields if field.kind is FieldKind.HIDDEN}
        kept = {key: value for key, value in self._values.items() if key not in hidden}
        return json.dumps(kept, ensure_ascii=False), self._focus

    def _forget_draft(self) -> None:
        drafts, actor, key = self._desk.services.drafts, self._desk.actor, self.form.draft_key
        self._keeper.dropped()
        self._desk.runner.submit(
            lambda: drafts.discard(key, actor=actor), lambda _done: None, self._on_failed
        )
