"""卷宗 in the workspace: the cards of one case, and the one PDF with its progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.domain.errors import RuleRefusal
from app.presenters.desk import DRAWING, Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.case_file.cards import FileAct, FileCards, file_cards
from app.presenters.workspace.case_file.words import is_form
from app.presenters.workspace.folder import CaseFolder
from app.services.done import Done
from app.services.filing.case_files.binding import BindingProgress, BoundCaseFile, FilePlan

UNVALIDATED = "归档设置（PDF/A-2b），未经验证：这台电脑没有验证程序。"
_SHOWN_NAMES = 3


class Progress(Protocol):
    """How far the binding is."""

    @property
    def total(self) -> int:
        """All steps; nought before they are known."""

    @property
    def done(self) -> int:
        """Steps done."""


class CaseFilePaneView(Protocol):
    """What the pane can show."""

    def show_cards(self, cards: FileCards) -> None:
        """Show the file of a case."""

    def show_binding(self, progress: Progress | None) -> None:
        """Show how far the PDF is, with a way to cancel; None when nothing is being bound."""

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what was made or what failed; empty words hide it."""

    def show_tab(self, key: str) -> None:
        """Go to a tab of this case."""


class CaseFilePanePresenter:
    """Shows the file of one case; ``ask`` opens a form of it by key."""

    def __init__(
        self, desk: Desk, navigator: Navigator, view: CaseFilePaneView, ask: Callable[[str], None]
    ) -> None:
        self._desk, self._navigator, self._view, self._ask = desk, navigator, view, ask
        self._say = desk.translator.text
        self._folder: CaseFolder | None = None
        self._progress: BindingProgress | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        if self._folder is not None and self._folder.case.id != folder.case.id:
            self._view.show_told("", is_error=False)
        self._folder = folder
        files = self._desk.services.case_files

        def arrived(cards: FileCards) -> None:
            if self._folder is folder:
                self._view.show_cards(cards)

        self._desk.runner.submit(
            lambda: file_cards(self._desk, folder, files.standing(folder), files.review(folder)),
            arrived,
            self._failed,
        )

    def press(self, act: FileAct) -> None:
        """Go where something is made."""
        if is_form(act.place):
            self._ask(act.place)
        elif self._folder is not None:
            self._view.show_tab(act.place)

    def bind(self) -> None:
        """Ask where, then make the whole file one PDF: read, bind beside the window, note it."""
        folder = self._folder
        if folder is None or self._progress is not None:
            return
        suggested = self._say("卷宗 {number}.pdf", number=folder.case.intake_number)
        path = self._navigator.ask_save(self._say("卷宗 PDF 存到"), suggested)
        if path is None:
            return
        progress = self._progress = BindingProgress()
        self._view.show_told("", is_error=False)
        self._view.show_binding(progress)
        files, actor = self._desk.services.case_files, self._desk.actor

        def planned(plan: FilePlan) -> None:
            self._desk.runner.submit(
                lambda: files.bind(plan, path, progress),
                lambda bound: self._bound(plan, bound),
                self._stopped,
                lane=DRAWING,
            )

        self._desk.runner.submit(lambda: files.plan(folder.case.id, actor=actor), planned, self._stopped)

    def cancel(self) -> None:
        """Stop the binding; nothing is left where the file was to be."""
        if self._progress is not None:
            self._progress.is_cancelled = True

    def _bound(self, plan: FilePlan, bound: BoundCaseFile) -> None:
        files, actor = self._desk.services.case_files, self._desk.actor
        self._desk.runner.submit(
            lambda: files.note_bound(plan, bound, actor=actor), self._noted, self._stopped
        )

    def _noted(self, done: Done[BoundCaseFile]) -> None:
        self._end()
        self._desk.feed.announce(done.changes)
        self._view.show_told(self._told(done.value), is_error=False)
        self._navigator.toast(self._say("已生成 {name}", name=done.value.path.name))

    def _told(self, bound: BoundCaseFile) -> str:
        say = self._say
        words = [say("{name}：{n} 份材料，共 {m} 页。", name=bound.path.name, n=bound.parts, m=bound.pages)]
        if bound.left_out:
            words.append(say("不能成页、以说明页代替：{names}。", names=_listed(bound.left_out)))
        if bound.loose_fonts:
            words.append(say("附件自带的字体没有嵌入：{names}。", names=_listed(bound.loose_fonts)))
        if bound.is_validated is None:
            words.append(say(UNVALIDATED))
        elif bound.is_validated:
            words.append(say("已通过 PDF/A-2b 验证。"))
        else:
            words.append(say("归档设置（PDF/A-2b）没有通过验证，文件里没有声明。"))
        return self._desk.names.sentence("".join(words))

    def _stopped(self, error: Exception) -> None:
        self._end()
        if isinstance(error, RuleRefusal) and error.code == "case_file.cancelled":
            self._view.show_told(self._say("已取消，没有写出文件"), is_error=False)
        else:
            self._failed(error)

    def _end(self) -> None:
        self._progress = None
        self._view.show_binding(None)

    def _failed(self, error: Exception) -> None:
        self._view.show_told(sentence(self._desk.translator, error), is_error=True)


def _listed(names: tuple[str, ...]) -> str:
    shown = "、".join(names[:_SHOWN_NAMES])
    return shown if len(names) <= _SHOWN_NAMES else f"{shown}等{len(names)}件"
