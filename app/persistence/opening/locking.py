"""One running program per data folder: a lock file that names host and process and is held while it runs."""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path

from app.domain.errors import StorageRefusal

LOCK_NAME = "maplebridge.lock"
_LOCKED_BYTE = 1 << 30
"""Windows locks bytes against reading too: one far behind the text is taken, so the text stays readable."""


class FolderLock:
    """Holds a data folder for this process.

    The operating system's lock on the file decides, so the file of a process that died is taken over
    and a process id used again by another program does no harm; the text inside only says who it is.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder or raise StorageRefusal ``store.in_use`` with host and pid of who has it."""
        self._file = folder / LOCK_NAME
        self.was_left_over = False
        """True when the program before this one did not close its database."""
        self._handle = self._open(folder)
        if not _try_lock(self._handle):
            owner = _owner(self._file)
            os.close(self._handle)
            raise StorageRefusal("store.in_use", folder=str(folder), host=owner[0], pid=owner[1])
        self.was_left_over = os.fstat(self._handle).st_size > 0
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, json.dumps({"host": platform.node(), "pid": os.getpid()}).encode())
        os.fsync(self._handle)

    def _open(self, folder: Path) -> int:
        try:
            return os.open(self._file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except PermissionError:
            # On Windows another process may hold the file so that it cannot even be opened.
            raise StorageRefusal("store.read_only_folder", folder=str(folder)) from None
        except OSError as error:
            code = "store.disk_full" if "space" in str(error).lower() else "store.read_only_folder"
            raise StorageRefusal(code, folder=str(folder), reason=str(error)) from None

    def release(self, *, is_closed: bool = True) -> None:
        """Let go of the folder; an empty file stays, since removing it could remove the next owner's.

        The mark of a program that died stays too where the database was not opened and closed after it:
        the next opening must look at all of it again.
        """
        if self._handle < 0:
            return
        if is_closed or not self.was_left_over:
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = -1


def _owner(file: Path) -> tuple[str, int]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return str(told["host"]), int(told["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        # Between taking the lock and writing who took it the text is empty.
        return "", 0


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
