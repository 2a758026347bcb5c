"""检查规则: every rule with its examples, a level that is chosen, phrases that are typed."""

import pytest

from app.domain.settlements.check.book import CheckLevel
from app.domain.settlements.check.findings import FindingLevel
from app.presenters.settings.checks.own_words import FIELD, phrase_problems, phrases_of, typed_phrases
from app.presenters.settings.checks.presenter import ChecksPresenter
from tests.support.agreement_samples import shipped_book
from tests.support.list_desks import Recorder


@pytest.fixture
def shown(desk, window):
    view = Recorder()
    presenter = ChecksPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def test_every_rule_is_a_row_and_told_with_article_and_examples(shown):
    presenter, view = shown
    rules = shipped_book().rules
    assert [row.id for row in view.last("show_rules")] == [rule.id for rule in rules]
    for rule in rules:
        presenter.look_at(rule.id)
        _title, lines = view.last("show_details")
        told = dict(lines)
        assert told["依据"] == rule.article
        assert told["通过的例子"] == "\n".join(rule.passes)
        assert told["查出的例子"] == "\n".join(rule.fails)
        assert told["出处"].startswith("未核实") is not rule.is_verified


def test_a_level_is_set_by_choosing_it(shown, desk):
    presenter, view = shown
    presenter.look_at("term.vague")
    assert view.last("show_level") == ("advice", "")
    presenter.choose_level("must")
    organisation = desk.me.organisation_id
    assert desk.services.check_rules.book(organisation).level("term.vague") is CheckLevel.MUST
    presenter.refresh()
    row = next(row for row in view.last("show_rules") if row.id == "term.vague")
    assert (row.level, row.is_own, row.is_must) == ("须改", True, True)


def test_what_the_law_fixes_offers_no_level(shown):
    presenter, view = shown
    presenter.look_at("term.status")
    level, why_not = view.last("show_level")
    assert level == "must"
    assert "不能改" in why_not


def test_phrases_are_typed_one_a_line():
    typed = {FIELD: "一次性了断：写成“再无争议”（须改）\n\n私了: 写清楚做什么\n"}
    first, second = phrases_of(typed)
    assert (first.phrase, first.sentence, first.level) == (
        "一次性了断",
        "写成“再无争议”",
        FindingLevel.MUST,
    )
    assert (second.phrase, second.sentence, second.level) == ("私了", "写清楚做什么", FindingLevel.ADVICE)
    assert phrase_problems(typed, shipped_book()) == ()
    assert typed_phrases(shipped_book()) == {FIELD: ""}


@pytest.mark.parametrize("typed", ["没有冒号", "：没有用词", "没有提示：", "同：一\n同：二"])
def test_a_line_that_cannot_be_read_is_told(typed):
    [problem] = phrase_problems({FIELD: typed}, shipped_book())
    assert problem.error.code.startswith("check.")
