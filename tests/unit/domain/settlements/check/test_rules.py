"""Every rule of the agreement check on its own examples, which the rules page shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import app.domain.settlements.check as package
from app.archive.resources import resource_path
from app.domain.settlements.check.book import CheckGroup
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
    named = set(re.findall(rf'"((?:{rooms})\.[a-z_]+)"', code))
    named |= {f"form.before_{what}" for what in ("registered", "accepted", "noticed", "session")}
    assert named - {"words.local"} == {rule.id for rule in shipped_book().rules}


def test_every_rule_cites_an_article_and_a_source():
    for rule in shipped_book().rules:
        assert rule.article, rule.id
        assert rule.source, rule.id
        assert rule.is_verified or "未核实" in rule.source, rule.id
