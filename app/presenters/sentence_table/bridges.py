"""The sentences of the bridges to the police."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "security.condition_not_met": "“{condition}”为“{answer}”，不能共同申请（{article}），由公安机关依法处理",
    "security.station_missing": "填写办案公安机关",
    "security.offender_missing": "勾选行为人",
    "security.victim_missing": "勾选被侵害人",
    "security.not_both_sides": "行为人和被侵害人要分别在申请人、被申请人两方",
    "security.happened_later": "发生日期晚于申请日期，请核对",
    "security.before_performance": "申请日期不能早于履行完毕的 {day}",
    "security.not_performed": "协议生效并履行完毕后才能申请（{article}）",
    "security.not_applied": "先出具治安案件共同申请书，再导出材料",
    "security.proof_missing": "勾选履行凭证；没有的，先在履行里打印收条，或在证据里加上凭证",
    "traffic.not_ended": "道路交通事故纠纷终止调解后才能申请（{article}）",
    "traffic.addressee_missing": "填写公安机关交通管理部门",
    "traffic.requests_missing": "写明申请调解的损害赔偿争议",
    "traffic.happened_later": "事故日期晚于终止调解的日期，请核对",
    "traffic.not_joint": "{names} 未勾选：须各方一致申请（{article}），否则只能起诉",
    "traffic.before_end": "申请日期不能早于终止调解的 {day}",
    "traffic.too_late": "最后一日是 {day}，期限已过（{article}），可以向人民法院起诉",
    "document.asked_in_its_form": "《{kind}》在案件的更多里填写后出具",
    "document.stands_already": "《{kind}》已经出具；要重写，先在文书里写明原因作废",
    "document.not_performed_yet": "协议还没有履行完毕",
    "export.exists": "“{name}”已经存在，换个名字再导出",
    "export.not_written": "“{name}”没写成：{reason}。换个位置再试",
}
