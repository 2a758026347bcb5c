"""Files that several computers reach: kept in a shared folder, with a copy on each computer."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.archive.files import FileStore
from app.domain.errors import StorageRefusal

MARKER = "maplebridge-files"
"""Names the database a folder belongs to; a mount point without its share has no such file."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A shared folder and the mark by which it is known."""

    path: Path
    mark: str

    def prepare(self) -> None:
        """Put the mark into the folder, proving that it can be written.

        Raises StorageRefusal ``files.no_folder``, ``files.of_another_centre``, ``file.not_writable``.
        """
        if not self.path.is_absolute() or not self.path.is_dir():
            raise StorageRefusal("files.no_folder", path=str(self.path))
        try:
            marker = self.path / MARKER
            if marker.exists() and marker.read_text("ascii", "replace").strip() != self.mark:
                raise StorageRefusal("files.of_another_centre", path=str(self.path))
            with marker.open("w", encoding="ascii") as file:
                file.write(self.mark)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageRefusal("file.not_writable", path=str(self.path), reason=error.strerror) from error

    def refuse_unreachable(self) -> None:
        """Raise StorageRefusal ``files.unreachable`` unless the folder with its mark is there."""
        try:
            is_ours = (self.path / MARKER).read_text("ascii", "replace").strip() == self.mark
        except OSError:
            is_ours = False
        if not is_ours:
            raise StorageRefusal("files.unreachable", path=str(self.path))

    @property
    def store(self) -> FileStore:
        """The files there; only after ``refuse_unreachable``."""
        return FileStore(self.path)


class SharedFiles(FileStore):
    """Writes to the shared folder first and reads the copy here first; without a shared folder, here alone.

    ``place`` is asked anew for every write: another computer may have named the folder meanwhile.
    """

    def __init__(self, folder: Path, place: Callable[[], SharedPlace | None]) -> None:
        super().__init__(folder)
        self._place = place

    def put(self, content: bytes) -> str:
        """Store bytes where every computer finds them, or refuse with ``files.unreachable``."""
        place = self._place()
        if place is None:
            return super().put(content)
        place.refuse_unreachable()
        digest = place.store.put(content)
        self._keep_copy(content)
        return digest

    def get(self, digest: str) -> bytes:
        """Read the copy here, else the shared file; ``files.not_shared_yet`` when it is in neither."""
        try:
            return super().get(digest)
        except StorageRefusal as refusal:
            place = self._place()
            if place is None:
                raise
            _LOG.info("file %s is not here (%s): read from the shared folder", digest, refusal.code)
            return self._fetch(place, digest)

    def get_original(self, digest: str) -> bytes:
        """Read what is kept for all computers, whatever lies here."""
        place = self._place()
        if place is None:
            return super().get(digest)
        place.refuse_unreachable()
        return place.store.get(digest)

    def refuse_unreachable(self) -> None:
        """Raise StorageRefusal ``files.unreachable`` when nothing could be stored now."""
        place = self._place()
        if place is not None:
            place.refuse_unreachable()

    def hand_over(self, place: SharedPlace) -> int:
        """Copy what lies here and not yet in a shared folder; gives how many files.

        A damaged copy here is left out: it may be whole elsewhere, and the check of the data names it.
        """
        place.refuse_unreachable()
        there, copied = frozenset(place.store.digests()), 0
        for digest in self.digests():
            if digest in there:
                continue
            try:
                content = super().get(digest)
            except StorageRefusal:
                _LOG.exception("file %s is damaged here and was not copied", digest)
                continue
            place.store.put(content)
            copied += 1
        return copied

    def sweep(self, before: datetime) -> int:
        """Remove what killed processes left, here and in the shared folder."""
        left, place = super().sweep(before), self._place()
        return left if place is None else left + place.store.sweep(before)

    def _fetch(self, place: SharedPlace, digest: str) -> bytes:
        place.refuse_unreachable()
        try:
            content = place.store.get(digest)
        except StorageRefusal as refusal:
            if refusal.code == "file.missing":
                raise StorageRefusal("files.not_shared_yet", path=str(place.path)) from refusal
            raise
        self._keep_copy(content)
        return content

    def _keep_copy(self, content: bytes) -> None:
        """Keep a copy here; a full disk here is no loss, the file is safe where all reach it."""
        with contextlib.suppress(StorageRefusal):
            super().put(content)
