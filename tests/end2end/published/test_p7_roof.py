"""P7: sixty thousand in two parts: signed by the parties alone, then in effect, then the second not paid."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.tables import ListTable
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import ROOF
from tests.support.terminal import Terminal
from tests.support.window_acts import COMMITTEE, MEDIATOR, Payment
from tests.support.window_driver import ALT, CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def drafted(room):
    """Bring the dispute to an agreement that waits for signatures."""
    window = room.window
    room.set_up()
    room.register(ROOF)
    room.consents()
    room.accept_and_assign()
    window.clock.go_to(ROOF.agreed)
    room.hold_session(
        {"夏某亲属": "先付一部分。", "胡某": "分两次付。"}, "商定六万元，分两次付清。", "调解成功"
    )
    room.draft(matters="赔偿数额和付款时间。", responsibilities="胡某承担赔偿责任。")
    room.add_payment(
        Payment(
            amount="6万",
            nature="赔偿款",
            instalments=(("签订时", "4万", "现金"), ("两个月内", "2万", "现金")),
            consequence="逾期未付的，可以向人民法院起诉",
        )
    )
    room.issue()
    return window


def test_without_mediator_and_seal_it_is_not_in_effect_and_both_faces_say_so(sit_down, tmp_path):
    room = sit_down(ROOF.registered)
    window = drafted(room)
    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "第1期于本协议签订时支付人民币40,000.00元（大写：人民币肆万元整）" in text
        assert "第2期自本协议签订之日起2个月内支付人民币20,000.00元（大写：人民币贰万元整）" in text
    room.sign("夏某亲属", "胡某")
    assert room.agreement.state is AgreementState.ISSUED
    assert room.agreement.effective_on is None
    strips = [words for strip in window.all(ErrorStrip) for words in window.words(strip)]
    assert "尚未生效：缺人民调解员签名、调委会印章" in strips
    assert room.step() == "登记签字"
    room.tab("四包")
    room.assign_duties()
    room.complete_duty("包调查", ROOF.agreed, "走访工友。")
    assert_names_on(ROOF, room)
    review = room.window.services.case_files.review(room.folder)
    found = [lack for line in review.lines for lack in line.lacks if lack.code == "review.signature"]
    assert {dict(lack.facts)["name"] for lack in found} == {MEDIATOR, COMMITTEE}
    number = room.folder.case.intake_number
    window.close()

    shown = Terminal(tmp_path / "data").run("show", number, "--json").json
    assert shown["case"]["state"] == "agreed"
    agreement = shown["agreements"][0]
    assert (agreement["state"], agreement["effective_on"]) == ("issued", None)
    assert [one["role"] for one in agreement["signatures"]] == ["party", "party"]
    kinds = {clock["kind"] for clock in shown["clocks"]}
    assert "signing" in kinds
    assert not kinds & {"confirmation", "performance"}


def test_the_second_part_is_not_paid_and_the_ways_are_told(sit_down, tmp_path, monkeypatch):
    room = sit_down(ROOF.registered)
    window = drafted(room)
    room.sign_all()
    proof = tmp_path / "receipt.jpg"
    proof.write_bytes(b"forty thousand")
    monkeypatch.setattr("app.ui.window.QFileDialog.getOpenFileName", lambda *_args: (str(proof), ""))
    window.press(Qt.Key.Key_6, ALT)
    window.settle()
    window.press(Qt.Key.Key_Return)
    window.settle()
    window.press(Qt.Key.Key_1)
    window.press(Qt.Key.Key_U, CTRL)
    room.send_form()
    plan = room.folder.performance.plans[0]
    assert [str(item.amount) for item in plan.items] == ["40000.00", "20000.00"]
    assert (str(plan.total_received), str(plan.total_owed)) == ("40000.00", "20000.00")
    # Two months after 2 March 2021 end on Sunday 2 May; the Labour Day rest moves it to Thursday the 6th.
    assert plan.items[1].due_on == date(2021, 5, 6)
    assert room.folder.attachments[0].name == "receipt.jpg"

    window.clock.go_to(date(2021, 5, 8))
    window.press(Qt.Key.Key_F5)
    window.settle()
    window.press(Qt.Key.Key_F3)
    window.press(Qt.Key.Key_Right)
    window.settle()
    assert window.sees("不履行怎么办")
    window.part("待办", ListTable).setFocus()
    window.press(Qt.Key.Key_Return)
    window.settle()
    window.press(Qt.Key.Key_3)
    assert window.sees("申请支付令")
    assert window.sees("向人民法院起诉")
    assert not window.sees("共同申请司法确认"), "thirty days from effect are over"
    window.pick("催告方式", "书面催告")
    window.fill("要求在何日前履行", "2021-5-20")
    window.fill("对方答复", "手头紧，月底再说。")
    room.send_form()
    for text in read_in_both(room.paper(DocumentKind.URGING_LETTER)):
        assert "胡某：" in text
        assert "20,000.00" in text
        assert "请于2021年5月20日前（含当日）履行" in text
    number = room.folder.case.intake_number
    window.close()

    shown = Terminal(tmp_path / "data").run("show", number, "--json").json
    [plan] = shown["performance"]["plans"]
    assert [receipt["amount"] for receipt in plan["receipts"]] == [40_000_00]
    assert plan["urgings"][0]["answer"] == "手头紧，月底再说。"
    assert shown["leading_clock"]["last_day"] == "2021-05-06"
    assert shown["case"]["state"] == "effective"
