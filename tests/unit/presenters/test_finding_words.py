"""Every rule of the agreement check has its sentence."""

from __future__ import annotations

from app.domain.settlements.check.findings import Finding, FindingLevel
from app.i18n.translator import Translator
from app.presenters.finding_words import RULES_WORDED, finding_sentence
from tests.support.agreement_samples import shipped_book


def test_every_rule_of_the_book_has_its_sentence_and_no_other():
    assert {rule.id for rule in shipped_book().rules} | {"words.local"} == set(RULES_WORDED)


def test_a_wrong_sum_is_said_in_yuan_with_its_place():
    finding = Finding(
        rule="instalment.sum",
        level=FindingLevel.MUST,
        field="instalments",
        facts=(("total_fen", 1250000), ("amount_fen", 1280000), ("difference_fen", 30000)),
    )
    said = finding_sentence(Translator(), finding, 2)
    assert said == "第 2 条分期合计 12,500.00 元，与总额 12,800.00 元不符"
