import json
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.mediation.sessions import ParticipantRole, SessionResult
from app.domain.values.days.clock_times import parse_time
from app.i18n import Formats
from app.presenters.desk import InlineRunner
from app.presenters.intake.shown import SavedState
from app.presenters.workspace.sessions.entries import entry_of, from_payload, read_session, to_payload
from app.presenters.workspace.sessions.presenter import SessionsPresenter
from tests.support.workspace_desk import WindowAround


class SeenSessions:
    def __init__(self):
        self.tabs = ()
        self.chosen = self.empty = self.focus = ""
        self.may_begin = self.is_finished = False
        self.entry = None
        self.speakers = ()
        self.problems = {}
        self.conflicts = ()
        self.saved = None

    def show_list(self, tabs, chosen, *, may_begin):
        self.tabs, self.chosen, self.may_begin = tuple(tabs), chosen, may_begin

    def show_empty(self, words, *, may_begin):
        self.empty = words

    def show_entry(self, entry, speakers, *, is_finished, focus):
        self.entry, self.speakers, self.is_finished, self.focus = entry, speakers, is_finished, focus

    def show_told(self, rights, routes):
        self.told = (rights, routes)

    def show_problem(self, field, words):
        self.problems[field] = words

    def clear_problems(self):
        self.problems, self.conflicts = {}, ()

    def show_conflicts(self, words, conflicts):
        self.conflicts = tuple(conflicts)

    def show_saved(self, note):
        self.saved = note


@pytest.fixture
def seen():
    return SeenSessions()


@pytest.fixture
def sessions(desk, navigator, seen):
    return SessionsPresenter(desk, navigator, seen)


@pytest.fixture
def begun(sessions, centre):
    case = centre.assigned()
    sessions.show_case(centre.services.cases.folder(case.id))
    sessions.take_up(None)
    return case


def folder(centre, case):
    return centre.services.cases.folder(case.id)


def test_a_case_without_notice_says_what_comes_first(sessions, centre, seen):
    sessions.show_case(folder(centre, centre.accepted()))
    assert "告知权利义务" in seen.empty
    assert not seen.may_begin


def test_a_new_record_is_filled_in_but_not_saved_until_something_is_typed(sessions, begun, centre, seen):
    assert [speaker.keys for speaker in seen.speakers] == ["Ctrl+1", "Ctrl+2"]
    assert seen.entry.mediators == "赵永安"
    assert seen.entry.result is None
    sessions.save()
    assert folder(centre, begun).sessions == ()
    sessions.set("record", "双方到场。")
    sessions.save()
    assert folder(centre, begun).sessions[0].record == "双方到场。"
    assert seen.saved.state is SavedState.SAVED


def test_raw_typing_survives_a_kill_and_opens_at_the_same_field(sessions, begun, centre, desk):
    party = begun.parties[1]
    sessions.set("record", "第一段")
    sessions.set("start", "九点来钟")
    sessions.set_statement(party.id, "愿意修理")
    sessions.keep_draft()
    later = SeenSessions()
    again = SessionsPresenter(desk, WindowAround(), later)
    again.show_case(folder(centre, begun))
    assert (later.entry.record, later.entry.start) == ("第一段", "九点来钟")
    assert later.entry.statement_of(party.id).text == "愿意修理"
    assert later.focus == f"statement.{party.id}"
    again.set("start", "9:00")
    again.save()
    saved = folder(centre, begun).sessions[0]
    assert (saved.held_at.hour, saved.held_at.minute) == (9, 0)
    assert desk.services.drafts.all(desk.actor) == ()


def test_what_cannot_be_read_stays_a_draft_and_is_said_when_finishing(sessions, begun, centre, seen, desk):
    sessions.set("end", "散会后")
    sessions.save()
    assert folder(centre, begun).sessions == ()
    assert json.loads(desk.services.drafts.all(desk.actor)[0].payload)["end"] == "散会后"
    sessions.finish()
    assert list(seen.problems) == ["end"]


