"""What the list of cases asks, shows and keeps."""

from datetime import date, timedelta

import pytest

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseFilter
from app.domain.disputes.sources import CaseSource, RiskFlag
from app.domain.values.ids import new_id
from app.i18n import Formats, Translator
from app.presenters.cases.filters import (
    PERIOD,
    SOURCE,
    STAGE,
    CaseFilters,
    FilterSources,
    period_of,
    set_count,
)
from app.presenters.cases.presenter import CasesPresenter
from tests.support.builders import some_parties
from tests.support.list_desks import Recorder, desk_of


@pytest.fixture
def view():
    return Recorder()


@pytest.fixture
def navigator():
    return Recorder()


@pytest.fixture
def start(centre, view, navigator):
    def make(me=None):
        desk = desk_of(centre, me)
        presenter = CasesPresenter(desk, navigator, view)
        presenter.start()
        return presenter, desk

    return make


def rows_of(presenter, offset=0, limit=50):
    found = []
    presenter.request(offset, limit, found.extend)
    return found


def test_counts_views_and_rows_of_open_cases(centre, start, view):
    first = centre.registered(title="停车位占用")
    centre.assigned()
    presenter, _desk = start()
    assert view.last("show_facts") == "在办 2，全部 2"
    tabs, chosen = view.last("show_views")
    assert chosen == "open"
    assert ("mine", "我承办", "1") in tabs
    assert view.last("show_count") == (2, True)
    rows = rows_of(presenter)
    assert {row.id for row in rows} >= {first.id}
    shown = next(row for row in rows if row.id == first.id)
    assert shown.title == "停车位占用"
    assert shown.facts.startswith(f"{first.intake_number}\u3000邻里")
    assert shown.respondents == "对 王秀兰"
    assert shown.stage_steps == 3
    assert shown.title in shown.spoken
    assert shown.chip.text in shown.spoken


def test_no_rows_before_the_first_reading(centre, view, navigator):
    centre.registered()
    presenter = CasesPresenter(desk_of(centre), navigator, view)
    assert rows_of(presenter) == []


def test_many_parties_give_way_after_the_second_name(centre, start):
    case = centre.registered(some_parties(6))
    presenter, _desk = start()
    row = next(row for row in rows_of(presenter) if row.id == case.id)
    assert row.applicants == "买买提·艾力等 3 方"
    assert "巴特尔" in row.everybody


def test_filters_narrow_count_and_clear(centre, start, view):
    centre.registered(source=CaseSource.PHONE)
    centre.registered(source=CaseSource.WINDOW)
    presenter, _desk = start()
    presenter.asking.set_filter(SOURCE, [CaseSource.PHONE.value])
    assert view.last("show_count") == (1, True)
    choices, _text, clear = view.last("show_filters")
    assert clear == "清除 1 项"
    assert next(choice for choice in choices if choice.key == SOURCE).chosen == ("phone",)
    assert [row.facts.split("\u3000")[2] for row in rows_of(presenter)] == ["电话"]
    presenter.asking.narrow("没有这样的案")
    assert view.last("show_empty") == ("没有符合的案件。", "清除筛选")
    presenter.asking.clear_filters()
    assert view.last("show_count") == (2, True)
    assert view.last("show_empty") == ("", "")


def test_same_question_is_not_asked_twice(start, view):
    presenter, _desk = start()
    before = view.count("show_busy")
    presenter.asking.choose_view("open")
    presenter.asking.narrow("  ")
    assert view.count("show_busy") == before


def test_rows_come_from_the_list_on_show(centre, start):
    centre.registered(source=CaseSource.PHONE)
    presenter, _desk = start()
    presenter.asking.choose_view("closed")
    assert rows_of(presenter) == []
    presenter.asking.choose_view("all")
    assert len(rows_of(presenter)) == 1


def test_far_pages_are_the_same_rows_as_from_the_front(centre, start):
    for number in range(11):
        centre.registered(title=f"第{number % 4}件")
    presenter, _desk = start()
    for sort in ("due", "title", "registered", "risk", "stage"):
        presenter.asking.sort_by(sort, is_descending=False)
        whole = [row.id for row in rows_of(presenter)]
        paged = [row.id for offset in range(0, 12, 3) for row in rows_of(presenter, offset, 3)]
        assert paged == whole
        assert len(set(whole)) == 11


def test_highest_risk_first_unless_asked_again(centre, start, view):
    centre.registered(risk_flags=(RiskFlag.HEATED,))
    centre.registered()
    presenter, _desk = start()
    presenter.asking.sort_by("risk", is_descending=False)
    assert [row.risk for row in rows_of(presenter)] == ["高", "低"]
    assert view.last("show_sort") == ("risk", True)
    presenter.asking.sort_by("risk", is_descending=False)
    assert [row.risk for row in rows_of(presenter)] == ["低", "高"]


def test_ticks_survive_a_refresh_and_go_with_another_question(centre, start, view):
    centre.registered()
    presenter, _desk = start()
    row = rows_of(presenter)[0]
    presenter.tick(row)
    assert view.last("show_footer") == "符合 1 件，已选 1 件"
    presenter.refresh()
    assert view.last("show_ticks") == frozenset({row.id})
    presenter.asking.choose_view("all")
    assert view.last("show_ticks") == frozenset()
    presenter.tick(rows_of(presenter)[0])
    presenter.tick(rows_of(presenter)[0])
    assert view.last("show_ticks") == frozenset()


