"""Forms in an organisation's own words: with any permitted wording every field is still on paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.documents.kinds import CONTENTS_OF
from app.documents.phrases import phrase
from app.documents.rendering import compose
from app.domain.contents.phrasing.examples import example
from app.domain.errors import DomainError
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PaperWords
from app.domain.filing.wordings.catalogue import blocks_of
from app.domain.filing.wordings.checking import check_wording
from app.domain.filing.wordings.local import OwnText
from tests.support import paper_samples as samples
from tests.support.filled_contents import Filler, is_found, told
from tests.support.pdf_reading import read_both, squash

PHRASED = [kind for kind in DocumentKind if any(not block.is_fixed for block in blocks_of(kind))]
SIGNS = "本会依照规定，现就下列事项说明如下。请各方知悉并予配合；谢谢！（）“”《》人民调解abc123𬱖"


@st.composite
def permitted(draw, block):
    """Write a local text: the fields of the block in any order, words it must say, and others around them."""
    pieces = [f"{{{field.term}}}" for field in block.fields] + list(block.must_say)
    pieces = draw(st.permutations(pieces))
    most = 3 if block.is_heading else 40
    between = draw(
        st.lists(st.text(SIGNS, max_size=most), min_size=len(pieces) + 1, max_size=len(pieces) + 1)
    )
    text = "".join(a + b for a, b in zip(between, [*pieces, ""], strict=True)).strip() or "如下"
    try:
        check_wording(block, text)
    except DomainError:
        return block.text
    return text


@pytest.mark.parametrize("kind", PHRASED)
@examples(max_examples=4)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_with_any_permitted_wording_every_field_is_found(renderer, kind, data, seed):
    contents = Filler(seed, many=2).fill(CONTENTS_OF[kind])
    wording = tuple(
        OwnText(block=block.key, text=data.draw(permitted(block)))
        for block in blocks_of(kind)
        if not block.is_fixed
    )
    worded = replace(contents, wording=wording)
    head = squash(compose(worded).running_head)
    texts = [squash(page) for page in read_both(renderer.render(worded, is_draft=False).pdf).pypdf]
    pages = [text.removeprefix(head) for text in texts]
    pages = [re.sub(r"第\d+页共\d+页$", "", page) for page in pages]
    lost = [
        text for text in told(replace(worded, wording=())) if not is_found(text, pages) and text not in head
    ]
    assert lost == []


@pytest.mark.parametrize("kind", PHRASED)
def test_every_block_stands_on_the_example_it_is_shown_with(renderer, kind):
    for is_sparse in (False, True):
        contents = example(CONTENTS_OF[kind], is_sparse=is_sparse)
        marked = {
            block.key: f"{block.text}〔{place}〕"
            for place, block in enumerate(blocks_of(kind))
            if not block.is_fixed and block.is_sparse == is_sparse
        }
        if not marked:
            continue
        wording = tuple(OwnText(block=key, text=text) for key, text in marked.items())
        texts = read_both(renderer.render(replace(contents, wording=wording), is_draft=True).pdf).pypdf
        text = squash("".join(texts))
        missing = [key for key, own in marked.items() if squash(own)[-3:] not in text]
        assert missing == []


def test_the_check_after_drawing_notices_what_a_form_no_longer_carries(renderer):
    contents = samples.agreement()
    whole = renderer.carried(contents)
    assert {"number", "committee", "facts", "parties.0.name", "issued_day"} <= whole
    assert "facts" not in renderer.carried(replace(contents, facts=""))


def test_local_words_speak_of_the_channel_that_mediates(renderer):
    words = PaperWords(title="行政调解申请书", host="示例局", act="行政调解")
    contents = replace(samples.acceptance_register(), words=words)
    own = (OwnText(block="remark", text="注：本表由{主持单位}负责填写。"),)
    text = squash(
        "".join(read_both(renderer.render(replace(contents, wording=own), is_draft=False).pdf).pypdf)
    )
    assert "注：本表由示例局负责填写。" in text
    assert "行政调解申请书" in text


def test_the_usual_wording_costs_nothing_worth_measuring():
    from timeit import timeit

    contents = samples.non_acceptance()
    each = timeit(lambda: phrase(contents, "closing"), number=2000) / 2000
    assert each < 50e-6
