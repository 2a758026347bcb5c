"""A folder of copies that leaves the house: written whole under the name the user chose, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from app.domain.errors import StorageRefusal

_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST = 80


def file_name(text: str) -> str:
    """Make a name every system takes: no signs of paths, no dots or blanks at the ends, not too long.

    >>> file_name("（2026）石社人调字第1号")
    '（2026）石社人调字第1号'
    >>> file_name("收条: 2026/11/02. ")
    '收条_ 2026_11_02'
    """
    plain = "".join("_" if sign in _FORBIDDEN or ord(sign) < ord(" ") else sign for sign in text)
    stem, dot, ending = plain.rpartition(".")
    if not dot or not stem or len(ending) > _LONGEST // 10:
        stem, ending = plain, ""
    kept = stem[:_LONGEST].strip(" .") or "_"
    return f"{kept}.{ending.strip()}" if ending.strip() else kept


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write all files into a new folder; StorageRefusal ``export.exists`` or ``export.not_written``.

    Everything is written beside it first: a full stick leaves no folder that looks complete.
    """
    if folder.exists():
        raise StorageRefusal("export.exists", name=folder.name)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        for name, content in files:
            (unfinished / name).write_bytes(content)
        unfinished.rename(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise StorageRefusal(
            "export.not_written", name=folder.name, reason=error.strerror or str(error)
        ) from error
    return folder