def test_finishing_asks_for_text_result_notice_and_routes(sessions, begun, centre, seen, navigator):
    sessions.set("rights_told", False)  # remembered from the notice; the mediator takes it back
    wanted = [
        ("result", SessionResult.FAILED),
        ("record", "分歧较大。"),
        ("rights_told", True),
        ("routes_told", True),
    ]
    for field, value in wanted:
        sessions.finish()
        assert list(seen.problems) == [field]
        sessions.set(field, value)
    sessions.finish()
    assert folder(centre, begun).sessions[0].is_finished
    assert seen.is_finished
    assert "调解不成" in navigator.toasts[-1][0]
    sessions.set("record", "改写")
    assert folder(centre, begun).sessions[0].record == "分歧较大。"


def test_a_refresh_keeps_what_is_being_typed(sessions, begun, centre, seen):
    sessions.set("record", "已存")
    sessions.save()
    sessions.show_case(folder(centre, begun))
    sessions.set("record", "已存，又写")
    centre.services.cases.note(begun.id, "旁记", actor=centre.actor)
    sessions.show_case(folder(centre, begun))
    assert seen.entry.record == "已存，又写"
    assert sessions.has_unsaved


def test_two_desks_one_record_shows_both_and_overwrites_nothing(sessions, begun, centre, seen, navigator):
    sessions.set("record", "共同的开头")
    sessions.save()
    stored = folder(centre, begun).sessions[0]
    centre.services.mediation.save(replace(stored, record="对方写的"), actor=centre.actor)
    sessions.set("record", "我写的")
    sessions.save()
    assert [(c.label, c.ours, c.theirs) for c in seen.conflicts] == [("调解记录", "我写的", "对方写的")]
    assert centre.services.mediation.session(stored.id).record == "对方写的"
    sessions.save()
    assert centre.services.mediation.session(stored.id).record == "对方写的"
    sessions.use_theirs()
    assert seen.entry.record == "对方写的"
    navigator.toasts[-1][1]()
    assert seen.entry.record == "我写的"
    sessions.use_mine()
    assert centre.services.mediation.session(stored.id).record == "我写的"


def test_another_desk_s_save_is_taken_up_while_nothing_is_typed_here(sessions, begun, centre, seen):
    sessions.set("record", "开头")
    sessions.save()
    stored = folder(centre, begun).sessions[0]
    centre.services.mediation.save(replace(stored, record="对方续写"), actor=centre.actor)
    sessions.show_case(folder(centre, begun))
    assert seen.entry.record == "对方续写"


