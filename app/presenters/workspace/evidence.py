"""证据 of a case: files taken in by content, opened as copies, verified against their digest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.case_file.items import ITEMS_OF_FILES
from app.domain.disputes.states import CaseState
from app.domain.errors import DomainError
from app.domain.filing.documents import Attachment
from app.domain.filing.items import FileItem
from app.presenters.desk import Desk
from app.presenters.history.words import moment_words
from app.presenters.navigation import Navigator
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values
from app.presenters.workspace.forms.presenter import FormPresenter

T = TypeVar("T")
_STEP = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """A file as the list shows it."""

    id: UUID
    name: str
    size: str
    added: str
    who: str
    note: str
    item: str
    is_earlier: bool = False
    """Of the case this one goes on from: it may be opened here, and is taken out only there."""


class EvidenceView(Protocol):
    """The pane of evidence."""

    def show_files(self, rows: Sequence[EvidenceRow], *, may_add: bool) -> None:
        """Show the files of the case, the newest first."""

    def show_told(self, words: str, *, is_error: bool) -> None:
        """Say what failed or what was found; empty words hide it."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""

    def open_copy(self, path: Path) -> None:
        """Open a copy with the program the system has for it."""


class EvidencePresenter:
    """Adds, opens and verifies; files are never changed or deleted."""

    def __init__(self, desk: Desk, navigator: Navigator, view: EvidenceView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._folder: CaseFolder | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Show the files of a case."""
        self._folder = folder
        files = self._desk.names.shown(folder.attachments, folder)
        newest_first = sorted(files, key=lambda entry: entry.added_at, reverse=True)
        rows = [self._row(entry) for entry in newest_first]
        rows += [self._row(entry, number) for number, entry in self._earlier(folder)]
        self._view.show_files(rows, may_add=_may_change(folder))

    def choose(self) -> None:
        """Let the user choose a file, then ask what it shows."""
        path = self._navigator.ask_file(self._say("选择证据文件"))
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Ask for name and note of a file (chosen or dropped) and take it in."""
        folder = self._folder
        if folder is not None and _may_change(folder):
            form = add_form(self._desk, folder, path)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder))

    def open(self, attachment_id: UUID) -> None:
        """Write a verified copy where the user says and open it; the kept file is never handed out."""
        found = self._find(attachment_id)
        path = self._navigator.ask_save(self._say("存一份副本并打开"), found.name) if found else None
        if path is None:
            return
        attachments = self._desk.services.attachments

        def write() -> Path:
            path.write_bytes(attachments.bytes_of(attachment_id))
            return path

        self._run(write, self._view.open_copy)

    def verify(self) -> None:
        """Read every file again and compare it with its digest."""
        folder = self._folder
        earlier = () if folder is None else tuple(entry for _number, entry in folder.earlier_evidence)
        entries = () if folder is None else (*folder.attachments, *earlier)
        attachments = self._desk.services.attachments

        def check() -> tuple[str, ...]:
            wrong = []
            for entry in entries:
                try:
                    attachments.bytes_of(entry.id)
                except DomainError as error:
                    wrong.append(f"{entry.name}：{sentence(self._desk.translator, error)}")
            return tuple(wrong)

        def told(wrong: tuple[str, ...]) -> None:
            words = "\n".join(wrong) or self._say("{n} 件证据完好，与入卷时一致", n=len(entries))
            self._view.show_told(words, is_error=bool(wrong))

        self._run(check, told)

    def put_under(self, attachment_id: UUID) -> None:
        """Ask for the place of a file in the case file."""
        found, folder = self._own(attachment_id), self._folder
        if found is not None and folder is not None and _may_change(folder):
            form = item_form(self._desk, folder, found)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder))

    def remove(self, attachment_id: UUID) -> None:
        """Ask for the reason and take a file out of the case; the file itself stays kept."""
        found, folder = self._own(attachment_id), self._folder
        if found is not None and folder is not None and _may_change(folder):
            form = remove_form(self._desk, folder, found)
            self._view.open_form(FormPresenter(self._desk, self._navigator, form, folder))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._view.show_told("", is_error=False)
        self._desk.runner.submit(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        words = sentence(self._desk.translator, error)
        if isinstance(error, OSError):
            words = self._say("副本没写成：{reason}。换个位置再试", reason=error.strerror or "")
        self._view.show_told(words, is_error=True)

    def _earlier(self, folder: CaseFolder) -> tuple[tuple[str, Attachment], ...]:
        """Give the files that stayed with the case this one goes on from, named as that case names them."""
        shown = self._desk.names.shown(tuple(entry for _number, entry in folder.earlier_evidence), folder)
        return tuple(zip((number for number, _entry in folder.earlier_evidence), shown, strict=True))

    def _find(self, attachment_id: UUID) -> Attachment | None:
        if self._folder is None:
            return None
        entries = (*self._folder.attachments, *(entry for _number, entry in self._folder.earlier_evidence))
        return next((entry for entry in entries if entry.id == attachment_id), None)

    def _own(self, attachment_id: UUID) -> Attachment | None:
        found = self._find(attachment_id)
        return found if self._folder is not None and found in self._folder.attachments else None

    def _row(self, entry: Attachment, earlier: str = "") -> EvidenceRow:
        origin = self._say("原案 {number} 的证据", number=earlier) if earlier else ""
        return EvidenceRow(
            id=entry.id,
            name=entry.name,
            size=size_words(entry.size),
            added=moment_words(self._desk.translator, self._desk.formats, entry.added_at, self._desk.today),
            who=entry.added_by,
            note="　".join(part for part in (origin, entry.note) if part),
            item=self._say(entry.item.term),
            is_earlier=bool(earlier),
        )


def _may_change(folder: CaseFolder) -> bool:
    """Tell whether files may come and go: until the archive, for a closed case lacks this paper or that."""
    return folder.case.state not in (CaseState.ARCHIVED, CaseState.MERGED)


def add_form(desk: Desk, folder: CaseFolder, path: Path) -> Form:
    """Take a file in under a name, with what it shows."""
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        done = desk.services.attachments.add(
            folder.case.id,
            path,
            read.line(values, "name"),
            read.text(values, "note"),
            FileItem.of(values["item"]),
            actor=desk.actor,
        )
        return Sent(done.changes, say("已加证据 {name}", name=done.value.name))

    return Form(
        key=f"evidence/{path.name}",
        case_id=folder.case.id,
        title=say("加证据"),
        words=(say("存入一份副本，原文件不动。"),),
        verb=say("加入"),
        fields=(
            FormField(key="name", label=say("名称"), value=path.name, is_required=True),
            _item_field(desk, FileItem.EVIDENCE),
            FormField(key="note", label=say("证明什么、谁提供"), kind=FieldKind.TEXT),
        ),
        send=send,
    )


def item_form(desk: Desk, folder: CaseFolder, attachment: Attachment) -> Form:
    """Give a file another place in the case file."""
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        item = FileItem.of(values["item"])
        done = desk.services.attachments.put_under(attachment.id, item, actor=desk.actor)
        return Sent(done.changes, say("{name} 归入{item}", name=attachment.name, item=say(item.term)))

    return Form(
        key=f"file-evidence/{attachment.id}",
        case_id=folder.case.id,
        title=say("归类"),
        words=(say("{name} 在卷内目录里归入哪一项。", name=attachment.name),),
        verb=say("归类"),
        fields=(_item_field(desk, attachment.item),),
        send=send,
    )


def _item_field(desk: Desk, item: FileItem) -> FormField:
    say = desk.translator.text
    return FormField(
        key="item",
        label=say("归入卷内目录的"),
        kind=FieldKind.CHOICE,
        value=item.value,
        options=tuple((entry.value, say(entry.term)) for entry in ITEMS_OF_FILES),
        is_required=True,
    )


def remove_form(desk: Desk, folder: CaseFolder, attachment: Attachment) -> Form:
    """Take a file out of the case with a reason."""
    say = desk.translator.text

    def send(values: Values, _seen: CaseFolder) -> Sent:
        reason = read.needed(read.text(values, "note").strip() or None, "note", "reason.words_missing")
        done = desk.services.attachments.remove(attachment.id, reason, actor=desk.actor)
        return Sent(done.changes, say("已移除 {name}", name=attachment.name))

    return Form(
        key=f"remove-evidence/{attachment.id}",
        case_id=folder.case.id,
        title=say("移除证据"),
        words=(say("{name} 不再列入本件，文件和记录留存备查。", name=attachment.name),),
        verb=say("移除"),
        fields=(FormField(key="note", label=say("原因"), kind=FieldKind.TEXT, is_required=True),),
        send=send,
        is_danger=True,
    )


def size_words(size: int) -> str:
    """Say a number of bytes: 812 B, 4 KB, 3 MB; rounded up, so that nothing is ever 0 KB."""
    if size < _STEP:
        return f"{size} B"
    kilobytes = -(-size // _STEP)
    return f"{kilobytes} KB" if kilobytes < _STEP else f"{-(-kilobytes // _STEP)} MB"
