"""调解笔录: the records of a case, one of them open for writing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.duties.next_steps import NextStepKind
from app.presenters.desk import Desk
from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.view import Conflict
from app.presenters.workspace.sessions.entries import SessionEntry
from app.presenters.workspace.sessions.presenter import SessionsPresenter
from app.presenters.workspace.sessions.view import SessionTab, Speaker
from app.ui.dialogs.conflict import ConflictDialog
from app.ui.kit import Kit
from app.ui.screens.workspace.sessions.caucus import KEYS as CAUCUS_KEYS
from app.ui.screens.workspace.sessions.editor import SessionEditor
from app.ui.shell.headers import CommandBar
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import EmptyState, ErrorStrip, SavedMark
from app.ui.widgets.switches import ViewTabs

_KEEP_AFTER_MS, _SAVE_AFTER_MS = 1500, 15_000


class SessionsPane(QWidget):
    """A case pane; typing is kept as a draft after 1.5 s, the record is saved in pauses and on leaving."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._presenter = SessionsPresenter(desk, navigator, self)
        self._editor = SessionEditor(kit, desk, self._presenter, self._typed)
        self._conflicts: tuple[Conflict, ...] = ()
        self._keep, self._save = self._timer(_KEEP_AFTER_MS), self._timer(_SAVE_AFTER_MS)
        self._keep.timeout.connect(self._presenter.keep_draft)
        self._save.timeout.connect(self._presenter.save)
        self._build()
        self._bind_keys()

    # the pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case; what is being typed stays."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet on disk."""
        return self._presenter.has_unsaved

    def save_now(self) -> None:
        """Keep what is typed and save the record."""
        self._editor.caucus.cover()
        self._presenter.save()
        self._presenter.keep_draft()

    def take_step(self, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Begin a record, or go on with the open one."""
        if kind in {NextStepKind.MEDIATE, NextStepKind.RECORD}:
            self._presenter.take_up(subject_id)

    # presenter → view

    def show_list(self, tabs: Sequence[SessionTab], chosen: str, *, may_begin: bool) -> None:
        """Show which records there are."""
        self._tabs.show_tabs([(tab.key, tab.text, tab.note) for tab in tabs])
        self._tabs.show_value(chosen)
        self._begin.setVisible(may_begin)

    def show_empty(self, words: str, *, may_begin: bool) -> None:
        """Say that there is no record yet."""
        if words:
            self._empty.say(words, self._kit.translator.text("进入调解") if may_begin else "")
        self._pages.setCurrentIndex(0 if words else 1)

    def show_entry(
        self, entry: SessionEntry, speakers: Sequence[Speaker], *, is_finished: bool, focus: str
    ) -> None:
        """Show a record and go to the field last written in."""
        self._pages.setCurrentIndex(1)
        self._editor.show_entry(entry, speakers, is_finished=is_finished)
        self._finish.setVisible(not is_finished)
        say = self._kit.translator.text
        self._print.set_text(say("打印笔录") if is_finished else say("打印草稿"))
        if focus:
            self._editor.go_to(focus)

    def show_told(self, rights: str, routes: str) -> None:
        """Word what the parties were told."""
        self._editor.show_told(rights, routes)

    def show_problem(self, field: str, words: str) -> None:
        """Show what is wrong beside its field, or at the top."""
        if not self._editor.set_problem(field, words):
            self._strip.tell(words)

    def clear_problems(self) -> None:
        """Take every problem away."""
        self._strip.clear()
        self._editor.clear_problems()

    def show_conflicts(self, words: str, conflicts: Sequence[Conflict]) -> None:
        """Say that somebody saved the same record; both values wait behind 对照."""
        self._conflicts = tuple(conflicts)
        self._strip.tell(
            words, kind="warning", retry=self._compare, retry_text=self._kit.translator.text("对照")
        )

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
        if note.state is SavedState.SAVING:
            self._saved.show_saving()
        elif note.state is SavedState.FAILED:
            self._saved.show_failed()
        else:
            self._saved.show_saved(note.time if note.state is SavedState.SAVED else "")

    # building

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        self._tabs = ViewTabs(kit, name=say("调解笔录"))
        self._tabs.on_chosen(self._presenter.choose)
        self._begin = Button(kit, say("再次调解"), icon="plus", height="small")
        self._begin.clicked.connect(lambda _on=False: self._presenter.begin())
        self._saved = SavedMark(kit)
        self._saved.on_retry(self._presenter.keep_draft)
        top = QHBoxLayout()
        kit.style.lay(top, (16, 4, 16, 0), gap=12)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._saved)
        top.addWidget(self._begin)
        self._strip = ErrorStrip(kit)
        strip = QVBoxLayout()
        kit.style.lay(strip, (16, 6, 16, 0))
        strip.addWidget(self._strip)
        written = QWidget()
        written.setObjectName("plain")
        inner = QVBoxLayout(written)
        kit.style.lay(inner)
        inner.addLayout(top)
        inner.addWidget(self._scroll(), 1)
        inner.addWidget(self._bar())
        self._empty = EmptyState(kit, "", icon="talk")
        self._empty.on_action(self._presenter.begin)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(written)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addLayout(strip)
        column.addWidget(self._pages, 1)

    def _scroll(self) -> QScrollArea:
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the focus and scrolls into view
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._editor)
        return area

    def _bar(self) -> CommandBar:
        kit = self._kit
        say = self._kit.translator.text
        bar = CommandBar(kit)
        self._print = Button(kit, say("打印草稿"), icon="print", keys="Ctrl+P")
        self._print.clicked.connect(lambda _on=False: self._presenter.print())
        self._finish = Button(kit, say("结束本次调解"), icon="check", keys="Ctrl+Enter")
        self._finish.clicked.connect(lambda _on=False: self._presenter.finish())
        bar.add_verb(self._print)
        bar.add_verb(self._finish)
        return bar

    def _bind_keys(self) -> None:
        for digit in range(1, 10):
            bind(self, f"Ctrl+{digit}", partial(self._editor.go_to_speaker, digit - 1))
        bind(self, "Ctrl+T", lambda: self._editor.stamp(self._presenter.time_now()))
        bind(self, CAUCUS_KEYS, self._editor.caucus.uncover)
        bind(self, "Ctrl+P", self._print.click_if_enabled)
        bind(self, "Ctrl+Return", self._finish.click_if_enabled)
        bind(self, "Ctrl+Enter", self._finish.click_if_enabled)

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        return timer

    def _typed(self) -> None:
        self._keep.start()
        self._save.start()

    def _compare(self) -> None:
        dialog = ConflictDialog(self._kit, self._conflicts, self)
        dialog.on_mine(self._presenter.use_mine)
        dialog.on_theirs(self._presenter.use_theirs)
        dialog.finished.connect(lambda _code: self._tell_again())
        dialog.open()

    def _tell_again(self) -> None:
        """Leave an undecided conflict on the strip."""
        if self._presenter.is_in_conflict:
            words = self._kit.translator.text("尚未决定用谁的内容，您的输入仍在。")
            self.show_conflicts(words, self._conflicts)
