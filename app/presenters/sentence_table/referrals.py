"""What is refused about referrals, guidance to services and work orders."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "referral.counterpart_missing": "填写对方机关",
    "referral.kind_is_the_courts": "{kind}只用于法院来件，请另选方式",
    "referral.procedure_missing": "选择法院程序，期限按程序计算",
    "referral.due_before_sent": "应回日期早于发出日期，请核对",
    "referral.matter_missing": "填写移送事由和请求",
    "referral.data_consent_missing": "{party}等 {count} 人未单独同意，勾选同意的人或写明法定依据",
    "referral.step_not_allowed": "这件对接现为“{state}”，不能{event}",
    "referral.signer_missing": "填写签收人",
    "referral.extension_note_missing": "写明谁同意、何时、以什么方式",
    "referral.reply_missing": "填写办理情况",
    "referral.feedback_missing": "写明反馈给谁、怎么说",
    "referral.no_agreement_in_force": "协议还没有生效，不能回复调解成功",
    "referral.case_not_ended": "案件现为“{state}”，先终止或不予受理，再回复不成",
    "referral.day_too_early": "日期早于 {day}，请核对",
    "referral.owner_has_left": "{name} 已离任，请另选责任人",
    "referral.not_found": "没有找到这件对接，请刷新",
    "guidance.office_missing": "填写受理机构",
    "guidance.matter_missing": "填写引导事项",
    "guidance.outcome_missing": "填写得知的结果",
    "guidance.already_heard": "{service}的结果已记录，不再改动",
    "guidance.not_found": "没有找到这次引导，请刷新",
    "order.number_missing": "填写工单号",
    "order.due_before_received": "回复期限早于收到日期，请核对",
    "order.reply_missing": "填写回复内容",
    "order.already_replied": "工单 {number} 已回复",
    "order.not_open": "工单 {number} 现为“{state}”，不能再办这一步",
    "order.petitions_only": "只有信访事项有这一步，{kind}没有",
    "order.not_found": "没有找到这张工单，请刷新",
}
