"""Blocks of fixed wording: what a local text must carry, and which day it holds on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.catalogue import TITLE, block_of, blocks_of
from app.domain.filing.wordings.checking import check_wording
from app.domain.filing.wordings.fields import WordingField
from app.domain.filing.wordings.local import LocalWording, OwnText, in_force
from app.domain.filing.wordings.templates import Template
from app.domain.values.ids import new_id

BLOCKS = [(kind, block) for kind in DocumentKind for block in blocks_of(kind)]
OPEN = [(kind, block) for kind, block in BLOCKS if not block.is_fixed]
DECISION = block_of(DocumentKind.NON_ACCEPTANCE, "decision")


def test_every_kind_has_its_title_and_nobody_changes_it():
    for kind in DocumentKind:
        title = blocks_of(kind)[0]
        assert (title.key, title.text) == (TITLE, kind.term)
        with pytest.raises(RuleRefusal) as told:
            check_wording(title, "另一个名称")
        assert told.value.facts["article"] == title.fixed_by


def test_the_catalogue_holds_together():
    assert len(OPEN) > 40
    for kind in DocumentKind:
        keys = [block.key for block in blocks_of(kind)]
        assert len(keys) == len(set(keys))
    for _kind, block in BLOCKS:
        assert bool(block.must_say) == bool(block.article), block
        assert not (block.is_fixed and block.must_say), block
    used = {field for _kind, block in BLOCKS for field in block.fields}
    assert used == set(WordingField)


@pytest.mark.parametrize(("kind", "block"), OPEN, ids=lambda it: getattr(it, "key", str(it)))
def test_every_default_passes_its_own_check(kind, block):
    assert check_wording(block, block.text) == block.template


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "wording.empty"),
        ("  ", "wording.empty"),
        (DECISION.text + "，" * 400, "wording.too_long"),
        (DECISION.text + "\n另起一行", "wording.characters"),
        (DECISION.text + "\x07", "wording.characters"),
        (DECISION.text + "{", "wording.braces"),
        (DECISION.text + "{}", "wording.unknown_field"),
        (DECISION.text + "{不存在}", "wording.unknown_field"),
        (DECISION.text + "{金额}", "wording.unknown_field"),
        (DECISION.text.replace("{收到日期}", ""), "wording.field_missing"),
        (DECISION.text.replace("不予受理", "退回"), "wording.must_say"),
        (DECISION.text + "理由：____", "wording.left_open"),
    ],
)
def test_bad_wording_is_told_at_the_text(typed, code):
    with pytest.raises(InvalidInput) as told:
        check_wording(DECISION, typed)
    assert (told.value.code, told.value.field) == (code, "text")


def test_what_is_missing_is_named_as_it_is_typed():
    with pytest.raises(InvalidInput) as told:
        check_wording(DECISION, "{出具单位}决定不予受理。")
    assert told.value.facts["missing"] == "{收到日期}、{纠纷名称}"


@given(st.data())
def test_a_field_left_out_is_always_noticed(data):
    _kind, block = data.draw(st.sampled_from([pair for pair in OPEN if pair[1].fields]))
    lost = data.draw(st.sampled_from(block.fields))
    before = data.draw(st.text("本会依法经请予，。", max_size=12))
    with pytest.raises(InvalidInput) as told:
        check_wording(block, (before + block.text.replace(f"{{{lost.term}}}", ""))[: block.limit])
    assert lost.term in str(told.value.facts.get("missing", ""))


def test_a_template_fills_what_it_took_apart():
    template = Template.parse("{出具单位}于{期限}，{出具单位}。")
    assert template.fields == (WordingField.COMMITTEE, WordingField.DUE)
    assert template.fill({"committee": "{甲}", "due": "明日"}) == "{甲}于明日，{甲}。"


def test_a_text_holds_from_its_day_and_a_new_one_takes_the_place_of_what_was_planned():
    today, later = date(2026, 11, 3), date(2026, 12, 1)
    own = LocalWording(
        id=new_id(), organisation_id=new_id(), kind=DocumentKind.NON_ACCEPTANCE, block="closing"
    )
    planned = own.with_text("甲", today).with_text("乙", later)
    assert [planned.text_on(day) for day in (date(2026, 11, 2), today, date(2026, 11, 30), later)] == [
        "",
        "甲",
        "甲",
        "乙",
    ]
    following = planned.after(today)
    assert following is not None
    assert (following.text, following.valid_from) == ("乙", later)
    back = planned.with_text("", today)
    assert (back.text_on(later), back.after(today)) == ("", None)
    assert in_force((planned, own), later) == (OwnText(block="closing", text="乙"),)


def test_an_unknown_block_is_not_found():
    with pytest.raises(NotFound):
        block_of(DocumentKind.AGREEMENT, "nowhere")
