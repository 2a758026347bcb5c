"""The acts of the history as sentences, and moments as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator

ACTS: dict[str, str] = {
    "case.registered": "登记案件",
    "case.triaged": "分流",
    "case.details_updated": "补正案件信息",
    "case.consent_recorded": "记录征求意见",
    "case.accepted": "受理",
    "case.declined": "不予受理",
    "case.rights_notice_served": "告知权利义务",
    "case.mediators_assigned": "指派调解员",
    "case.suspended": "中止调解",
    "case.resumed": "恢复调解",
    "case.extended": "延期",
    "case.trigger_day_recorded": "登记起算日",
    "case.relation_disclosed": "披露关系",
    "case.mediator_recused": "回避，更换调解员",
    "case.terminated": "终止调解",
    "case.performed": "履行完毕",
    "case.followed_up": "回访",
    "case.closed": "结案",
    "case.note": "记一笔",
    "case.guided_out": "引导其他途径",
    "case.refused": "当事人拒绝调解",
    "case.withdrawn": "撤回申请",
    "case.agreed_orally": "达成口头协议",
    "case.rest_ended": "其余部分终止",
    "case.escalated": "升级",
    "case.transferred": "移交",
    "case.taken_back": "收回",
    "case.reported": "报告公安机关",
    "case.channel_changed": "更换渠道",
    "case.merged": "并入另一件",
    "case.took_in": "并入一件",
    "case.split": "分出一件",
    "case.split_off": "由另一件分出",
    "case.linked": "关联案件",
    "case.unlinked": "取消关联",
    "case.archived": "归档",
    "case.reopened": "重新办理",
    "case.undone": "撤销",
    "case.mediation_begun": "开始调解",
    "case.agreed": "达成协议，待签字",
    "case.agreement_voided": "协议作废，回到调解",
    "case.took_effect": "协议生效",
    "case.raised": "升级",
    "ladder.added": "登记层级",
    "ladder.changed": "修改层级",
    "ladder.confirmed": "核实层级",
    "case.risk_dismissed": "排除风险情形",
    "case.shared": "联合调解",
    "unit.added": "登记单位",
    "unit.changed": "修改单位",
    "grid.added": "登记网格",
    "grid.changed": "修改网格",
    "addresses.imported": "导入标准地址",
    "addresses.taken_back": "撤回导入的地址",
    "session.saved": "保存调解记录",
    "session.finished": "完成调解记录",
    "appointment.made": "约定时间",
    "appointment.changed": "修改约定",
    "appointment.moved": "改期",
    "appointment.moved_back": "撤销改期",
    "appointment.cancelled": "取消约定",
    "appointment.reopened": "恢复约定",
    "appointment.told": "通知当事人",
    "appointment.held": "如约举行",
    "leave.added": "请假",
    "leave.withdrawn": "销假",
    "shift.set": "排班",
    "agreement.begun": "起草协议",
    "agreement.saved": "修改协议",
    "agreement.left_open": "写明留待处理的争议",
    "oral.recorded": "记录口头协议",
    "oral.numbered": "口头协议登记表编号",
    "agreement.issued": "送签",
    "agreement.signed": "登记签字",
    "agreement.took_effect": "补充协议随原协议生效",
    "agreement.signature_withdrawn": "撤回签字登记",
    "agreement.voided": "协议作废",
    "duties.opened": "建立四包",
    "duties.assigned": "指定四包责任人",
    "duties.saved": "填写四包",
    "duties.extended": "四包延期",
    "duties.discharged": "四包销号",
    "holidays.saved": "录入放假安排",
    "local_period.saved": "设置本地时限",
    "performance.received": "记录履行",
    "performance.reversed": "冲正履行记录",
    "performance.arranged": "免除或另行约定",
    "performance.urged": "催告履行",
    "performance.letter_issued": "出具催告书",
    "performance.answered": "记录催告答复",
    "confirmation.applied": "申请司法确认",
    "confirmation.accepted": "法院受理司法确认",
    "confirmation.confirmed": "法院裁定确认",
    "confirmation.rejected": "司法确认未获确认",
    "confirmation.withdrawn": "撤回司法确认申请",
    "visit.planned": "安排回访",
    "visit.made": "记录回访",
    "visit.dropped": "不再回访",
    "referral.sent": "移送对接",
    "referral.received": "登记来件",
    "referral.signed": "对接签收",
    "referral.accepted": "接受办理",
    "referral.refused": "对接退回",
    "referral.recalled": "撤回移送",
    "referral.extended": "对接延期",
    "referral.returned": "回复对接结果",
    "referral.fed_back": "反馈对接结果",
    "referral.handed_over": "转交对接责任人",
    "referral.lettered": "函件取号",
    "guidance.made": "引导服务",
    "guidance.appointed": "预约服务",
    "guidance.heard": "记录服务结果",
    "guidance.handed_over": "转交引导责任人",
    "guidance.lettered": "函件取号",
    "order.received": "登记工单",
    "order.informed": "告知受理",
    "order.objected": "提出异议",
    "order.replied": "回复工单",
    "order.handed_over": "转交工单责任人",
    "supervision.issued": "督办",
    "supervision.received": "签收督办",
    "supervision.replied": "回复督办",
    "supervision.urged": "再催",
    "supervision.lifted": "督办销号",
    "supervision.withdrawn": "撤回督办",
    "whistle.blown": "吹哨",
    "whistle.arrived": "报到",
    "whistle.handled": "处置",
    "whistle.rated": "末端评价",
    "whistle.withdrawn": "撤回吹哨",
    "proactive.noted": "未诉先办",
    "proactive.saved": "填写未诉先办",
    "proactive.registered": "未诉先办转为案件",
    "proactive.settled": "未诉先办办结",
    "document.issued": "制发文书",
    "document.voided": "文书作废",
    "security.exported": "导出治安材料",
    "attachment.added": "添加证据",
    "attachment.removed": "移除证据",
    "attachment.filed": "证据归类",
    "case_file.saved": "填写卷宗信息",
    "case_file.shelved": "记存放位置",
    "case_file.bound": "生成卷宗 PDF",
    "settings.files_shared": "改用共用文件夹",
    "party.added": "登入名册",
    "party.changed": "修改名册资料",
    "party.merged": "并入本条",
    "party.absorbed": "并入名册中的",
    "party.parted": "分开",
    "party.restored": "从中分出",
    "party.revealed": "查看完整号码",
    "staff.lock_password_set": "设置锁屏密码",
    "staff.lock_password_removed": "取消锁屏密码",
    "staff.lock_password_cleared": "清除锁屏密码",
}
"""Code of an act -> what it is called in a timeline; every code that services write is here."""

_KINDS: dict[str, str] = {
    "case": "案件有变动",
    "session": "调解记录有变动",
    "appointment": "约定有变动",
    "agreement": "协议有变动",
    "oral_agreement": "口头协议有变动",
    "duties": "四包有变动",
    "performance": "履行有变动",
    "confirmation": "司法确认有变动",
    "visit": "回访有变动",
    "referral": "对接有变动",
    "guidance": "引导有变动",
    "order": "工单有变动",
    "supervision": "督办有变动",
    "whistle": "吹哨有变动",
    "proactive": "未诉先办有变动",
    "document": "文书有变动",
    "attachment": "证据有变动",
    "case_file": "卷宗有变动",
}


def act_words(translator: Translator, entry: HistoryEntry) -> str:
    """Say what was done; an act without words of its own says at least what it touched."""
    words = ACTS.get(entry.act)
    if words is None:
        return translator.text(_KINDS.get(entry.kind, "有变动"))
    return translator.text(words)


def act_sentence(translator: Translator, entry: HistoryEntry) -> str:
    """Say what was done and, where there is one, the note in the words of who did it."""
    words = act_words(translator, entry)
    note = " ".join(entry.note.split())
    if not note:
        return words
    return note if entry.act == "case.note" else translator.text("{act}：{note}", act=words, note=note)


def moment_words(translator: Translator, formats: Formats, moment: datetime, today: date) -> str:
    """Say when: 今天 10:46, 昨天 18:00, 11-15 10:20, and with the year where it is another."""
    day = local_day(moment)
    if day == today:
        return translator.text("今天 {time}", time=formats.time(moment))
    if day == today - timedelta(days=1):
        return translator.text("昨天 {time}", time=formats.time(moment))
    if day.year == today.year:
        return f"{formats.short_day(moment)} {formats.time(moment)}"
    return formats.day(moment)
