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
    "case.terminated": "终止调解",
    "case.performed": "记录履行",
    "case.followed_up": "回访",
    "case.closed": "结案",
    "case.note": "记一笔",
    "case.mediation_begun": "开始调解",
    "case.agreed": "达成协议，待签字",
    "case.agreement_voided": "协议作废，回到调解",
    "case.took_effect": "协议生效",
    "session.saved": "保存调解记录",
    "session.finished": "完成调解记录",
    "agreement.begun": "起草协议",
    "agreement.saved": "修改协议",
    "agreement.issued": "送签",
    "agreement.signed": "登记签字",
    "agreement.signature_withdrawn": "撤回签字登记",
    "agreement.voided": "协议作废",
    "duties.opened": "建立四包",
    "duties.assigned": "指定四包责任人",
    "duties.saved": "填写四包",
    "duties.extended": "四包延期",
    "duties.discharged": "四包销号",
    "holidays.saved": "录入放假安排",
    "local_period.saved": "设置本地时限",
    "document.issued": "制发文书",
    "document.voided": "文书作废",
    "attachment.added": "添加证据",
    "attachment.removed": "移除证据",
}
"""Code of an act -> what it is called in a timeline; every code that services write is here."""

_KINDS: dict[str, str] = {
    "case": "案件有变动",
    "session": "调解记录有变动",
    "agreement": "协议有变动",
    "duties": "四包有变动",
    "document": "文书有变动",
    "attachment": "证据有变动",
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
