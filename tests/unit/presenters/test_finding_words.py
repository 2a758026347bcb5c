"""Every rule of the agreement check has its sentence."""

from __future__ import annotations

import ast
from pathlib import Path

from app.domain.settlements import checking
from app.domain.settlements.checking import Finding, FindingLevel
from app.i18n.translator import Translator
from app.presenters.finding_words import RULES_WORDED, finding_sentence


def rules_in_code() -> set[str]:
    tree = ast.parse(Path(checking.__file__).read_text(encoding="utf-8"))
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name))
    makers = {"_must", "_advice", "_wrong_sum"}
    return {
        str(call.args[0].value)
        for call in calls
        if call.func.id in makers and isinstance(call.args[0], ast.Constant)
    }


def test_sentences_and_rules_are_the_same_set():
    assert rules_in_code() == set(RULES_WORDED)


def test_a_wrong_sum_is_said_in_yuan_with_its_place():
    finding = Finding(
        rule="instalment.sum",
        level=FindingLevel.MUST,
        field="instalments",
        facts=(("total_fen", 1250000), ("amount_fen", 1280000), ("difference_fen", 30000)),
    )
    said = finding_sentence(Translator(), finding, 2)
    assert said == "第 2 条分期合计 12,500.00 元，与总额 12,800.00 元不符"
