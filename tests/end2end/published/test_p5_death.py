"""P5: a death at casual work; the relatives sign by the one they chose, the next day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.duties.referrals.interfaces import FiveInterface, ReferralResult, WaitingFor
from app.domain.duties.referrals.states import ReferralState
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, SignerRole
from app.presenters.navigation import PAGE_LINKS
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import DEATH
from tests.support.window_acts import COMMITTEE, MEDIATOR, Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def answer_transit(room, **told):
    """Do what the police wait for, from the page of dealings and back."""
    window = room.window
    window.window.open_page(PAGE_LINKS)
    window.settle()
    window.press(Qt.Key.Key_F9)
    window.settle()
    for label, words in told.items():
        window.fill(label, words)
    room.send_form()
    window.window.open_case(room.case_id)
    room.arrive()


def test_the_relatives_sign_by_their_agent_the_day_after(sit_down):
    room = sit_down(DEATH.registered)
    window = room.window
    room.set_up()
    window.press(Qt.Key.Key_F2)
    window.settle()
    window.pick("来源", DEATH.source)
    window.click("填来文：机关、文号、签收、期限")
    window.fill("来文机关", "石化派出所")
    window.fill("文号或工单号", "石公调（2019）12号")
    window.fill("发出日期", "2019-10-30")
    window.fill("签收或收到日期", "2019-10-30")
    room.register(DEATH)
    (referral,) = room.folder.dealings.referrals
    assert (referral.interface, referral.state) == (FiveInterface.POLICE, ReferralState.SIGNED)
    answer_transit(room)
    room.consents()
    room.accept_and_assign()
    window.clock.go_to(DEATH.agreed)
    room.hold_session(
        {"万某亲属": "人没了，要一次赔清。", "某毛绒公司": "愿意赔偿，金额要合理。"},
        "核对医院诊断和用工经过。",
        "调解成功",
    )
    room.draft(matters="死亡赔偿的数额。", responsibilities="某毛绒公司承担赔偿责任。")
    room.add_payment(
        Payment(amount="75万", nature="赔偿款", due=("签订时", ""), manner="银行转账", consequence="")
    )
    room.issue()
    room.sign("万某亲属", agent="万小某")
    assert room.agreement.signatures[0].agent_name == "万小某"
    room.sign("某毛绒公司", MEDIATOR)
    assert room.agreement.state is AgreementState.ISSUED
    room.sign(COMMITTEE)
    assert room.agreement.state is AgreementState.EFFECTIVE
    assert room.agreement.effective_on == date(2019, 10, 31)
    assert {one.role for one in room.agreement.signatures} >= {SignerRole.MEDIATOR, SignerRole.SEAL}

    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "人民币750,000.00元（大写：人民币柒拾伍万元整）" in text
        assert "委托代理人（近亲属）：万小某" in text
        assert "代为承认、变更、放弃请求" in text
        assert "2019年10月31日" in text
    for text in read_in_both(room.issue_form(DocumentKind.ACCEPTANCE_REGISTER)):
        assert "警调对接（派出所移交）" in text
    answer_transit(room, 办理情况="次日达成协议，一次付清。")
    (referral,) = room.folder.dealings.referrals
    assert (referral.result, referral.waiting) == (ReferralResult.AGREED, WaitingFor.COUNTERPART)
    assert referral.returned_on == DEATH.agreed
    room.perform("转账回单。")
    room.tab("四包")
    room.assign_duties()
    for duty in ("包调查", "包调处", "包办结"):
        room.complete_duty(duty, DEATH.agreed, "次日达成协议。")
    assert_names_on(DEATH, room)
    window.press(Qt.Key.Key_F5)
