"""电子签章证书: what the chosen certificate says, choosing it by file and password, giving it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.domain.changes import Changes
from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.seals.certificates import SealCertificate
from app.domain.values.days.moments import local_day
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.services.done import Done

FILE, PASSWORD = "file", "password"


class SealCertificateView(Protocol):
    """What the card of the certificate can show."""

    def show_file(self, path: str) -> None:
        """Show which file was chosen; empty for none."""

    def show_certificate(self, words: str, facts: tuple[tuple[str, str], ...], *, is_warning: bool) -> None:
        """Show what is chosen, or that nothing is; facts are ``(label, value)``."""

    def show_problem(self, key: str, words: str) -> None:
        """Say what is wrong beside a field, or at the top for an empty key; empty words hide it."""

    def clear_typed(self) -> None:
        """Empty file and password: a password is never left standing."""


class SealCertificatePresenter:
    """Reads and chooses the certificate; what is typed is never kept as a draft."""

    def __init__(self, desk: Desk, navigator: Navigator, view: SealCertificateView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._known: SealCertificate | None = None
        self._is_busy = False
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read which certificate is chosen."""
        certificates, own = self._desk.services.seal_certificates, self._desk.me.organisation_id
        self._desk.runner.submit(lambda: certificates.of_organisation(own), self._arrived, self._failed)

    def choose_file(self) -> None:
        """Let the user choose a file."""
        path = self._navigator.ask_file(self._say("选择证书文件（.p12 或 .pfx）"))
        if path is not None:
            self._view.show_file(str(path))

    def choose(self, typed: str, password: str) -> None:
        """Seal with the certificate in this file from now on."""
        self._clear_problems()
        if not typed.strip():
            self._failed(InvalidInput("seal.file_missing", field=FILE))
            return
        certificates, own = self._desk.services.seal_certificates, self._desk.me.organisation_id
        actor, path = self._desk.actor, Path(typed)
        self._write(lambda: certificates.choose(own, path, password, actor=actor))

    def give_up(self) -> None:
        """Seal with no certificate any more."""
        known = self._known
        if known is None:
            return
        self._clear_problems()
        certificates, actor = self._desk.services.seal_certificates, self._desk.actor
        own, version = known.organisation_id, known.version
        self._write(lambda: certificates.give_up(own, actor=actor, version=version))

    # services → view

    def _write(self, work: Callable[[], Done[SealCertificate]]) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._desk.runner.submit(work, self._saved, self._failed)

    def _saved(self, done: Done[SealCertificate]) -> None:
        self._is_busy = False
        self._view.clear_typed()
        self._arrived(done.value if done.value.is_in_use else None)
        self._desk.feed.announce(done.changes)
        in_use = done.value.is_in_use
        self._navigator.toast(self._say("已选定签章证书") if in_use else self._say("不再用这个证书"))

    def _arrived(self, known: SealCertificate | None) -> None:
        self._known = known
        if known is None:
            words = self._say("还没有选证书。不用电子签章的，不必选。")
            self._view.show_certificate(words, (), is_warning=False)
            return
        now, day = self._desk.clock.now(), self._desk.formats.day
        if now > known.valid_until:
            words = self._say("证书已到期，盖不了章，请换新证书。")
        elif now < known.valid_from:
            words = self._say("证书还没到有效期，盖不了章。")
        elif known.is_self_made:
            words = self._say("这是自己制作的证书：只能证明盖章以后文件没有改动，不能证明是谁盖的。")
        else:
            words = self._say("这个证书由别的机构签发：是否可信，看签发机构是不是依法设立的电子认证机构。")
        is_warning = not known.covers(now) or known.is_self_made
        usages = "、".join(self._say(usage.term) for usage in known.usages) or self._say("没有限制")
        facts = (
            (self._say("证书主体"), known.subject),
            (self._say("签发机构"), known.issuer),
            (
                self._say("有效期"),
                self._say(
                    "{first} 至 {last}",
                    first=day(local_day(known.valid_from)),
                    last=day(local_day(known.valid_until)),
                ),
            ),
            (self._say("用途"), usages),
            (self._say("序列号"), known.serial),
            (self._say("SHA-256"), known.fingerprint),
            (self._say("文件位置"), known.path),
        )
        self._view.show_certificate(words, facts, is_warning=is_warning)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        field = error.field if isinstance(error, DomainError) else ""
        self._view.show_problem(field, sentence(self._desk.translator, error))
        if not isinstance(error, DomainError):
            raise error

    def _clear_problems(self) -> None:
        for key in ("", FILE, PASSWORD):
            self._view.show_problem(key, "")

    def _on_change(self, changes: Changes) -> None:
        if "seal_certificate" in changes.kinds:
            self.refresh()
