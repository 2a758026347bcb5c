"""A term that promises no punishment, or no report to the police, is 须改; what leaves it to them is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.settlements.check.findings import FindingLevel
from app.domain.settlements.checking import check_agreement
from app.domain.settlements.promises import VoidPromise, void_promise
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from tests.support.agreement_samples import shipped_book
from tests.support.builders import TODAY, a_case, a_payment, an_agreement

NO_PUNISHMENT = [
    "乙方赔偿后，公安机关不予处罚甲方。",
    "甲方保证乙方不被处罚",
    "甲方承诺乙方不会被拘留",
    "保证不追究",
    "双方互不追究治安责任",
    "双方均不追究对方刑事责任、行政责任",
    "乙方付款后甲方不再追究乙方的刑事责任",
    "乙方免予治安管理处罚",
    "免除乙方的治安处罚",
    "本协议履行后，对乙方不予行政处罚",
    "派出所不再处罚双方",
]
NO_REPORT = [
    "甲方不得报警",
    "甲方放弃报警",
    "不得以任何理由报警",
    "今后不再就此事向派出所报案",
    "甲方收到赔偿款后撤回报警",
    "由甲方去派出所撤案",
    "甲方放弃向公安机关控告的权利",
    "甲方不向公安机关举报",
]
HARMLESS = [
    "双方不再追究对方民事责任",
    "履行后双方共同书面申请公安机关认可，是否处罚由公安机关依法决定",
    "双方共同申请公安机关依法不予处罚",
    "本协议不影响公安机关依法处理",
    "本协议不免除依法应当承担的治安责任",
    "甲方不要求处罚也不反对处罚，由公安机关决定",
    "如再发生侵害，甲方可以报警",
    "发现紧急情况立即报警",
    "乙方不再殴打、辱骂甲方",
    "双方今后和睦相处，不得以任何方式干扰对方生活",
    "逾期不履行的，甲方可以向人民法院起诉",
    "甲方收到款项后，双方就民事赔偿再无争议",
    "乙方不再停车在通道，违者由物业处理",
    "双方不再就本次纠纷向对方主张赔偿",
    "乙方负责向派出所说明情况",
    "乙方逾期付款的，按日支付违约金，不予减免",
    "",
]


@pytest.mark.parametrize("text", NO_PUNISHMENT)
def test_nobody_promises_that_nobody_is_punished(text):
    assert void_promise(text) is VoidPromise.NO_PUNISHMENT


@pytest.mark.parametrize("text", NO_REPORT)
def test_nobody_promises_not_to_report(text):
    assert void_promise(text) is VoidPromise.NO_REPORT


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_left_to_the_police_promises_nothing(text):
    assert void_promise(text) is None


def test_a_harmless_sentence_does_not_hide_a_promise_in_the_next():
    assert void_promise("是否处罚由公安机关决定。甲方不得报警。") is VoidPromise.NO_REPORT


def found_in(**told):
    case = a_case()
    payment = replace(a_payment(case.parties[1], case.parties[0]), **told)
    agreement = an_agreement(case, payment)
    return {
        (finding.rule, finding.field, finding.level)
        for finding in check_agreement(agreement, case, TODAY, shipped_book())
        if finding.rule.startswith("term.promises")
    }


def test_the_check_blocks_issuing_at_the_field_that_promises():
    must = FindingLevel.MUST
    assert found_in() == set()
    assert found_in(consequence="付清后不再追究刑事责任") == {
        ("term.promises_no_punishment", "consequence", must)
    }
    edited = found_in(consequence="甲方不得报警", edited_text="乙方付3,090.00元，甲方撤回报警。")
    assert edited == {("term.promises_no_report", "edited_text", must)}


def test_a_clause_of_the_parties_own_is_read_as_well():
    case = a_case()
    clause = Term(id=new_id(), kind=TermKind.CLAUSE, act="公安机关不得处罚乙方")
    [finding] = [
        one
        for one in check_agreement(an_agreement(case, clause), case, TODAY, shipped_book())
        if one.rule == "term.promises_no_punishment"
    ]
    assert (finding.field, finding.term_id, finding.article) == ("act", clause.id, "治安管理处罚法第九条")
