"""Identifiers that sort by the moment they were made, so rooms can be merged later (UUIDv7, RFC 9562)."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RANDOM_BITS = 74
_LOW_BITS = 62
_STEP_BITS = 32
_VERSION = 7
_VARIANT = 0b10
_TIME_BITS = 48


def _wall_clock_ms() -> int:
    return time.time_ns() // 1_000_000


class IdSource:
    """Makes UUIDv7 values, each greater than the one before, whatever the clock does.

    Within one millisecond, and while the clock stands or runs backwards, the last value is
    counted on by a random step (RFC 9562, section 6.2, method 2). Safe to call from any thread.
    """

    def __init__(self, now_ms: Callable[[], int] = _wall_clock_ms) -> None:
        self._now_ms = now_ms
        self._last = -1
        self._lock = threading.Lock()

    def new(self) -> uuid.UUID:
        """Make the next identifier."""
        with self._lock:
            # One bit of the random part starts as zero: room to count on without reaching the next ms.
            fresh = self._now_ms() << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS - 1)
            if fresh <= self._last or fresh >> _RANDOM_BITS <= self._last >> _RANDOM_BITS:
                fresh = self._last + 1 + secrets.randbits(_STEP_BITS)
            self._last = fresh
        return _assemble(fresh)


def _assemble(ordered: int) -> uuid.UUID:
    """Put version and variant bits between the 48 bits of time and the 74 that follow."""
    milliseconds = ordered >> _RANDOM_BITS
    high = ordered >> _LOW_BITS & 0xFFF
    low = ordered & (1 << _LOW_BITS) - 1
    return uuid.UUID(int=milliseconds << 80 | _VERSION << 76 | high << 64 | _VARIANT << 62 | low)


_SOURCE = IdSource()


def new_id() -> uuid.UUID:
    """Make an identifier greater than every one this process made before."""
    return _SOURCE.new()


def id_moment(id_: uuid.UUID) -> datetime:
    """Tell when an identifier was made, in UTC, to the millisecond; ValueError if it is no UUIDv7."""
    if id_.version != _VERSION:
        message = f"not a UUIDv7: {id_}"
        raise ValueError(message)
    return _EPOCH + timedelta(milliseconds=id_.int >> (128 - _TIME_BITS))
