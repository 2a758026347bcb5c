"""Files of a case: kept by content beside the database, verified whenever they are read."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from app.archive.files import FileStore
from app.domain.changes import Changes
from app.domain.errors import InvalidInput, StorageRefusal
from app.domain.filing.documents import Attachment
from app.domain.filing.items import FileItem
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file taken in: a phone's video of some minutes."""


class AttachmentService:
    """Takes files in and gives them out.

    Kill-safety: the file is on the disk before the row that names it is committed, so a kill leaves
    at most a file nobody names, never a name without its file.
    """

    def __init__(self, store: Store, clock: Clock, files: FileStore) -> None:
        self._store = store
        self._clock = clock
        self._files = files

    def add(
        self,
        case_id: UUID,
        content: Path | bytes,
        name: str,
        note: str = "",
        item: FileItem = FileItem.EVIDENCE,
        *,
        actor: Actor,
    ) -> Done[Attachment]:
        """Take in a file by its path or bytes, under a name of one line; ``item`` is its place in the file.

        Raises InvalidInput ``attachment.name_missing``, ``.empty`` or ``.too_large`` (fact ``limit`` in
        bytes), StorageRefusal ``file.unreadable`` or ``disk.full``.
        """
        kept = kept_file(self._files, content, name)
        with self._store.unit_of_work(actor) as work:
            refuse_locked(work.cases.get(case_id))
            attachment = kept.attachment(case_id, note, self._clock.now(), actor.name, item)
            return Done(work.attachments.add(attachment), work.commit())

    def put_under(self, attachment_id: UUID, item: FileItem, *, actor: Actor) -> Done[Attachment]:
        """Give a file another place in the case file; nothing happens where it has it already."""
        with self._store.unit_of_work(actor) as work:
            known = work.attachments.get(attachment_id)
            refuse_locked(work.cases.get(known.case_id))
            if known.item is item:
                return Done(known, Changes())
            return Done(work.attachments.put_under(attachment_id, item), work.commit())

    def remove(self, attachment_id: UUID, note: str, *, actor: Actor) -> Done[None]:
        """Take a file out of the case with a reason; row and bytes stay."""
        with self._store.unit_of_work(actor) as work:
            refuse_locked(work.cases.get(work.attachments.get(attachment_id).case_id))
            work.attachments.remove(attachment_id, note)
            return Done(None, work.commit())

    def bytes_of(self, attachment_id: UUID) -> bytes:
        """Give the bytes of a file; StorageRefusal ``file.missing`` or ``file.changed``."""
        with look(self._store) as work:
            digest = work.attachments.get(attachment_id).sha256
        return self._files.get(digest)

    def of_case(self, case_id: UUID) -> tuple[Attachment, ...]:
        """Give the files of a case, the oldest first."""
        with look(self._store) as work:
            return work.attachments.of_case(case_id)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies in the store already; no row names it yet."""

    name: str
    size: int
    digest: str

    def attachment(
        self, case_id: UUID, note: str, at: datetime, by: str, item: FileItem = FileItem.EVIDENCE
    ) -> Attachment:
        """Make the entry of a case that names it."""
        return Attachment(
            id=new_id(),
            case_id=case_id,
            name=self.name,
            media_type=mimetypes.guess_type(self.name)[0] or "application/octet-stream",
            size=self.size,
            sha256=self.digest,
            note=note,
            item=item,
            added_at=at,
            added_by=by,
        )


def kept_file(files: FileStore, content: Path | bytes, name: str) -> KeptFile:
    """Put a file into the store, refusing it as ``AttachmentService.add`` tells."""
    shown = one_line(name)
    if not shown:
        raise InvalidInput("attachment.name_missing", field="name")
    data = content if isinstance(content, bytes) else _read(content)
    if not data:
        raise InvalidInput("attachment.empty", field="path", name=shown)
    if len(data) > LARGEST:
        raise InvalidInput("attachment.too_large", field="path", name=shown, limit=LARGEST)
    return KeptFile(shown, len(data), files.put(data))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidInput("attachment.too_large", field="path", name=path.name, limit=LARGEST)
        return path.read_bytes()
    except OSError as error:
        raise StorageRefusal("file.unreadable", path=str(path), reason=error.strerror) from error
