"""The sentence of each finding of the agreement check, and the name of its one fix."""

from __future__ import annotations

from app.domain.settlements.checking import Finding
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
    "term.manner_missing": "{place}未写支付方式",
    "instalment.manner_missing": "{place}第 {position} 期未写支付方式",
    "term.consequence_missing": "{place}未写逾期怎么办",
    "term.promises_no_punishment": "{place}承诺不处罚或不追究，只有公安、司法机关能决定，请删去",
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
