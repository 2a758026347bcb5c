"""Every refusal in every channel: nobody is told of a law or a person that another channel knows."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.channels.law import RECUSAL_IN_COURT, in_law_of, law_of, rest_on_law_of
from app.domain.disputes.lifecycle.guards import Circumstances, Guard, refusal
from app.domain.disputes.states import CaseState
from app.domain.duties.rules import Rules
from app.domain.errors import RuleRefusal
from app.i18n import Translator
from app.presenters.sentences import sentence
from tests.support.builders import TODAY, a_case, an_inquiry
from tests.support.centres import program_rules

APP = Path(__file__).parents[5] / "app"
ROWS = {row.code: row for row in program_rules().channels}
OTHERS = [row for row in ROWS.values() if not row.may_issue_agreement]
OF_PEOPLES_MEDIATION = ("人民调解", "调解委员会", "调委会")
CITED = "人民调解法第"
UNDONE = Circumstances(open_sessions=1, drafts=1, waiting_agreements=1, unstored_pages=1)


def literals(*folders):
    """Give the texts, but for docstrings, of the modules that cite people's mediation law."""
    for folder in folders:
        for file in sorted((APP / folder).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            tree = ast.parse(text if CITED in text else "")
            docs = {
                id(node.body[0].value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
                and node.body
                and isinstance(node.body[0], ast.Expr)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                    yield file, node.value


def refusals():
    """Give one refusal of each guard."""
    bare = a_case(state=CaseState.TRIAGED)
    silent = replace(bare, consents=(an_inquiry(bare.parties[0].id, ConsentAnswer.REFUSED),))
    done = replace(bare, accepted_on=TODAY, effective_on=TODAY, state=CaseState.AGREED)
    for guard in Guard:
        met = (refusal(guard, case, UNDONE) for case in (silent, done, bare))
        yield guard, next(found for found in met if found is not None)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_each_guard_refuses_in_the_words_of_each_channel(row):
    seen = set()
    for guard, refused in refusals():
        seen.add(guard)
        rest_on_law_of(row, refused)
        told = sentence(Translator(), refused)
        assert told
        assert "（）" not in told
        assert "{" not in told
        if not row.may_issue_agreement:
            assert not any(word in told for word in OF_PEOPLES_MEDIATION), told
    assert seen == set(Guard)


def test_every_article_a_refusal_may_cite_gives_way_in_another_channel():
    cited = {text for _file, text in literals("domain", "services", "presenters") if CITED in text}
    assert len(cited) > 30
    for text in cited:
        assert in_law_of(None, text) == text
        for row in OTHERS:
            told = in_law_of(row, text)
            assert "人民调解法" not in told.replace("《中华人民共和国人民调解法》", ""), (row.code, text)
            assert "（）" not in told
            assert "（、" not in told


def test_a_screen_that_cites_peoples_mediation_law_asks_which_law_the_channel_has():
    citing = {file for file, text in literals("presenters") if CITED in text}
    silent = {file.name for file in citing if "in_law_of(" not in file.read_text(encoding="utf-8")}
    assert citing
    assert silent == {"to_case_form.py"}  # no case yet: it is registered as people's mediation


def test_a_committee_keeps_its_law_beside_the_one_of_its_channel():
    both = "人民调解法第十七条、第二十六条"
    assert in_law_of(ROWS["peoples"], both) == both
    told = in_law_of(ROWS["medical"], both)
    assert told == "医疗纠纷预防和处理条例第三十一条、人民调解法第二十六条"
    assert in_law_of(ROWS["labour"], "（人民调解法第二十九条）") == "（劳动争议调解仲裁法第十四条）"


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("rural_land", "须自愿（人民调解法第十七条）。", "须自愿（农村土地承包经营纠纷调解仲裁法第四条）。"),
        ("commercial", "须自愿（人民调解法第十七条）。", "须自愿。"),
        ("administrative", "人民调解法第三十三条、民事诉讼法第二百零五条", "民事诉讼法第二百零五条"),
        ("administrative", "（11-02 记录告知；人民调解法第二十三条）", "（11-02 记录告知）"),
        ("commercial", "最后一日 12-03；依据人民调解法第三十一条第二款", "最后一日 12-03"),
        ("market", "人民调解法第十七条第二款", "市场监督管理投诉举报处理暂行办法第十六条、第二十一条"),
        ("commercial", "自述：（空）", "自述：（空）"),
    ],
)
def test_a_citation_goes_without_leaving_brackets_or_commas_behind(code, text, told):
    assert in_law_of(ROWS[code], text) == told


def test_recusal_is_cited_only_where_the_courts_have_a_rule():
    for code, article in (
        ("court_entrusted", RECUSAL_IN_COURT), ("court_online", "人民法院在线调解规则第十三条"),
        ("peoples", ""), ("administrative", ""),
    ):  # fmt: skip
        refused = RuleRefusal(
            "recusal.must_recuse", person="甲", party="乙", ground="近亲属", article=RECUSAL_IN_COURT
        )
        rest_on_law_of(ROWS[code], refused)
        assert refused.facts["article"] == article
        assert ("（" in sentence(Translator(), refused)) is bool(article)


def test_a_case_is_told_the_law_of_its_own_channel():
    rules: Rules = program_rules()
    case = a_case(channel_code="rural_land")
    assert law_of(rules.channel_of(case)) == "农村土地承包经营纠纷调解仲裁法"
    assert rules.in_law_of(case, "人民调解法第二十九条") == "农村土地承包经营纠纷调解仲裁法第十条"
    assert law_of(None) == "人民调解法"
