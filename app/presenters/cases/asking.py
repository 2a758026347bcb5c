"""The question the list of cases answers: view, filters, text, order, and the kept ones of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView, SavedView
from app.presenters.cases.filters import CaseFilters, FilterSources, cleared, member_of, set_count
from app.presenters.cases.kept_views import KeptViews
from app.presenters.cases.view import CasesView
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator


class Asking:
    """Changes the question as the user wants, shows it, and calls ``asked`` when it is another one."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        view: CasesView,
        *,
        asked: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk, self._view, self._asked = desk, view, asked
        self._say = desk.translator.text
        self._sources = FilterSources()
        self._kept = KeptViews(desk, navigator, failed)
        self.wanted = CaseFilter()
        """What is asked now."""

    @property
    def view_key(self) -> str:
        """Give the built-in view on show; empty while a kept one is."""
        return "" if self._kept.chosen else self.wanted.view.value

    @property
    def is_narrowed(self) -> bool:
        """Tell whether any filter is set."""
        return bool(set_count(self.wanted))

    def learn(self, sources: FilterSources, saved: tuple[SavedView, ...]) -> None:
        """Take note of what the database offers to choose from, and show the question in its words."""
        self._sources = sources
        self._kept.learn(saved)
        self.show()

    def choose_view(self, key: str) -> None:
        """Show one of the built-in views; filters stay."""
        self._change(replace(self.wanted, view=member_of(CaseView, key)))

    def choose_saved(self, key: str) -> None:
        """Show a view this user kept, with its filters and order."""
        found = self._kept.find(key)
        if found is not None:
            self._change(found.filter, kept=found.id)

    def set_filter(self, key: str, chosen: Sequence[str]) -> None:
        """Set one filter to some of its values; none clears it."""
        self._change(self._filters().with_choice(self.wanted, key, chosen, self._desk.today))

    def narrow(self, text: str) -> None:
        """Keep only the cases a text finds."""
        if text.strip() != self.wanted.text:
            self._change(replace(self.wanted, text=text.strip()))

    def clear_filters(self) -> None:
        """Take away every filter; view and order stay."""
        self._change(cleared(self.wanted))

    def sort_by(self, key: str, *, is_descending: bool) -> None:
        """Order the list; the highest risk comes first unless asked twice."""
        sort = member_of(CaseSort, key)
        if sort is CaseSort.RISK and sort is not self.wanted.sort:
            is_descending = True
        ordered = replace(self.wanted, sort=sort, is_descending=is_descending)
        self._change(ordered, kept=self._kept.chosen)

    def suggest_name(self) -> str:
        """Propose a name for the view as it is: its set filters in words."""
        choices = self._filters().choices(self.wanted, self._desk.today)
        words = [
            "、".join(dict(choice.options)[key] for key in choice.chosen if key in dict(choice.options))
            for choice in choices
            if choice.chosen
        ]
        name = " ".join(word for word in (*words, self.wanted.text) if word)
        return name or self._say(self.wanted.view.term)

    def save_view(self, name: str) -> None:
        """Keep filters and order under a name."""
        self._kept.keep(name, self.wanted)

    def remove_view(self, key: str) -> None:
        """Forget a kept view; the toast brings it back."""
        self._kept.remove(key)

    def show(self) -> None:
        """Show the question as it stands."""
        choices = self._filters().choices(self.wanted, self._desk.today)
        n = set_count(self.wanted)
        self._view.show_filters(choices, self.wanted.text, self._say("清除 {n} 项", n=n) if n else "")
        self._view.show_sort(self.wanted.sort.value, is_descending=self.wanted.is_descending)
        self._view.show_saved(self._kept.tabs, self._kept.chosen_key)

    def _change(self, wanted: CaseFilter, *, kept: UUID | None = None) -> None:
        if wanted == self.wanted and kept == self._kept.chosen:
            return
        self.wanted, self._kept.chosen = wanted, kept
        self.show()
        self._asked()

    def _filters(self) -> CaseFilters:
        return CaseFilters(self._desk.translator, self._desk.formats, self._sources)
