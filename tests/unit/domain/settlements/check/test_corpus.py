"""The agreement check on seventy agreements: what it finds, what it should, counted for each group of rules.

Run ``python -m pytest -s tests/unit/domain/settlements/check/test_corpus.py`` to read the table.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from app.domain.settlements.check.book import CheckGroup
from app.domain.settlements.check.findings import FindingLevel
from tests.support.agreement_samples import sample, shipped_book

FOLDER = Path(__file__).parent / "corpus"
GOOD, FLAWED = (
    tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["agreement"]
    for name in ("good", "flawed")
)


def found_in(row):
    return {finding.rule for finding in sample(row).findings()}


def test_there_are_enough_of_them():
    assert len(GOOD) >= 40
    assert len(FLAWED) >= 20


@pytest.mark.parametrize("row", GOOD, ids=[row["id"] for row in GOOD])
def test_a_good_agreement_has_nothing_to_mend(row):
    must = {f.rule for f in sample(row).findings() if f.level is FindingLevel.MUST}
    assert must == set()


@pytest.mark.parametrize("row", FLAWED, ids=[row["id"] for row in FLAWED])
def test_a_flawed_agreement_shows_exactly_its_flaws(row):
    assert found_in(row) == set(row["finds"])


def test_recall_and_precision_of_every_group():
    right, missed, false = Counter(), Counter(), Counter()
    for row in (*GOOD, *FLAWED):
        planted, found = set(row.get("finds", ())), found_in(row)
        right.update(planted & found)
        missed.update(planted - found)
        false.update(found - planted)
    book = shipped_book()
    print(f"\n{'rule':32}{'right':>6}{'missed':>7}{'false':>6}  article")
    for rule in book.rules:
        if right[rule.id] + missed[rule.id] + false[rule.id]:
            counts = f"{right[rule.id]:6}{missed[rule.id]:7}{false[rule.id]:6}"
            print(f"{rule.id:32}{counts}  {rule.article}")
    for group in CheckGroup:
        ids = [rule.id for rule in book.rules if rule.group is group]
        hits, lost, wrong = (sum(count[one] for one in ids) for count in (right, missed, false))
        recall, precision = hits / max(1, hits + lost), hits / max(1, hits + wrong)
        print(f"{group.value:32}recall {recall:.2f} precision {precision:.2f}")
        assert recall == 1, group
        assert precision >= 0.9, group
