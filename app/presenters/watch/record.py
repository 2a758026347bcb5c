"""What a form of watching is typed over, and the form as the window opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.filing.documents import Attachment
from app.presenters.rosters.entry_form import EntryForm
from app.presenters.rosters.entry_presenter import EntryPresenter


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRecord:
    """One thing that is watched, with the files of its case; a new one is empty."""

    order: SupervisionOrder | None = None
    whistle: Whistle | None = None
    handling: ProactiveHandling | None = None
    files: tuple[Attachment, ...] = ()


WatchEntry = EntryForm[WatchRecord]


@dataclass(frozen=True, slots=True)
class WatchForm:
    """A form for the window to open; ``add_file`` adds evidence where the form takes any."""

    entry: EntryPresenter[WatchRecord]
    add_file: Callable[[Callable[[str], None]], None] | None = None

    @property
    def is_ready(self) -> bool:
        """Tell whether the form may be sent as it opens: then its verb has the focus."""
        form = self.entry.form
        return not [problem for problem in form.check(self.entry.values) if not problem.is_warning]
