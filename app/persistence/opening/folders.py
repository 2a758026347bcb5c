"""Where a database may lie: a local folder that can be written; a network share would corrupt it."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath

from app.domain.errors import StorageRefusal

_NETWORK_TYPES = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs",
        "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuse.gvfsd-fuse", "davfs", "fuse.davfs2",
        "lustre", "beegfs", "ocfs2", "gfs2", "prl_fs", "vboxsf",
    }
)  # fmt: skip
_DRIVE_REMOTE = 4
_OCTAL = re.compile(r"\\([0-7]{3})")


def prepare_folder(folder: Path) -> None:
    """Make the data folder, open to this login alone; one that exists stays as it is.

    StorageRefusal ``store.read_only_folder`` when that is impossible.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageRefusal("store.read_only_folder", folder=str(folder), reason=str(error)) from None


def refuse_network_folder(folder: Path) -> None:
    """Raise StorageRefusal ``store.network_folder`` for a share: WAL needs memory shared with one machine."""
    kind = _network_kind(folder)
    if kind:
        raise StorageRefusal("store.network_folder", folder=str(folder), kind=kind)


def network_type(path: PurePosixPath, mounts: str) -> str:
    """Give the file system's type when the mount table (text of /proc/mounts) says it is a share, else ""."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:  # noqa: PLR2004  # device, mount point, type
            continue
        point = PurePosixPath(_OCTAL.sub(lambda match: chr(int(match[1], 8)), parts[1]))
        depth = len(point.parts)
        # Of two mounts on one point the later hides the earlier.
        if (point == path or point in path.parents) and depth >= best:
            best, kind = depth, parts[2]
    # A sandboxed machine may have its whole root on 9p; a share mounted into a machine lies elsewhere.
    is_root_of_sandbox = kind == "9p" and best == 1
    return kind if kind in _NETWORK_TYPES and not is_root_of_sandbox else ""


def is_unc(path: str) -> bool:
    r"""Tell a Windows share (``\\server\share``) from a drive; ``\\?\C:\`` is a drive."""
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    return plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))


if sys.platform == "win32":
    import ctypes

    def _network_kind(folder: Path) -> str:
        resolved = folder.resolve()
        if is_unc(str(resolved)):
            return "UNC"
        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{resolved.drive}\\")
        return "network drive" if drive == _DRIVE_REMOTE else ""
else:

    def _network_kind(folder: Path) -> str:
        table = Path("/proc/mounts")
        if not table.exists():
            return ""
        mounts = table.read_text(encoding="utf-8", errors="surrogateescape")
        return network_type(PurePosixPath(folder.resolve()), mounts)
