"""Units, grids and lists in the settings, without a window."""

import pytest
from openpyxl import Workbook

from app.presenters.settings.places import PlacesPresenter
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


@pytest.fixture
def opened(desk, window):
    view = Recorder()
    presenter = PlacesPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def told(view, name):
    return view.last(name)


def test_a_unit_is_added_and_listed_with_its_competence(opened, desk):
    presenter, view = opened
    presenter.edit_unit(None)
    form = SeenEntry(told(view, "open_unit"))
    form.send()
    assert "name" in form.notes
    form.fill(
        name="物业纠纷调解委员会", channel="industry", dispute_types="property_service", tier="街道"
    ).send()
    assert form.is_finished
    (line,) = told(view, "show_units")
    assert line.name == "物业纠纷调解委员会"
    assert "物业" in line.about


def test_a_grid_is_typed_with_its_micro_grids(opened, desk):
    presenter, view = opened
    presenter.edit_grid(None)
    form = SeenEntry(told(view, "open_grid"))
    form.fill(
        code="650203001", name="第一网格", micro_grids="W1，幸福里，李雪梅，13909901411，陈建国、周立，七十"
    ).send()
    assert "micro_grids" in form.notes
    form.fill(micro_grids="W1，幸福里，李雪梅，13909901411，陈建国，周立，70").send()
    assert "超过六项" in form.notes["micro_grids"][1]
    form.fill(micro_grids="W1，幸福里，李雪梅，13909901411，陈建国、周立，70").send()
    assert form.is_finished
    (grid,) = desk.services.places.grids()
    assert (grid.micro_grids[0].households, grid.micro_grids[0].volunteers) == (70, ("陈建国", "周立"))


def test_a_list_is_looked_at_then_imported_and_taken_back(opened, desk, window, tmp_path):
    presenter, view = opened
    book = Workbook()
    for row in (("地址", "网格编码", "备注"), ("友谊路12号", "1", ""), ("", "", "空")):
        book.active.append(row)
    book.save(tmp_path / "表.xlsx")
    presenter.read_list(tmp_path / "表.xlsx")
    preview = told(view, "show_preview")
    assert not preview.can_import
    assert preview.problems == ("第 3 行：没有地址，也没有网格编码",)
    assert "不认得的列：备注" in preview.words
    book.active.delete_rows(3)
    book.save(tmp_path / "表.xlsx")
    presenter.read_list(tmp_path / "表.xlsx")
    presenter.import_list()
    assert desk.services.places.address_count() == 1
    window.toasts[-1][1]()
    assert desk.services.places.address_count() == 0


def test_a_file_that_is_no_list_is_told_in_a_sentence(opened, tmp_path):
    presenter, view = opened
    (tmp_path / "图.xlsx").write_bytes(b"PNG")
    presenter.read_list(tmp_path / "图.xlsx")
    assert told(view, "show_error") == "图.xlsx 读不出，请另存为 .xlsx 或 .csv 后重试"
