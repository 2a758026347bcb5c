"""P2: water through the ceiling of a new flat; nobody had said by when the money was to be paid."""

import pytest
from PySide6.QtCore import Qt

from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.ui.screens.agreement.check_panel import CheckPanel
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import LEAK
from tests.support.window_acts import Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_due_date_nobody_named_stops_the_signing_until_it_is_named(sit_down):
    room = sit_down(LEAK.registered)
    window = room.window
    room.set_up()
    room.register(LEAK)
    room.consents("电话")
    room.accept_and_assign()
    room.hold_session(
        {"贺某": "要修好，也要赔钱。", "李某": "愿意出8000元，自家防水重做。"},
        "到两家现场看过漏点。",
        "调解成功",
    )
    room.draft(matters="维修费用和责任。", responsibilities="李某装修地板漏水，承担维修责任。")
    payment = room.add_payment(Payment(amount="8000", nature="维修费", manner="银行转账", payers=()))
    act = room.add_act("做好自家防水", ("李某",))
    room.add_clause("贺某收到上述维修费后撤回起诉，不再追究")

    window.until(lambda: room.step() == "改 2 处后送签", "the two that must be mended")
    checks = window.all(CheckPanel)[0]
    assert window.sees("须改 2", checks)
    assert sum("期限" in words for words in window.words(checks)) >= 2
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert room.agreement.state is AgreementState.DRAFT
    assert not room.documents(DocumentKind.AGREEMENT)

    room.set_due(payment, "某日前", "2025-12-31")
    room.set_due(act, "某日前", "2026-1-31")
    room.issue()
    room.sign_all()
    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        assert "李某于2025年12月31日前（含当日）向贺某支付维修费人民币8,000.00元" in text
        assert "人民币捌仟元整" in text
        assert "李某于2026年1月31日前（含当日）做好自家防水。" in text
        assert "三、贺某收到上述维修费后撤回起诉，不再追究。" in text
        assert "3单元1501" in text
        assert "3单元1601" in text
    room.tab("四包")
    room.assign_duties()
    for duty in ("包调查", "包调处"):
        room.complete_duty(duty, LEAK.agreed, "到现场看过，谈妥。")
    assert_names_on(LEAK, room)
