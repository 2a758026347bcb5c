"""The library as shipped: filled in, each clause passes the agreement check; with a blank left, none does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from app.archive.resources import resource_path
from app.archive.ruled.clauses import load_clauses
from app.archive.rules import load_rules
from app.domain.disputes.case_parties import PartySide
from app.domain.errors import StorageRefusal
from app.domain.settlements.check.findings import FindingLevel
from app.domain.settlements.clause_library import BLANK, clauses_for
from app.domain.settlements.terms import DueKind, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.agreement_samples import SIGNED, sample

TEXTS = ("nature", "manner", "place", "act", "consequence")
FILLINGS = {
    "【比例】": "3",
    "【几】": "3",
    "【天数】": "30",
    "【数量】": "1",
    "【金额】": "100",
    "【时刻】": "9时",
    "【长度】": "2",
    "【起止年月】": "2026年1月至2026年6月",
    "【开户行和账号】": "农村商业银行账户（尾号0417）",
    "【承担方式】": "各方各承担一半",
}
PLACES = "幸福里3号楼2单元"
"""What stands in every other blank: the name of a thing or a place."""


@cache
def library():
    rules = load_rules(resource_path("rules"))
    return rules.clauses()


def term_of(clause, told):
    return clause.term(new_id(), told.case, told.agreement.party_ids)


def filled(term):
    texts = {
        key: BLANK.sub(lambda blank: FILLINGS.get(blank[0], PLACES), getattr(term, key)) for key in TEXTS
    }
    day = date(2026, 12, 25) if term.due.kind is DueKind.ON_DAY else None
    amount = Money.of_yuan("3000") if term.kind is TermKind.PAYMENT else None
    return replace(term, amount=amount, due=replace(term.due, day=day), **texts)


def to_mend(told, term):
    agreement = replace(told.agreement, terms=(*told.agreement.terms, term))
    found = replace(told, agreement=agreement).findings()
    return {finding.rule for finding in found if finding.level is FindingLevel.MUST}


@pytest.mark.parametrize("clause", library(), ids=lambda clause: clause.code)
def test_a_clause_filled_in_passes_and_one_left_as_it_is_does_not(clause):
    told = sample({"type": next(iter(clause.dispute_types), "other")})
    term = term_of(clause, told)
    assert to_mend(told, filled(term)) == set()
    blank = any(BLANK.search(getattr(clause, key)) for key in TEXTS)
    assert ("form.placeholder" in to_mend(told, term)) is blank
    assert ("term.amount_missing" in to_mend(told, term)) is (clause.kind is TermKind.PAYMENT)
    assert ("term.due_missing" in to_mend(told, term)) is (clause.due is DueKind.ON_DAY)


def test_an_article_nobody_read_says_so():
    for clause in library():
        assert clause.is_verified is ("未核实" not in clause.source), clause.code


def test_every_type_of_dispute_has_clauses_of_its_own():
    rules = load_rules(resource_path("rules"))
    counted = {kind.code for kept in rules.dispute_types for kind in kept.types}
    for code in counted:
        assert sum(clause.suits(code) for clause in library()) >= 5, code


def test_the_type_comes_first_then_what_suits_all_then_the_others():
    offered = clauses_for(library(), "medical", SIGNED)
    ranks = [0 if one.suits("medical") else 2 if one.dispute_types else 1 for one in offered]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_a_clause_is_offered_within_its_days_alone():
    kept = replace(library()[0], valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [len(clauses_for((kept,), "x", day)) for day in days] == [0, 1, 1, 0]


def test_a_side_where_nobody_takes_part_is_left_to_fill():
    clause = next(one for one in library() if one.code == "general.pay_once")
    told = sample({"parties": ["张桂兰", "-", "李大勇", "李小勇"], "without": ["李小勇"]})
    by_name = {party.name: party.id for party in told.case.parties}
    term = term_of(clause, told)
    assert (term.payer_ids, term.payee_ids) == ((by_name["李大勇"],), (by_name["张桂兰"],))
    alone = clause.term(new_id(), told.case, (by_name["张桂兰"],))
    assert (alone.payer_ids, alone.payee_ids) == ((), (by_name["张桂兰"],))
    both = next(one for one in library() if one.by == (PartySide.APPLICANT, PartySide.RESPONDENT))
    assert term_of(both, told).payer_ids == (by_name["张桂兰"], by_name["李大勇"])


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('nature = "【款项名称】"', 'natur = "【款项名称】"', "general.pay_once: unknown ['natur']"),
        ('nature = "【款项名称】"', "", "general.pay_once: missing ['nature']"),
        ('by = ["respondent"]', 'by = ["witness"]', "general.pay_once: witness is no PartySide"),
        ('code = "general.pay_now"', 'code = "general.pay_once"', "general.pay_once stands twice"),
        ("types = []", 'types = ["feud"]', "unknown ['feud']"),
        ("valid_from = 2021-01-01", 'valid_from = "soon"', "general.pay_once: valid_from must be a day"),
    ],
)
def test_a_damaged_file_is_refused_with_its_reason(tmp_path, old, new, reason):
    shutil.copy(resource_path("rules") / "clauses" / "general.toml", tmp_path)
    path = tmp_path / "general.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StorageRefusal) as refusal:
        load_clauses(tmp_path, {"other"})
    assert refusal.value.code == "rules.unreadable"
    assert refusal.value.facts["reason"] == reason
