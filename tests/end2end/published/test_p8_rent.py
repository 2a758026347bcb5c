"""P8: rent for machines, by way of petition: the channel of administrative mediation, and a whistle."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.disputes.sources import MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.duties.watch.whistles import WhistleRating
from app.domain.filing.kinds import DocumentKind
from app.presenters.navigation import PAGE_WATCH
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import RENT
from tests.support.window_acts import VISITOR, Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier
WHISTLE = "农业农村局驻点调解员吹哨，水利局派员到场核实，欠款属实。"


def whistled(room):
    """The agriculture bureau whistles from the case; the water bureau must be there in 30 minutes, and is."""
    window = room.window
    window.press(Qt.Key.Key_F7, SHIFT)
    window.settle()
    window.fill("牵头单位", "水利局")
    window.fill("需要解决的问题", "到场核实欠款")
    window.fill("吹哨单位", "农业农村局")
    window.overwrite(window.box("多久内报到").editor, "30")
    room.send_form()
    (whistle,) = room.folder.whistles
    assert whistle.arrive_by - whistle.blown_at == timedelta(minutes=30)

    window.clock.go_to(RENT.registered, time(9, 20))
    window.window.open_page(PAGE_WATCH)
    window.settle()
    for tab, told in (
        ("待报到", {"到场人": "阿迪力"}),
        ("待评价", {"做了什么": "到场核实。", "结果": "欠款属实。"}),
        ("待评价", {"末端评价": "4 分\u3000满意"}),
    ):
        window.click(tab)
        window.settle()
        window.press(Qt.Key.Key_F9)
        window.settle()
        for label, words in told.items():
            if label == "末端评价":
                window.pick(label, words)
            else:
                window.fill(label, words)
        room.send_form()
    (whistle,) = room.folder.whistles
    (unit,) = whistle.units
    assert unit.arrived_at is not None
    assert unit.arrived_at < whistle.arrive_by
    assert (unit.arrived_person, whistle.result, whistle.rating) == (
        "阿迪力",
        "欠款属实。",
        WhistleRating.GOOD,
    )
    window.window.open_case(room.case_id)
    room.arrive()


def go_over_to_the_committee(room):
    """An administrative channel ends in a paper of the organ; for the committee's own the case goes over."""
    window, before = room.window, room.folder
    assert window.sees("结果文书")
    window.click("更多")
    window.menu("更换渠道")
    window.pick("改走的渠道", "人民调解")
    window.fill("原因", "双方愿意由调委会调解并出具人民调解协议书。")
    room.send_form()
    (link,) = room.folder.links
    room.case_id = link.case_id
    window.window.open_case(room.case_id)
    room.arrive()
    assert before.case.channel is MediationChannel.ADMINISTRATIVE
    assert room.folder.case.channel is MediationChannel.PEOPLES
    assert [party.name for party in room.folder.case.parties] == [p.name for p in before.case.parties]


def test_the_channel_and_the_whistle_are_on_record_and_the_money_came(sit_down):
    room = sit_down(RENT.registered)
    window = room.window
    room.set_up()
    room.register(RENT)
    assert room.folder.case.channel is MediationChannel.ADMINISTRATIVE
    assert window.sees("行政调解")
    whistled(room)
    go_over_to_the_committee(room)
    room.consents()
    room.accept_and_assign()
    window.clock.go_to(RENT.agreed)
    room.hold_session(
        {"张某某": "机械租赁费4.16万元未付。", "某水利项目承揽单位": "核实后付。"}, WHISTLE, "调解成功"
    )
    room.draft(matters="租赁费何时付清。", responsibilities="承揽单位承担付款责任。")
    room.add_payment(
        Payment(
            amount="4.16万",
            nature="租赁费",
            due=("某日前", "2025-9-1"),
            manner="银行转账",
            consequence="逾期未付的，可以向人民法院起诉",
        )
    )
    room.issue()
    room.sign_all()
    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "人民币41,600.00元（大写：人民币肆万壹仟陆佰元整）" in text
        assert "2025年9月1日前（含当日）" in text
    room.tab("四包")
    room.assign_duties()
    for duty in ("包调查", "包调处"):
        room.complete_duty(duty, RENT.agreed, WHISTLE)

    window.clock.go_to(date(2025, 9, 1))
    room.perform("转账回单。")
    window.clock.go_to(date(2025, 9, 8))
    room.follow_up("租赁费已到账。", "没有别的要求。")
    room.tab("四包")
    room.complete_duty("包办结", date(2025, 9, 8), "付清，材料齐全。")
    room.take("结案")
    room.send_form()
    room.expect_step("归档")
    assert room.folder.case.state is CaseState.CLOSED
    assert_names_on(RENT, room, VISITOR, WHISTLE, "没有别的要求")
