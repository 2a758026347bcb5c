"""The case beside the list: read as the selection moves, kept fresh, its next step one press away."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.presenters.cases.preview import CasePreview, CasePreviews
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_DUTIES, Navigator
from app.presenters.watch.opening import WatchActs


class CaseGlance:
    """Reads one preview at a time; while one is on its way, only the last case asked for follows."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        show: Callable[[CasePreview | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk, self._navigator = desk, navigator
        self._show, self._report = show, failed
        self._previews = CasePreviews(desk.translator, desk.formats)
        self._case_id: UUID | None = None
        self._preview: CasePreview | None = None
        self._is_reading = False

    @property
    def case_id(self) -> UUID | None:
        """Give the case that is looked at."""
        return self._case_id

    def look_at(self, case_id: UUID | None) -> None:
        """Show a case, or nothing; the one on show already is not read again."""
        if case_id == self._case_id:
            return
        self._case_id = case_id
        if case_id is None:
            self._preview = None
            self._show(None)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read the case on show again."""
        if self._is_reading or self._case_id is None:
            return
        case_id, cases, today = self._case_id, self._desk.services.cases, self._desk.today
        names, was_masked = self._desk.names, self._desk.names.is_masked
        self._is_reading = True

        def read() -> CasePreview:
            return self._previews.preview(names.shown(cases.folder(case_id)), today)

        def arrived(preview: CasePreview) -> None:
            # Names hidden, or a day begun, while it was on its way: what it says holds no longer.
            is_old = names.is_masked != was_masked or self._desk.today != today
            self._arrived(preview, is_old=is_old)

        self._desk.runner.submit(read, arrived, self._failed)

    def open(self) -> None:
        """Open the workspace of the case on show."""
        if self._case_id is not None:
            self._navigator.open_case(self._case_id)

    def open_duties(self) -> None:
        """Open the four duties of the case on show."""
        if self._case_id is not None:
            self._navigator.open_case(self._case_id, TAB_DUTIES)

    def supervise(self) -> None:
        """Supervise the case on show."""
        if self._case_id is not None:
            WatchActs(self._desk, self._navigator, self._report).supervise((self._case_id,))

    def act(self) -> None:
        """Start the next step of the case on show."""
        if self._preview is not None:
            step = self._preview.step
            self._navigator.open_case(self._preview.case_id, step.tab, act=step.acts)

    def _arrived(self, preview: CasePreview, *, is_old: bool) -> None:
        self._is_reading = False
        if preview.case_id == self._case_id and not is_old:
            self._preview = preview
            self._show(preview)
        else:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        self._report(error)
