"""The forms of watching: what they fill in, what they refuse, and what sending them does."""

from datetime import timedelta

import pytest

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import CaseSource
from app.domain.duties.watch.supervision import SupervisionStatus
from app.domain.duties.watch.whistles import WhistleStatus
from app.presenters.watch.acts import WatchAct, handling_acts, order_acts, whistle_acts
from app.presenters.watch.opening import WatchActs
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import desk_of
from tests.support.watch_samples import a_handling, blown, noted, supervised


@pytest.fixture
def acts(desk, window):
    failures = []
    made = WatchActs(desk, window, failures.append)
    yield made
    assert failures == []


@pytest.fixture
def directors(centre, window):
    """The acts of who issued the orders of a test."""
    return WatchActs(desk_of(centre, centre.registrar), window, lambda error: pytest.fail(str(error)))


def opened(window):
    return SeenEntry(window.forms[-1].entry)


def order_of(centre, case):
    return centre.services.cases.folder(case.id).supervision[-1]


def test_one_case_is_supervised_by_enter_alone(acts, window, centre):
    case = centre.assigned()
    acts.supervise((case.id,))
    assert window.forms[-1].is_ready
    form = opened(window)
    assert form.values["responsible_person"] == "赵永安"
    assert case.title in form.values["question"]
    # 2 November 2026 is a Monday: one working day later, at five.
    assert (form.values["due_on"], form.values["due_time"]) == ("2026-11-03", "17:00")
    assert any("未核实" in words for words in form.presenter.form.words)
    assert form.send().is_finished
    order = order_of(centre, case)
    assert order.addressee.responsible_id == centre.mediator.id
    assert window.toasts[-1][0] == f"已签发 {order.number}"


def test_many_cases_are_supervised_at_once_each_with_its_own_people(acts, window, centre):
    cases = [centre.assigned(), centre.assigned()]
    acts.supervise([case.id for case in cases])
    assert window.forms[-1].is_ready
    form = opened(window)
    assert form.presenter.form.title == "督办 2 件"
    assert form.values["responsible_person"] == ""
    assert form.send().is_finished
    numbers = [order_of(centre, case).number for case in cases]
    assert window.toasts[-1][0] == f"已签发 2 件：{numbers[0]} 至 {numbers[1]}"


def test_a_case_nobody_has_asks_for_a_name(acts, window, centre):
    nobodys = centre.registered()
    acts.supervise((centre.assigned().id, nobodys.id))
    assert not window.forms[-1].is_ready
    form = opened(window).send()
    assert form.notes["responsible_person"] == (True, f"{nobodys.intake_number} 还没有责任人，填写由谁回复")
    form.fill(responsible_unit="物业公司").send()
    assert form.notes["responsible_person"] == (True, "填写责任领导或责任人")
    assert form.fill(lead_official="刘强", is_listed="1").send().is_finished
    order = order_of(centre, nobodys)
    assert (order.addressee.lead_official, order.is_listed) == ("刘强", True)


def test_what_cannot_be_read_is_told_at_its_field(acts, window, centre):
    acts.supervise((centre.assigned().id,))
    form = opened(window).fill(question="", due_on="下周", due_time="25:00").send()
    assert set(form.notes) == {"question", "due_on"}
    form.fill(question="说明进展", due_on="昨天", due_time="9:00").send()
    assert form.notes == {"due_on": (True, "时限已过，改到现在以后")}
    form.fill(due_on="明天", due_time="九点").send()
    assert set(form.notes) == {"due_time"}