def test_all_are_ticked_and_unticked(centre, start, view, navigator):
    cases = [centre.registered() for _n in range(3)]
    presenter, _desk = start()
    presenter.tick_all()
    assert view.last("show_ticks") == frozenset(case.id for case in cases)
    presenter.copy_ticked()
    assert view.last("copy").splitlines() == sorted(case.intake_number for case in cases)
    assert navigator.last("toast") == "已复制 3 个登记号"
    presenter.tick_all()
    assert view.last("show_ticks") == frozenset()


def test_a_kept_view_brings_filters_and_order_back(centre, start, view):
    centre.registered(source=CaseSource.PHONE)
    presenter, _desk = start()
    presenter.asking.set_filter(SOURCE, ["phone"])
    presenter.asking.sort_by("title", is_descending=True)
    assert presenter.asking.suggest_name() == "电话"
    presenter.asking.save_view(" 电话  来的 ")
    saved, chosen = view.last("show_saved")
    assert [(tab.name, tab.key) for tab in saved] == [("电话 来的", chosen)]
    presenter.asking.choose_view("all")
    presenter.asking.clear_filters()
    presenter.asking.choose_saved(chosen)
    assert view.last("show_sort") == ("title", True)
    assert view.last("show_saved")[1] == chosen
    assert next(c for c in view.last("show_filters")[0] if c.key == SOURCE).chosen == ("phone",)
    presenter.asking.set_filter(SOURCE, [])
    assert view.last("show_saved")[1] == ""


def test_a_removed_view_comes_back_by_undo(start, view, navigator):
    presenter, _desk = start()
    presenter.asking.save_view("在办")
    key = view.last("show_saved")[1]
    presenter.asking.remove_view(key)
    assert view.last("show_saved") == ((), "")
    words, undo = navigator.last("toast")
    assert words == "已移除视图“在办”"
    undo()
    assert [tab.key for tab in view.last("show_saved")[0]] == [key]


def test_views_of_others_are_not_shown(centre, start, view):
    presenter, _desk = start(centre.registrar)
    presenter.asking.save_view("我的")
    start(centre.mediator)
    assert view.last("show_saved")[0] == ()


def test_preview_tells_clock_step_facts_duties_and_events(centre, start, view, navigator):
    case = centre.accepted()
    presenter, _desk = start()
    presenter.glance.look_at(case.id)
    preview = view.last("show_preview")
    assert preview.title == case.title
    assert preview.step.text == "指派调解员"
    assert preview.origin.startswith(case.intake_number)
    labels = [fact.label for fact in preview.facts]
    assert labels == ["申请人", "被申请人", "诉求", "时钟", "承办"]
    assert next(fact for fact in preview.facts if fact.label == "时钟").note
    assert [card.name for card in preview.duties] == ["包调查", "包调处", "包办结", "包回访"]
    assert preview.events[0].what == "受理"
    presenter.glance.act()
    assert navigator.last("open_case") == (case.id, "overview", True)


def test_preview_follows_a_write(centre, start, view):
    case = centre.accepted()
    presenter, desk = start()
    presenter.glance.look_at(case.id)
    done = centre.services.cases.note(case.id, "电话联系，未接", actor=centre.actor)
    desk.feed.announce(done.changes)
    assert view.last("show_preview").events[0].what == "电话联系，未接"
    assert view.last("show_count")[1] is False


def test_foreign_changes_do_not_reread(start, view):
    _presenter, desk = start()
    before = view.count("show_count")
    desk.feed.announce(Changes(frozenset({("draft", new_id())})))
    assert view.count("show_count") == before


def test_a_closed_page_no_longer_listens(start, view):
    presenter, desk = start()
    presenter.close()
    before = view.count("show_count")
    desk.feed.announce(Changes(frozenset({("case", new_id())})))
    assert view.count("show_count") == before


def test_the_register_prints_once_and_again_from_the_stored_page(centre, start, view, navigator):
    case = centre.accepted()
    presenter, _desk = start()
    row = next(row for row in rows_of(presenter) if row.id == case.id)
    presenter.print_register(row)
    presenter.print_register(row)
    pages = [given for called, given in navigator.calls if called == "print_document"]
    assert pages[0] == pages[1]
    assert len(centre.services.cases.folder(case.id).documents) == 1


def test_a_refused_print_says_why(centre, start, view):
    centre.registered()
    presenter, _desk = start()
    row = rows_of(presenter)[0]
    assert not row.is_accepted
    presenter.print_register(row)
    assert view.last("show_error") == "案件尚未受理，受理后出具"


def test_periods_are_found_back_and_others_are_named():
    today = date(2026, 11, 18)
    filters = CaseFilters(Translator(), Formats(), FilterSources())
    for key in ("7", "30", "90", "year"):
        wanted = filters.with_choice(CaseFilter(), PERIOD, [key], today)
        assert period_of(wanted, today) == key
        assert set_count(wanted) == 1
        assert filters.with_choice(wanted, PERIOD, [], today) == CaseFilter()
    old = filters.with_choice(CaseFilter(), PERIOD, ["30"], today)
    later = today + timedelta(days=40)
    choice = next(c for c in filters.choices(old, later) if c.key == PERIOD)
    assert dict(choice.options)[choice.chosen[0]] == "2026-10-20 起"


def test_unknown_filter_values_are_refused():
    filters = CaseFilters(Translator(), Formats(), FilterSources())
    with pytest.raises(ValueError, match="Stage has no nowhere"):
        filters.with_choice(CaseFilter(), STAGE, ["nowhere"], date(2026, 11, 18))
