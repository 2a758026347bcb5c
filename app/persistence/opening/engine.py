"""Engines for both databases: how connections are set up and how transactions begin."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from app.domain.errors import StorageRefusal
from app.persistence.opening.refusals import translate_errors

BUSY_TIMEOUT_MS = 5_000
LOCK_TIMEOUT_MS = 5_000
STATEMENT_TIMEOUT_MS = 60_000
CACHE_KIB = 32 * 1024
MAP_BYTES = 256 * 1024 * 1024
_WRITING = "maplebridge_writing"


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...

    def close(self) -> None: ...


class _DriverConnection(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def sqlite_engine(file: Path) -> Engine:
    """Open a SQLite file through sqlcipher3: WAL, full synchronisation, foreign keys, own transactions."""
    url = URL.create("sqlite", database=str(file))
    # An uncaught error is logged: it must not carry names and numbers of people.
    engine = create_engine(url, module=sqlcipher3.dbapi2, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    translate_errors(engine, str(file))
    return engine


def postgresql_engine(url: str) -> Engine:
    """Connect to PostgreSQL by psycopg, with limits on waiting so that a window never hangs on a lock.

    Raises StorageRefusal ``store.unknown_address`` for no address, ``store.driver_missing`` without psycopg.
    """
    try:
        parsed = make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise StorageRefusal("store.unknown_address") from None
    limits = f"-c lock_timeout={LOCK_TIMEOUT_MS} -c statement_timeout={STATEMENT_TIMEOUT_MS} -c timezone=UTC"
    try:
        engine = create_engine(
            parsed, connect_args={"options": limits}, pool_pre_ping=True, hide_parameters=True
        )
    except ModuleNotFoundError as error:
        raise StorageRefusal("store.driver_missing", name=error.name) from error
    translate_errors(engine, parsed.render_as_string(hide_password=True))
    return engine


def writing(engine: Engine) -> Engine:
    """Give the same engine with transactions that take the write lock at once (no upgrade deadlocks)."""
    return engine.execution_options(**{_WRITING: True})


def reading(engine: Engine) -> Engine:
    """Give the same engine with transactions that only read."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
    return engine


def _set_up_sqlite(connection: object, record: object) -> None:
    del record
    driver = cast("_DriverConnection", connection)
    driver.isolation_level = None
    cursor = driver.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        f"cache_size=-{CACHE_KIB}",
        f"mmap_size={MAP_BYTES}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
