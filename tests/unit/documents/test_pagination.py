"""Where pages end: every strip once, none beyond the foot, company kept where a page can hold it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.documents.pages.flow import Keep, Strip, paginate
from app.documents.pages.paragraphs import line_keeps

strips = st.lists(
    st.builds(
        Strip,
        height=st.integers(1, 90).map(float),
        keep=st.sampled_from(list(Keep)),
        above=st.integers(0, 20).map(float),
        head=st.integers(0, 9).map(float),
    ),
    max_size=80,
)


def used(page: list[Strip]) -> float:
    return page[0].head + page[0].height + sum(strip.above + strip.height for strip in page[1:])


@given(strips)
def test_every_strip_stands_on_one_page_and_fits(all_strips):
    pages = paginate(all_strips, 100.0)
    assert [place for page in pages for place in page] == list(range(len(all_strips)))
    for page in pages:
        assert used([all_strips[place] for place in page]) <= 100.0


@given(strips)
def test_a_page_ends_against_a_wish_only_if_no_better_end_was_on_it(all_strips):
    for page in paginate(all_strips, 100.0)[:-1]:
        worst = all_strips[page.stop - 1].keep
        assert all(all_strips[place].keep >= worst for place in page)


def test_bound_strips_go_over_together():
    lines = [Strip(20.0)] * 3 + [Strip(20.0, Keep.BOUND), Strip(40.0)]
    assert paginate(lines, 100.0) == [range(3), range(3, 5)]


def test_space_above_is_dropped_at_the_top_of_a_page():
    assert paginate([Strip(60.0), Strip(100.0, above=30.0)], 100.0) == [range(1), range(1, 2)]


def test_two_lines_at_least_stay_together_at_both_ends_of_a_paragraph():
    for count in range(1, 40):
        keeps = line_keeps(count)
        assert len(keeps) == count
        ends = [place for place in range(1, count) if keeps[place - 1] is Keep.FREE]
        assert all(2 <= place <= count - 2 for place in ends)
