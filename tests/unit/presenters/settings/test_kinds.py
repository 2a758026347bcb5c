"""文书种类: the whole catalogue is listed, found by any word of an entry, and told in full."""

import pytest

from app.domain.filing.kinds import DocumentKind
from app.i18n import load_translator
from app.presenters.settings.kinds.presenter import KindsPresenter
from tests.support.list_desks import Recorder


@pytest.fixture
def shown(tmp_path):
    view = Recorder()
    presenter = KindsPresenter(load_translator(tmp_path), view)
    presenter.refresh()
    return presenter, view


def codes(view):
    return [row.code for row in view.last("show_rules")]


def test_every_kind_is_a_row(shown):
    _presenter, view = shown
    assert set(codes(view)) == {kind.value for kind in DocumentKind}
    assert view.last("show_found") == f"{len(DocumentKind)} 种文书"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("督办单", {"supervision_order", "supervision_reply"}),
        ("回访 登记号", {"follow_up_record"}),
        ("transfer", {"transfer"}),
        ("  ", {kind.value for kind in DocumentKind}),
        ("没有这样的文书", set()),
    ],
)
def test_kinds_are_found_by_every_word_typed(shown, typed, found):
    presenter, view = shown
    presenter.search(typed)
    assert set(codes(view)) >= found
    assert (set(codes(view)) == found) or typed.startswith(("督办", "回访"))
    assert view.last("show_found") == f"{len(codes(view))} 种文书"


def test_a_kind_is_told_in_full(shown):
    presenter, view = shown
    presenter.look_at("termination")
    title, lines = view.last("show_details")
    assert title == "终止调解通知书"
    told = dict(lines)
    assert told["编号"] == "终止调解通知书编号"
    assert told["谁签"] == "盖主持单位印章"
    assert told["卷内目录"] == "调解协议书"
    assert "原因" in told["必填的栏目"]
    presenter.look_at("file_cover")
    assert dict(view.last("show_details")[1])["卷内目录"] == "不单列在卷内目录"
