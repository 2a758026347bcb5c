"""P3: two stall keepers came to blows; 18,000 asked, 3,000 offered, no agreement yet."""

import pytest

from app.domain.disputes.states import CaseState
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from tests.end2end.published.asserting import assert_names_on, read_in_both
from tests.support.published import STALL
from tests.support.window_acts import Mediator

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_an_offer_made_for_peace_stays_off_every_paper(sit_down):
    room: Mediator = sit_down(STALL.registered)
    window = room.window
    room.set_up()
    room.register(STALL)
    room.consents()
    room.accept_and_assign()
    window.clock.go_to(STALL.agreed)
    room.hold_session(
        {"蔡某": "医药费、误工费一共要18000元。", "罗某": "先动手的不是我。"},
        "双方都有过错。行政拘留是治安处罚，不抵民事赔偿。",
        "有待继续调解",
        more={"各方为达成协议作出的让步": "罗某愿出3000元。"},
    )
    assert room.folder.sessions[0].result is SessionResult.TO_BE_CONTINUED
    assert "3000" in room.folder.sessions[0].concessions
    assert room.folder.case.state is CaseState.MEDIATING
    room.expect_step("约定时间")

    # A draft may be begun early: who is to blame stands in a section of its own, on paper too.
    room.tab("协议书")
    room.begin_draft()
    window.fill("争议事项", "赔偿数额。")
    room.unfold("各方责任")
    window.fill("各方责任", "双方均有过错：罗某动手伤人负主要责任，蔡某先辱骂负次要责任。")
    drafts = read_in_both(room.print_draft())

    record = read_in_both(room.issue_form(DocumentKind.SESSION_RECORD))
    for text in record:
        assert "蔡某，女，48岁" in text
        assert "18000元" in text
        assert "☑有待继续调解" in text or "有待继续调解" in text
    for text in drafts:
        assert "罗某动手伤人负主要责任" in text
        assert all(name in text for name in STALL.names)
    room.tab("四包")
    room.assign_duties()
    room.complete_duty("包调查", STALL.agreed, "调取处罚决定书和鉴定意见。")
    assert_names_on(STALL, room)
    assert not room.documents(DocumentKind.AGREEMENT)
    everything = [read_in_both(window.services.issuing.bytes_of(one.id)) for one in room.folder.documents]
    for text in (*drafts, *(text for both in everything for text in both)):
        assert "3000" not in text
        assert "3,000" not in text
        assert "让步" not in text
