"""The folder in which a centre's data lie, and what is around it."""

from __future__ import annotations

import getpass
import platform
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from app.domain.errors import StorageRefusal

FOLDER_NAME = "MapleBridge"


def default_folder() -> Path:
    """Give the folder this login keeps its data in when no other was named; nothing is made."""
    return Path(platformdirs.user_data_dir(FOLDER_NAME, appauthor=False))


def workstation_name() -> str:
    """Name this computer and login; an unknown one has an empty part."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):
        # A login without an entry in the system's list of users: containers have such.
        login = ""
    return f"{platform.node()}/{login}"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A data folder: the database, and ``files`` with issued pages and attachments."""

    path: Path
    workstation: str = field(default_factory=workstation_name)

    @property
    def files(self) -> Path:
        """Where files are kept by content."""
        return self.path / "files"

    @property
    def keys(self) -> Path:
        """Where the private keys that sign pages are kept; they go into no export."""
        return self.path / "keys"

    def prepare(self) -> None:
        """Make the folder; StorageRefusal ``store.read_only_folder`` where that is impossible."""
        try:
            self.files.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageRefusal(
                "store.read_only_folder", folder=str(self.path), reason=error.strerror
            ) from error

    def size(self) -> int:
        """Count the bytes of everything in the folder; a file that vanishes meanwhile counts nothing."""
        total = 0
        for path in self.path.rglob("*"):
            try:
                total += path.stat().st_size if path.is_file() else 0
            except FileNotFoundError:
                continue
        return total

    def free(self) -> int:
        """Count the bytes still free where the folder lies."""
        return shutil.disk_usage(self.path).free
