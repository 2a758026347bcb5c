"""Every rule of the agreement check on its own examples, which the rules page shows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import app.domain.settlements.check as package
from app.archive.resources import resource_path
from app.domain.errors import RuleRefusal
from app.domain.settlements.check.book import (
    CheckGroup,
    CheckLevel,
    CheckSettings,
    OwnLevel,
    OwnPhrase,
    check_settings,
)
from app.domain.settlements.check.findings import FindingLevel
from app.domain.values.ids import new_id
from tests.support.agreement_samples import sample, shipped_book

FOLDER = resource_path("rules") / "check"
RULES = [
    row
    for group in CheckGroup
    for row in tomllib.loads((FOLDER / f"{group.value}.toml").read_text(encoding="utf-8"))["rule"]
]
EXAMPLES = [
    pytest.param(row["id"], example, fails, id=f"{row['id']}-{'fails' if fails else 'passes'}-{place}")
    for row in RULES
    for fails in (False, True)
    for place, example in enumerate(row["fails" if fails else "passes"])
]


@pytest.mark.parametrize(("rule", "example", "fails"), EXAMPLES)
def test_a_rule_finds_what_fails_and_nothing_else(rule, example, fails):
    found = {finding.rule for finding in sample(example).findings()}
    assert (rule in found) is fails, sorted(found)


@pytest.mark.parametrize(("rule", "example", "fails"), [one for one in EXAMPLES if not one.values[2]])
def test_an_example_that_passes_has_nothing_else_to_mend(rule, example, fails):
    must = {f.rule for f in sample(example).findings() if f.level.value == "must"}
    assert must == set(), (rule, fails)


def test_rules_in_the_data_and_in_the_code_are_the_same_set():
    folder = Path(package.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    rooms = "parties|facts|matters|responsibilities|terms|term|instalment|share|money|form|words|contents"
    rooms += "|supplement"
    named = set(re.findall(rf'"((?:{rooms})\.[a-z_]+)"', code))
    named |= {f"form.before_{what}" for what in ("registered", "accepted", "noticed", "session")}
    assert named - {"words.local"} == {rule.id for rule in shipped_book().rules}


def test_every_rule_cites_an_article_and_a_source():
    for rule in shipped_book().rules:
        assert rule.article, rule.id
        assert rule.source, rule.id
        assert rule.is_verified or "未核实" in rule.source, rule.id


def test_an_organisation_makes_a_rule_stricter_or_asks_it_not_at_all():
    row = {"clause": "李大勇尽快修好阳台。"}
    for level, expected in ((CheckLevel.MUST, ["must"]), (CheckLevel.OFF, [])):
        own = CheckSettings(
            id=new_id(), organisation_id=new_id(), levels=(OwnLevel(rule="term.vague", level=level),)
        )
        found = sample(row).findings(replace(shipped_book(), own=own))
        assert [f.level.value for f in found if f.rule == "term.vague"] == expected


def test_what_the_law_fixes_is_asked_whatever_was_set():
    own = CheckSettings(
        id=new_id(), organisation_id=new_id(), levels=(OwnLevel(rule="term.status", level=CheckLevel.OFF),)
    )
    book = replace(shipped_book(), own=own)
    assert book.level("term.status") is CheckLevel.MUST
    with pytest.raises(RuleRefusal):
        check_settings(own, shipped_book())


def test_own_phrases_are_found_with_their_sentence_but_not_in_names():
    phrase = OwnPhrase(phrase="大勇", sentence="写全名")
    other = OwnPhrase(phrase="一次性了断", sentence="改写成“再无争议”", level=FindingLevel.MUST)
    own = CheckSettings(id=new_id(), organisation_id=new_id(), phrases=(phrase, other))
    found = sample({"clause": "李大勇付清后一次性了断。"}).findings(replace(shipped_book(), own=own))
    assert [(f.rule, f.level, f.words) for f in found] == [("words.local", FindingLevel.MUST, "一次性了断")]
    assert dict(found[0].facts) == {"sentence": "改写成“再无争议”"}


def test_a_certain_fix_says_what_belongs_there():
    [found] = sample(
        {"clause": "清洁费人民币1,409.50元（大写：人民币壹仟肆佰玖拾元伍角）由李大勇承担。"}
    ).findings()
    assert (found.words, found.instead) == ("壹仟肆佰玖拾元伍角", "壹仟肆佰零玖元伍角")
