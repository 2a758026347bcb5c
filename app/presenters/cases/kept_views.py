"""The views a user keeps over the list of cases: filters and order under a name."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseFilter, SavedView
from app.domain.values.ids import new_id
from app.presenters.cases.view import SavedTab
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


class KeptViews:
    """Knows the kept views, adds and removes them; removing can be undone from its toast."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text
        self._views: tuple[SavedView, ...] = ()
        self.chosen: UUID | None = None
        """The kept view on show, None when a built-in one is."""

    @property
    def tabs(self) -> tuple[SavedTab, ...]:
        """Give the kept views for the list of views."""
        return tuple(SavedTab(str(view.id), view.name) for view in self._views)

    @property
    def chosen_key(self) -> str:
        """Give the key of the kept view on show, or nothing."""
        return str(self.chosen) if self.chosen else ""

    def learn(self, views: tuple[SavedView, ...]) -> None:
        """Take note of what the database holds."""
        self._views = views

    def find(self, key: str) -> SavedView | None:
        """Find a kept view by its key."""
        return next((view for view in self._views if str(view.id) == key), None)

    def keep(self, name: str, wanted: CaseFilter) -> None:
        """Keep filters and order under a name."""
        kept = SavedView(id=new_id(), user_id=self._desk.me.id, name=" ".join(name.split()), filter=wanted)

        def done() -> None:
            self._navigator.toast(self._say("已存视图“{name}”", name=kept.name))

        self.chosen = kept.id
        self._put(kept, done)

    def remove(self, key: str) -> None:
        """Forget a kept view; the toast brings it back."""
        found = self.find(key)
        if found is None:
            return
        if self.chosen == found.id:
            self.chosen = None
        lists, actor = self._desk.services.lists, self._desk.actor

        def done() -> None:
            text = self._say("已移除视图“{name}”", name=found.name)
            self._navigator.toast(text, lambda: self._put(found, lambda: None))

        self._write(lambda: lists.remove_view(found.id, actor=actor).changes, done)

    def _put(self, view: SavedView, after: Callable[[], None]) -> None:
        lists, actor = self._desk.services.lists, self._desk.actor
        self._write(lambda: lists.save_view(view, actor=actor).changes, after)

    def _write(self, write: Callable[[], Changes], after: Callable[[], None]) -> None:
        def done(changes: Changes) -> None:
            self._desk.feed.announce(changes)
            after()

        self._desk.runner.submit(write, done, self._failed)
