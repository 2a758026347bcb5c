"""Puts a finished file where it is wanted."""

from __future__ import annotations

from pathlib import Path


def move_into_place(written: Path, output: Path) -> None:
    """Put the finished file in its place at once; a full disk there leaves what was there before."""
    beside = output.with_name(f".{output.name}.unfinished")
    try:
        with written.open("rb") as source, beside.open("wb") as target:
            while part := source.read(1 << 20):
                target.write(part)
        beside.replace(output)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
