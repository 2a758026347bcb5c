"""Right-to-left words: joined as their neighbours ask, ordered for the eye, against two other programs."""

from __future__ import annotations

import unicodedata

import arabic_reshaper
import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.lines.arabic import has_right_to_left, is_right_to_left, join_letters, visual_order

LETTERS = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"
MARKS = "".join(map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C]))
TEXTS = st.text(st.sampled_from(LETTERS + "ە 9.-（)人a\u064b\u200e"), max_size=60)


@given(TEXTS)
def test_what_is_meant_is_what_was_typed(text):
    assert "".join(form.meaning for form in join_letters(text)) == text


@given(st.text(st.sampled_from(LETTERS + " 9人"), max_size=60))
def test_forms_are_those_another_program_chooses(text):
    oracle = arabic_reshaper.ArabicReshaper(
        configuration={"delete_harakat": False, "support_ligatures": True, "RIAL SIGN": False}
    )
    shown = "".join(form.shown for form in join_letters(text) if form.shown != "\u200d")
    assert plain_isolated(shown) == plain_isolated(oracle.reshape(text))


def plain_isolated(text: str) -> str:
    """Bring the two ways to write a letter that joins nothing into one."""
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if unicodedata.decomposition(sign).startswith("<isolated>")
        else sign
        for sign in text
    )


@given(TEXTS, st.booleans())
def test_every_sign_is_placed_once(text, from_right):
    shown = "".join(form.shown for form in join_letters(text))
    ordered = visual_order(shown, from_right=from_right)
    assert sorted(sign.place for sign in ordered) == list(range(len(shown)))


@given(text=st.text(st.sampled_from(LETTERS + "ە 9.-()（）[]人a"), max_size=60), from_right=st.booleans())
@example(text="ئ(9)", from_right=False)
@example(text="ئابدۇللا（45）", from_right=False)
def test_the_order_is_that_of_another_program(text, from_right):
    ours = "".join(text[sign.place] for sign in visual_order(text, from_right=from_right))
    assert ours == get_display(text, base_dir="R" if from_right else "L")


@given(st.text(st.sampled_from(LETTERS + MARKS + " 9人(a"), max_size=40), st.booleans())
def test_no_sign_is_lost_or_refused_in_ordering(text, from_right):
    """Isolates too: the program itself puts them round numbers that people copy out of it."""
    places = [sign.place for sign in visual_order(text, from_right=from_right)]
    assert sorted(places) == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "has", "starts"),
    [
        ("人民", False, False),
        ("ئۇيغۇر 人", True, True),
        ("人 ئۇيغۇر", True, False),
        ("2026 ئۇيغۇر", True, True),
        ("12", False, False),
    ],
)
def test_direction_is_that_of_the_first_letter(text, has, starts):
    assert has_right_to_left(text) == has
    assert is_right_to_left(text) == starts


def test_lam_and_alef_become_one():
    [pair, alef] = join_letters("لا")
    assert pair.shown == "\ufefb"
    assert (pair.meaning, alef.meaning) == ("ل", "ا")


def test_brackets_are_mirrored_between_words_from_the_right():
    assert "".join(sign.sign for sign in visual_order("ب(ت)", from_right=True)) == "(ت)ب"
    assert [sign.place for sign in visual_order("ب(ت)", from_right=True)] == [3, 2, 1, 0]
