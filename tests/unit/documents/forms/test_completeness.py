"""Nothing typed is missing on paper: every field of every form is filled, drawn, and found by two readers."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.documents.composing import COMPOSERS, compose
from app.documents.kinds import Contents
from app.documents.rendering import texts_of
from app.domain import contents as contents_package
from app.domain.contents.channels.worded import titled
from app.domain.contents.duties import FourDutiesLedgerContents
from app.domain.values.plain import from_json, to_json
from tests.support.filled_contents import Filler, is_found, told
from tests.support.pdf_reading import read_both, squash

KINDS = [
    thing
    for module in pkgutil.walk_packages(contents_package.__path__, f"{contents_package.__name__}.")
    for thing in vars(import_module(module.name)).values()
    if isinstance(thing, type) and hasattr(thing, "kind") and thing.__module__ == module.name
]
SEEDS = st.integers(0, 2**32)


def bodies_of(texts: list[str], head: str) -> list[str]:
    """Give the squashed text of each page between running head and page number."""
    texts = [squash(page) for page in texts]
    feet = [f"第{number}页共{len(texts)}页" for number in range(1, len(texts) + 1)]
    assert all(text.endswith(foot) for text, foot in zip(texts, feet, strict=True))
    return [text.removesuffix(foot).removeprefix(head) for text, foot in zip(texts, feet, strict=True)]


def missing_on_paper(renderer, contents, asked=None, *, readers=("pypdf", "pdfium")) -> list[str]:
    """Draw contents and name what either reader does not find of them, or of what else is asked for."""
    head = squash(compose(contents).running_head)
    readings = read_both(renderer.render(contents, is_draft=False).pdf)
    wanted = [text for text in told(contents if asked is None else asked) if text not in head]
    bodies = [bodies_of(getattr(readings, reader), head) for reader in readers]
    return [text for pages in bodies for text in wanted if not is_found(text, pages)]


def test_every_kind_of_contents_has_a_form(renderer):
    assert len(KINDS) == 46
    assert set(get_args(Contents)) == set(KINDS)
    assert COMPOSERS.keys() == {kind.__name__ for kind in KINDS}
    for kind in KINDS:
        contents = Filler(1).fill(kind)
        assert compose(contents).title == titled(contents)
        assert renderer.render(contents, is_draft=False).pages >= 1


UNPRINTED = {"words.host", "words.mediator", "words.act", "words.basis", "words.ending"}
"""Words of a channel, each in those forms that speak of it; test_channel_papers reads them."""


@pytest.mark.parametrize("kind", KINDS)
@examples(max_examples=6)
@given(seed=SEEDS, many=st.integers(1, 5))
def test_every_text_day_sum_and_age_is_found_by_both_readers(renderer, kind, seed, many):
    contents = Filler(seed, many=many).fill(kind)
    assert missing_on_paper(renderer, contents) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not FourDutiesLedgerContents])
@pytest.mark.parametrize("many", [13, 60])
def test_sixty_parties_are_all_there(renderer, kind, many):
    contents = Filler(many, many=many).fill(kind)
    assert missing_on_paper(renderer, contents) == []


@pytest.mark.parametrize("kind", KINDS)
@examples(max_examples=3)
@given(seed=SEEDS)
def test_uyghur_among_chinese_is_found(renderer, kind, seed):
    contents = Filler(seed, has_uyghur=True).fill(kind)
    assert missing_on_paper(renderer, contents, readers=("pypdf",)) == []


@pytest.mark.parametrize("kind", KINDS)
@examples(max_examples=3)
@given(seed=SEEDS, pick=st.integers(0, 1000))
def test_the_proof_notices_a_text_left_out(renderer, kind, seed, pick):
    """Blank one field, draw, and ask for the whole: exactly such a hole must be reported."""
    contents = Filler(seed, many=1).fill(kind)
    texts = [text for path, text in texts_of(contents) if path not in UNPRINTED and not path.endswith("duty")]
    left_out = texts[pick % len(texts)]
    holed = from_json(kind, to_json(contents).replace(to_json(left_out), '"无"'))
    assert missing_on_paper(renderer, holed, contents, readers=("pypdf",)) == [squash(left_out)]


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@examples(max_examples=25)
@given(seed=SEEDS, many=st.integers(1, 60), has_uyghur=st.booleans())
def test_the_long_run_finds_everything(renderer, kind, seed, many, has_uyghur):
    contents = Filler(seed, many=many, has_uyghur=has_uyghur).fill(kind)
    readers = ("pypdf",) if has_uyghur else ("pypdf", "pdfium")
    assert missing_on_paper(renderer, contents, readers=readers) == []
