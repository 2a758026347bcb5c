"""查验: a paper is told by its characters or handed in as a file; the answer, its pages, and our keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.proofs.pages import PageKey
from app.domain.filing.proofs.verdicts import PaperVerdict
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_DOCUMENTS, Navigator
from app.presenters.sentences import sentence
from app.presenters.verify.words import VerdictWords, told
from app.services.done import Done

_MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeyWords:
    """The keys in words: which signs now, and how many signed before."""

    now: str
    has_any: bool


class VerifyView(Protocol):
    """What the page can show."""

    def show_verdict(self, verdict: VerdictWords | None, *, has_case: bool) -> None:
        """Show the answer, or nothing yet."""

    def show_problem(self, words: str) -> None:
        """Show below the field why there is no answer; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a paper is being read."""

    def show_keys(self, words: KeyWords) -> None:
        """Show which key signs."""


class VerifyPresenter:
    """Verifies one paper at a time; a later question replaces the one before."""

    def __init__(self, desk: Desk, navigator: Navigator, view: VerifyView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._case: UUID | None = None
        self._asked = 0

    def refresh(self) -> None:
        """Read which keys there are."""
        self._desk.runner.submit(self._desk.services.verifying.keys, self._keys, self._failed)

    def verify_code(self, typed: str) -> None:
        """Verify the characters somebody reads from a page."""
        if not typed.strip():
            self._view.show_problem(self._say("填写页脚的查验码，或选一个文件"))
            return
        verifying = self._desk.services.verifying
        self._ask(lambda: verifying.verify_code(typed))

    def choose_file(self) -> None:
        """Let the user choose a PDF or a picture, and verify it."""
        path = self._navigator.ask_file(self._say("选择要查验的 PDF 或图片"))
        if path is not None:
            self.verify_file(path)

    def verify_file(self, path: Path) -> None:
        """Verify a PDF or a picture."""
        verifying = self._desk.services.verifying

        def read() -> PaperVerdict:
            try:
                if path.stat().st_size > _MOST_BYTES:
                    raise InvalidInput("attachment.too_large", field="paper", name=path.name)
                content = path.read_bytes()
            except OSError as error:
                raise InvalidInput(
                    "proof.unreadable_file", field="paper", reason=error.strerror or ""
                ) from error
            return verifying.verify_paper(content)

        self._ask(read)

    def show_document(self, document_id: UUID) -> None:
        """Show what every page of an issued document must bear."""
        verifying = self._desk.services.verifying
        self._ask(lambda: verifying.proofs_of(document_id))

    def open_case(self) -> None:
        """Go to the case the paper belongs to."""
        if self._case is not None:
            self._navigator.open_case(self._case, TAB_DOCUMENTS)

    def save_public_keys(self) -> None:
        """Write the public keys to a file the user names."""
        path = self._navigator.ask_save(self._say("导出公钥"), self._say("公钥.pem"))
        if path is None:
            return
        verifying = self._desk.services.verifying

        def write() -> Path:
            path.write_bytes(verifying.public_keys())
            return path

        self._desk.runner.submit(
            write,
            lambda saved: self._navigator.toast(self._say("已存到 {name}", name=saved.name)),
            self._failed,
        )

    def renew_key(self) -> None:
        """Sign with a new key from now on."""
        verifying, actor = self._desk.services.verifying, self._desk.actor
        self._desk.runner.submit(lambda: verifying.renew_key(actor=actor), self._renewed, self._failed)

    # services → view

    def _ask(self, work: Callable[[], PaperVerdict]) -> None:
        self._asked += 1
        asked = self._asked
        self._view.show_problem("")
        self._view.show_busy(is_busy=True)

        def answered(verdict: PaperVerdict) -> None:
            if asked == self._asked:
                self._answered(verdict)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._case = None
                self._view.show_verdict(None, has_case=False)
                self._failed(error)

        self._desk.runner.submit(work, answered, failed)

    def _answered(self, verdict: PaperVerdict) -> None:
        self._view.show_busy(is_busy=False)
        document = verdict.document
        self._case = None if document is None else document.case_id
        words = told(self._desk.translator, self._desk.formats, verdict)
        self._view.show_verdict(words, has_case=self._case is not None)

    def _keys(self, keys: tuple[PageKey, ...]) -> None:
        if not keys:
            words = self._say("第一次出具文书时启用密钥。")
        else:
            moment = self._desk.formats.moment(keys[0].made_at)
            words = self._say("现用密钥 {id}，{moment} 启用。", id=keys[0].id, moment=moment)
            if len(keys) > 1:
                words += self._say("以前的 {n} 把只用来查验。", n=len(keys) - 1)
        self._view.show_keys(KeyWords(words, bool(keys)))

    def _renewed(self, done: Done[str]) -> None:
        self._desk.feed.announce(done.changes)
        self._navigator.toast(self._say("已换用新密钥 {id}", id=done.value))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_problem(sentence(self._desk.translator, error))
        if not isinstance(error, (DomainError, OSError)):
            raise error
