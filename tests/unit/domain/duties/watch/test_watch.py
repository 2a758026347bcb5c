"""Orders, whistles, proactive handling: who owes what, in which order, and where it stands in the loop."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.clocks import CaseClock, ClockKind, leading
from app.domain.duties.watch import proactive, supervision, whistles
from app.domain.duties.watch.clocks import watch_clocks
from app.domain.duties.watch.limits import LimitUnit, WatchLimit, WatchLimitKind, limit_in_force
from app.domain.duties.watch.loop import LoopStep, step_of_handling, step_of_order, step_of_whistle
from app.domain.duties.watch.supervision import SupervisionStatus, SupervisionUrge
from app.domain.duties.watch.whistles import WhistleRating, WhistleStatus
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.days.working_days import seed_calendar
from app.domain.values.ids import new_id
from tests.support.watch_samples import NOON, a_handling, a_reply, a_whistle, an_order

TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)
MINUTE = timedelta(minutes=1)


def an_urge(new_due=NOON + timedelta(days=3)):
    return SupervisionUrge(id=new_id(), urged_on=TODAY, urger="周敏", note="答复过于笼统", new_due=new_due)


def a_limit(amount, unit, kind=WatchLimitKind.REPLY):
    return WatchLimit(
        kind=kind, amount=amount, unit=unit, until=time(17), source="x", is_verified=False,
        valid_from=date(2011, 1, 1),
    )  # fmt: skip


def code_of(act, *given, **named):
    with pytest.raises(DomainError) as refused:
        act(*given, **named)
    return refused.value.code


# limits


@pytest.mark.parametrize(
    ("amount", "unit", "ends"),
    [
        (30, LimitUnit.MINUTE, datetime(2026, 11, 6, 12, 30, tzinfo=SHANGHAI)),
        (2, LimitUnit.HOUR, datetime(2026, 11, 6, 14, 0, tzinfo=SHANGHAI)),
        # 6 November 2026 is a Friday.
        (1, LimitUnit.WORKING_DAY, datetime(2026, 11, 9, 17, 0, tzinfo=SHANGHAI)),
        (1, LimitUnit.DAY, datetime(2026, 11, 9, 17, 0, tzinfo=SHANGHAI)),
        (4, LimitUnit.DAY, datetime(2026, 11, 10, 17, 0, tzinfo=SHANGHAI)),
    ],
)
def test_a_limit_ends_when_a_person_would_say(amount, unit, ends):
    friday_noon = datetime(2026, 11, 6, 12, 0, tzinfo=SHANGHAI)
    assert a_limit(amount, unit).ends_at(friday_noon, seed_calendar()) == ends


def test_the_latest_limit_in_force_counts_and_none_is_none():
    old, new = a_limit(1, LimitUnit.DAY), replace(a_limit(2, LimitUnit.DAY), valid_from=date(2026, 1, 1))
    assert limit_in_force((old, new), WatchLimitKind.REPLY, TODAY) is new
    assert limit_in_force((old, new), WatchLimitKind.REPLY, date(2020, 1, 1)) is old
    assert limit_in_force((old, new), WatchLimitKind.ARRIVAL, TODAY) is None
    assert new.words == "2天"


# orders


def test_an_order_is_answered_urged_answered_again_and_lifted():
    order = an_order()
    assert order.status(NOON) is SupervisionStatus.AWAITING
    assert order.status(order.due) is SupervisionStatus.AWAITING
    assert order.status(order.due + MINUTE) is SupervisionStatus.OVERDUE
    order = supervision.answer(order, a_reply(), NOON)
    assert (order.status(NOON), order.receiver) == (SupervisionStatus.REPLIED, "赵永安")
    assert code_of(supervision.answer, order, a_reply(), NOON) == "supervision.already_replied"
    order = supervision.urge(order, an_urge(), NOON)
    assert (order.owes_reply, order.due) == (True, NOON + timedelta(days=3))
    assert code_of(supervision.lift, order, "已解决", TODAY, NOON) == "supervision.reply_first"
    order = supervision.answer(order, a_reply("已修复阀门，室温 20 度。"), NOON)
    order = supervision.lift(order, "已解决", TODAY, NOON)
    assert (order.status(NOON), len(order.replies)) == (SupervisionStatus.CLOSED, 2)
    for act, told in (
        (supervision.answer, (a_reply(), NOON)),
        (supervision.urge, (an_urge(), NOON)),
        (supervision.withdraw, ("错发", TODAY)),
        (supervision.receive, ("李娟", NOON)),
    ):
        assert code_of(act, order, *told) == "supervision.closed"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"question": " "}, "supervision.question_missing"),
        ({"addressee": supervision.Addressee(responsible_unit="物业")}, "supervision.addressee_missing"),
        ({"reply_due": NOON}, "supervision.due_passed"),
    ],
)
def test_an_order_says_what_to_whom_until_when(changes, code):
    assert code_of(supervision.check_order, an_order(**changes)) == code


def test_a_reply_lies_between_issue_and_today_and_says_something():
    order = an_order()
    assert code_of(supervision.answer, order, a_reply(" "), NOON) == "supervision.reply_missing"
    early = a_reply(replied_on=TODAY - timedelta(days=1))
    assert code_of(supervision.answer, order, early, NOON) == "supervision.before_issue"
    assert code_of(supervision.answer, order, a_reply(replied_on=TOMORROW), NOON) == "date.in_future"


def test_an_order_taken_back_binds_nobody_and_is_signed_for_once():
    order = supervision.receive(an_order(), "李娟", NOON)
    assert code_of(supervision.receive, order, "李娟", NOON) == "supervision.already_received"
    assert code_of(supervision.withdraw, order, "", TODAY) == "reason.words_missing"
    taken = supervision.withdraw(order, "案件已并案", TODAY)
    assert (taken.status(NOON), taken.is_open, step_of_order(taken)) == (
        SupervisionStatus.WITHDRAWN,
        False,
        None,
    )
    assert code_of(supervision.answer, taken, a_reply(), NOON) == "supervision.withdrawn"


def test_an_order_is_somebodys_by_id_else_by_name():
    mine = new_id()
    by_id = an_order(addressee=supervision.Addressee(responsible_person="赵永安", responsible_id=mine))
    assert by_id.is_addressed_to(mine, "别人")
    assert not by_id.is_addressed_to(new_id(), "赵永安")
    assert an_order().is_addressed_to(mine, "刘强")
    assert not an_order().is_addressed_to(mine, "")


@given(st.lists(st.sampled_from(["reply", "urge", "lift", "withdraw", "receive"]), max_size=8))
def test_whatever_is_tried_an_order_never_ends_twice_and_owes_only_while_open(acts):
    order = an_order()
    moves = {
        "reply": lambda o: supervision.answer(o, a_reply(), NOON),
        "urge": lambda o: supervision.urge(o, an_urge(), NOON),
        "lift": lambda o: supervision.lift(o, "已解决", TODAY, NOON),
        "withdraw": lambda o: supervision.withdraw(o, "错发", TODAY),
        "receive": lambda o: supervision.receive(o, "李娟", NOON),
    }
    for act in acts:
        before = order
        try:
            order = moves[act](order)
        except RuleRefusal:
            order = before
        assert not (order.closed_on and order.withdrawn_on)
        assert not order.owes_reply or order.is_open
        assert len(order.replies) >= len(before.replies)
        assert (step_of_order(order) is None) == (order.withdrawn_on is not None)


# whistles


def test_p8_the_water_office_is_there_in_twenty_minutes():
    whistle = a_whistle("水利局")
    assert whistle.status(NOON) is WhistleStatus.BLOWN
    assert whistle.status(NOON + 30 * MINUTE) is WhistleStatus.BLOWN
    assert whistle.status(NOON + 31 * MINUTE) is WhistleStatus.LATE
    unit = whistle.units[0].id
    there = whistles.arrive(whistle, unit, "马工", NOON + 20 * MINUTE, NOON + 25 * MINUTE)
    assert there.status(NOON + timedelta(hours=9)) is WhistleStatus.ARRIVED
    assert (
        code_of(whistles.rate, there, WhistleRating.GOOD, "", TODAY, there.caller_id)
        == "whistle.handle_first"
    )
    done = whistles.handle(
        there, "划定修复责任，当场签认。", "水渠三日内修复", TODAY, NOON + timedelta(hours=1)
    )
    assert code_of(whistles.rate, done, WhistleRating.GOOD, "", TODAY, new_id()) == "whistle.rated_by_caller"
    rated = whistles.rate(done, WhistleRating.VERY_GOOD, "", TODAY, done.caller_id)
    assert (rated.status(NOON), rated.is_open) == (WhistleStatus.RATED, False)


def test_with_several_units_some_may_be_there():
    whistle = a_whistle("水利局", "公安局")
    assert (whistle.lead.name, [unit.name for unit in whistle.assisting]) == ("水利局", ["公安局"])
    part = whistles.arrive(whistle, whistle.units[1].id, "", NOON + MINUTE, NOON + MINUTE)
    assert (part.status(NOON), [unit.name for unit in part.missing]) == (
        WhistleStatus.PARTLY_ARRIVED,
        ["水利局"],
    )
    assert part.status(NOON + 40 * MINUTE) is WhistleStatus.LATE
    handled = whistles.handle(part, "先行处置", "", TODAY, NOON + timedelta(hours=1))
    assert not handled.owes_arrival


def test_a_whistle_refuses_what_cannot_be():
    whistle = a_whistle("水利局")
    unit = whistle.units[0].id
    assert code_of(whistles.handle, whistle, "x", "", TODAY, NOON) == "whistle.nobody_arrived"
    assert code_of(whistles.arrive, whistle, unit, "", NOON + MINUTE, NOON) == "date.in_future"
    assert code_of(whistles.arrive, whistle, unit, "", NOON - MINUTE, NOON) == "whistle.before_call"
    assert code_of(whistles.arrive, whistle, new_id(), "", NOON, NOON) == "whistle.unit_missing"
    there = whistles.arrive(whistle, unit, "", NOON, NOON)
    assert code_of(whistles.arrive, there, unit, "", NOON, NOON) == "whistle.already_arrived"
    poor = whistles.handle(there, "到场看过", "", TODAY, NOON)
    assert (
        code_of(whistles.rate, poor, WhistleRating.POOR, "", TODAY, poor.caller_id) == "reason.words_missing"
    )
    for changes, code in (
        ({"units": ()}, "whistle.unit_missing"),
        ({"need": ""}, "whistle.need_missing"),
        ({"from_unit": ""}, "whistle.from_missing"),
        ({"arrive_by": NOON}, "whistle.due_passed"),
    ):
        assert code_of(whistles.check_whistle, replace(whistle, **changes)) == code
    twice = a_whistle("水利局", "水利局")
    assert code_of(whistles.check_whistle, twice) == "whistle.unit_twice"
    taken = whistles.withdraw(whistle, "误吹", TODAY)
    assert code_of(whistles.arrive, taken, unit, "", NOON, NOON) == "whistle.withdrawn"


# the loop, the clocks


def test_the_six_steps_are_walked_in_order():
    handling = a_handling()
    steps = [step_of_handling(handling)]
    for changes in ({"responsible_unit": "热力公司"}, {"measures": "更换阀门"}, {"feedback": "已升温"}):
        handling = replace(handling, **changes)
        steps.append(step_of_handling(handling))
    steps.append(step_of_handling(proactive.settle(handling, "三户已达标", TODAY, NOON)))
    assert steps == [
        LoopStep.SCREEN, LoopStep.ASSIGN, LoopStep.GOVERN, LoopStep.FEED_BACK, LoopStep.TRACK,
    ]  # fmt: skip
    assert step_of_handling(proactive.become_case(a_handling(), new_id())) is LoopStep.REGISTER
    order = an_order()
    received = supervision.receive(order, "李娟", NOON)
    replied = supervision.answer(received, a_reply(), NOON)
    lifted = supervision.lift(replied, "好", TODAY, NOON)
    assert [step_of_order(entry) for entry in (order, received, replied, lifted)] == [
        LoopStep.ASSIGN, LoopStep.GOVERN, LoopStep.FEED_BACK, LoopStep.TRACK,
    ]  # fmt: skip
    whistle = a_whistle()
    there = whistles.arrive(whistle, whistle.units[0].id, "", NOON, NOON)
    assert [step_of_whistle(entry) for entry in (whistle, there)] == [LoopStep.ASSIGN, LoopStep.GOVERN]


def test_what_is_proactive_ends_once_and_says_how():
    handling = a_handling()
    assert code_of(proactive.settle, handling, "", TODAY, NOON) == "proactive.outcome_missing"
    assert code_of(proactive.settle, handling, "x", TOMORROW, NOON) == "date.in_future"
    early = TODAY - timedelta(days=2)
    assert code_of(proactive.settle, handling, "x", early, NOON) == "proactive.before_found"
    settled = proactive.settle(handling, "已达标", TODAY, NOON)
    assert code_of(proactive.become_case, settled, new_id()) == "proactive.ended"
    for changes, code in (
        ({"title": ""}, "proactive.title_missing"),
        ({"seen": ""}, "proactive.seen_missing"),
        ({"found_on": TOMORROW}, "date.in_future"),
    ):
        assert code_of(proactive.check_handling, a_handling(**changes)) == code


def test_a_clock_runs_for_what_is_owed_and_explains_itself():
    order = supervision.urge(an_order(), an_urge(), NOON)
    whistle = a_whistle("水利局", "公安局")
    arrival, reply = watch_clocks((order, supervision.withdraw(an_order(), "错发", TODAY)), (whistle,))
    assert (arrival.kind, arrival.last_moment) == (ClockKind.WHISTLE_ARRIVAL, NOON + 30 * MINUTE)
    assert arrival.explanation == (
        "最后时刻 2026-11-02 12:30（周一）：2026-11-02 12:00 农业农村局吹哨，"
        "水利局、公安局应在此前报到；依据吹哨单"
    )
    assert (reply.subject_id, reply.last_day) == (order.id, date(2026, 11, 5))
    assert "再催后改为此时" in reply.explanation
    assert leading((arrival, reply)) is None
    own = CaseClock(kind=ClockKind.MEDIATION, start=TODAY, last_day=TOMORROW, explanation="", source="")
    assert leading((arrival, own, reply)) is own


def test_the_errors_name_their_fields():
    with pytest.raises(InvalidInput) as refused:
        supervision.check_order(an_order(question=""))
    assert refused.value.field == "question"
