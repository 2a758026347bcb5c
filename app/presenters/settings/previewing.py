"""A change of rules in two presses: first what it moves, then kept, then every clock wound anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved, Values
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.services.duties.deadlines import Batch, MovedClock

R = TypeVar("R")
Preview = Callable[[Values, R, UUID | None], Batch]


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One clock that moves: which case, which clock, from which day to which."""

    case_id: UUID
    case: str
    clock: str
    days: str
    told: str

    @property
    def spoken(self) -> str:
        """Give the line as one sentence."""
        return f"{self.case}，{self.clock}，{self.days}"


class PreviewView(Protocol):
    """What the card around such a form can show."""

    def show_form(self, form: EntryPresenter[R]) -> None:
        """Show the fields of another form."""

    def show_verb(self, words: str) -> None:
        """Name the one button: 预览变动, then 保存."""

    def show_progress(self, words: str) -> None:
        """Say how far looking or winding is; empty words: nothing goes on."""

    def show_moved(self, words: str, lines: Sequence[MovedLine]) -> None:
        """Show what moves; empty words hide it."""

    def show_failure(self, words: str) -> None:
        """Say what failed while looking or winding; empty words hide it."""


class PreviewPresenter(Generic[R]):
    """Carries one form; what was previewed is what is saved: typing anything else needs another look."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        view: PreviewView,
        *,
        form: EntryForm[R],
        preview: Preview[R],
        done: Callable[[], None],
    ) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._preview, self._done = preview, done
        self._form = EntryPresenter(desk, form, self._on_saved)
        self._seen: Mapping[str, str] | None = None
        self._moved: list[MovedClock] = []
        self._is_busy = False
        self._total = self._looked_at = 0

    def start(self) -> None:
        """Show the form."""
        self._view.show_form(self._form)
        self.typed()

    def follow(self, record: R) -> None:
        """Take a newer stored record."""
        self._form.follow(record)
        self.typed()

    # user → presenter

    def typed(self) -> None:
        """Name the verb by whether what stands in the fields was previewed."""
        if self._is_busy:
            return
        is_seen = self._seen == dict(self._form.values)
        self._view.show_verb(self._say("保存") if is_seen else self._say("预览变动"))
        if not is_seen:
            self._view.show_moved("", ())

    def press(self) -> None:
        """Look at what moves; when that was seen, save."""
        if self._is_busy:
            return
        self._view.show_failure("")
        values = dict(self._form.values)
        if self._seen == values or self._form.form.check(values):
            self._form.send()  # with a problem it only shows it beside its field
            return
        self._moved, self._looked_at, self._is_busy = [], 0, True
        self._desk.runner.submit(
            self._desk.services.deadlines.count_open, lambda count: self._look(values, count), self._failed
        )

    def open_case(self, line: MovedLine) -> None:
        """Open the case of a line."""
        self._navigator.open_case(line.case_id)

    # services → view

    def _look(self, values: Mapping[str, str], count: int) -> None:
        self._total = count
        self._look_on(values, None)

    def _look_on(self, values: Mapping[str, str], after: UUID | None) -> None:
        self._tell_progress(self._say("正在比对 {n} / {all} 件", n=self._looked_at, all=self._total))
        record = self._form.record
        self._desk.runner.submit(
            lambda: self._preview(values, record, after),
            lambda batch: self._on_looked(values, batch),
            self._failed,
        )

    def _on_looked(self, values: Mapping[str, str], batch: Batch) -> None:
        self._looked_at += batch.looked_at
        self._moved += batch.moved
        if batch.last is not None:
            self._look_on(values, batch.last)
            return
        self._is_busy = False
        self._view.show_progress("")
        self._seen = values
        self.typed()
        if self._seen != dict(self._form.values):
            return
        self.word_again()

    def word_again(self) -> None:
        """Word what was seen anew: names are hidden now, or shown."""
        if self._seen is None or self._is_busy:
            return
        words = (
            self._say("将变动 {n} 个时钟，看过后保存：", n=len(self._moved))
            if self._moved
            else self._say("在办案件的时钟都不变，可以保存。")
        )
        self._view.show_moved(
            words, tuple(self._line(self._desk.names.shown(clock)) for clock in self._moved)
        )

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)
        self._seen, self._looked_at, self._is_busy = None, 0, True
        self._view.show_moved("", ())
        self._wind()

    def _wind(self) -> None:
        self._tell_progress(self._say("正在重算 {n} / {all} 件", n=self._looked_at, all=self._total))
        self._desk.runner.submit(self._desk.services.deadlines.rewind, self._on_wound, self._failed)

    def _on_wound(self, batch: Batch) -> None:
        self._looked_at += batch.looked_at
        self._desk.feed.announce(batch.changes)
        if batch.last is not None:
            self._wind()
            return
        self._is_busy = False
        self._view.show_progress("")
        self.typed()
        self._done()

    def _line(self, clock: MovedClock) -> MovedLine:
        day = self._desk.formats.day
        before = day(clock.before) if clock.before else self._say("不起算")
        after = day(clock.after) if clock.after else self._say("不再起算")
        return MovedLine(
            case_id=clock.case.id,
            case=f"{clock.case.intake_number} {clock.case.title}",
            clock=self._say(clock.kind.term),
            days=self._say("{a} 改为 {b}", a=before, b=after),
            told=clock.explanation,
        )

    def _tell_progress(self, words: str) -> None:
        self._view.show_progress(words)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self._view.show_progress("")
        self._view.show_failure(sentence(self._desk.translator, error))
        self.typed()
