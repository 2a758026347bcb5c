"""Work that every test would do again with the same outcome: done once per process.

A test opens its own database, so it has its own engine; SQLAlchemy would compile the same statements
for each of them, and the program would read the same rules from ``resources`` at each start.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql.compiler import Compiled
from sqlalchemy.util import LRUCache

import app.bootstrap.start
import app.persistence.opening.engine
from app.archive.rules import load_rules

STATEMENTS = 4_000


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Let all engines of one kind share their compiled statements: one driver, one server, one version."""
    compiled: LRUCache[Hashable, Compiled] = LRUCache(STATEMENTS)

    def sharing(*arguments: object, **options: object) -> Engine:
        made: Engine = create_engine(*arguments, **options)  # type: ignore[call-overload]  # passed on
        made._compiled_cache = compiled  # the option of that name misses what begins a session
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.persistence.opening.engine, "create_engine", sharing)
        for dialect in (SQLiteDialect, PGDialect):
            patch.setattr(dialect, "__hash__", _hash_of_kind)
            patch.setattr(dialect, "__eq__", _is_same_kind)
        yield


def _hash_of_kind(dialect: object) -> int:
    return hash(type(dialect))


def _is_same_kind(dialect: object, other: object) -> bool:
    return type(dialect) is type(other)


@pytest.fixture(scope="session", autouse=True)
def rules_read_once() -> Iterator[None]:
    """Read the program's own rules once; what is read is frozen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.bootstrap.start, "load_rules", cache(load_rules))
        yield
