"""P7: paid in two parts and signed by the parties alone: an agreement that never took effect."""

import pytest

from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.ui.widgets.notices import ErrorStrip
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import ROOF
from tests.support.terminal import Terminal
from tests.support.window_acts import Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_without_mediator_and_seal_it_is_not_in_effect_and_both_faces_say_so(sit_down, tmp_path):
    room = sit_down(ROOF.registered)
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
    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "第1期于本协议签订时支付人民币40,000.00元（大写：人民币肆万元整）" in text
        assert "第2期自本协议签订之日起2个月内支付人民币20,000.00元（大写：人民币贰万元整）" in text
    room.sign("夏某亲属", "胡某")
    assert room.agreement.state is AgreementState.ISSUED
    assert room.agreement.effective_on is None
    strips = [words for strip in window.all(ErrorStrip) for words in window.words(strip)]
    assert "尚未生效：缺调解员签名、调委会印章" in strips
    assert room.step() == "登记签字"
    room.tab("四包")
    room.assign_duties()
    room.complete_duty("包调查", ROOF.agreed, "走访工友。")
    assert_names_on(ROOF, room)
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
