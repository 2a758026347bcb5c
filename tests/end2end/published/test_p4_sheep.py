"""P4: a flock gone astray; the mediator went out to the pasture of his own accord."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.ui.widgets.risk import RiskBars
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import SHEEP
from tests.support.window_acts import Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_an_initiative_has_no_application_and_ends_with_an_apology_and_cash(sit_down):
    room = sit_down(SHEEP.registered)
    window = room.window
    room.set_up()
    room.register(SHEEP)
    assert window.part("极高", RiskBars).isVisible()  # 扬言报复: raised by itself, and art. 25 is told
    assert any("人民调解法第二十五条" in words for words in window.words())
    window.click("更多")
    window.menu("报告公安机关")
    window.fill("报告给谁", "石化派出所值班民警")
    window.fill("报告内容", "苏某索赔被拒后扬言报复。")
    window.fill("已采取的措施", "调解员到放牧点分别劝说。")
    room.send_form()
    reported = room.folder.case.police_reports[0]
    assert (reported.receiver, reported.at.date()) == ("石化派出所值班民警", SHEEP.registered)
    assert not any("考虑报告公安机关" in words for words in window.words())
    room.consents()
    room.accept_and_assign()

    room.tab("文书")
    offered = [one.text() for one in window.all(QAbstractButton)]
    assert "人民调解受理登记表" in offered
    assert "人民调解申请书" not in offered
    with pytest.raises(RuleRefusal) as refusal:
        window.services.issuing.contents(DocumentKind.APPLICATION, room.case_id)
    assert "主动调解" in room.said(refusal.value)
    for text in read_in_both(room.issue_form(DocumentKind.ACCEPTANCE_REGISTER)):
        assert "石化社区人民调解委员会主动调解，经当事人同意" in text

    window.clock.go_to(SHEEP.agreed)
    room.hold_session(
        {"苏某": "住院花的钱要还。", "额某": "打人不对，愿意道歉。"},
        "向苏某说明报复的后果，苏某表示不再追究。",
        "调解成功",
        more={"地点": "乌兰布鲁克村放牧点"},
    )
    room.draft(matters="医药费由谁承担。", responsibilities="额某承担赔偿责任。")
    room.add_act("诚恳道歉", ("额某",), to_whom=("苏某",), due=("签订时", ""))
    room.add_payment(Payment(amount="2750", nature="赔偿款", due=("签订时", ""), manner="当场给付现金"))
    room.issue()
    room.sign_all()
    assert room.agreement.state is AgreementState.EFFECTIVE
    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "额某于本协议签订时向苏某诚恳道歉。" in text
        assert "额某于本协议签订时向苏某支付赔偿款人民币2,750.00元（大写：人民币贰仟柒佰伍拾元整）" in text
    for text in read_in_both(room.issue_form(DocumentKind.SESSION_RECORD)):
        assert "乌兰布鲁克村放牧点" in text

    room.perform("当场付清2750元，苏某出具收条。")
    room.tab("四包")
    room.assign_duties()
    for duty in ("包调查", "包调处", "包办结"):
        room.complete_duty(duty, SHEEP.agreed, "上门调解，当场了结。")
    assert_names_on(SHEEP, room)
