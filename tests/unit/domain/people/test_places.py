"""Lists of addresses and grids: columns by their heads, every problem with its row, nothing guessed."""

import pytest

from app.domain.errors import InvalidInput
from app.domain.people.places.lists import PlaceColumn, read_places

HEAD = ("地址", "网格编码", "网格", "社区", "网格员", "联户长", "微网格编码", "志愿者", "户数", "备注")


def test_rows_become_addresses_and_grids_with_their_micro_grids():
    read = read_places((
        HEAD,
        ("胡杨苑 19 号楼 503 室", "650203001", "第七网格", "石化社区", "马文武", "王秀兰", "W1",
         "李雪梅、陈建国", "64", ""),
        ("胡杨苑19号楼504室", "650203001", "第七网格", "", "", "巴特尔", "W2", "", "", ""),
        ("胡杨苑19号楼504室", "650203001", "", "", "", "", "", "", "", ""),
    ))  # fmt: skip
    assert read.problems == ()
    assert [a.text for a in read.addresses] == ["胡杨苑19号楼503室", "胡杨苑19号楼504室"]
    assert (read.repeated, read.unknown_heads) == (1, ("备注",))
    (grid,) = read.grids
    assert (grid.name, grid.community, grid.worker) == ("第七网格", "石化社区", "马文武")
    assert grid.household_leaders == ("王秀兰", "巴特尔")
    assert [(m.code, m.volunteers, m.households) for m in grid.micro_grids] == [
        ("W1", ("李雪梅", "陈建国"), 64),
        ("W2", (), 0),
    ]


def test_every_problem_is_told_with_the_row_of_the_sheet():
    read = read_places((
        HEAD,
        ("", "", "", "", "", "", "", "", "", "空"),
        ("甲", "1", "一", "", "", "", "W", "", "六十", ""),
        ("乙", "", "", "", "", "", "W", "", "", ""),
    ))  # fmt: skip
    assert [(p.row, p.error.code) for p in read.problems] == [
        (2, "list.row_without_place"),
        (3, "list.households_unreadable"),
        (4, "list.micro_without_grid"),
    ]


def test_nothing_told_of_a_micro_grid_is_lost():
    row = ("甲", "1", "一", "", "", "", "W1", "李雪梅、陈建国、周立", "64", "")
    later = ("乙", "1", "", "", "", "", "W1", "马兰", "", "")
    stray = ("丙", "2", "", "", "", "", "W9", "", "", "")
    read = read_places((HEAD, row, later, stray))
    (micro,) = read.grids[0].micro_grids
    assert (micro.volunteers, micro.households) == (("李雪梅", "陈建国", "周立", "马兰"), 64)
    assert [(p.row, p.error.code) for p in read.problems] == [(4, "list.grid_without_name")]


def test_a_list_without_a_known_column_is_refused_with_what_is_needed():
    with pytest.raises(InvalidInput, match=r"list\.no_known_column") as refused:
        read_places((("甲", "乙"), ("1", "2")))
    assert PlaceColumn.ADDRESS.term in str(refused.value.facts["heads"])
    with pytest.raises(InvalidInput):
        read_places(())
