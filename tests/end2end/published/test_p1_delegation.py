"""P1 as the errand of a court: its paper typed at intake, the clock from the receipt, the reply owed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.disputes.clocks import ClockKind
from app.domain.duties.referrals.interfaces import WaitingFor
from app.domain.duties.referrals.states import ReferralState
from app.domain.filing.kinds import DocumentKind
from app.presenters.navigation import PAGE_LINKS
from app.ui.screens.referrals.screen import TransitScreen
from tests.end2end.published.asserting import read_in_both
from tests.support.published import WAGES
from tests.support.window_acts import MEDIATOR
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_delegation_is_taken_in_signed_for_and_taken_on_through_the_window(sit_down):
    room = sit_down(WAGES.registered)
    room.set_up()
    w = room.window
    w.press(Qt.Key.Key_F2)
    w.settle()
    w.pick("来源", WAGES.source)
    w.click("填来文：机关、文号、签收、期限")
    w.fill("来文机关", "某区人民法院立案庭")
    w.fill("文号或工单号", "（2023）诉前调1号")
    w.fill("发出日期", "2023-7-12")
    w.fill("签收或收到日期", "7月14日")
    room.register(WAGES)

    (referral,) = room.folder.dealings.referrals
    assert (referral.state, referral.owner_name) == (ReferralState.SIGNED, MEDIATOR)
    # 30 days from 14 July: day 1 is 15 July, day 30 is 13 August, a Sunday, so Monday the 14th.
    clock = next(one for one in room.folder.clocks if one.kind is ClockKind.DUE_BACK)
    assert clock.last_day == date(2023, 8, 14)

    room.tab("对接")
    assert w.sees("诉调对接　来件")
    w.click("打印签收回执")
    w.until(lambda: w.printed, "the receipt")
    for text in read_in_both(room.paper(DocumentKind.REFERRAL_RECEIPT)):
        assert "某区人民法院立案庭" in text
        assert "2023年7月14日" in text
        assert "最后一日2023-08-14（周一）" in text

    w.window.open_page(PAGE_LINKS)
    w.settle()
    (page,) = w.all(TransitScreen)
    assert page.table.model().rowCount() == 1
    w.press(Qt.Key.Key_F9)
    w.settle()
    w.press(Qt.Key.Key_Return, CTRL)
    w.until(lambda: room.folder.dealings.referrals[0].state is ReferralState.ACCEPTED, "the acceptance")
    (referral,) = room.folder.dealings.referrals
    assert referral.waiting is WaitingFor.REPLY