def test_a_reply_is_typed_never_written_ahead_and_its_files_are_added(acts, window, centre, tmp_path):
    (order,) = supervised(centre, centre.registered().id)
    acts.do(WatchAct.REPLY, order.id)
    form = opened(window)
    assert form.values["text"] == ""
    window.file = tmp_path / "photo.jpg"
    window.file.write_bytes(b"photo")
    told = []
    window.forms[-1].add_file(told.append)
    assert told == []
    assert "photo.jpg" in [text for _key, text in form.fields[-1].options]
    form.send()
    assert form.notes == {"text": (True, "写下回复内容")}
    assert form.fill(text="已约双方面谈。").send().is_finished
    saved = centre.services.watch.orders.get(order.id)
    (reply,) = saved.replies
    assert (reply.text, reply.replier, len(reply.evidence_ids)) == ("已约双方面谈。", "赵永安", 1)


def test_an_order_is_signed_for_urged_lifted_and_printed(acts, directors, window, centre):
    (order,) = supervised(centre, centre.registered().id)
    acts.do(WatchAct.RECEIVE, order.id)
    assert opened(window).send().is_finished
    directors.do(WatchAct.URGE, order.id)
    form = opened(window).send()
    assert form.notes == {"note": (True, "写明具体原因")}
    assert form.fill(note="明天必须答复").send().is_finished
    acts.do(WatchAct.REPLY, order.id)
    assert opened(window).fill(text="三日办结。").send().is_finished
    directors.do(WatchAct.LIFT, order.id)
    form = opened(window).send()
    assert form.notes == {"close_result": (True, "写明办理结果")}
    assert form.fill(close_result="已办结").send().is_finished
    assert centre.services.watch.orders.get(order.id).status(centre.clock.now()) is SupervisionStatus.CLOSED
    for act, title in ((WatchAct.PRINT_ORDER, "督办单"), (WatchAct.PRINT_REPLY, "督办回复")):
        directors.do(act, order.id)
        assert (window.printed[-1][0][:11], window.printed[-1][1]) == (b"%PDF issued", title)


def test_taking_back_needs_a_reason(directors, window, centre):
    (order,) = supervised(centre, centre.registered().id)
    directors.do(WatchAct.WITHDRAW, order.id)
    form = opened(window).send()
    assert form.notes["reason"][0]
    assert form.fill(reason="错发").send().is_finished
    assert not centre.services.watch.orders.get(order.id).is_open


def test_who_saved_first_is_told_and_nothing_typed_is_lost(acts, window, centre):
    (order,) = supervised(centre, centre.registered().id)
    acts.do(WatchAct.REPLY, order.id)
    form = opened(window).fill(text="两人同时写。")
    centre.services.watch.orders.receive(order.id, "李娟", actor=centre.actor, version=order.version)
    assert form.send().is_finished
    saved = centre.services.watch.orders.get(order.id)
    assert (saved.receiver, saved.replies[0].text) == ("李娟", "两人同时写。")


def test_p8_a_whistle_from_the_agriculture_office(acts, directors, window, centre):
    case = centre.registered(place="三村二组")
    directors.do(WatchAct.BLOW, case.id)
    form = opened(window)
    assert (form.values["arrive_in"], form.values["arrive_unit"]) == ("30", "minute")
    assert form.values["place"] == "三村二组"
    assert any("未核实" in words for words in form.presenter.form.words)
    form.send()
    assert form.notes == {"lead_unit": (True, "填写或勾选单位")}
    form.fill(lead_unit="水利局", co_units="水利局", from_unit="农业农村局").send()
    assert form.notes == {"co_units": (True, "同一单位只写一次")}
    assert form.fill(co_units="公安局").send().is_finished
    (whistle,) = centre.services.cases.folder(case.id).whistles
    assert [unit.name for unit in whistle.units] == ["水利局", "公安局"]
    assert whistle.arrive_by - whistle.blown_at == timedelta(minutes=30)
    centre.clock.moment += timedelta(minutes=20)
    directors.do(WatchAct.ARRIVE, whistle.id)
    form = opened(window).send()
    assert form.notes["units"][0]
    both = ",".join(str(unit.id) for unit in whistle.units)
    assert form.fill(units=both, person="马工").send().is_finished
    directors.do(WatchAct.HANDLE, whistle.id)
    form = opened(window).send()
    assert form.notes["measures"][0]
    assert form.fill(measures="划定修复责任", result="三日修复").send().is_finished
    directors.do(WatchAct.RATE, whistle.id)
    form = opened(window).fill(rating="2").send()
    assert form.notes == {"rating_note": (True, "写明具体原因")}
    assert form.fill(rating="5").send().is_finished
    now = centre.clock.now()
    assert centre.services.watch.whistles.get(whistle.id).status(now) is WhistleStatus.RATED
    directors.do(WatchAct.PRINT_WHISTLE, whistle.id)
    assert "水利局" in window.printed[-1][0].decode()
    assert acts is not directors


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [("0", "minute", "arrive_in"), ("三十", "minute", "arrive_in"), ("2", "working_day", "")],
)
def test_how_soon_may_be_minutes_or_days(directors, window, amount, unit, told):
    directors.blow()
    form = opened(window).fill(lead_unit="城管局", need="占道", arrive_in=amount, arrive_unit=unit).send()
    assert list(form.notes) == ([told] if told else [])


