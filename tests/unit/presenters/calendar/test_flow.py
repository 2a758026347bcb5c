"""From the intent to the toast: asking, offers, clashes, notices, moves, undo, the card and its verbs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.mediation.schedule.appointments import (
    AppointmentState,
    MeetingPlace,
    NoticeManner,
)
from app.presenters.calendar import card as verbs


@pytest.fixture
def stored(centre):
    def read(case):
        return centre.services.cases.folder(case.id).appointments

    return read


@pytest.fixture
def planned(centre, flow, windows):
    """Plan a case by the best slot; the notices are left for later."""

    def make(case=None):
        case = case or centre.assigned()
        flow.plan(case.id)
        windows.appointment.send()
        return centre.services.cases.folder(case.id).appointments[-1]

    return make


def at(appointment, *, hours=0, days=0, room=None):
    by = timedelta(hours=hours, days=days)
    return MeetingPlace(
        starts_at=appointment.starts_at + by,
        ends_at=appointment.ends_at + by,
        room_id=room or appointment.room_id,
    )


def test_a_slot_is_taken_by_its_number_and_the_notices_come_next(centre, flow, windows, stored, navigator):
    case = centre.assigned()
    flow.plan(case.id)
    asked = windows.appointment
    assert [offer.number for offer in asked.offers] == [1, 2, 3]
    assert asked.chosen == 1
    asked.asked.take(2)
    assert asked.chosen == 2
    asked.send()
    assert asked.is_finished
    (made,) = stored(case)
    assert asked.offers[1].when.endswith(f"{made.starts_at:%H:%M}–{made.ends_at:%H:%M}")
    assert windows.notices.words.startswith(asked.offers[1].when)
    assert [row.is_ticked for row in windows.notices.rows] == [True, True]
    windows.notices.presenter.print(is_large=False)
    assert windows.notices.is_finished
    assert [title for _pdf, title, _copies in navigator.printed] == ["调解通知书"] * 2
    assert stored(case)[0].untold() == ()
    _text, undo = navigator.toasts[0]
    undo()
    assert "他人刚保存过" in windows.failure


def test_what_was_just_made_is_undone_by_its_toast(planned, navigator, stored, centre):
    case = centre.assigned()
    planned(case)
    navigator.toasts[0][1]()
    assert stored(case)[0].state is AppointmentState.CANCELLED


def test_a_clash_is_told_while_typing_and_asks_for_a_reason(planned, centre, flow, windows, stored):
    first = planned()
    case = centre.assigned()
    flow.plan(case.id, MeetingPlace(starts_at=first.starts_at, ends_at=first.ends_at, room_id=first.room_id))
    asked = windows.appointment
    assert f"已有“{first.title}”" in asked.clashing
    assert "调解员赵永安" in asked.clashing
    asked.send()
    assert "冲突" in asked.notes["clash_reason"][1]
    assert asked.focus == "clash_reason"
    asked.fill(clash_reason="先占后让").send()
    assert stored(case)[0].clash_reason == "先占后让"


def test_another_time_takes_the_clash_and_its_question_away(planned, centre, flow, windows):
    first = planned()
    flow.plan(centre.assigned().id, at(first))
    asked = windows.appointment
    asked.asked.take(1)
    assert asked.clashing == ""
    assert "clash_reason" not in asked.asked.form.shown_keys(asked.asked.values)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "2026-2-30"}, "day"),
        ({"start": "25点"}, "start"),
        ({"end": ""}, "end"),
        ({"end": "8:00"}, "end"),
        ({"room": "outside", "place": ""}, "room"),
        ({"mediator": ""}, "mediator"),
        ({"day": "2026-10-30"}, "day"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_stays_typed(centre, flow, windows, stored, *, typed, field):
    case = centre.assigned()
    flow.plan(case.id)
    asked = windows.appointment.fill(**typed).send()
    assert not asked.is_finished
    assert asked.notes[field][0]
    assert {key: asked.asked.values[key] for key in typed} == typed
    assert stored(case) == ()


def test_without_a_case_only_other_purposes_and_the_number_leads_to_the_case(centre, flow, windows):
    case = centre.assigned()
    flow.plan()
    asked = windows.appointment
    purposes = next(field for field in asked.fields if field.key == "purpose")
    assert "mediation" not in dict(purposes.options)
    asked.fill(case="9999")
    asked.asked.leave("case")
    assert asked.notes["case"][0]
    asked.fill(case=case.intake_number[-4:], start="16:00", end="17:00")
    asked.asked.leave("case")
    assert asked.is_finished
    bound = windows.appointment
    assert bound is not asked
    assert bound.asked.record.case_id == case.id
    assert (bound.values["start"], bound.values["end"]) == ("16:00", "17:00")


def test_a_move_nobody_knew_of_needs_no_word_and_is_undone(planned, flow, windows, navigator, centre):
    first = planned()
    flow.move(first, at(first))
    assert windows.short is None
    flow.move(first, at(first, days=1))
    moved = centre.services.appointments.appointment(first.id)
    assert moved.state is AppointmentState.MOVED
    text, undo = navigator.toasts[-1]
    assert text.startswith("已改到")
    undo()
    assert centre.services.appointments.appointment(first.id).starts_at == first.starts_at


def test_a_move_asks_why_where_parties_know_and_tells_them_again(planned, flow, windows, centre):
    first = planned()
    windows.notices.presenter.note(NoticeManner.PHONE)
    seen = centre.services.appointments.appointment(first.id)
    windows.notices = None
    flow.move(seen, at(seen, days=1))
    assert "写明改期理由" in windows.short.send().notes["move_reason"][1]
    windows.short.fill(move_reason="来电请求改期").send()
    assert windows.short.is_finished
    assert all("之后改过期" in row.about for row in windows.notices.rows)


def test_a_move_into_a_clash_names_it_and_asks_why(planned, flow, windows, centre):
    first = planned()
    second = planned()
    flow.move(second, at(first))
    assert any(f"已有“{first.title}”" in words for words in windows.short.presenter.form.words)
    windows.short.fill(clash_reason="合并谈").send()
    assert centre.services.appointments.appointment(second.id).clash_reason == "合并谈"


def test_the_card_leads_with_what_comes_next(planned, flow, windows, centre, navigator):
    first = planned()
    flow.open(first.id)
    assert [verb.key for verb in windows.card.verbs] == [
        verbs.NOTIFY,
        verbs.CHANGE,
        verbs.OPEN_CASE,
        verbs.CANCEL,
    ]
    assert ("通知", "待通知 2 方") in windows.card.facts
    centre.clock.moment = first.starts_at - timedelta(minutes=10)
    flow.open(first.id)
    assert windows.card.verbs[0].key == verbs.BEGIN
    windows.act(verbs.BEGIN)
    assert navigator.pages[-1] == str(first.case_id)


def test_cancelled_with_a_reason_and_taken_back_from_card_or_toast(planned, flow, windows, navigator, centre):
    first = planned()
    flow.open(first.id)
    windows.act(verbs.CANCEL)
    windows.short.send()
    assert not windows.short.is_finished
    windows.short.fill(reason="申请人住院").send()
    flow.open(first.id)
    assert windows.card.verbs[0].key == verbs.REOPEN
    assert ("取消理由", "申请人住院") in windows.card.facts
    windows.act(verbs.REOPEN)
    assert centre.services.appointments.appointment(first.id).is_active


def test_changed_by_its_form_and_merged_with_another_desk_s_change(planned, flow, windows, centre):
    first = planned()
    flow.open(first.id)
    windows.act(verbs.CHANGE)
    mine = windows.appointment
    theirs = replace(first, wish_note="只有下午")
    centre.services.appointments.save(theirs, actor=centre.registrar.actor)
    mine.fill(interpreter="李娟").send()
    assert mine.is_finished
    after = centre.services.appointments.appointment(first.id)
    assert (after.wish_note, after.interpreter) == ("只有下午", "李娟")
    assert after.interpreter_id == centre.recorder.id


def test_messages_are_copied_and_counted_as_told(planned, windows, centre):
    first = planned()
    notices = windows.notices
    notices.presenter.tick([first.invited[1].id])
    assert first.invited[0].name not in notices.message
    notices.presenter.copy_message()
    assert notices.copied == notices.message != ""
    after = centre.services.appointments.appointment(first.id)
    assert [i.manner for i in after.invited] == [None, NoticeManner.MESSAGE]
    notices.presenter.tick([])
    notices.presenter.print(is_large=False)
    assert notices.error
