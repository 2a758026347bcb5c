"""Ladders in the settings: taken over, edited as lines, worked out for a day, confirmed by a document."""

import pytest

from app.domain.disputes.levels import LevelUnit
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import InvalidInput
from app.presenters.settings.ladder_form import read_rungs, rung_lines
from app.presenters.settings.ladders import LaddersPresenter
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


@pytest.fixture
def opened(desk, window):
    view = Recorder()
    presenter = LaddersPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def adopted(presenter, view, desk):
    presenter.adopt(desk.services.ladders.presets[0].id)
    form = SeenEntry(view.last("open_ladder"))
    form.send()
    assert form.is_finished, form.notes
    return view.last("show_ladders")[0]


def test_a_preset_is_taken_over_and_marked_unconfirmed(opened, desk):
    presenter, view = opened
    assert [line.name for line in view.last("show_presets")] == ["335730", "市区街社四级", "区街社三级"]
    shown = adopted(presenter, view, desk)
    assert shown.line.name == "335730"
    assert shown.line.about.startswith("正在使用　未核实　网格 3日 登记起；社区 3日 到达起")
    assert shown.can_confirm


def test_the_example_works_the_ladder_out_level_by_level(opened, desk):
    presenter, view = opened
    assert view.last("show_example")[0] == "还没有启用的层级。"
    adopted(presenter, view, desk)
    presenter.show_example("2026-11-02")
    words = view.last("show_example")[0]
    assert words.splitlines()[0].startswith("网格：2026")
    assert len(words.splitlines()) == 5
    presenter.show_example("2026-2-30")
    assert view.last("show_example")[1] is True or "日期" in view.last("show_example")[0]


def test_levels_are_edited_as_lines_and_a_wrong_line_is_named(opened, desk):
    presenter, view = opened
    shown = adopted(presenter, view, desk)
    presenter.edit(shown.line.id)
    form = SeenEntry(view.last("open_ladder"))
    form.fill(rungs="网格 三天\n社区 3日\n街道 5日").send()
    assert form.notes["rungs"][1] == "第 1 行“网格 三天”读不出，请照示例写"
    form.fill(
        rungs="网格 24小时 登记起 到期提醒\n社区 3个工作日 到达起 到期升级 包调查、包调处\n街道 5天"
    ).send()
    assert form.is_finished, form.notes
    rungs = desk.services.ladders.in_force().rungs
    assert [(r.limit, r.unit) for r in rungs] == [
        (24, LevelUnit.HOUR),
        (3, LevelUnit.WORKING_DAY),
        (5, LevelUnit.DAY),
    ]
    assert rungs[1].duties == (DutyKind.INVESTIGATE, DutyKind.MEDIATE)


def test_confirming_asks_for_the_document_and_a_changed_limit_must_be_confirmed_anew(opened, desk):
    presenter, view = opened
    shown = adopted(presenter, view, desk)
    presenter.confirm(shown.line.id)
    SeenEntry(view.last("open_ladder")).fill(document="红政法〔2026〕3号").send()
    assert "已核实：红政法〔2026〕3号" in view.last("show_ladders")[0].line.about
    presenter.edit(shown.line.id)
    form = SeenEntry(view.last("open_ladder"))
    form.fill(rungs="网格 4日\n社区 3日\n街道 5日").send()
    assert "未核实" in view.last("show_ladders")[0].line.about


def test_lines_are_read_back_the_same():
    typed = "网格 3日 登记起 到期升级 包调查\n社区 3个工作日 到达起 到期督办"
    rungs = read_rungs(typed)
    assert rung_lines(rungs) == typed
    assert read_rungs(rung_lines(rungs), rungs) == rungs
    with pytest.raises(InvalidInput):
        read_rungs("社区 3日 到期杀头")
