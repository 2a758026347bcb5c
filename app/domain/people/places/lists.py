"""Reading rows of a list into addresses and grids: columns by their heads, every problem with its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.errors import InvalidInput
from app.domain.people.places.addresses import StandardAddress
from app.domain.people.places.grids import Grid, MicroGrid
from app.domain.values.ids import new_id
from app.domain.values.termed import Termed


class PlaceColumn(Termed):
    """A column a list of places may have; the term is its head as the program writes it."""

    ADDRESS = "address", "标准地址"
    GRID_CODE = "grid_code", "网格编码"
    GRID_NAME = "grid_name", "网格名称"
    COMMUNITY = "community", "所属社区"
    WORKER = "worker", "网格员"
    WORKER_PHONE = "worker_phone", "网格员电话"
    HOUSEHOLD_LEADERS = "household_leaders", "联户长"
    MICRO_CODE = "micro_code", "微网格编码"
    MICRO_NAME = "micro_name", "微网格名称"
    LIAISON = "liaison", "联络员"
    LIAISON_PHONE = "liaison_phone", "联络员电话"
    VOLUNTEERS = "volunteers", "志愿者"
    HOUSEHOLDS = "households", "户数"


_ALIASES: dict[PlaceColumn, tuple[str, ...]] = {
    PlaceColumn.ADDRESS: ("地址", "详细地址", "标准地址", "门牌地址"),
    PlaceColumn.GRID_CODE: ("网格编码", "网格编号", "网格号", "网格代码"),
    PlaceColumn.GRID_NAME: ("网格名称", "网格"),
    PlaceColumn.COMMUNITY: ("所属社区", "社区", "村社区"),
    PlaceColumn.WORKER: ("网格员", "网格员姓名"),
    PlaceColumn.WORKER_PHONE: ("网格员电话", "联系电话", "电话"),
    PlaceColumn.HOUSEHOLD_LEADERS: ("联户长",),
    PlaceColumn.MICRO_CODE: ("微网格编码", "微网格编号", "微网格"),
    PlaceColumn.MICRO_NAME: ("微网格名称",),
    PlaceColumn.LIAISON: ("联络员", "微网格联络员"),
    PlaceColumn.LIAISON_PHONE: ("联络员电话",),
    PlaceColumn.VOLUNTEERS: ("志愿者", "志愿者姓名"),
    PlaceColumn.HOUSEHOLDS: ("户数",),
}
_COLUMN_OF = {alias: column for column, aliases in _ALIASES.items() for alias in aliases}

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What is wrong with one row; ``row`` counts as the sheet does, the head being row 1."""

    row: int
    error: InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """A list as read: what would be imported, and every problem; nothing is imported while one stands."""

    columns: tuple[PlaceColumn, ...]
    unknown_heads: tuple[str, ...]
    addresses: tuple[StandardAddress, ...]
    grids: tuple[Grid, ...]
    problems: tuple[RowProblem, ...]
    repeated: int
    """Rows whose address stands in the list twice; they count once."""


def read_places(rows: Rows) -> PlaceList:
    """Read a list whose first row names its columns; InvalidInput ``list.no_known_column`` for another."""
    heads = [head.replace(" ", "").replace("\n", "") for head in rows[0]] if rows else []
    places = {column: at for at, head in enumerate(heads) if (column := _COLUMN_OF.get(head)) is not None}
    if not places.keys() & {PlaceColumn.ADDRESS, PlaceColumn.GRID_CODE}:
        needed = f"{PlaceColumn.ADDRESS.term}、{PlaceColumn.GRID_CODE.term}"
        raise InvalidInput("list.no_known_column", field="file", heads=needed)
    reader = _Reader(places)
    for number, row in enumerate(rows[1:], start=2):
        reader.take(number, row)
    return PlaceList(
        columns=tuple(places),
        unknown_heads=tuple(head for head in heads if head and head not in _COLUMN_OF),
        addresses=tuple(reader.addresses.values()),
        grids=tuple(reader.grids.values()),
        problems=tuple(reader.problems),
        repeated=reader.repeated,
    )


