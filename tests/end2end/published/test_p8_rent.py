"""P8: rent for machines, by way of petition: the channel of administrative mediation, and a whistle."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.disputes.sources import MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.filing.kinds import DocumentKind
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import RENT
from tests.support.window_acts import VISITOR, Payment
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
WHISTLE = "农业农村局驻点调解员吹哨，水利局派员到场核实，欠款属实。"


def test_the_channel_and_the_whistle_are_on_record_and_the_money_came(sit_down):
    room = sit_down(RENT.registered)
    window = room.window
    room.set_up()
    room.register(RENT)
    assert room.folder.case.channel is MediationChannel.ADMINISTRATIVE
    assert window.sees("行政调解")
    window.press(Qt.Key.Key_J, CTRL)
    window.settle()
    window.fill("内容", WHISTLE)
    room.send_form()
    assert any(WHISTLE in entry.note for entry in room.folder.history)
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