class LaterRunner:
    """Runs work only when told, in order: what a busy database looks like."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, done, failed, *, lane="database"):
        self.waiting.append((work, done, failed))

    def run(self):
        while self.waiting:
            work, done, failed = self.waiting.pop(0)
            InlineRunner().submit(work, done, failed)


def two_records(centre):
    case = centre.mediating()
    session = replace(centre.services.mediation.new_session(case.id), record="第二次")
    centre.services.mediation.save(session, actor=centre.actor)
    return case


def test_an_answer_about_a_record_no_longer_on_show_changes_nothing_on_screen(centre, desk, seen, navigator):
    case = two_records(centre)
    runner = LaterRunner()
    pane = SessionsPresenter(replace(desk, runner=runner), navigator, seen)
    pane.show_case(folder(centre, case))
    runner.run()
    first, second = (str(session.id) for session in folder(centre, case).sessions)
    pane.set("record", "第二次，写了一半")
    pane.choose(first)
    runner.run()
    assert seen.chosen == first
    assert seen.entry.record == "双方陈述了经过。"
    assert [s.record for s in folder(centre, case).sessions] == ["双方陈述了经过。", "第二次，写了一半"]
    assert desk.services.drafts.all(desk.actor) == ()
    pane.show_case(folder(centre, case))
    pane.choose(second)
    assert seen.entry.record == "第二次，写了一半"


def test_finishing_while_a_save_is_on_its_way_waits_for_it(centre, desk, seen, navigator):
    case = two_records(centre)
    runner = LaterRunner()
    pane = SessionsPresenter(replace(desk, runner=runner), navigator, seen)
    pane.show_case(folder(centre, case))
    runner.run()
    pane.set("rights_told", True)
    pane.save()
    pane.set("result", SessionResult.AGREED)
    pane.finish()
    runner.run()
    last = folder(centre, case).sessions[-1]
    assert (last.is_finished, last.result, last.rights_told) == (True, SessionResult.AGREED, True)


def test_what_cannot_be_saved_yet_waits_aside_while_another_record_is_looked_at(centre, sessions, seen):
    case = two_records(centre)
    sessions.show_case(folder(centre, case))
    first, second = (str(session.id) for session in folder(centre, case).sessions)
    sessions.set("end", "散会后")
    sessions.choose(first)
    assert seen.entry.end != "散会后"
    sessions.choose(second)
    assert seen.entry.end == "散会后"
    other = centre.registered()
    sessions.show_case(folder(centre, other))
    sessions.show_case(folder(centre, case))
    assert seen.entry.end == "散会后"


def test_a_draft_left_by_a_kill_after_the_save_is_no_quarrel(centre, desk, sessions, begun, seen):
    sessions.set("record", "已存")
    sessions.keep_draft()
    left = desk.services.drafts.all(desk.actor)[0]
    sessions.save()
    desk.services.drafts.put(left.key, left.payload, left.focus, actor=desk.actor)
    again = SessionsPresenter(desk, WindowAround(), seen)
    again.show_case(folder(centre, begun))
    assert desk.services.drafts.all(desk.actor) == ()
    again.set("record", "已存，再写")
    again.save()
    assert seen.conflicts == ()
    assert folder(centre, begun).sessions[0].record == "已存，再写"


def test_nothing_typed_is_missing_on_paper(sessions, begun, seen, navigator):
    sessions.print()
    assert navigator.printed == []
    sessions.set("record", "写了")
    sessions.set("end", "散会后")
    sessions.print()
    assert navigator.printed == []
    assert list(seen.problems) == ["record", "end"]
    sessions.set("end", "10:30")
    sessions.print()
    assert "写了" in navigator.printed[0][0].decode()


def test_guests_are_added_and_taken_out_with_a_way_back(sessions, begun, centre, seen, navigator):
    sessions.add_guest()
    guest = seen.entry.guests[0]
    assert seen.focus == f"guest.{guest.id}"
    sessions.set_guest(guest.id, "name", "热依汗")
    sessions.set_guest(guest.id, "role", ParticipantRole.INTERPRETER)
    sessions.remove_guest(guest.id)
    assert seen.entry.guests == ()
    navigator.toasts[-1][1]()
    sessions.save()
    saved = folder(centre, begun).sessions[0].participants[0]
    assert (saved.name, saved.role) == ("热依汗", ParticipantRole.INTERPRETER)


def test_an_open_record_prints_as_a_draft_and_a_closed_one_as_issued(sessions, begun, navigator, seen):
    for field, value in (
        ("record", "达成一致。"),
        ("caucus_notes", "底线八千"),
        ("concessions", "愿减半"),
        ("rights_told", True),
        ("result", SessionResult.AGREED),
    ):
        sessions.set(field, value)
    sessions.print()
    sessions.finish()
    sessions.print()
    sessions.print()
    draft, issued, again = navigator.printed
    assert b"%PDF draft" in draft[0]
    assert b"%PDF issued" in issued[0]
    assert issued[0] == again[0]
    for pdf, _title, _copies in navigator.printed:
        text = pdf.decode()
        assert "达成一致" in text
        assert "底线八千" not in text
        assert "愿减半" not in text


def test_long_records_keep_every_sign(sessions, begun, centre):
    text = "调解员：请说明经过。\n" * 3000
    sessions.set("record", text)
    sessions.save()
    assert folder(centre, begun).sessions[0].record == text


def test_a_record_goes_through_the_fields_and_back_unchanged(begun, centre, sessions):
    sessions.set("record", "正文")
    sessions.set("end", "10:30")
    sessions.save()
    stored = folder(centre, begun).sessions[0]
    entry = from_payload(to_payload(entry_of(stored, centre.case(begun.id), Formats())))
    assert read_session(entry, stored, Formats(), centre.today) == stored


@given(st.times(), st.sampled_from(["%H:%M", "%H%M", "%H.%M", "%H点%M分", "%H时%M"]))
def test_every_time_is_read_in_every_form(value, form):
    assert parse_time(value.strftime(form)) == time(value.hour, value.minute)


@pytest.mark.parametrize("typed", ["24:00", "9:60", "上午", "9", "9:3", "12345"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(InvalidInput):
        parse_time(typed)
