"""Where a case comes from, and which channel of mediation takes it."""

from __future__ import annotations

from app.domain.values.termed import Termed


class CaseSource(Termed):
    """How a dispute reached the centre; the order is that of the intake keys 1–9, 0, Q, W, E."""

    WINDOW = "window", "窗口"
    PHONE = "phone", "电话"
    GRID = "grid", "网格排查"
    HOTLINE = "hotline", "12345转办"
    PETITION = "petition", "信访转入"
    COURT_DELEGATED = "court_delegated", "法院委派"
    COURT_ENTRUSTED = "court_entrusted", "法院委托"
    POLICE = "police", "警调对接"
    PROCURATORATE = "procuratorate", "检调对接"
    ARBITRATION = "arbitration", "仲调对接"
    LITIGATION = "litigation", "诉调对接"
    PETITION_LINK = "petition_link", "访调对接"
    INITIATIVE = "initiative", "主动调解"


class MediationChannel(Termed):
    """The four linked channels (四调联动); the channel decides forms, clocks and effect."""

    PEOPLES = "peoples", "人民调解"
    ADMINISTRATIVE = "administrative", "行政调解"
    JUDICIAL = "judicial", "司法调解"
    INDUSTRY = "industry", "行业性专业性调解"


class RiskLevel(Termed):
    """How likely a dispute is to worsen; the scale's response is set locally."""

    LOW = "low", "低"
    MEDIUM = "medium", "中"
    HIGH = "high", "高"
    VERY_HIGH = "very_high", "极高"


class RiskFlag(Termed):
    """Facts ticked at intake that raise the risk of a dispute."""

    GROUP = "group", "10 人以上"
    HEATED = "heated", "有过激言行"
    MINOR = "minor", "涉未成年人"
    WAGES = "wages", "涉欠薪"
    POLICE_CALLED = "police_called", "曾报警"


_RISK_BY_COUNT = (RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH)


def suggested_risk(flags: tuple[RiskFlag, ...]) -> RiskLevel:
    """Suggest a level from the ticked facts: each raises it by one; heated words alone make it high."""
    by_count = _RISK_BY_COUNT[min(len(flags), len(_RISK_BY_COUNT) - 1)]
    if RiskFlag.HEATED in flags and by_count is RiskLevel.MEDIUM:
        return RiskLevel.HIGH
    return by_count
