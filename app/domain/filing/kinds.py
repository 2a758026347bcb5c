"""The kinds of document this program issues, with their number series."""

from __future__ import annotations

from app.domain.values.termed import Termed


class DocumentKind(Termed):
    """A form by its name on paper (domain dossier section 4)."""

    APPLICATION = "application", "人民调解申请书"
    ACCEPTANCE_REGISTER = "acceptance_register", "人民调解受理登记表"
    RIGHTS_NOTICE = "rights_notice", "人民调解当事人权利义务告知书"
    SESSION_RECORD = "session_record", "人民调解记录"
    AGREEMENT = "agreement", "人民调解协议书"
    NON_ACCEPTANCE = "non_acceptance", "不予受理通知书"
    FOUR_DUTIES = "four_duties", "四包责任记录"
    FOUR_DUTIES_LEDGER = "four_duties_ledger", "四包责任台账"
    REFERRAL_LETTER = "referral_letter", "移送函"
    REFERRAL_RECEIPT = "referral_receipt", "签收回执"
    REFERRAL_REPLY = "referral_reply", "调解结果回函"
    GUIDANCE_LETTER = "guidance_letter", "引导函"
    ORDER_REPLY = "order_reply", "工单回复单"
    MEDIATION_NOTICE = "mediation_notice", "调解通知书"
    SUPERVISION_ORDER = "supervision_order", "督办单"
    SUPERVISION_REPLY = "supervision_reply", "督办回复"
    WHISTLE = "whistle", "吹哨单"
    ORAL_REGISTER = "oral_register", "人民调解口头协议登记表"
    TERMINATION = "termination", "终止调解通知书"
    WITHDRAWAL = "withdrawal", "撤回申请书"
    TRANSFER = "transfer", "移交函"
    PERFORMANCE_RECEIPT = "performance_receipt", "收条"
    URGING_LETTER = "urging_letter", "履行催告书"
    FOLLOW_UP_RECORD = "follow_up_record", "人民调解回访记录"
    SECURITY_APPLICATION = "security_application", "治安案件不予处罚共同申请书"
    TRAFFIC_REQUEST = "traffic_request", "道路交通事故损害赔偿调解共同申请书"
    CONFIRMATION_APPLICATION = "confirmation_application", "司法确认申请书"
    ENFORCEMENT_APPLICATION = "enforcement_application", "强制执行申请书"
    ACCEPTANCE_NOTICE = "acceptance_notice", "受理通知书"
    CONSENT_INQUIRY = "consent_inquiry", "征求调解意见书"
    AUTHORITY_LETTER = "authority_letter", "授权委托书"
    INVESTIGATION_RECORD = "investigation_record", "人民调解调查记录"
    EVIDENCE_LIST = "evidence_list", "人民调解证据材料"
    EXTENSION_CONSENT = "extension_consent", "延期同意书"
    DISCLOSURE_STATEMENT = "disclosure_statement", "调解员披露书"
    RECUSAL_DECISION = "recusal_decision", "回避申请和决定书"
    INTERPRETER_STATEMENT = "interpreter_statement", "翻译声明"
    UNDISPUTED_FACTS = "undisputed_facts", "无争议事实记载"
    CLOSING_REPORT = "closing_report", "调解结案报告表"
    PLAIN_SUMMARY = "plain_summary", "大字要点单"
    SERVICE_ADDRESS = "service_address", "送达地址确认书"
    COURT_MATERIALS = "court_materials", "法院材料清单"
    FILE_COVER = "file_cover", "人民调解委员会调解卷宗"
    FILE_CATALOGUE = "file_catalogue", "卷内目录"
    FILE_NOTE = "file_note", "卷宗情况说明"
    FILE_BACK_COVER = "file_back_cover", "卷宗封底"


class NumberSeries(Termed):
    """A gap-free series of numbers per organisation and year."""

    INTAKE = "intake", "登记号"
    AGREEMENT = "agreement", "调解协议书编号"
    NON_ACCEPTANCE = "non_acceptance", "不予受理通知书编号"
    LETTER = "letter", "函件编号"
    SUPERVISION = "supervision", "督办单编号"
    ORAL_AGREEMENT = "oral_agreement", "口头协议登记表编号"
    TERMINATION = "termination", "终止调解通知书编号"
    TRANSFER = "transfer", "移交函编号"
    ACCEPTANCE = "acceptance", "受理通知书编号"
    OTHER_CHANNEL = "other_channel", "其他渠道文书编号"


DEFAULT_PATTERNS: dict[NumberSeries, str] = {
    NumberSeries.INTAKE: "{year}-{seq:04}",
    NumberSeries.AGREEMENT: "（{year}）{org}人调字第{seq}号",
    NumberSeries.NON_ACCEPTANCE: "（{year}）{org}人调不字第{seq}号",
    NumberSeries.LETTER: "（{year}）{org}调函字第{seq}号",
    NumberSeries.SUPERVISION: "{org}督办〔{year}〕{seq}号",
    NumberSeries.ORAL_AGREEMENT: "（{year}）{org}人调口字第{seq}号",
    NumberSeries.TERMINATION: "（{year}）{org}人调终字第{seq}号",
    NumberSeries.TRANSFER: "（{year}）{org}人调移字第{seq}号",
    NumberSeries.ACCEPTANCE: "（{year}）{org}人调受字第{seq}号",
    NumberSeries.OTHER_CHANNEL: "（{year}）{org}调字第{seq}号",
}
"""Patterns until an organisation sets its own (domain dossier section 4, numbering)."""