class _Reader:
    """Gathers addresses and grids row by row."""

    def __init__(self, places: dict[PlaceColumn, int]) -> None:
        self._places = places
        self.addresses: dict[str, StandardAddress] = {}
        self.grids: dict[str, Grid] = {}
        self.problems: list[RowProblem] = []
        self.repeated = 0

    def take(self, number: int, row: tuple[str, ...]) -> None:
        def cell(column: PlaceColumn) -> str:
            at = self._places.get(column)
            return row[at].strip() if at is not None and at < len(row) else ""

        address, code = "".join(cell(PlaceColumn.ADDRESS).split()), cell(PlaceColumn.GRID_CODE)
        for error in _problems(cell(PlaceColumn.HOUSEHOLDS), address, code, cell(PlaceColumn.MICRO_CODE)):
            self.problems.append(RowProblem(row=number, error=error))
            return
        if address:
            self.repeated += address in self.addresses
            self.addresses[address] = StandardAddress(id=new_id(), text=address, grid_code=code)
        is_named = bool(cell(PlaceColumn.GRID_NAME)) or code in self.grids
        if cell(PlaceColumn.MICRO_CODE) and not is_named:
            # Its grid has no name anywhere above: what the row tells of the micro-grid would be lost.
            error = InvalidInput("list.grid_without_name", field="file", grid=code)
            self.problems.append(RowProblem(row=number, error=error))
        elif code and is_named:
            self.grids[code] = self._grid(code, {column: cell(column) for column in PlaceColumn})

    def _grid(self, code: str, told: dict[PlaceColumn, str]) -> Grid:
        grid = self.grids.get(code) or Grid(id=new_id(), code=code, name=told[PlaceColumn.GRID_NAME])
        grid = replace(
            grid,
            community=told[PlaceColumn.COMMUNITY] or grid.community,
            worker=told[PlaceColumn.WORKER] or grid.worker,
            worker_phone=told[PlaceColumn.WORKER_PHONE] or grid.worker_phone,
            household_leaders=tuple(
                dict.fromkeys((*grid.household_leaders, *_names(told[PlaceColumn.HOUSEHOLD_LEADERS])))
            ),
        )
        micro = told[PlaceColumn.MICRO_CODE]
        if not micro:
            return grid
        known = {one.code: one for one in grid.micro_grids}
        known[micro] = _told_of(known.get(micro) or MicroGrid(id=new_id(), code=micro), told)
        return replace(grid, micro_grids=tuple(known.values()))


def _told_of(micro: MicroGrid, told: dict[PlaceColumn, str]) -> MicroGrid:
    """Add what a row tells of a micro-grid: a list names it in each of its addresses, seldom whole."""
    return replace(
        micro,
        name=told[PlaceColumn.MICRO_NAME] or micro.name,
        liaison=told[PlaceColumn.LIAISON] or micro.liaison,
        liaison_phone=told[PlaceColumn.LIAISON_PHONE] or micro.liaison_phone,
        volunteers=tuple(dict.fromkeys((*micro.volunteers, *_names(told[PlaceColumn.VOLUNTEERS])))),
        households=int(told[PlaceColumn.HOUSEHOLDS] or micro.households),
    )


def _problems(households: str, address: str, code: str, micro: str) -> Iterator[InvalidInput]:
    if not address and not code:
        yield InvalidInput("list.row_without_place", field="file")
    if households and not (households.isascii() and households.isdigit()):
        yield InvalidInput("list.households_unreadable", field="file", typed=households)
    if micro and not code:
        yield InvalidInput("list.micro_without_grid", field="file", micro_grid=micro)


def _names(typed: str) -> tuple[str, ...]:
    for separator in ("，", ",", ";", "；", "/", " "):
        typed = typed.replace(separator, "、")
    return tuple(name.strip() for name in typed.split("、") if name.strip())
