"""What a centre was brought to before in this run, put back instead of done again.

Half of the work of most tests is to bring a case to the step they are about, by the same services with
the same outcome. The database and the folder as they stood after such a step are kept, under all that
could make the outcome another: the step and what it was given, the moment, the last entry of the history
(its id is random, so it names everything before it), and what is written without history.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from app.persistence.store import DATABASE_NAME, Store
from tests.support.databases import SteppingClock
from tests.support.server_states import Rows, put_rows, take_rows

P = ParamSpec("P")
R = TypeVar("R")
_PLAIN = (bool, int, str, date, Enum, type(None))
_STATE = (
    "SELECT (SELECT id FROM history ORDER BY id DESC LIMIT 1),"
    " (SELECT {}(key || value, '|') FROM preferences), (SELECT count(*) FROM drafts)"
)
_JOINING = {"sqlite": "group_concat", "postgresql": "string_agg"}


class _File(Protocol):
    def backup(self, target: object) -> None: ...


class Drawing(Protocol):
    """A renderer that counts, and that a test may break."""

    drawn: int
    is_broken: bool


class Kept(Protocol):
    """What has a database, a folder, a clock and a renderer."""

    @property
    def store(self) -> Store:
        """Its database."""

    @property
    def folder(self) -> Path:
        """Its data folder."""

    @property
    def clock(self) -> object:
        """Its clock."""

    @property
    def renderer(self) -> Drawing:
        """Its renderer."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    database: _File | Rows
    files: dict[str, tuple[bytes, int]]
    moment: datetime
    drawn: int
    outcome: object


_TAKEN: dict[Hashable, _Snapshot] = {}


def remembered(step: Callable[P, R]) -> Callable[P, R]:
    """Do a step of a centre once for each state it can begin in; the centre is what is given first."""

    @functools.wraps(step)
    def again(*given: P.args, **named: P.kwargs) -> R:
        centre = cast("Kept", given[0])
        begun_with = _state(centre, step.__name__, given[1:], named)
        if begun_with is None:
            return step(*given, **named)
        taken = _TAKEN.get(begun_with)
        if taken is not None:
            _put_back(centre, taken)
            return cast("R", taken.outcome)
        outcome = step(*given, **named)
        _TAKEN[begun_with] = _take(centre, outcome)
        return outcome

    return again


def _state(centre: Kept, name: str, given: tuple[object, ...], named: dict[str, object]) -> Hashable | None:
    values = (*given, *named.values())
    is_plain = all(isinstance(value, _PLAIN) for value in values)
    if not is_plain or not isinstance(centre.clock, SteppingClock):
        return None
    backend = centre.store.backend
    with centre.store._engine.connect() as connection:
        written = connection.exec_driver_sql(_STATE.format(_JOINING[backend])).one()
    given_as = (tuple(map(str, values)), tuple(named))
    return (backend, name, *given_as, centre.clock.moment, centre.renderer.is_broken, *written)


def _take(centre: Kept, outcome: object) -> _Snapshot:
    with centre.store._engine.connect() as connection:
        kept = take_rows(connection) if centre.store.backend == "postgresql" else _copy(connection)
    files = {
        str(file.relative_to(centre.folder)): (file.read_bytes(), file.stat().st_mode)
        for file in centre.folder.rglob("*")
        if file.is_file() and not file.name.startswith(DATABASE_NAME) and file.suffix != ".lock"
    }
    clock = cast("SteppingClock", centre.clock)
    return _Snapshot(kept, files, clock.moment, centre.renderer.drawn, outcome)


def _copy(connection: Connection) -> _File:
    kept = dbapi2.connect(":memory:", check_same_thread=False)
    cast("_File", connection.connection.driver_connection).backup(kept)
    return cast("_File", kept)


def _put_back(centre: Kept, taken: _Snapshot) -> None:
    with centre.store._engine.connect() as connection:
        if isinstance(taken.database, Rows):
            put_rows(connection, taken.database)
        else:
            taken.database.backup(connection.connection.driver_connection)
    for name, (content, mode) in taken.files.items():
        file = centre.folder / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            file.chmod(mode)
    cast("SteppingClock", centre.clock).moment = taken.moment
    centre.renderer.drawn = taken.drawn
