"""An opened database: where work units and reads come from."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from app.domain.errors import StorageRefusal
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.days.moments import Clock
from app.persistence.opening.engine import postgresql_engine, reading, sqlite_engine, writing
from app.persistence.opening.folders import prepare_folder, refuse_network_folder
from app.persistence.opening.locking import FolderLock
from app.persistence.opening.server_copy import dump_before_upgrade
from app.persistence.opening.upgrading import (
    HEAD,
    copy_before_upgrade,
    migrations_folder,
    refuse_newer,
    revision_of,
    revision_of_file,
    upgrade,
)
from app.persistence.reads import Reads
from app.persistence.work import UnitOfWork

if TYPE_CHECKING:
    from app.persistence.bulk import CaseBundle

DATABASE_NAME = "maplebridge.db"


@dataclass(frozen=True, slots=True)
class StoreLocation:
    """Which database: a PostgreSQL or SQLite URL, or with None the file in the data folder."""

    database_url: str | None
    data_folder: Path
    is_backed_up: bool = False
    """Whether the administrator says that the server's database is saved: an upgrade makes no copy then."""

    @property
    def is_postgresql(self) -> bool:
        """Tell a server from a file."""
        return (self.database_url or "").startswith("postgres")

    def refuse_unknown(self) -> None:
        """Raise StorageRefusal ``store.unknown_address``, unheard: an address may hold a password."""
        scheme, _, rest = (self.database_url or "sqlite:///file").partition("://")
        is_file = scheme == "sqlite" and rest.startswith("/") and rest != "/"
        if not is_file and scheme.partition("+")[0] not in ("postgresql", "postgres"):
            raise StorageRefusal("store.unknown_address")

    @property
    def file(self) -> Path:
        """The SQLite file."""
        if self.database_url is None:
            return self.data_folder / DATABASE_NAME
        return Path(self.database_url.split("///", 1)[-1])


class Store:
    """A database at the schema of this program, held until ``close``."""

    def __init__(
        self, engine: Engine, clock: Clock, lock: FolderLock | None, upgraded_from: Path | None
    ) -> None:
        self.backend = engine.dialect.name
        self.backup_before_upgrade = upgraded_from
        """The copy made because opening upgraded the database; None when it did not."""
        self._engine = engine
        self._writing = writing(engine)
        self._reading = reading(engine)
        self._clock = clock
        self._lock = lock

    @classmethod
    def open(cls, location: StoreLocation, clock: Clock, *, migrations: Path | None = None) -> Store:
        """Open a database, making it when it is new and upgrading it, after a copy, when it is older.

        Raises StorageRefusal: ``store.in_use``, ``store.network_folder``, ``store.read_only_folder``,
        ``store.unknown_address``, ``store.newer_database``, ``store.foreign_database``, ``store.damaged``,
        ``store.disk_full``, ``store.busy``, ``store.unreachable``, ``store.access_refused``,
        ``store.driver_missing``, ``store.backup_first``, ``store.backup_failed``. What is refused is left
        as it was.
        """
        folder = migrations or migrations_folder()
        location.refuse_unknown()
        if location.is_postgresql:
            return cls._open_server(location, clock, folder)
        return cls._open_file(location, clock, folder)

    @classmethod
    def _open_file(cls, location: StoreLocation, clock: Clock, migrations: Path) -> Store:
        file = location.file
        prepare_folder(file.parent)
        refuse_network_folder(file.parent)
        lock = FolderLock(file.parent)
        engine: Engine | None = None
        try:
            revision = revision_of_file(file, check_whole=lock.was_left_over)
            refuse_newer(revision, str(file), migrations)
            copy = None
            if revision not in (None, HEAD):
                copy = copy_before_upgrade(file, file.parent, HEAD, clock.now())
            engine = sqlite_engine(file)
            if revision != HEAD:
                upgrade(engine, migrations)
        except BaseException:
            if engine is not None:
                engine.dispose()
            lock.release(is_closed=False)
            raise
        return cls(engine, clock, lock, copy)

    @classmethod
    def _open_server(cls, location: StoreLocation, clock: Clock, migrations: Path) -> Store:
        prepare_folder(location.data_folder)
        engine = postgresql_engine(cast("str", location.database_url))
        try:
            with engine.connect() as connection:
                revision = revision_of(connection)
            refuse_newer(revision, engine.url.render_as_string(hide_password=True), migrations)
            copy = None
            if revision not in (None, HEAD) and not location.is_backed_up:
                copy = dump_before_upgrade(engine.url, location.data_folder, HEAD, clock.now())
            if revision != HEAD:
                upgrade(engine, migrations)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, clock, None, copy)

    def unit_of_work(self, actor: Actor) -> UnitOfWork:
        """Begin one use case on behalf of somebody; leaving it without ``commit`` undoes everything."""
        return UnitOfWork(_session(self._writing), actor, self._clock)

    def look(self, actor: Actor = SYSTEM) -> UnitOfWork:
        """Begin a unit of work that only reads aggregates: it takes no write lock, nobody waits for it."""
        return UnitOfWork(_session(self._reading), actor, self._clock, is_still=True)

    def reads(self) -> Reads:
        """Begin reading; all answers inside one ``with`` see the same state of the database."""
        return Reads(_session(self._reading))

    def write_bulk(self, bundles: Iterable[CaseBundle], *, actor: Actor = SYSTEM) -> int:
        """Write very many cases, a thousand per transaction (``app.persistence.bulk``); gives how many."""
        from app.persistence.bulk import write_bulk

        return write_bulk(self._writing, bundles, actor=actor, clock=self._clock)

    def check(self) -> tuple[str, ...]:
        """Check the whole database, page by page and reference by reference; nothing found gives nothing."""
        if self.backend != "sqlite":
            return ()
        with self._engine.connect() as connection:
            pages = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            references = connection.execute(text("PRAGMA foreign_key_check")).all()
        found = [str(page) for page in pages if page != "ok"]
        return (*found, *(f"{row[0]}: no such {row[2]}" for row in references))

    def close(self) -> None:
        """Let go of the database and of the data folder."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def closing(self) -> closing[Store]:
        """Give a context that closes the store."""
        return closing(self)


def _session(engine: Engine) -> Session:
    return Session(bind=engine, autoflush=False, expire_on_commit=False)
