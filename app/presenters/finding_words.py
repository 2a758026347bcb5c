"""The sentence of each finding of the agreement check, and the name of its one fix."""

from __future__ import annotations

from app.domain.settlements.check.findings import Finding
from app.domain.values.money import Money
from app.i18n.translator import Translator

_SENTENCES: dict[str, str] = {
    "parties.both_sides": "协议要有申请人和被申请人两方",
    "parties.guardian_missing": "{party} 未满十八周岁，须由法定代理人参加",
    "facts.missing": "补写纠纷主要事实",
    "matters.missing": "未写争议事项",
    "responsibilities.missing": "未写各方责任",
    "terms.missing": "至少写一条协议内容",
    "term.who_missing": "{place}未写由谁履行",
    "term.to_whom_missing": "{place}未写付给谁",
    "term.pays_itself": "{place}付款人和收款人是同一人",
    "term.not_a_party": "{place}写了协议之外的人",
    "term.amount_missing": "{place}未写金额",
    "term.act_missing": "{place}未写做什么",
    "term.text_other_sum": "{place}改写的文字里没有金额 {amount} 元，请核对",
    "term.text_emptied": "{place}文字被清空，恢复或重写",
    "term.due_missing": "{place}未写履行期限",
    "instalment.due_missing": "{place}第 {position} 期未写付款日",
    "term.due_past": "{place}期限早于签订日",
    "instalment.past": "{place}第 {position} 期付款日早于签订日",
    "instalment.not_rising": "{place}第 {position} 期付款日不晚于前一期",
    "instalment.sum": "{place}分期合计 {total} 元，与总额 {amount} 元不符",
    "share.sum": "{place}各人合计 {total} 元，与总额 {amount} 元不符",
    "share.payee_missing": "{place}还有 {count} 位收款人未列金额",
    "term.part_missing": "{place}有一笔金额未填",
    "parties.details_missing": "{party} 的基本情况还缺：{missing}",
    "parties.agent_authority": "{party} 的代理人{agent}没有签署和处分的授权，须由本人签名",
    "contents.mediator_missing": "案件还没有指定调解员，协议上没有调解员的签名处",
    "contents.copies": "{place}“{word}”与实际份数不符，应为 {copies} 份",
    "term.payers_unclear": "{place}{count} 人共同付款，未写连带还是各付多少",
    "term.place_missing": "{place}当面交付，未写地点",
    "money.capitals": "{place}大写与小写不符或者不规范，应为 {right}",
    "money.told_sum": "{place}文字里各期合计 {total} 元，与写明的 {amount} 元不符",
    "money.day_past": "{place}“{word}”早于签订日",
    "money.day_vague": "{place}“{word}”写成公历的年、月、日",
    "money.compound": "{place}“{word}”：利息不滚入本金再生利息",
    "money.interest_deducted": "{place}“{word}”：利息不能预先从本金中扣除",
    "money.date_impossible": "{place}没有“{day}”这一天",
    "money.unit_missing": "{place}“{number}”没有写单位",
    "money.currency": "{place}写了{word}，请改以人民币计付",
    "money.interest_cap": "{place}利率折合年率 {percent}%，超过上限 {most}%（报价未核实）",
    "money.penalty_rate": "{place}逾期违约金折合年率 {percent}%，高于提示线 {most}%",
    "money.penalty_high": "{place}违约金超过该项金额的 {percent}%，可能被调低",
    "money.deposit_cap": "{place}定金超过标的额的 {percent}%，超过部分没有定金的效力",
    "term.third_party": "{place}给没有签字的“{name}”加了负担，请其参加或者改写",
    "term.status": "{place}“{word}”：身份关系不能由协议确认或者解除",
    "term.title": "{place}“{word}”：确认权属的条款不能申请司法确认，可写成办理登记的义务",
    "term.vague": "{place}“{word}”说不清，写明数额、日期或者做法",
    "term.uncontrolled": "{place}“{word}”谁也做不了主，写一个最迟日期",
    "term.no_fallback": "{place}附了条件，未写条件不成就怎么办",
    "term.outside_application": "{place}“{nature}”不在申请和争议事项之内",
    "term.waives_suit": "{place}“{word}”：不能要求放弃起诉、仲裁",
    "term.labour_rights": "{place}“{word}”：法定的劳动权利不能放弃",
    "term.care_rights": "{place}“{word}”：抚养、赡养、监护的权利义务不能放弃",
    "term.injury_waiver": "{place}“{word}”：人身损害不能事先免责",
    "term.promises_no_petition": "{place}“{word}”：不能要求不信访、不投诉，请删去",
    "term.humiliation": "{place}“{word}”：不能以此作处罚，请删去",
    "term.mediation_fee": "{place}“{word}”：调解不收费，请删去",
    "form.placeholder": "{place}还有“{word}”没有填",
    "form.names": "{place}“{wrong}”与当事人“{name}”不一致",
    "form.identity_number": "{party} 的身份证号码校验不符",
    "form.same_number": "{party} 与{other}的证件号码相同",
    "form.phone": "{party} 的电话“{number}”拨不通，请核对",
    "form.credit_code": "{party} 的统一社会信用代码校验不符",
    "form.before_registered": "协议日期早于登记之日 {day}",
    "form.before_accepted": "协议日期早于受理之日 {day}",
    "form.before_noticed": "协议日期早于告知权利义务之日 {day}",
    "form.before_session": "协议日期早于最后一次调解 {day}",
    "form.conflict": "{name} 披露的关系还没有得到各方接受",
    "form.status_e_signing": "{place}涉及婚姻、收养、继承的协议不能用电子签名",
    "form.term_twice": "{place}与第 {first} 条一模一样",
    "words.care": "{place}“{wrong}”应为“{right}”",
    "words.deposit": "{place}“{wrong}”与约定的后果不符，似应为“{right}”",
    "words.compensation": "{place}“{wrong}”与责任的写法不符，似应为“{right}”",
    "words.roles": "{place}写了“{word}”，未写明谁是{word}",
    "words.late_fee": "{place}逾期付款写“违约金”，“滞纳金”是行政上的用语",
    "words.paper_name": "{place}调解达成的是协议，不叫“{wrong}”",
    "words.local": "{place}{sentence}",
    "term.manner_missing": "{place}未写支付方式",
    "instalment.manner_missing": "{place}第 {position} 期未写支付方式",
    "term.consequence_missing": "{place}未写逾期怎么办",
    "term.promises_no_punishment": "{place}承诺不处罚或不追究，只有公安、司法机关能决定，请删去",
    "supplement.no_such_term": "{place}原协议只有 {count} 条，没有这里说的那一条",
    "supplement.contradicts": "{place}原协议第 {number} 条说了两次，前后不一，只留一处",
    "supplement.unchanged": "{place}与原协议第 {number} 条一样，没有变更",
    "supplement.performed": "{place}原协议第 {number} 条已经履行完毕，核对是否还要变更、取消",
    "supplement.sum_left": "{place}原协议这一条已收 {received} 元，这里写尚未付的，应为 {left} 元，请核对",
    "supplement.overtaken": "{place}原协议第 {number} 条已由补充协议 {other} 变更过，核对应改哪一份",
    "term.promises_no_report": "{place}要求不报警、不控告或撤案，当事人不受此约束，请删去",
}

RULES_WORDED = frozenset(_SENTENCES)


def finding_sentence(translator: Translator, finding: Finding, position: int | None) -> str:
    """Say what was found; ``position`` is the number of the term it concerns, if any."""
    facts: dict[str, object] = {"place": ""}
    if position is not None:
        facts["place"] = translator.text("第 {n} 条", n=position)
    for name, value in finding.facts:
        if name.endswith("_fen") and isinstance(value, int):
            facts[name.removesuffix("_fen")] = f"{Money(value).yuan:,.2f}"
        else:
            facts[name] = value
    said = translator.text(_SENTENCES[finding.rule], **facts)
    if not finding.article:
        return said
    return translator.text("{said}（{article}）", said=said, article=finding.article)
