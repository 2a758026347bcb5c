from dataclasses import replace

import pytest

from app.domain.disputes.lifecycle.transitions import is_allowed
from app.domain.disputes.states import CaseEvent
from app.domain.duties.next_steps import NextStepKind
from app.presenters.due_words import ChipKind
from app.presenters.navigation import (
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_OVERVIEW,
    TAB_PERFORMANCE,
    TAB_SESSIONS,
)
from app.presenters.workspace import menu, turn_menu
from app.presenters.workspace.words.frame import STAGES

EVENT_OF = {
    menu.DECLINE: CaseEvent.DECLINE,
    menu.ACCEPT: CaseEvent.ACCEPT,
    menu.ASSIGN: CaseEvent.ASSIGN,
    menu.TERMINATE: CaseEvent.TERMINATE,
    menu.PERFORM: CaseEvent.PERFORM,
    menu.FOLLOW_UP: CaseEvent.FOLLOW_UP,
    menu.CLOSE: CaseEvent.CLOSE,
}


def test_a_new_case_asks_for_consent_and_shows_every_clock(presenter, view, centre):
    presenter.open(centre.registered().id)
    assert view.header.step.text == "征求意见"
    assert view.tab == TAB_OVERVIEW
    assert view.header.chip.kind is not ChipKind.NONE
    assert view.header.chip.detail
    assert len(view.header.clocks) == len(view.folder.clocks)
    assert all(clock.explanation for clock in view.header.clocks)
    unverified = [c for c in view.folder.clocks if not c.is_verified]
    assert sum("未核实" in clock.explanation for clock in view.header.clocks) == len(unverified)


@pytest.mark.parametrize(
    "step", ["registered", "accepted", "assigned", "mediating", "effective", "performed"]
)
def test_the_menu_offers_only_what_the_law_allows_now(presenter, view, centre, step):
    case = getattr(centre, step)()
    presenter.open(case.id)
    for key, event in EVENT_OF.items():
        if key in view.menu:
            assert is_allowed(case.state, event)
    assert menu.NOTE in view.menu
    assert (menu.ACCEPT in view.menu) <= (not case.not_yet_consenting())


@pytest.mark.parametrize(
    ("step", "verb", "tab"),
    [
        ("accepted", "指派调解员", TAB_OVERVIEW),
        ("assigned", "约定时间", TAB_SESSIONS),
        ("mediating", "起草协议", TAB_AGREEMENT),
        ("effective", "记录履行", TAB_PERFORMANCE),
        ("performed", "回访", TAB_OVERVIEW),
    ],
)
def test_the_one_button_names_the_next_step_and_its_place(
    presenter, view, windows, centre, *, step, verb, tab
):
    presenter.open(getattr(centre, step)().id)
    assert (view.header.step.text, view.tab) == (verb, tab)
    presenter.press_step()
    assert [view.form is not None, bool(view.steps), windows.appointment is not None].count(True) == 1


def test_steps_done_in_a_pane_are_handed_to_it(presenter, view, windows, centre):
    case = centre.assigned()
    presenter.open(case.id, act=True)
    assert view.steps == []
    windows.appointment.send()
    presenter.press_step()
    assert view.steps == [(TAB_SESSIONS, NextStepKind.MEDIATE)]
    assert view.tab == TAB_SESSIONS


def test_looking_back_tells_what_is_there_and_looking_ahead_what_is_missing(presenter, view, centre):
    presenter.open(centre.accepted().id)
    for place, stage in enumerate(STAGES):
        presenter.look_at(place)
        assert view.told
        assert view.is_missing == (place > STAGES.index(view.folder.case.stage)), stage
    presenter.look_at(0)
    assert "登记员 巴合提古丽" in view.told


def test_another_desk_s_write_is_shown_at_once(presenter, view, centre, desk):
    case = centre.registered()
    presenter.open(case.id)
    done = centre.services.cases.note(case.id, "来电询问进度", actor=centre.actor)
    desk.feed.announce(done.changes)
    assert view.timeline[0].what == "来电询问进度"


def test_saves_of_one_record_count_once_and_private_notes_stay_private(presenter, view, centre):
    case = centre.assigned()
    session = centre.services.mediation.new_session(case.id)
    for text in ("一", "一二", "一二三"):
        session = replace(session, record=text, caucus_notes=f"底线是八千{text}")
        session = centre.services.mediation.save(session, actor=centre.actor).value
    presenter.open(case.id)
    saves = [line for line in view.timeline if line.details and "调解记录" in dict(_pairs(line))]
    assert len(saves) == 1
    assert not any("八千" in text for line in view.timeline for detail in line.details for text in detail)


def test_a_closed_case_is_archived_and_then_offers_its_documents(presenter, view, centre):
    case = centre.performed()
    case = centre.services.cases.close(case.id, centre.today, actor=centre.actor, version=case.version).value
    presenter.open(case.id)
    assert (view.header.step.text, view.header.stage) == ("归档", len(STAGES) - 1)
    presenter.press_step()
    view.form.send()
    presenter.refresh()
    assert view.header.stage == len(STAGES)
    assert view.header.chip.kind is ChipKind.DONE
    presenter.press_step()
    assert view.tab == TAB_DOCUMENTS
    assert view.menu == (menu.NOTE, turn_menu.ANEW, turn_menu.SHELF, turn_menu.REOPEN, turn_menu.UNDO)


def test_a_case_that_cannot_be_read_says_so(presenter, view, centre):
    presenter.open(centre.committee.id)
    assert view.failure


def _pairs(line):
    return [(label, after) for label, _before, after in line.details]
