"""Who signs papers, as the catalogue names them."""

from __future__ import annotations

from app.domain.values.termed import Termed


class PaperSigner(Termed):
    """Somebody who signs a kind of paper; stubs and receipts are signed by who takes the paper."""

    PARTIES = "parties", "各方当事人"
    ATTENDING = "attending", "到场当事人"
    APPLICANTS = "applicants", "申请人"
    ASKED_PARTY = "asked_party", "被征求的一方"
    PRINCIPAL = "principal", "委托人"
    SERVED = "served", "受送达人"
    WITHDRAWER = "withdrawer", "撤回人"
    PAYEE = "payee", "收款人；办事的由对方确认"
    OFFENDER = "offender", "行为人"
    VICTIM = "victim", "被侵害人"
    CREDITORS = "creditors", "申请执行人"
    INTERVIEWEE = "interviewee", "被调查人"
    PROVIDER = "provider", "提供人"
    WHO_ASKED = "who_asked", "提出回避的人"
    INTERPRETER = "interpreter", "翻译"
    MEDIATORS = "mediators", "调解员"
    RECORDER = "recorder", "记录人"
    REGISTRAR = "registrar", "登记人"
    INVESTIGATORS = "investigators", "调查人"
    HANDER = "hander", "移交人"
    RECEIVER = "receiver", "接收人"
    VISITOR = "visitor", "回访人"
    HANDLER = "handler", "承办人"
    APPROVER = "approver", "审批人"
    COMPILER = "compiler", "立卷人"
    CHECKER = "checker", "检查人"
    REPLIER = "replier", "回复人"
    CALLER = "caller", "吹哨人"
    LEAD_UNIT = "lead_unit", "牵头单位"
    STUB = "stub", "存根由签收人签"
    RESPONSIBLE = "responsible", "回执由责任人签"
