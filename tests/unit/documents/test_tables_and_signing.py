"""Tables over pages and signature places: heads repeated, nothing lost, nobody signs an empty page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.lines.styles import SMALL_CELL, UNINDENTED
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SealPlace, SignaturePlace, SignaturePlaces
from app.documents.pages.tables import Cell, Row, Table, label_cell
from tests.support.pdf_reading import read_both, squash

CONTINUED = "（本页为《人民调解协议书》的签名页）"


def pages_of(pdf: bytes) -> list[str]:
    return [squash(page) for page in read_both(pdf).pypdf]


def body_of(page: str) -> str:
    return page.rpartition("第")[0]


def test_a_cell_taller_than_a_page_goes_on_without_loss(drawn):
    text = "".join(f"第{number}次调解，双方各自陈述。" for number in range(400))
    table = Table(
        columns=(1, 4), rows=[Row([label_cell("记录"), Cell(text)]), Row([label_cell("结果"), Cell("成功")])]
    )
    pages = pages_of(drawn(table))
    assert len(pages) > 4
    assert "".join(map(body_of, pages)) == "记录" + text + "结果成功"


def test_heads_are_repeated_on_every_page(drawn):
    head = Row([label_cell("期次"), label_cell("金额")])
    rows = [Row([Cell(f"期{number}"), Cell(f"{number}.00")]) for number in range(120)]
    pages = pages_of(drawn(Table(columns=(1, 2), rows=[head, *rows], heads=1)))
    assert len(pages) > 3
    assert all(page.startswith("期次金额期") for page in pages)
    text = "".join(body_of(page).removeprefix("期次金额") for page in pages)
    assert text == "".join(f"期{number}{number}.00" for number in range(120))


def test_a_head_never_stands_alone_at_the_foot(drawn):
    head = Row([label_cell("期次"), label_cell("金额")])
    for lines in range(18, 26):
        table = Table(columns=(1, 2), rows=[head, Row([Cell("甲\n乙\n丙"), Cell("丁")])], heads=1)
        pages = pages_of(drawn(Paragraph("\n".join(["行"] * lines), UNINDENTED), table))
        assert sum("期次" in page for page in pages) == 1
        assert all("甲乙丙" in page for page in pages if "期次" in page)


def test_a_row_must_fill_its_columns(drawn):
    with pytest.raises(ValueError, match="1"):
        drawn(Table(columns=(1, 1), rows=[Row([Cell("一")])]))


def test_cells_span_columns(drawn):
    rows = [Row([Cell("一", span=2), Cell("二")]), Row([Cell("三"), Cell("四"), Cell("五", SMALL_CELL)])]
    assert body_of(pages_of(drawn(Table(columns=(1, 1, 1), rows=rows)))[0]) == "一二三四五"


@settings(max_examples=30)
@given(lines=st.integers(1, 60), parties=st.integers(1, 60), has_seal=st.booleans())
def test_signatures_take_text_with_them_and_are_all_there(drawn, lines, parties, has_seal):
    body = Paragraph("\n".join(f"文{number}句。" for number in range(lines)), UNINDENTED)
    places = [SignaturePlace(role="当事人", name=f"某{number}某") for number in range(parties)]
    blocks = [body, SignaturePlaces(places, CONTINUED)]
    if has_seal:
        blocks.append(SealPlace("友谊社区人民调解委员会"))
    pages = pages_of(drawn(*blocks))
    whole = "".join(pages)
    assert all(whole.count(f"当事人：某{number}某") == 1 for number in range(parties))
    assert whole.count("（签名、盖章或按指印）") == parties
    assert whole.count("（印章）") == has_seal
    signed = [page for page in pages if "签名、盖章" in page]
    assert signed[0].count("句。") >= min(2, lines)
    for page in signed[1:]:
        assert page.startswith(CONTINUED)
    if parties <= 6:
        assert len(signed) == 1
    assert not has_seal or "签名、盖章" in next(page for page in pages if "（印章）" in page)


def test_a_place_is_never_cut(drawn):
    places = [SignaturePlace(role="当事人", name="某" * 90, notes=["委托代理人：张三"]) for _ in range(12)]
    for page in pages_of(drawn(Paragraph("文"), SignaturePlaces(places))):
        assert page.count("当事人：") == page.count("（签名、盖章或按指印）") == page.count("委托代理人")


def test_who_only_signs_has_no_fingerprint_box(drawn):
    [page] = pages_of(
        drawn(
            SignaturePlaces(
                [SignaturePlace(role="人民调解员", name="王某", manner="（签名）", has_fingerprint=False)]
            )
        )
    )
    assert "（签名）" in page
    assert "指印" not in page
