"""Files kept by their content: the name is the SHA-256, so what is read is what was written, or a refusal."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.domain.errors import StorageRefusal

_HEX = frozenset("0123456789abcdef")
_DIGEST_LENGTH = 64
_NO_SPACE = (
    frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}) if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
)
_TEMPORARY = ".incoming-"


class FileStore:
    """A folder of immutable files, two levels deep, written atomically and verified on every read.

    A file appears under its digest only when its bytes are on the disk: written to a temporary
    file beside it, fsynced, renamed, and the folder fsynced. A kill in between leaves a temporary
    file that ``sweep`` removes. The same content is stored once; nothing is ever overwritten or removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    def put(self, content: bytes) -> str:
        """Store bytes and give their SHA-256; StorageRefusal ``disk.full`` or ``file.not_writable``."""
        digest = hashlib.sha256(content).hexdigest()
        target = self._path(digest)
        try:
            if target.exists() and _digest_of(target) == digest:
                return digest
            if not target.parent.is_dir():
                target.parent.mkdir(parents=True, exist_ok=True)
                _sync_folder(self._folder)
            _write_atomically(target, content)
        except OSError as error:
            code = "disk.full" if error.errno in _NO_SPACE else "file.not_writable"
            raise StorageRefusal(code, path=str(target.parent), reason=error.strerror) from error
        return digest

    def get(self, digest: str) -> bytes:
        """Read bytes by their SHA-256; StorageRefusal ``file.missing``, ``.changed`` or ``.unreadable``."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise StorageRefusal("file.missing", path=str(path), sha256=digest) from None
        except OSError as error:
            raise StorageRefusal("file.unreadable", path=str(path), reason=error.strerror) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StorageRefusal("file.changed", path=str(path), sha256=digest)
        return content

    def get_original(self, digest: str) -> bytes:
        """Read the file that counts; here there is no other."""
        return self.get(digest)

    def refuse_unreachable(self) -> None:
        """Refuse when nothing could be stored now; a folder of this computer is always there."""

    def digests(self) -> Iterator[str]:
        """Give the digest of every stored file, unread."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            if _is_digest(path.name):
                yield path.name

    def sweep(self, before: datetime) -> int:
        """Remove temporary files that a killed process left before a moment; gives how many.

        Younger ones may belong to another computer that is writing into the same folder.
        """
        left = 0
        for path in self._folder.glob(f"[0-9a-f][0-9a-f]/{_TEMPORARY}*"):
            try:
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()
                    left += 1
            except OSError:
                # Somebody else swept it, or holds it: it is not ours to insist.
                continue
        return left

    def _path(self, digest: str) -> Path:
        if not _is_digest(digest):
            raise StorageRefusal("file.missing", path=str(self._folder), sha256=digest)
        return self._folder / digest[:2] / digest


def _is_digest(name: str) -> bool:
    return len(name) == _DIGEST_LENGTH and set(name) <= _HEX


def _digest_of(path: Path) -> str:
    with path.open("rb") as stored:
        return hashlib.file_digest(stored, "sha256").hexdigest()


def _write_atomically(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no handle for a folder and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
