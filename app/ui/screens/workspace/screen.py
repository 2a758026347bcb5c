"""The workspace of one case: head, stepper, timeline, the panes in the middle, paper at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from app.domain.duties.next_steps import NextStepKind
from app.presenters.desk import Desk
from app.presenters.navigation import PAGE_CASES, Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.performance.menu import RECEIPT_KEYS
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.menu import BLOW, NOTE, SUPERVISE, MenuEntry
from app.presenters.workspace.presenter import WorkspacePresenter
from app.presenters.workspace.turn_menu import UNDO
from app.presenters.workspace.words.frame import HeaderWords, TimelineLine
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.calendar.dialogs import AppointmentWindows
from app.ui.screens.workspace.header import WorkspaceHeader
from app.ui.screens.workspace.history_column import HistoryColumn
from app.ui.screens.workspace.middle import Middle
from app.ui.screens.workspace.panes import PaneSpec
from app.ui.shell.pages import bind
from app.ui.widgets.notices import ErrorStrip

_TIMELINE, _CONTEXT = 196, 424
_FULL_WIDTH = 1440
_PAPER_FROM = {1.0: 0, 1.3: 1440, 1.5: 1720}
"""From which width of the window the paper has a column of its own, by type size."""

PaneMaker = Callable[["WorkspaceScreen"], Sequence[PaneSpec]]
"""Names the panes; panes that open forms of the case take the screen's ``ask``."""


