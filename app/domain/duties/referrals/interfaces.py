"""The five interfaces, and the closed lists a referral is told in."""

from __future__ import annotations

from app.domain.values.termed import Termed


class FiveInterface(Termed):
    """Whom the centre is linked with (五调对接)."""

    COURT = "court", "诉调对接"
    PETITION = "petition", "访调对接"
    ARBITRATION = "arbitration", "仲调对接"
    PROCURATORATE = "procuratorate", "检调对接"
    POLICE = "police", "警调对接"


class ReferralDirection(Termed):
    """Whether a referral came here or left here."""

    IN = "in", "来件"
    OUT = "out", "去件"


class ReferralKind(Termed):
    """By which act a dispute is passed on; 委派 is before filing, 委托 after it (特邀调解规定)."""

    DELEGATION = "delegation", "委派"
    ENTRUSTMENT = "entrustment", "委托"
    TRANSFER = "transfer", "移交"
    INVITATION = "invitation", "邀请"
    FORWARDING = "forwarding", "转办"


class CourtProcedure(Termed):
    """The court's procedure, which decides how long 委托 may take (特邀调解规定 art. 27)."""

    ORDINARY = "ordinary", "普通程序"
    SUMMARY = "summary", "简易程序"


class ReferralResult(Termed):
    """With what a referral came back."""

    AGREED = "agreed", "调解成功"
    FAILED = "failed", "调解不成"
    SENT_BACK = "sent_back", "退回"


class WaitingFor(Termed):
    """What something in transit waits for; the views of the handing-over list."""

    SIGNATURE = "signature", "待签收"
    COUNTERPART = "counterpart", "在途"
    REPLY = "reply", "待回复"
    TAKING_BACK = "taking_back", "已退回"
    NOTHING = "nothing", "已办结"
