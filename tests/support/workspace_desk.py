"""A mediator's desk at a small centre, and views of the workspace that remember what they were shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from app.domain.duties.next_steps import NextStepKind
from app.i18n import Formats, Translator
from app.presenters.desk import Desk, InlineRunner
from app.presenters.intake.shown import SavedNote
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.forms.view import Conflict
from app.presenters.workspace.menu import MenuEntry
from app.presenters.workspace.words.frame import HeaderWords, TimelineLine
from tests.support.centres import Centre
from tests.support.intake_desk import Feed


def mediators_desk(centre: Centre) -> Desk:
    """Sit the mediator of a centre down; work runs at once."""
    return Desk(
        services=centre.services,
        me=centre.mediator,
        translator=Translator(),
        formats=Formats(),
        clock=centre.clock,
        runner=InlineRunner(),
        feed=Feed(),
    )


@dataclass
class WindowAround:
    """A navigator that remembers, and answers with the paths a test gives it."""

    pages: list[str] = field(default_factory=list)
    toasts: list[tuple[str, Callable[[], None] | None]] = field(default_factory=list)
    printed: list[tuple[bytes, str, int]] = field(default_factory=list)
    forms: list[object] = field(default_factory=list)
    file: Path | None = None
    save: Path | None = None

    def open_page(self, key: str) -> None:
        """Remember a page."""
        self.pages.append(key)

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Remember a case."""
        self.pages.append(str(case_id))

    def verify_document(self, document_id: UUID) -> None:
        """Remember a document."""
        self.pages.append(f"verify {document_id}")

    def open_form(self, form: object) -> None:
        """Remember a form."""
        self.forms.append(form)

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Remember what was said."""
        self.toasts.append((text, undo))

    def print_document(self, pdf: bytes, title: str, copies: int) -> None:
        """Remember what was printed."""
        self.printed.append((pdf, title, copies))

    def print_documents(self, pdfs: Sequence[bytes], title: str) -> None:
        """Remember what was printed in one go."""
        self.printed.extend((pdf, title, 1) for pdf in pdfs)

    def ask_file(self, title: str) -> Path | None:
        """Choose the file the test chose."""
        return self.file

    def ask_save(self, title: str, suggested: str) -> Path | None:
        """Choose the place the test chose."""
        return self.save


class SeenForm:
    """A form's window that remembers what it was shown."""

    def __init__(self, presenter: FormPresenter) -> None:
        self.presenter = presenter
        self.values: dict[str, str] = {}
        self.focus = self.kept = ""
        self.problems: dict[str, str] = {}
        self.conflicts: tuple[Conflict, ...] = ()
        self.saved: SavedNote | None = None
        self.is_finished = False
        presenter.attach(self)

    def fill(self, **values: str) -> SeenForm:
        """Type into fields."""
        for key, value in values.items():
            self.presenter.type(key, value)
        return self

    def send(self) -> SeenForm:
        """Press the verb."""
        self.presenter.send()
        return self

    def show_values(self, values: Mapping[str, str], focus: str) -> None:
        """Remember the values."""
        self.values, self.focus = dict(values), focus

    def show_kept(self, words: str) -> None:
        """Remember the note."""
        self.kept = words

    def show_problem(self, key: str, words: str) -> None:
        """Remember a problem."""
        self.problems[key] = words

    def clear_problems(self) -> None:
        """Forget the problems."""
        self.problems = {}

    def show_conflicts(self, words: str, conflicts: Sequence[Conflict]) -> None:
        """Remember both values."""
        self.conflicts = tuple(conflicts)

    def show_saved(self, note: SavedNote) -> None:
        """Remember the note."""
        self.saved = note

    def show_busy(self, *, is_busy: bool) -> None:
        """Nothing to remember."""

    def finish(self) -> None:
        """Remember the end."""
        self.is_finished = True


class SeenWorkspace:
    """A workspace that remembers what it was shown; forms open in ``form``."""

    def __init__(self) -> None:
        self.header: HeaderWords | None = None
        self.menu: tuple[str, ...] = ()
        self.timeline: tuple[TimelineLine, ...] = ()
        self.counts: Mapping[str, str] = {}
        self.folder: CaseFolder | None = None
        self.tab = self.failure = self.told = ""
        self.is_missing = False
        self.steps: list[tuple[str, NextStepKind]] = []
        self.form: SeenForm | None = None

    def show_loading(self) -> None:
        """Nothing to remember."""

    def show_failure(self, words: str) -> None:
        """Remember what failed."""
        self.failure = words

    def show_header(self, header: HeaderWords) -> None:
        """Remember the head."""
        self.header = header

    def show_menu(self, entries: Sequence[MenuEntry]) -> None:
        """Remember the keys offered."""
        self.menu = tuple(entry.key for entry in entries)

    def show_timeline(self, lines: Sequence[TimelineLine]) -> None:
        """Remember the history."""
        self.timeline = tuple(lines)

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Remember the counts."""
        self.counts = counts

    def show_folder(self, folder: CaseFolder) -> None:
        """Remember the case."""
        self.folder = folder

    def show_tab(self, key: str) -> None:
        """Remember the tab."""
        self.tab = key

    def show_look_back(self, words: str, *, is_missing: bool) -> None:
        """Remember what was told of a step."""
        self.told, self.is_missing = words, is_missing

    def take_step(self, tab: str, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Remember the step."""
        self.steps.append((tab, kind))

    def open_form(self, form: FormPresenter) -> None:
        """Open it."""
        self.form = SeenForm(form)
