"""What starts or ends a clock: the events of a case, and the days somebody recorded for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.values.termed import Termed


class Trigger(Termed):
    """An event from whose day a period is counted, or that ends a clock."""

    RECEIVED = "received", "收到申请"
    REGISTERED = "registered", "登记"
    ACCEPTED = "accepted", "受理"
    TERMINATED = "terminated", "终止调解"
    PERFORMED = "performed", "履行完毕"
    CLOSED = "closed", "结案"
    ARCHIVED = "archived", "归档"
    PAPERS_SIGNED_FOR = "papers_signed_for", "签收法院移交材料"
    PAPERS_ORDINARY = "papers_ordinary", "签收法院移交材料（普通程序）"
    PAPERS_SUMMARY = "papers_summary", "签收法院移交材料（简易程序）"
    ONLINE_APPLIED = "online_applied", "法院收到在线调解申请"
    ONLINE_ASSIGNED = "online_assigned", "法院指定调解组织"
    ONLINE_RECEIVED = "online_received", "收到在线委派委托信息"
    ONLINE_CONFIRMED = "online_confirmed", "在平台确认接受"
    ONLINE_ORDINARY = "online_ordinary", "在平台确认接受（普通程序）"
    ONLINE_SUMMARY = "online_summary", "在平台确认接受（简易程序）"
    POLICE_STARTED = "police_started", "交警调解开始"
    POLICE_REQUESTED = "police_requested", "书面申请交警调解"
    FIRST_MEDIATION = "first_mediation", "第一次治安调解"
    PETITION_RECEIVED = "petition_received", "收到信访事项"
    PETITION_ANSWERED = "petition_answered", "书面告知信访人"
    PETITION_OBJECTED = "petition_objected", "提出转送异议"
    PETITION_ACCEPTED = "petition_accepted", "受理信访事项"
    PETITION_EXTENDED = "petition_extended", "批准延长信访办理期限"
    PETITION_REPLIED = "petition_replied", "信访人收到处理意见"
    REVIEW_REQUESTED = "review_requested", "收到复查请求"
    REVIEW_REPLIED = "review_replied", "信访人收到复查意见"
    RE_REVIEW_REQUESTED = "re_review_requested", "收到复核请求"
    RE_REVIEW_REPLIED = "re_review_replied", "作出复核意见"
    ISSUED = "issued", "制发"
    EFFECTIVE = "effective", "生效"
    PERFORMANCE_ENDS = "performance_ends", "履行期间届满"
    ITEM_DUE = "item_due", "履行期届满"
    CONFIRMATION_APPLIED = "confirmation_applied", "申请司法确认"
    COURT_ACCEPTED = "court_accepted", "法院受理确认申请"
    DECISION_EXTENDED = "decision_extended", "院长批准延长审查"
    CONFIRMED = "confirmed", "裁定确认有效"
    CONFIRMED_WITHOUT_PERIOD = "confirmed_without_period", "裁定确认有效（未约定履行期限）"
    ENFORCEMENT_APPLIED = "enforcement_applied", "申请执行"
    VISITED = "visited", "回访"
    REFERRAL_SENT = "referral_sent", "对接件发出"
    REFERRAL_SIGNED = "referral_signed", "对接件签收"
    ORDER_RECEIVED = "order_received", "收到工单"
    WHISTLED = "whistled", "吹哨"
    ARRIVED = "arrived", "到场"


OF_AN_AGREEMENT = frozenset(
    {
        Trigger.ISSUED,
        Trigger.EFFECTIVE,
        Trigger.PERFORMANCE_ENDS,
        Trigger.ITEM_DUE,
        Trigger.CONFIRMATION_APPLIED,
        Trigger.COURT_ACCEPTED,
        Trigger.DECISION_EXTENDED,
        Trigger.CONFIRMED,
        Trigger.CONFIRMED_WITHOUT_PERIOD,
        Trigger.ENFORCEMENT_APPLIED,
    }
)
"""Events of one agreement; all others happen to the case."""

RECORDED_BY_HAND = (
    Trigger.PAPERS_SIGNED_FOR,
    Trigger.PAPERS_ORDINARY,
    Trigger.PAPERS_SUMMARY,
    Trigger.ONLINE_APPLIED,
    Trigger.ONLINE_ASSIGNED,
    Trigger.ONLINE_RECEIVED,
    Trigger.ONLINE_CONFIRMED,
    Trigger.ONLINE_ORDINARY,
    Trigger.ONLINE_SUMMARY,
    Trigger.POLICE_STARTED,
    Trigger.POLICE_REQUESTED,
    Trigger.FIRST_MEDIATION,
    Trigger.PETITION_RECEIVED,
    Trigger.PETITION_ANSWERED,
    Trigger.PETITION_OBJECTED,
    Trigger.PETITION_ACCEPTED,
    Trigger.PETITION_EXTENDED,
    Trigger.PETITION_REPLIED,
    Trigger.REVIEW_REQUESTED,
    Trigger.REVIEW_REPLIED,
    Trigger.RE_REVIEW_REQUESTED,
    Trigger.RE_REVIEW_REPLIED,
)
"""Events outside the room, which no step of a case tells: somebody records their day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerDay:
    """The day on which an event outside the room happened, and how it is known."""

    id: UUID
    trigger: Trigger
    on_day: date
    note: str = ""
