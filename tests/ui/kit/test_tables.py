from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from app.ui.widgets.tables import CELL_ROLE, Cell, Column, LazyTableModel, ListTable, TableModel


@dataclass(frozen=True)
class Item:
    id: int
    name: str
    is_band: bool = False


def columns():
    return [
        Column("号", lambda item: Cell(str(item.id), ticked=False), width=60, key="id"),
        Column("名", lambda item: Cell(item.name, "第二行"), tip=lambda item: f"全名 {item.name}"),
        Column("金额", lambda item: "1.00", align="end", width=90, gives_way=1),
    ]


def a_model(count=5, **how):
    model = TableModel(
        columns(), sentence=lambda item: f"{item.id}，{item.name}", key=lambda item: item.id, **how
    )
    model.show_items([Item(n, f"名{n}") for n in range(count)])
    return model


def test_model_keeps_qts_rules(kit, qtmodeltester):
    model = a_model()
    qtmodeltester.check(model)
    model.show_items([])
    qtmodeltester.check(model)


def test_roles(kit):
    model = a_model()
    role = Qt.ItemDataRole
    assert model.index(1, 1).data() == "名1"
    assert model.index(1, 1).data(role.ToolTipRole) == "全名 名1"
    assert model.index(1, 0).data(role.AccessibleTextRole) == "1，名1"
    assert model.index(1, 1).data(role.AccessibleTextRole) == "名1 第二行"
    assert model.index(1, 2).data(role.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignTrailing)
    assert isinstance(model.index(1, 0).data(CELL_ROLE), Cell)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "号"


def test_selection_survives_a_refresh_and_follows_its_item(kit, qtbot):
    model = a_model()
    table = ListTable(kit, model, name="表")
    qtbot.addWidget(table)
    table.select(3)
    model.show_items([Item(n, f"新{n}") for n in (9, 3, 1)])
    assert table.current() == Item(3, "新3")
    assert table.currentIndex().row() == 1


def test_same_items_are_painted_anew_without_a_reset(kit, qtbot):
    model = a_model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_items([Item(n, "改") for n in range(5)])


def test_keys_open_tick_and_tick_all(kit, qtbot):
    table = ListTable(kit, a_model(), name="表")
    qtbot.addWidget(table)
    table.show()
    opened, ticked, every = [], [], []
    table.on_opened(opened.append)
    table.on_ticked(ticked.append)
    table.on_all_ticked(lambda: every.append(1))
    table.select_first()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [item.id for item in opened] == [1]
    assert [item.id for item in ticked] == [1]
    assert every == [1]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_selecting_before_the_first_show_selects_the_whole_row(kit, qtbot, direction):
    table = ListTable(kit, a_model(), name="表")
    qtbot.addWidget(table)
    table.setLayoutDirection(direction)
    table.select(2)
    assert len(table.selectionModel().selectedRows()) == 1
    assert table.current().id == 2


def test_bands_span_and_cannot_be_chosen(kit, qtbot):
    model = TableModel(
        columns(), key=lambda item: item.id, band=lambda item: item.name if item.is_band else ""
    )
    model.show_items([Item(0, "先办", is_band=True), Item(1, "甲")])
    table = ListTable(kit, model)
    qtbot.addWidget(table)
    assert table.columnSpan(0, 0) == 3
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    table.select_first()
    assert table.current().id == 1


def test_a_place_that_held_a_band_is_as_high_as_its_new_row(kit, qtbot):
    model = TableModel(
        columns(), key=lambda item: item.id, band=lambda item: item.name if item.is_band else ""
    )
    table = ListTable(kit, model)
    qtbot.addWidget(table)
    model.show_items([Item(0, "先办", is_band=True), Item(1, "甲"), Item(2, "以后", is_band=True)])
    assert table.rowHeight(0) == table.rowHeight(2) < table.rowHeight(1)
    model.show_items([Item(1, "甲"), Item(3, "乙"), Item(4, "丙")])
    assert {table.rowHeight(row) for row in range(3)} == {table.rowHeight(1)}
    table.set_row_height(65)
    assert {table.rowHeight(row) for row in range(3)} == {kit.style.px(65)}


