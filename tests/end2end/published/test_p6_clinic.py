"""P6: thirty-two wages held back because somebody kept the goods; three sides, one agreement."""

import re
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from app.domain.filing.kinds import DocumentKind
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import CLINIC, STAFF_TOTAL, STAFF_TOTAL_IN_WORDS, STAFF_WAGES
from tests.support.window_acts import Payment

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_every_one_of_thirty_two_is_named_with_a_sum_and_the_sums_add_up(sit_down):
    room = sit_down(CLINIC.registered)
    window = room.window
    room.set_up()
    room.register(CLINIC)
    assert sum(party.is_group_representative for party in room.folder.case.parties) == 2
    room.consents()
    room.accept_and_assign()
    window.clock.go_to(CLINIC.agreed)
    room.hold_session(
        {"周某": "只要工资。", "某中医堂总公司": "先还货。", "阮某": "货可以还。"},
        "货物返还和工资是两件事，分开写。",
        "调解成功",
    )
    room.draft(matters="先还货还是先发工资。", responsibilities="总公司付工资，阮某还货。")
    card = room.add_payment(
        Payment(
            amount="112800",
            nature="工资",
            due=("某日前", "2024-3-31"),
            manner="逐人转账",
            payers=("某中医堂总公司",),
            consequence="逾期未付的，员工可以申请劳动仲裁",
        )
    )
    window.click("列各人金额", card)
    window.settle()
    QGuiApplication.clipboard().setText("\n".join(f"{amount}" for _name, amount in STAFF_WAGES))
    room.paste_here()
    assert window.sees("合计 112,800.00", card)
    room.add_act("归还全部扣押货物", ("阮某",), to_whom=("某中医堂总公司",), due=("某日前", "2024-3-25"))
    room.issue()
    assert window.printed[-1].copies == 35  # 34 parties and one kept
    room.sign_all()

    for text in read_in_both(room.paper(DocumentKind.AGREEMENT)):
        rows = {name: re.search(rf"(\d+){name}([\d,]+\.\d\d)", text) for name, _amount in STAFF_WAGES}
        assert [name for name, found in rows.items() if found is None] == []
        found = {name: Decimal(row[2].replace(",", "")) for name, row in rows.items() if row}
        assert found == dict(STAFF_WAGES)
        assert sum(found.values()) == Decimal(STAFF_TOTAL.replace(",", ""))
        assert f"人民币{STAFF_TOTAL}元（大写：人民币{STAFF_TOTAL_IN_WORDS}）" in text
        assert "某中医堂总公司于2024年3月31日前（含当日）向" in text
        assert "阮某于2024年3月25日前（含当日）向某中医堂总公司归还全部扣押货物。" in text
        assert "委托代理人（单位工作人员）：唐某" in text
        assert "本协议一式三十五份" in text
        assert text.count("系推选的代表人。") == 2
        at = [text.index(f"申请人：{name}") for name in CLINIC.names]
        assert at == sorted(at)  # applicants first, then the other side, as they were told
        places = text[text.index("本协议一式") :]
        assert [name for name in CLINIC.names if name not in places] == []
    room.tab("四包")
    room.assign_duties()
    room.complete_duty("包调查", CLINIC.agreed, "核对工资表和货物清单。")
    assert_names_on(CLINIC, room)
    assert window.all(QAbstractButton)
