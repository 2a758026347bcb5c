"""人民调解协议书 on paper: copies, sixty signatures, tables that add up, supplements, bookmarks."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from app.documents.forms.agreement import copies_line
from app.domain.values.money import sum_of
from tests.support import paper_samples as samples


@pytest.mark.parametrize(
    ("parties", "has_court_copy", "sentence"),
    [
        (2, False, "本协议一式三份，当事人各执一份，人民调解委员会留存一份。"),
        (2, True, "本协议一式四份，当事人各执一份，人民调解委员会留存一份，送人民法院一份。"),
        (60, False, "本协议一式六十一份，当事人各执一份，人民调解委员会留存一份。"),
        (60, True, "本协议一式六十二份，当事人各执一份，人民调解委员会留存一份，送人民法院一份。"),
    ],
)
def test_copies_are_one_a_party_and_one_kept(text_of, parties, has_court_copy, sentence):
    contents = samples.agreement(parties, has_court_copy=has_court_copy)
    assert copies_line(contents) == sentence
    assert sentence in text_of(contents)


def test_sixty_parties_each_have_a_place_to_sign(pages_of):
    pages = pages_of(samples.agreement(60))
    whole = "".join(pages)
    signing = whole[whole.index("本协议一式") :]
    for number in range(1, 60):
        assert signing.count(f"申请人：工友{number:02}号") == 1
    assert signing.count("（签名、盖章或按指印）") == 60
    assert signing.count("年月日") == 62
    assert "人民调解员：赵永红" in signing
    assert "记录人：马丽" in signing


def test_a_table_of_thirty_two_payees_adds_up(text_of):
    clause = samples.shares(32)
    text = text_of(replace(samples.agreement(), clauses=(clause,)))
    for share in clause.shares:
        assert f"{share.position}{share.name}{share.amount.yuan:,.2f}" in text
    total = sum_of(share.amount for share in clause.shares)
    assert str(total) == "96533.28"
    assert "合计人民币96,533.28元（大写：人民币玖万陆仟伍佰叁拾叁元贰角捌分）" in text


def test_instalments_are_told_line_by_line_under_repeated_heads(pages_of):
    pages = pages_of(replace(samples.agreement(), clauses=(samples.instalments(36),)))
    with_table = [page for page in pages if "银行转账" in page]
    assert len(with_table) > 1
    assert all("期次履行期限金额（元）方式" in page for page in with_table)
    first = "1于2027年1月28日前（含当日）1,000.01银行转账2于2027年2月28日前（含当日）1,000.023于2027年"
    assert first in with_table[0]


def test_a_table_without_manners_has_no_such_column(text_of):
    clause = samples.instalments(7)
    bare = replace(clause, instalments=tuple(replace(entry, manner="") for entry in clause.instalments))
    text = text_of(replace(samples.agreement(), clauses=(bare,)))
    assert "期次履行期限金额（元）1于2027年1月28日前" in text


def test_a_supplement_says_what_it_supplements(text_of):
    contents = replace(samples.agreement(), supplements_number="（2026）友谊人调字第9号")
    assert "本协议为（2026）友谊人调字第9号《人民调解协议书》的补充协议。" in text_of(contents)
    assert "补充协议" not in text_of(samples.agreement())


def test_sections_of_the_agreement_are_bookmarked(renderer):
    reader = pypdf.PdfReader(BytesIO(renderer.render(samples.agreement(), is_draft=False).pdf))
    assert [entry.title for entry in reader.outline] == [
        "人民调解协议书",
        "纠纷主要事实、争议事项",
        "各方当事人的责任",
        "经调解，自愿达成如下协议",
        "履行方式、时限",
    ]
