"""Two versions side by side: nothing of either is lost, and what was changed is what is marked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.settlements.terms import TermKind
from app.domain.values.money import Money
from app.i18n import Formats, Translator
from app.presenters.agreement.difference import Change
from app.presenters.agreement.versions.comparing import ChangedFigure, changed_figures, compare, shortened
from app.presenters.agreement.versions.presenter import VersionsPresenter
from app.presenters.agreement.versions.texts import Passage, Passages
from tests.support.builders import a_payment
from tests.support.paper_samples import agreement as sample_agreement
from tests.unit.presenters.agreement.conftest import Bench

passages = st.lists(
    st.builds(
        Passage,
        st.sampled_from(["条款", "当事人"]),
        st.text(alphabet="甲乙付3,000元2026年1月日。", min_size=1, max_size=30),
    ),
    max_size=6,
)


class Window:
    """What the window was told."""

    def __init__(self):
        self.choices, self.rows, self.summary, self.failure = (), (), "", ""

    def show_choices(self, lines, left, right):
        self.choices = (tuple(line.words for line in lines), left, right)
        self.keys = tuple(line.key for line in lines)

    def show_rows(self, rows, summary):
        self.rows, self.summary = rows, summary

    def show_failure(self, sentence):
        self.failure = sentence


def text(pieces):
    return "".join(piece.text for piece in pieces)


@given(passages, passages)
def test_both_sides_are_whole_and_in_order(left, right):
    rows = compare(left, right)
    assert [text(row.left) for row in rows if row.left] == [one.text for one in left]
    assert [text(row.right) for row in rows if row.right] == [one.text for one in right]
    assert any(row.is_changed for row in rows) == (left != right)


@given(passages)
def test_a_version_is_like_itself(same):
    assert not any(row.is_changed for row in compare(same, same))


def test_a_clause_put_in_above_changes_no_other():
    before = [Passage("条款", "李大勇付3,000元。"), Passage("条款", "双方不再争执。")]
    rows = compare(before, [Passage("条款", "李大勇当面道歉。"), *before])
    assert [row.is_changed for row in rows] == [True, False, False]
    assert rows[0].left == ()


def test_sums_and_days_that_changed_stand_on_top_once():
    before = [Passage("条款", "2026年11月9日前付3,000元，逾期付年利率3.65%的利息。"), Passage("份数", "4 份")]
    after = [Passage("条款", "2026年12月9日前付3,090元，逾期付年利率3.65%的利息。"), Passage("份数", "5 份")]
    rows = compare(before, after)
    assert changed_figures(rows) == (
        ChangedFigure("2026年11月9日", "2026年12月9日"),
        ChangedFigure("3,000元", "3,090元"),
    )
    assert [piece.text for piece in rows[0].right if piece.change is Change.ADDED] == [
        "2026年12月9日",
        "3,090",
    ]


def test_spans_and_other_ways_of_writing_sums_and_days_are_figures_too():
    before = [Passage("条款", "30日内付¥3000，2026-12-01前搬走。")]
    after = [Passage("条款", "60日内付¥3090，2026-12-31前搬走。")]
    assert [(one.before, one.after) for one in changed_figures(compare(before, after))] == [
        ("30日", "60日"),
        ("¥3000", "¥3090"),
        ("2026-12-01", "2026-12-31"),
    ]


def test_a_supplement_takes_nothing_away_by_being_silent(bench):
    settlements, centre = bench.centre.services.settlements, bench.centre
    agreement = settlements.agreement(centre.issued()[0].id)
    supplement = settlements.supplement(agreement.id, actor=centre.actor).value
    other = Bench(centre, agreement.case_id)
    other.presenter.choose(supplement.id)
    window = Window()
    VersionsPresenter(other.presenter.page, window).start()
    assert window.choices[1:] == (str(agreement.id), str(supplement.id))
    assert "仍然有效" in window.summary


@pytest.mark.parametrize("sign", ["经过", "是。", "\n付"])
def test_very_long_facts_are_compared_and_shown_by_their_ends(sign):
    long = sign * 100_000
    rows = compare([Passage("事实", long)], [Passage("事实", f"{long}补充")])
    assert [row.is_changed for row in rows] == [True]
    (row,) = shortened(rows, Translator())
    assert text(row.right).endswith("补充")
    assert len(text(row.left)) + len(text(row.right)) < 14_000


def test_lines_without_number_are_one_passage():
    contents = replace(sample_agreement(), facts="经过。\n" * 50_000)
    passages = Passages(Translator(), Formats()).of(contents)
    assert sum(one.name == "纠纷主要事实" for one in passages) == 1


def test_earlier_drafts_and_the_text_of_the_terms_are_versions(bench, clock):
    bench.presenter.terms.add(TermKind.CLAUSE)
    (term,) = bench.entry.terms
    bench.type(f"terms.{term.id}.act", "于2026年12月9日前修好阳台")
    clock.moment += timedelta(hours=2)
    bench.type(f"terms.{term.id}.act", "于2026年12月31日前修好阳台")
    bench.presenter.terms.edit_text(term.id)
    bench.type(f"terms.{term.id}.edited_text", "于2026年12月31日前修好阳台和窗台。")
    window = Window()
    presenter = VersionsPresenter(bench.presenter.page, window)
    presenter.start()
    early, generated, standing = window.keys
    assert window.choices[1:] == (generated, standing)  # how the draft departs from its terms
    assert [one.partition("：")[2] for one in window.choices[0]] == [
        "赵永安 2026-11-02 09:31 的草稿",
        "由栏目生成的文字",
        "",
    ]
    (changed,) = [row for row in window.rows if row.is_changed]
    assert [piece.text for piece in changed.right if piece.change is Change.ADDED] == ["和窗台"]
    presenter.choose(early, generated)
    assert "2026年12月9日 → 2026年12月31日" in window.summary


def test_one_version_alone_is_said_to_be_one(centre):
    bench = Bench(centre, centre.drafted().case_id)
    window = Window()
    VersionsPresenter(bench.presenter.page, window).start()
    assert "只有现在这一个版本" in window.failure


def test_a_sum_in_capitals_is_one_word():
    (row,) = compare([Passage("条款", "（叁仟零玖拾元整）")], [Passage("条款", "（叁仟元整）")])
    assert [piece.text for piece in row.left] == ["（", "叁仟零玖拾元整", "）"]


def test_a_voided_agreement_beside_the_one_that_took_its_place(bench):
    settlements, actor = bench.centre.services.settlements, bench.centre.actor
    case = bench.folder.case
    draft = bench.stored
    first = bench.centre.services.settlements.save(
        replace(draft, terms=(payment(case, 300_000),), matters="赔多少"), actor=actor
    ).value
    settlements.issue(first.id, actor=actor, version=first.version)
    issued = settlements.agreement(first.id)
    settlements.void(first.id, "金额写错", actor=actor, version=issued.version)
    second = settlements.new_agreement(case.id, actor=actor).value
    settlements.save(replace(second, terms=(payment(case, 309_000),), matters="赔多少"), actor=actor)
    bench.read()
    bench.presenter.choose(second.id)
    window = Window()
    presenter = VersionsPresenter(bench.presenter.page, window)
    presenter.start()
    lines, left, right = window.choices
    assert (left, right) == (str(first.id), str(second.id))
    assert len(lines) == 2
    assert "3,000.00元 → 3,090.00元" in window.summary
    assert window.failure == ""
    presenter.choose(str(first.id), str(first.id))
    assert window.summary == "两份文字相同"


def payment(case, fen):
    return replace(a_payment(case.parties[1], case.parties[0]), amount=Money(fen))