def test_calling_off_needs_a_reason(directors, window, centre):
    whistle = blown(centre)
    directors.do(WatchAct.CALL_OFF, whistle.id)
    assert opened(window).fill(reason="误吹").send().is_finished
    assert not centre.services.watch.whistles.get(whistle.id).is_open


def test_something_seen_is_written_down_given_to_somebody_and_closed(acts, window, centre):
    acts.note()
    form = opened(window).send()
    assert set(form.notes) == {"title", "seen"}
    assert form.fill(title="供暖不热", seen="三户不足十六度").send().is_finished
    handling = centre.services.watch.lists.handlings()[0].handling
    assert handling.finder == "赵永安"
    acts.do(WatchAct.GO_ON, handling.id)
    assert opened(window).fill(responsible_unit="热力公司", measures="清洗过滤网").send().is_finished
    acts.do(WatchAct.BLOW_FOR, handling.id)
    assert opened(window).values["need"] == "三户不足十六度"
    acts.do(WatchAct.SETTLE, handling.id)
    form = opened(window).send()
    assert form.notes["outcome"][0]
    assert form.fill(outcome="已达标").send().is_finished
    assert centre.services.watch.proactive.get(handling.id).outcome == "已达标"


def test_something_seen_becomes_a_case_on_the_committees_own_initiative(acts, window, centre):
    handling = noted(centre, people="恒泰物业、孙国强")
    acts.do(WatchAct.TO_CASE, handling.id)
    form = opened(window).send()
    assert form.notes["dispute_type"][0]
    form.fill(respondents="").send()
    assert form.notes["respondents"][0]
    form.fill(respondents="恒泰物业、孙国强", dispute_type="neighbours")
    form.send()
    assert form.is_finished, form.notes
    found = centre.services.watch.proactive.get(handling.id)
    case = centre.case(found.case_id)
    assert (case.source, case.facts, case.title) == (CaseSource.INITIATIVE, handling.seen, handling.title)
    assert [party.name for party in case.on_side(PartySide.RESPONDENT)] == ["恒泰物业", "孙国强"]


def test_only_what_is_legal_is_offered(desk, centre):
    me, say = desk.me, desk.translator

    def offered(acts):
        return [offered.act for offered in acts]

    (order,) = supervised(centre, centre.registered().id)
    assert offered(order_acts(say, order, me))[:3] == [WatchAct.REPLY, WatchAct.URGE, WatchAct.RECEIVE]
    assert offered(order_acts(say, order, centre.registrar))[0] is WatchAct.URGE
    whistle = blown(centre)
    assert WatchAct.HANDLE not in offered(whistle_acts(say, whistle, me))
    assert WatchAct.RATE not in offered(whistle_acts(say, whistle, me))
    settled = a_handling(case_id=whistle.id)
    assert handling_acts(say, settled) == ()
