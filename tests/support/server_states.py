"""The contents of a PostgreSQL database, taken and put back in place of making another database.

A database of its own costs a tenth of a second and begins with cold catalogues; its rows go out and in
by COPY in a few hundredths. Triggers and foreign keys rest meanwhile: what goes in was whole as it went out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from psycopg import Connection as PgConnection
from psycopg import Cursor, sql
from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of each table that has some, as COPY writes them, and how far each sequence has counted."""

    tables: dict[str, bytes]
    sequences: dict[str, int | None]


_TABLES = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1"
)
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_SHAPE = """
SELECT md5(concat(
    (SELECT string_agg(concat(attrelid::regclass, attname, atttypid, attnotnull), ','
                       ORDER BY attrelid, attnum)
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND attnum > 0),
    (SELECT string_agg(concat(tgrelid::regclass, tgname, tgenabled), ',' ORDER BY oid)
     FROM pg_trigger WHERE NOT tgisinternal),
    (SELECT string_agg(conname, ',' ORDER BY oid) FROM pg_constraint),
    (SELECT count(*) FROM pg_namespace)))
"""


def take_rows(connection: Connection) -> Rows:
    """Read what every table holds."""
    driver = _driver(connection)
    taken: dict[str, bytes] = {}
    with driver.transaction(), driver.cursor() as cursor:
        for table in _filled(cursor):
            with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copy:
                taken[table] = b"".join(bytes(block) for block in copy)
        sequences: dict[str, int | None] = dict(cursor.execute(_SEQUENCES).fetchall())
    return Rows(taken, sequences)


def put_rows(connection: Connection, rows: Rows) -> None:
    """Let every table hold what was taken and nothing else, and sequences count on from there."""
    driver = _driver(connection)
    with driver.transaction(), driver.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in _filled(cursor):
            cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        for table, content in rows.tables.items():
            with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                copy.write(content)
        for name, last in rows.sequences.items():
            begun = last is not None
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", (name, last if begun else 1, begun))


def shape(connection: Connection) -> str:
    """Give one word for the tables, columns, triggers and constraints, the same while they are the same."""
    with _driver(connection).cursor() as cursor:
        found = cursor.execute(_SHAPE).fetchone()
    assert found is not None
    return cast("str", found[0])


def _driver(connection: Connection) -> PgConnection:
    return cast("PgConnection", connection.connection.driver_connection)


def _filled(cursor: Cursor) -> list[str]:
    tables = [name for (name,) in cursor.execute(_TABLES).fetchall()]
    asked = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(sql.Literal(name), sql.Identifier(name))
        for name in tables
    )
    return [name for (name,) in cursor.execute(asked).fetchall()] if tables else []
