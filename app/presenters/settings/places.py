"""单位与网格: who is competent where, and the lists of places, imported all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.places.grids import Grid
from app.domain.people.places.lists import PlaceList
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.place_forms import grid_form, unit_form
from app.services.done import Done

_TOUCHING = frozenset({"unit", "grid", "addresses"})
_SHOWN_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a list would bring, and what keeps it from coming in; ``problems`` name their rows."""

    words: str
    problems: tuple[str, ...]
    can_import: bool


class PlacesView(Protocol):
    """What the section can show."""

    def show_units(self, units: Sequence[NamedLine]) -> None:
        """Show the units."""

    def show_grids(self, grids: Sequence[NamedLine]) -> None:
        """Show the grids."""

    def show_addresses(self, words: str) -> None:
        """Say how many addresses there are."""

    def show_preview(self, preview: ListPreview | None) -> None:
        """Show what a list would bring; None hides it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a list is being read or written."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_unit(self, form: EntryPresenter[HandlingUnit]) -> None:
        """Open the form of a unit."""

    def open_grid(self, form: EntryPresenter[Grid]) -> None:
        """Open the form of a grid."""


class PlacesPresenter:
    """Reads units and grids once and after every write; a list is read, looked at, then imported."""

    def __init__(self, desk: Desk, navigator: Navigator, view: PlacesView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._units: tuple[HandlingUnit, ...] = ()
        self._grids: tuple[Grid, ...] = ()
        self._read: tuple[PlaceList, str] | None = None
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read everything."""
        places = self._desk.services.places
        self._desk.runner.submit(
            lambda: (places.units(), places.grids(), places.address_count()), self._arrived, self._failed
        )

    # user → presenter

    def edit_unit(self, unit_id: UUID | None) -> None:
        """Change a unit, or add one."""
        found = next((unit for unit in self._units if unit.id == unit_id), None)
        self._view.open_unit(
            EntryPresenter(self._desk, unit_form(self._desk, found, self._units), self._on_saved)
        )

    def edit_grid(self, grid_id: UUID | None) -> None:
        """Change a grid, or add one."""
        found = next((grid for grid in self._grids if grid.id == grid_id), None)
        self._view.open_grid(EntryPresenter(self._desk, grid_form(self._desk, found), self._on_saved))

    def choose_list(self) -> None:
        """Let the user choose a list, read it and show what it would bring; nothing is written."""
        file = self._navigator.ask_file(self._say("选择地址或网格表（.xlsx、.csv）"))
        if file is not None:
            self.read_list(file)

    def read_list(self, file: Path) -> None:
        """Read a list and show what it would bring."""
        places = self._desk.services.places
        self._view.show_busy(is_busy=True)

        def read(found: PlaceList) -> None:
            self._view.show_busy(is_busy=False)
            self._read = (found, file.name)
            self._view.show_error("")
            self._view.show_preview(self._preview(found, file.name))

        self._desk.runner.submit(lambda: places.read_list(file), read, self._failed)

    def import_list(self) -> None:
        """Write the list that was looked at, as a whole."""
        if self._read is None:
            return
        (read, name), places, actor = self._read, self._desk.services.places, self._desk.actor
        self._view.show_busy(is_busy=True)

        def done(result: Done[UUID]) -> None:
            self.forget_list()
            self._desk.feed.announce(result.changes)
            told = self._say("已导入 {name}", name=name)
            self._navigator.toast(told, lambda: self._take_back(result.value))

        self._desk.runner.submit(lambda: places.import_list(read, name, actor=actor), done, self._failed)

    def forget_list(self) -> None:
        """Put the list away without importing it."""
        self._read = None
        self._view.show_busy(is_busy=False)
        self._view.show_preview(None)

    # services → view

    def _take_back(self, batch_id: UUID) -> None:
        places, actor = self._desk.services.places, self._desk.actor

        def done(result: Done[int]) -> None:
            self._desk.feed.announce(result.changes)
            self._navigator.toast(self._say("已撤回 {n} 个地址", n=result.value))

        self._desk.runner.submit(lambda: places.take_back(batch_id, actor=actor), done, self._failed)

    def _preview(self, found: PlaceList, name: str) -> ListPreview:
        parts = [
            self._say("{name}：地址 {n} 个", name=name, n=len(found.addresses)),
            self._say("网格 {n} 个", n=len(found.grids)) if found.grids else "",
            self._say("重复 {n} 行只记一次", n=found.repeated) if found.repeated else "",
            self._say("不认得的列：{heads}", heads="、".join(found.unknown_heads))
            if found.unknown_heads
            else "",
        ]
        problems = [
            self._say(
                "第 {row} 行：{problem}", row=one.row, problem=sentence(self._desk.translator, one.error)
            )
            for one in found.problems[:_SHOWN_PROBLEMS]
        ]
        if len(found.problems) > _SHOWN_PROBLEMS:
            problems.append(self._say("另有 {n} 行", n=len(found.problems) - _SHOWN_PROBLEMS))
        return ListPreview(
            "，".join(part for part in parts if part), tuple(problems), can_import=not found.problems
        )

    def _arrived(self, read: tuple[tuple[HandlingUnit, ...], tuple[Grid, ...], int]) -> None:
        self._units, self._grids, count = read
        self._view.show_error("")
        self._view.show_units([self._unit(unit) for unit in self._units])
        self._view.show_grids([self._grid(grid) for grid in self._grids])
        self._view.show_addresses(
            self._say("共 {n} 个，登记时在【发生地】里选。", n=count)
            if count
            else self._say("还没有。导入后登记时在【发生地】里选。")
        )

    def _unit(self, unit: HandlingUnit) -> NamedLine:
        types = self._desk.services.people.dispute_types(self._desk.today)
        parts = (
            self._say(unit.channel.term),
            self._say("{tier}级", tier=unit.tier) if unit.tier else "",
            "、".join(types.name_of(code) for code in unit.dispute_types),
            "、".join(unit.territory),
            "" if unit.is_active else self._say("不参加分流"),
        )
        return NamedLine(unit.id, unit.name, "　".join(part for part in parts if part))

    def _grid(self, grid: Grid) -> NamedLine:
        parts = (
            grid.code,
            grid.community,
            grid.worker,
            self._say("微网格 {n} 个", n=len(grid.micro_grids)) if grid.micro_grids else "",
        )
        return NamedLine(grid.id, grid.name, "　".join(part for part in parts if part))

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))
