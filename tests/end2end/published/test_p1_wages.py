"""P1: wages left unpaid at a building site, delegated by the court before filing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.disputes.clocks import ClockKind
from app.domain.filing.kinds import DocumentKind
from app.ui.screens.workspace.clocks import ClockButton, ClockPanel
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import WAGES
from tests.support.window_acts import VISITOR, Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_wages_are_agreed_signed_and_the_thirty_days_told(sit_down):
    room = sit_down(WAGES.registered)
    room.set_up()
    room.register(WAGES)
    room.consents()
    room.accept_and_assign()
    register = read_in_both(room.issue_form(DocumentKind.ACCEPTANCE_REGISTER))
    for text in register:
        assert "法院委派（立案前委派）" in text

    # Delegated by the court: no day is known until somebody notes when its papers were signed for.
    assert ClockKind.MEDIATION not in {one.kind for one in room.folder.clocks}
    room.record_day("签收法院移交材料", WAGES.registered)

    # 30 days from 14 July: day 1 is 15 July, day 30 is 13 August, a Sunday, so Monday the 14th.
    mediation = next(one for one in room.folder.clocks if one.kind is ClockKind.MEDIATION)
    assert mediation.last_day == date(2023, 8, 14)

    room.window.clock.go_to(WAGES.agreed)
    room.hold_session(
        {"黄某某": "还欠3090元。", "杨某某": "认账，一时周转不开。"}, "双方核对结算单，无异议。", "调解成功"
    )
    room.draft(matters="尚欠工资何时付清。", responsibilities="杨某某承担全部付款责任。")
    room.add_payment(
        Payment(
            amount="3090",
            nature="工资",
            due=("某日前", "2023-9-1"),
            manner="一次性现金支付",
            consequence="逾期未付的，黄某某可以向人民法院起诉",
        )
    )
    room.issue()
    assert [(one.title, one.copies) for one in room.window.printed[-1:]] == [("人民调解协议书", 3)]
    room.sign_all()
    assert room.agreement.effective_on == WAGES.agreed

    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "人民币3,090.00元（大写：人民币叁仟零玖拾元整）" in text
        assert "2023年9月1日前（含当日）" in text
        assert "黄某某" in text
        assert "包工头" in text
        assert "本协议一式三份，当事人各执一份" in text

    # 30 days from 28 July 2023: day 1 is 29 July, day 30 is 27 August, a Sunday, so Monday the 28th.
    clock = next(one for one in room.folder.clocks if one.kind is ClockKind.CONFIRMATION)
    assert clock.last_day == date(2023, 8, 28)
    room.window.all(ClockButton)[0].setFocus()
    room.window.press(Qt.Key.Key_Space)
    panel = room.window.popup(ClockPanel)
    told = next(words for words in room.window.words(panel) if "依据人民调解法第三十三条" in words)
    assert "最后一日 2023-08-28（周一）" in told
    assert "07-28" in told
    assert "原止于 08-27（周日）" in told
    panel.close()

    room.tab("四包")
    room.assign_duties()
    for duty, day, outcome in (
        ("包调查", WAGES.registered, "核对结算单。"),
        ("包调处", WAGES.agreed, "达成协议。"),
        ("包办结", WAGES.agreed, "协议已签字盖章。"),
    ):
        room.complete_duty(duty, day, outcome)
    assert_names_on(WAGES, room, VISITOR)
    assert len(room.documents(DocumentKind.CONFIRMATION_APPLICATION)) == 1
