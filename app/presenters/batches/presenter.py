"""One batch: choose the kind, go through the cases one by one, stop when asked, print what there is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from app.domain.changes import Changes
from app.domain.filing.batches import BatchCase, BatchLine, BatchOutcome, BatchWish
from app.domain.filing.kinds import DocumentKind
from app.presenters.batches.view import BatchResult, BatchView
from app.presenters.batches.words import BatchWords
from app.presenters.desk import DRAWING, Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.filing.batches.service import PrintPart

T = TypeVar("T")
ONCE, EACH_COPY = "once", "each_copy"
"""How often a print has every paper."""
_FAILED = BatchOutcome.FAILED
_SHOWN = {
    outcome: place
    for place, outcome in enumerate(
        (_FAILED, BatchOutcome.ISSUED, BatchOutcome.STANDING, BatchOutcome.SKIPPED)
    )
}
"""What needs somebody stands first, what was issued next."""


class BatchPresenter:
    """Each case is one short piece of work on the database lane, so that others go in between.

    Stopping lets the case in hand come to its end; what was issued stays issued and is told.
    """

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        cases: Sequence[BatchCase],
        *,
        scope: str,
        kind: DocumentKind = DocumentKind.MEDIATION_NOTICE,
        on: date | None = None,
    ) -> None:
        self._desk, self._navigator = desk, navigator
        self._cases, self._scope = tuple(cases), scope
        self._wish = BatchWish(kind=kind, on=on)
        self._say, self._words = desk.translator.text, BatchWords(desk)
        self._view: BatchView | None = None
        self._waiting: list[BatchCase] = []
        self._lines: dict[UUID, BatchLine] = {}
        self._changes = Changes()
        self._is_cancelled = self._is_each_copy = False
        self.is_running = False
        """Whether cases are being gone through."""

    @property
    def title(self) -> str:
        """Give the title of the window."""
        return self._say("批量出具文书")

    def attach(self, view: BatchView) -> None:
        """Ask for the kind."""
        self._view = view
        view.show_choice(self._scope, self._words.kinds(), self._wish.kind.value)
        view.show_hint(self._words.hint(self._wish.kind))

    def detach(self) -> None:
        """Let the window go; a batch that runs stops after the paper in hand."""
        self._is_cancelled = True
        self._view = None

    # user → presenter

    def choose(self, kind: str) -> None:
        """Choose what is issued."""
        self._wish = BatchWish(kind=DocumentKind.of(kind), on=self._wish.on)
        if self._view is not None:
            self._view.show_hint(self._words.hint(self._wish.kind))

    def start(self) -> None:
        """Go through the cases: those not seen to yet, and those that failed."""
        if self.is_running:
            return
        self._waiting = [case for case in self._cases if self._is_due(case)]
        self._lines = {id_: line for id_, line in self._lines.items() if line.outcome is not _FAILED}
        self._changes, self._is_cancelled, self.is_running = Changes(), False, True
        self._tell("", is_error=False)
        self._next()

    def cancel(self) -> None:
        """Stop after the case in hand."""
        if self.is_running:
            self._is_cancelled = True
            if self._view is not None:
                self._view.show_stopping(self._say("办完手上这一件就停"))

    def choose_copies(self, key: str) -> None:
        """Choose whether the print has every paper once, or as often as it goes out."""
        self._is_each_copy = key == EACH_COPY

    def print(self) -> None:
        """Print everything there is as one job, in the order of the cases."""
        is_each = self._is_each_copy

        def work(parts: Sequence[PrintPart]) -> bytes:
            with tempfile.TemporaryDirectory(prefix="maplebridge-batch-") as folder:
                path = Path(folder) / "print.pdf"
                self._desk.services.batches.join(parts, path, is_each_copy=is_each)
                return path.read_bytes()

        def joined(pdf: bytes) -> None:
            self._joining(is_joining=False)
            self._navigator.print_document(pdf, self._say(self._wish.kind.term), 1)

        self._join(work, joined)

    def save(self) -> None:
        """Write everything there is as one PDF where the user says."""
        name = self._say("{kind} {day}.pdf", kind=self._say(self._wish.kind.term), day=self._desk.today)
        path = self._navigator.ask_save(self._say("合成的 PDF 存到"), name)
        if path is None:
            return

        def joined(pages: int) -> None:
            self._joining(is_joining=False)
            self._tell(self._say("已存到 {name}，共 {n} 页", name=path.name, n=pages), is_error=False)

        batches, is_each = self._desk.services.batches, self._is_each_copy
        self._join(lambda parts: batches.join(parts, path, is_each_copy=is_each), joined)

    # going on

    def _is_due(self, case: BatchCase) -> bool:
        line = self._lines.get(case.id)
        return line is None or line.outcome is _FAILED

    def _next(self) -> None:
        if self._is_cancelled or not self._waiting:
            self._end()
            return
        case, wish, actor = self._waiting[0], self._wish, self._desk.actor
        batches = self._desk.services.batches
        if self._view is not None:
            current = f"{case.number}\u3000{case.title}"
            self._view.show_running(self._words.progress(self._in_order(), len(self._cases), current))

        def arrived(done: Done[BatchLine]) -> None:
            self._waiting.pop(0)
            self._lines[case.id] = done.value
            self._changes = self._changes | done.changes
            self._next()

        self._desk.runner.submit(lambda: batches.issue(wish, case, actor=actor), arrived, self._broke)

    def _broke(self, error: Exception) -> None:
        self._tell(sentence(self._desk.translator, error), is_error=True)
        self._end()

    def _end(self) -> None:
        self.is_running = False
        if self._changes:
            self._desk.feed.announce(self._changes)
        if self._view is not None:
            self._view.show_result(self._result())
        else:
            self._navigator.toast(self._words.summary(self._in_order()))

    def _result(self) -> BatchResult:
        say, count, lines = self._say, self._desk.formats.count, self._in_order()
        rest = len(self._cases) - len(lines)
        failed = sum(line.outcome is _FAILED for line in lines)
        told = self._words.summary(lines)
        if rest:
            told = say("已停止：{told}；还有 {n} 件没有办。已出具的照样有效。", told=told, n=count(rest))
        again = ""
        if rest:
            again = say("接着办 {n} 件", n=count(rest + failed))
        elif failed:
            again = say("重试 {n} 件", n=count(failed))
        return BatchResult(
            words=told,
            rows=[self._words.row(line) for line in sorted(lines, key=lambda line: _SHOWN[line.outcome])],
            papers=len(self._document_ids()),
            again=again,
        )

    def _in_order(self) -> tuple[BatchLine, ...]:
        return tuple(self._lines[case.id] for case in self._cases if case.id in self._lines)

    # the print

    def _document_ids(self) -> tuple[UUID, ...]:
        return tuple(id_ for line in self._in_order() for id_ in line.document_ids)

    def _join(self, work: Callable[[Sequence[PrintPart]], T], done: Callable[[T], None]) -> None:
        runner, batches, ids = self._desk.runner, self._desk.services.batches, self._document_ids()
        if not ids:
            return
        self._tell("", is_error=False)
        self._joining(is_joining=True)

        def read(parts: Sequence[PrintPart]) -> None:
            runner.submit(lambda: work(parts), done, self._failed, lane=DRAWING)

        runner.submit(lambda: batches.parts(ids), read, self._failed)

    def _joining(self, *, is_joining: bool) -> None:
        if self._view is not None:
            self._view.show_joining(is_joining=is_joining)

    def _failed(self, error: Exception) -> None:
        self._joining(is_joining=False)
        self._tell(sentence(self._desk.translator, error), is_error=True)

    def _tell(self, words: str, *, is_error: bool) -> None:
        if self._view is not None:
            self._view.show_told(words, is_error=is_error)
