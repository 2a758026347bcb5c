"""Where screens hear that something was saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.domain.changes import Changes

Listener = Callable[[Changes], None]


@dataclass(frozen=True, slots=True)
class _Subscription:
    call: Listener
    kinds: frozenset[str] | None
    owner: QObject | None


class Hub:
    """Hands the :class:`Changes` of each committed use case to whoever asked for their kinds.

    UI thread only. A listener whose ``owner`` widget is gone is dropped; the initiator of
    a change is not told of its own change (it has its answer already).
    """

    def __init__(self) -> None:
        self._subscriptions: list[_Subscription] = []

    def on_change(
        self,
        callback: Listener,
        *,
        kinds: frozenset[str] | None = None,
        owner: QObject | None = None,
    ) -> Callable[[], None]:
        """Call back on changes of ``kinds`` (all by default); return how to stop it."""
        subscription = _Subscription(callback, kinds, owner)
        self._subscriptions.append(subscription)

        def stop() -> None:
            if subscription in self._subscriptions:
                self._subscriptions.remove(subscription)

        return stop

    def announce(self, changes: Changes, *, initiator: QObject | None = None) -> None:
        """Tell everyone concerned; nothing happens when nothing changed."""
        if not changes:
            return
        for subscription in tuple(self._subscriptions):
            owner = subscription.owner
            if owner is not None and not isValid(owner):
                self._subscriptions.remove(subscription)
            elif (owner is None or owner is not initiator) and (
                subscription.kinds is None or subscription.kinds & changes.kinds
            ):
                subscription.call(changes)
