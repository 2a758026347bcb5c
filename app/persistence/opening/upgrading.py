"""Bringing a database to this program's schema: made new, upgraded after a copy, or refused untouched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol, cast

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, inspect, text

import app
from app.domain.errors import StorageRefusal
from app.persistence.opening.engine import writing
from app.persistence.opening.refusals import refusal_for

HEAD = "0028"
"""The newest revision in migrations/; a test holds it to the folder, so opening need not read it."""
CHECKED_WHOLE_BYTES = 32 * 1024 * 1024
"""Files up to this size are checked whole at every opening (about 30 ms); larger ones after a crash."""
_ADVISORY_LOCK = 0x6D61706C65


class _Driver(Protocol):
    """What is used of sqlcipher3, which carries no types."""

    def execute(self, statement: str) -> Iterator[tuple[object, ...]]: ...

    def backup(self, target: _Driver) -> None: ...

    def close(self) -> None: ...


def migrations_folder() -> Path:
    """Find the migrations: beside the package in a source tree, inside it in an installed wheel."""
    package = Path(app.__file__).parent
    beside = package.parent / "migrations"
    return beside if (beside / "env.py").exists() else package / "migrations"


def revision_of_file(file: Path, *, check_whole: bool) -> str | None:
    """Give the revision of a SQLite file, or None for one that holds nothing; never writes to it.

    Raises StorageRefusal ``store.damaged``, ``store.foreign_database`` (of another program).
    """
    if not file.exists() or file.stat().st_size == 0:
        return None
    with _reader(file) as reader:
        if check_whole or file.stat().st_size <= CHECKED_WHOLE_BYTES:
            found = next(reader.execute("PRAGMA quick_check(1)"))[0]
            if found != "ok":
                raise StorageRefusal("store.damaged", place=str(file), reason=str(found))
        tables = {
            str(row[0]) for row in reader.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StorageRefusal("store.foreign_database", place=str(file))
        row = next(reader.execute("SELECT version_num FROM alembic_version"), None)
        return str(row[0]) if row else None


def copy_before_upgrade(file: Path, folder: Path, target_revision: str, now: datetime) -> Path:
    """Copy a SQLite database whole, by its online backup, into ``backups`` of the data folder."""
    backups = folder / "backups"
    backups.mkdir(exist_ok=True)
    copy = backups / f"before-{target_revision}-{now:%Y%m%dT%H%M%S}.db"
    unfinished = copy.with_suffix(".part")
    with _reader(file) as reader:
        target = cast("_Driver", sqlcipher3.dbapi2.connect(str(unfinished)))
        with closing(target):
            reader.backup(target)
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.replace(copy)
    return copy


def revision_of(connection: Connection) -> str | None:
    """Give the revision recorded in a PostgreSQL database, or None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def refuse_newer(revision: str | None, place: str, migrations: Path) -> None:
    """Raise StorageRefusal ``store.newer_database`` for a revision this program does not know."""
    if revision in (None, HEAD):
        return
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(migrations)).walk_revisions()}
    if revision not in known:
        raise StorageRefusal("store.newer_database", place=place, revision=revision)


def upgrade(engine: Engine, migrations: Path) -> None:
    """Run the migrations up to the head, each in a transaction of its own."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with writing(engine).connect() as connection:
        config.attributes["connection"] = connection
        if engine.dialect.name == "sqlite":
            with _unchecked_references(connection):
                command.upgrade(config, "head")
            return
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _ADVISORY_LOCK})
        connection.commit()
        try:
            command.upgrade(config, "head")
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY_LOCK})
            connection.commit()


@contextmanager
def _unchecked_references(connection: Connection) -> Iterator[None]:
    """Let batch migrations rebuild tables; SQLite would otherwise empty their children on the way."""
    driver = cast("_Driver", connection.connection.driver_connection)
    list(driver.execute("PRAGMA foreign_keys=OFF"))
    try:
        yield
    finally:
        if connection.in_transaction():
            connection.rollback()
        list(driver.execute("PRAGMA foreign_keys=ON"))


@contextmanager
def _reader(file: Path) -> Iterator[_Driver]:
    try:
        # With no log to read, the file alone is all there is: nothing is created beside it.
        has_log = file.with_name(f"{file.name}-wal").exists()
        address = f"{file.resolve().as_uri()}?mode=ro{'' if has_log else '&immutable=1'}"
        driver = cast("_Driver", sqlcipher3.dbapi2.connect(address, uri=True, timeout=5))
        with closing(driver):
            yield driver
    except sqlcipher3.dbapi2.DatabaseError as error:
        refusal = refusal_for(error, str(file))
        if refusal is None:
            raise
        raise refusal from error
