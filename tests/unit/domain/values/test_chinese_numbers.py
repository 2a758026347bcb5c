import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.chinese_numbers import number_in_words


@given(st.integers(1, 999))
def test_every_number_is_read_as_another_program_writes_it(number):
    words = cn2an.an2cn(str(number))
    assert number_in_words(words) == number
    if words.startswith("一十"):
        assert number_in_words(words.removeprefix("一")) == number


@pytest.mark.parametrize(("words", "number"), [("两", 2), ("两百", 200), ("十", 10), ("二十", 20)])
def test_numbers_as_people_say_them(words, number):
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    "words", ["", "零", "一百二", "百", "一百零", "十两", "半", "2", "一千", "二二", "一二"]
)
def test_what_is_no_number_or_not_clear_is_none(words):
    assert number_in_words(words) is None
