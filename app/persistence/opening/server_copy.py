"""Saving a server's database before it is upgraded: by pg_dump, or by the administrator who says so."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL

from app.domain.errors import StorageRefusal

TOOL = "pg_dump"
_SHOWN_REASON = 300


def dump_before_upgrade(url: URL, folder: Path, target_revision: str, now: datetime) -> Path:
    """Dump a PostgreSQL database whole into ``backups`` of the data folder; gives the file.

    Raises StorageRefusal ``store.backup_first`` where there is no pg_dump, ``store.backup_failed`` with its
    own words when it fails (a tool older than the server, no room). The upgrade must not go on then.
    """
    tool = shutil.which(TOOL)
    if tool is None:
        raise StorageRefusal("store.backup_first", place=url.render_as_string(hide_password=True))
    backups = folder / "backups"
    backups.mkdir(exist_ok=True)
    copy = backups / f"before-{target_revision}-{now:%Y%m%dT%H%M%S}.dump"
    unfinished = copy.with_suffix(".part")
    address = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    # The password goes by the environment: the list of processes shows every command line to everybody.
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    command = [
        tool,
        "--format=custom",
        "--no-password",
        f"--file={unfinished}",
        f"--dbname={address.render_as_string()}",
    ]
    done = subprocess.run(  # noqa: S603 - the tool found on the PATH, with arguments of our own
        command, capture_output=True, text=True, errors="replace", env={**os.environ, **secret}, check=False
    )
    if done.returncode != 0:
        unfinished.unlink(missing_ok=True)
        reason = " ".join(done.stderr.split())[:_SHOWN_REASON]
        raise StorageRefusal("store.backup_failed", reason=reason)
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.replace(copy)
    return copy
