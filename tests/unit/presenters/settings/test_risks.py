"""风险分级 in the settings: taken over, changed, confirmed; told on a case with what it demands."""

import pytest

from app.presenters.settings.risks.presenter import RisksPresenter
from app.presenters.workspace.words.handling import handling_lines
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


@pytest.fixture
def opened(desk, window):
    view = Recorder()
    presenter = RisksPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def test_a_shipped_scale_is_taken_over_and_its_words_stand_on_the_case(opened, desk, centre):
    presenter, view = opened
    assert [line.name for line in view.last("show_presets")] == ["红橙黄蓝", "高中低"]
    (first,), steps = view.last("show_scale")
    assert "未核实" in first.about
    assert steps[0] == "红（极高风险）：跨部门会商，一事一策，当日报告"
    presenter.edit(first.id)
    form = SeenEntry(view.last("open_scale"))
    form.fill(name_very_high=" ", basis="").send()
    assert form.notes["name_very_high"][1] == "极高风险也要有叫法"
    assert form.notes["basis"][1] == "写明依据，如本地文件的名称"
    form.fill(
        name_very_high="特级", response_low="村里问一次", basis="区委〔2026〕1号", is_verified="1"
    ).send()
    assert form.is_finished, form.notes
    (own,), steps = view.last("show_scale")
    assert (steps[0][:2], "未核实" in own.about, "区委〔2026〕1号" in own.about) == ("特级", False, True)
    folder = centre.services.cases.folder(centre.registered().id)
    told = {line.label: line.value for line in handling_lines(desk, folder)}
    assert told["风险分级"] == "蓝（低风险）：村里问一次"


def test_another_shipped_scale_takes_its_place_and_waits_to_be_confirmed(opened):
    presenter, view = opened
    for _round in range(2):
        presenter.adopt(view.last("show_presets")[1].id)
        form = SeenEntry(view.last("open_scale"))
        form.send()
        assert form.is_finished, form.notes
    (own,), steps = view.last("show_scale")
    assert own.name == "高中低"
    assert "未核实" in own.about
    assert steps[-1].startswith("低（低风险）")
