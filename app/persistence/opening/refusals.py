"""Turns the database's own complaints into refusals that a screen can word."""

from __future__ import annotations

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from app.domain.errors import StorageRefusal

_BY_TEXT = (
    ("database or disk is full", "store.disk_full"),
    ("no space left on device", "store.disk_full"),
    ("disk i/o error", "store.disk_failure"),
    ("database is locked", "store.busy"),
    ("database table is locked", "store.busy"),
    ("lock timeout", "store.busy"),
    ("statement timeout", "store.busy"),
    ("deadlock detected", "store.busy"),
    ("readonly database", "store.read_only_folder"),
    ("disk image is malformed", "store.damaged"),
    ("file is not a database", "store.damaged"),
    ("password authentication failed", "store.access_refused"),
    ("no pg_hba.conf entry", "store.access_refused"),
    ("permission denied", "store.access_refused"),
    ("unable to open database file", "store.read_only_folder"),
    ("sorry, too many clients", "store.busy"),
    ("remaining connection slots", "store.busy"),
    ("failed to resolve host", "store.unreachable"),
    ("connection is bad", "store.unreachable"),
    ("connection refused", "store.unreachable"),
    ("connection failed", "store.unreachable"),
    ("connection timeout expired", "store.unreachable"),
    ("server closed the connection", "store.unreachable"),
    ("connection is lost", "store.unreachable"),
    ("could not translate host name", "store.unreachable"),
)


def refusal_for(error: BaseException, place: str) -> StorageRefusal | None:
    """Give the refusal behind a driver's error, or None when it is a bug that should be reported."""
    text = str(error).lower()
    for words, code in _BY_TEXT:
        if words in text:
            return StorageRefusal(code, place=place, folder=place)
    return None


def translate_errors(engine: Engine, place: str) -> None:
    """Make statements and commits raise StorageRefusal where disk or server is at fault."""

    def on_error(context: ExceptionContext) -> StorageRefusal | None:
        return refusal_for(context.original_exception, place)

    event.listen(engine, "handle_error", on_error)