def test_a_lead_is_read_with_its_cell(kit):
    column = Column("", lambda item: Cell(item.name, "第二行", lead="起草协议"))
    assert column.tip_of(Item(0, "甲")) == "起草协议\n甲\n第二行"
    assert column.spoken_of(Item(0, "甲")) == "起草协议 甲 第二行"


def test_columns_give_way_where_the_room_is_short(kit, qtbot):
    table = ListTable(kit, a_model())
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    assert not table.isColumnHidden(2)
    table.resize(230, 300)
    assert table.isColumnHidden(2)


def test_sorting_asks_with_key_and_direction(kit, qtbot):
    table = ListTable(kit, a_model())
    qtbot.addWidget(table)
    asked = []
    table.on_sorted(lambda key, descending: asked.append((key, descending)))
    heads = table.horizontalHeader()
    heads.sectionClicked.emit(0)
    table.show_sort("id", descending=False)
    heads.sectionClicked.emit(0)
    heads.sectionClicked.emit(1)
    assert asked == [("id", False), ("id", True)]


class Pages:
    """A store that can answer at once or when told."""

    def __init__(self, *, later=False):
        self.later, self.asked, self.waiting = later, [], []

    def __call__(self, offset, limit, deliver):
        self.asked.append(offset)
        rows = [Item(n, f"名{n}") for n in range(offset, offset + limit)]
        if self.later:
            self.waiting.append(lambda: deliver(rows))
        else:
            deliver(rows)


def test_lazy_model_keeps_qts_rules(kit, qtmodeltester):
    pages = Pages()
    model = LazyTableModel(columns(), pages, page=10, key=lambda item: item.id)
    model.show_count(35)
    qtmodeltester.check(model)


def test_a_million_rows_cost_the_pages_that_are_seen(kit, qtbot):
    pages = Pages()
    model = LazyTableModel(columns(), pages, page=50, key=lambda item: item.id)
    model.show_count(1_000_000)
    table = ListTable(kit, model)
    qtbot.addWidget(table)
    table.resize(600, 500)
    table.show()
    table.grab()
    assert len(pages.asked) <= 2
    table.scrollTo(model.index(777_777, 0))
    table.grab()
    assert len(pages.asked) <= 5
    assert model.item(777_777) == Item(777_777, "名777777")


def test_page_on_its_way_shows_nothing_then_itself(kit, qtbot):
    pages = Pages(later=True)
    model = LazyTableModel(columns(), pages, page=10, key=lambda item: item.id)
    model.show_count(20)
    assert model.index(3, 1).data() is None
    assert model.index(4, 1).data() is None
    assert pages.asked == [0]
    with qtbot.waitSignal(model.dataChanged):
        pages.waiting[0]()
    assert model.index(3, 1).data() == "名3"


def test_answer_to_an_older_list_is_dropped_and_old_rows_stay_meanwhile(kit):
    pages = Pages(later=True)
    model = LazyTableModel(columns(), pages, page=10, key=lambda item: item.id)
    model.show_count(20)
    model.item(0)
    pages.waiting.pop()()
    assert model.item(0) == Item(0, "名0")
    model.item(10)
    stale = pages.waiting.pop()
    model.show_count(20)
    assert model.item(0) == Item(0, "名0"), "old row stays until the new page has come"
    stale()
    assert model.item(10) is None
    assert pages.asked[-2:] == [0, 10]


def test_pages_far_away_are_forgotten(kit):
    pages = Pages()
    model = LazyTableModel(columns(), pages, page=10, key=lambda item: item.id)
    model.show_count(10_000)
    for row in range(0, 10_000, 10):
        model.item(row)
    assert len(model._pages) <= 64
