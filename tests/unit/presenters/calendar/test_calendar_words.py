"""What the calendar says of a clash, whatever kind it is."""

import pytest

from app.domain.mediation.schedule.clashes import Clash, ClashKind
from app.i18n import Formats, Translator
from app.presenters.calendar.words import CalendarWords


@pytest.mark.parametrize(
    ("clash", "said"),
    [
        (
            Clash(kind=ClashKind.FACE_TO_FACE, subject="疑似家庭暴力（家暴）", note="反家庭暴力法第二十三条"),
            "疑似家庭暴力（家暴）：不安排当面调解，分别约谈；告知告诫书和人身安全保护令（反家庭暴力法第二十三条）",
        ),
        (
            Clash(kind=ClashKind.NOTICE, subject="于调解时间三日前通知当事人", note="第八十八条"),
            "于调解时间三日前通知当事人（第八十八条）",
        ),
        (
            Clash(kind=ClashKind.CROWD, subject="申请人", note="第八十九条"),
            "申请人参加的人超过人数限制（第八十九条）",
        ),
        (
            Clash(kind=ClashKind.OFF_DUTY, subject="李娟", note="动态轮驻"),
            "李娟（动态轮驻）这天不当班",
        ),
        (Clash(kind=ClashKind.LEAVE, subject="赵永安", note="培训"), "赵永安请假：培训"),
        (Clash(kind=ClashKind.ROOM), "调解室"),
    ],
)
def test_every_reason_has_its_words(clash, said):
    assert CalendarWords(Translator(), Formats()).clash(clash) == said