class WorkspaceScreen(QWidget):
    """``screen.open_case(case_id, tab, act=True)``; the founder wires the panes."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator, panes: PaneMaker) -> None:
        super().__init__()
        self._kit, self._desk, self._navigator = kit, desk, navigator
        self._header_words: HeaderWords | None = None
        self._step_words: dict[str, str] = {}
        self._build()
        windows = AppointmentWindows(kit, self, self.show_failure, self._header.step.setFocus)
        self.presenter = WorkspacePresenter(desk, navigator, self, windows)
        self._middle.set_panes(panes(self))
        self._connect()

    # user → presenter

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Open a case; what is typed for another case is kept first."""
        if self.presenter.case_id is not None and self.presenter.case_id != case_id:
            self._middle.save_now()
            self._header.step.setFocus()
        self.presenter.open(case_id, tab, act=act)

    def ask(self, key: str, subject: UUID | None = None, part: UUID | None = None) -> None:
        """Open a form of the case by its key (``app.presenters.workspace.menu``)."""
        self.presenter.ask(key, subject, part)

    def page_shown(self) -> None:
        """Take the stage: read again, for another desk may have written; go to the next step."""
        self.presenter.refresh()
        if self.focusWidget() in (
            None,
            self._header.back,
        ):  # the stack gives the first stop, not the first act
            self._header.step.setFocus()

    def page_left(self) -> None:
        """Give way: keep what is typed."""
        self._middle.save_now()

    def has_unsaved(self) -> bool:
        """Tell whether any pane holds something not yet kept."""
        return self._middle.has_unsaved()

    def save_now(self) -> None:
        """Keep everything typed at once."""
        self._middle.save_now()

    # presenter → view

    def show_loading(self) -> None:
        """Show that a case is being read for the first time."""
        self._header.busy.begin()
        self._step_words.clear()

    def show_failure(self, words: str) -> None:
        """Say that the case could not be read."""
        self._header.busy.end()
        if words:
            self._strip.tell(words, retry=self.presenter.refresh)
        else:
            self._strip.clear()

    def show_header(self, header: HeaderWords) -> None:
        """Show head and stepper."""
        self._header_words = header
        self._show_header()

    def show_menu(self, entries: Sequence[MenuEntry]) -> None:
        """Offer these entries in 更多."""
        self._header.show_menu(entries)

    def show_timeline(self, lines: Sequence[TimelineLine]) -> None:
        """Show the history."""
        self._history.show_lines(lines)

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show counts beside the words of the tabs."""
        self._middle.show_counts(counts)

    def show_folder(self, folder: CaseFolder) -> None:
        """Hand the case to the panes; keys go on working when one of them closed the field in hand."""
        self._middle.show_folder(folder)
        if self.window().focusWidget() is None:
            self._header.step.setFocus()

    def show_tab(self, key: str) -> None:
        """Bring a pane to the front."""
        self._middle.show_tab(key)

    def show_look_back(self, words: str, *, is_missing: bool) -> None:
        """Say what a step has left, or still needs."""
        if words:
            self._told.tell(words, kind="warning" if is_missing else "info")
        else:
            self._told.clear()

    def take_step(self, tab: str, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Let the pane of a tab start the next step."""
        self._middle.take_step(tab, kind, subject_id)

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        FormDialog(self._kit, form, self).open()

    # building

    def _build(self) -> None:
        kit = self._kit
        self._header = WorkspaceHeader(kit)
        self._strip, self._told = ErrorStrip(kit), ErrorStrip(kit)
        self._history = HistoryColumn(kit)
        self._middle = Middle(kit, self._history)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._history)
        self._splitter.addWidget(self._middle)
        self._splitter.addWidget(self._middle.context)
        self._splitter.setStretchFactor(1, 1)
        notes = QVBoxLayout()
        kit.style.lay(notes, (24, 0, 24, 0), gap=6)
        notes.addWidget(self._strip)
        notes.addWidget(self._told)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._header)
        column.addLayout(notes)
        column.addWidget(self._splitter, 1)
        kit.style.watch(self, self._arrange)

    def _connect(self) -> None:
        header = self._header
        header.back.clicked.connect(lambda _on=False: self._go_back())
        header.step.clicked.connect(lambda _on=False: self.presenter.press_step())
        header.on_chosen(self.presenter.ask)
        header.stepper.on_looked(self.presenter.look_at)
        self._history.note.clicked.connect(lambda _on=False: self.presenter.ask(NOTE))
        self._history.on_undo(lambda: self.presenter.ask(UNDO))
        self._middle.on_step_words(self._on_step_words)
        # Wherever the focus fell, to the rail for one: the case is on show, so these keys are its own.
        bind(self, "F9", header.step.click_if_enabled, everywhere=True)
        bind(self, "F5", self.presenter.refresh, everywhere=True)
        bind(self, "F6", self.presenter.schedule, everywhere=True)
        bind(self, RECEIPT_KEYS, self.presenter.record_payment, everywhere=True)
        for keys, form in (("Ctrl+J", NOTE), ("F7", SUPERVISE), ("Shift+F7", BLOW)):
            bind(self, keys, partial(self.presenter.ask, form), everywhere=True)
        bind(self, "Ctrl+S", self._middle.save_now)
        bind(self, "Ctrl+Z", lambda: self.presenter.ask(UNDO))
        bind(self, "Alt+Left", self._go_back)
        bind(self, "Esc", self._step_back)
        bind(self, "Ctrl+PgDown", lambda: self._middle.turn(1))
        bind(self, "Ctrl+PgUp", lambda: self._middle.turn(-1))

    def _on_step_words(self, tab: str, words: str) -> None:
        self._step_words[tab] = words
        self._show_header()

    def _show_header(self) -> None:
        header = self._header_words
        if header is not None:
            self._header.show_header(header, self._step_words.get(header.step.tab, ""))

    def _step_back(self) -> None:
        """Leave the field first, then the case; what is typed is kept either way."""
        held = self.focusWidget()
        if isinstance(held, (QLineEdit, QPlainTextEdit)) and held.hasFocus():
            self._middle.save_now()
            self._header.step.setFocus()
        else:
            self._go_back()

    def _go_back(self) -> None:
        self._middle.save_now()
        self._navigator.open_page(PAGE_CASES)

    def _arrange(self) -> None:
        """Give the timeline and the paper a column where there is room, else a tab."""
        px, width = self._kit.style.px, self.window().width()
        is_large = self._kit.style.is_large
        self._middle.set_room(
            timeline=width >= _FULL_WIDTH and not is_large,
            context=width >= _PAPER_FROM[self._kit.style.scale],
        )
        self._history.setMinimumWidth(px(_TIMELINE) if self._middle.has_timeline_room else 0)
        self._middle.context.setMinimumWidth(px(320))
        if self._middle.has_timeline_room and self._splitter.indexOf(self._history) < 0:
            self._splitter.insertWidget(0, self._history)
            self._history.setVisible(True)
        if self._middle.has_context_room and self._splitter.indexOf(self._middle.context) < 0:
            self._splitter.addWidget(self._middle.context)
        rest = self.width() - (px(_TIMELINE) if self._middle.has_timeline_room else 0) - px(_CONTEXT)
        if self._middle.has_timeline_room:
            self._splitter.setSizes([px(_TIMELINE), rest, px(_CONTEXT)])
        else:
            self._splitter.setSizes([rest, px(_CONTEXT)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()
