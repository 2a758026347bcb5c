"""渠道规则: every channel is listed, and told in full with article, validity and 未核实."""

import pytest

from app.presenters.settings.channels.presenter import ChannelsPresenter
from tests.support.list_desks import Recorder


@pytest.fixture
def shown(desk):
    view = Recorder()
    presenter = ChannelsPresenter(desk, view)
    presenter.refresh()
    return presenter, view


def test_every_channel_in_force_is_a_row(shown, desk):
    _presenter, view = shown
    rows = view.last("show_rules")
    assert [row.code for row in rows] == [row.code for row in desk.services.lifecycle.channels()]
    marks = {row.code: row.mark for row in rows}
    assert marks["peoples"] == ""
    assert marks["police"] == "未核实"


def test_a_channel_is_told_rule_by_rule_with_its_article(shown, desk):
    presenter, view = shown
    for channel in desk.services.lifecycle.channels():
        presenter.look_at(channel.code)
        title, lines = view.last("show_details")
        assert title == channel.name
        words = "\n".join(value for _label, value in lines)
        for rule in channel.rules:
            mark = "" if rule.is_verified else "，未核实"
            assert f"{rule.says}（{rule.article}{mark}）" in words
        for rule_id in channel.deadlines:
            assert f"{rule_id}　" in words
        assert dict(lines)["施行"].endswith(" 起")


def test_the_medical_channel_names_what_is_refused_and_that_no_fee_is_taken(shown):
    presenter, view = shown
    presenter.look_at("medical")
    lines = dict(view.last("show_details")[1])
    assert "已经受理的，终止调解" in lines["不得受理"]
    assert lines["四调"] == "行业性专业性调解、人民调解"
    assert lines["出具人民调解协议书"] == "可以"
    assert "D-04" in lines["时限"]
