"""What is set can be read back, character by character, by two readers that know nothing of us."""

from __future__ import annotations

from collections import Counter
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.lines.styles import CELL, NUMBER, TITLE, UNINDENTED, Span, label
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.tables import Cell, Row, Table, label_cell
from tests.support.pdf_reading import read_both, squash

RARE = "𬱖䶮㛃𠅤㙓𬍛𬭚𫖯𬘡𡐓䢺㑇㭎"
UYGHUR = "ئابدۇللا مەمەت قاراماي شەھىرى"
FOOT = "第1页共1页"
PRINTABLE = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
    + RARE
    + "，。、；：？！（）《》“”‘’【】—…～·％℃㎡☐☑￥①㈠ⅢabcXYZ0123456789.,%/-+=@ \n"
)


@pytest.mark.parametrize(
    "text",
    [
        RARE,
        "面积89.76㎡，☑同意☐不同意☒——……￥1,409.50",
        "阿卜杜拉·买买提，张\u200b三，葛\U000e0100城，李\u200d四",
        "é e\u0301 ǖ “你好”‘x’ ① ㈠ Ⅲ № ™ € £",
        "一\n\n\u3000\u3000二\t三",
    ],
)
def test_both_readers_find_the_very_text(drawn, text):
    for found in read_both(drawn(Paragraph(text))).squashed():
        assert found == squash(text) + FOOT


def test_uyghur_reads_back_word_for_word(drawn):
    by_pypdf, by_pdfium = read_both(drawn(Paragraph(UYGHUR + " 2026-يىلى"))).squashed()
    assert by_pypdf == squash(UYGHUR + "2026-يىلى") + FOOT
    assert squash(UYGHUR) in by_pdfium


def test_a_uyghur_name_in_a_chinese_line_keeps_its_place(drawn):
    text = "当事人" + UYGHUR + "，男，45岁（قاراماي）到场。"
    by_pypdf, by_pdfium = read_both(drawn(Paragraph(text))).squashed()
    assert by_pypdf == squash(text) + FOOT
    # pdfium narrows full-width brackets in such a line; no sign is missing
    assert Counter(normalize("NFKC", by_pdfium)) == Counter(normalize("NFKC", squash(text) + FOOT))


def test_all_letters_of_uyghur_are_printed(drawn):
    letters = "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"
    for text in (letters, " ".join(letters)):
        for found in read_both(drawn(Paragraph(text))).squashed():
            assert Counter(found) == Counter(squash(text) + FOOT)


@settings(max_examples=40)
@given(
    text=st.text(st.sampled_from(PRINTABLE), min_size=1, max_size=900),
    style=st.sampled_from([UNINDENTED, TITLE, NUMBER]),
)
def test_random_paragraphs_lose_nothing(drawn, text, style):
    # beside each other only: pdfium turns a hyphen at a line's end into a sign of its own
    for found in read_both(drawn(Paragraph(text, style))).squashed():
        assert without_feet(found) == squash(text)


@settings(max_examples=25)
@given(st.lists(st.text(st.sampled_from(PRINTABLE), max_size=300), min_size=3, max_size=30))
def test_random_tables_lose_nothing_and_keep_the_order_of_cells(drawn, texts):
    texts = texts[: len(texts) // 3 * 3]
    rows = [Row([Cell(text) for text in texts[start : start + 3]]) for start in range(0, len(texts), 3)]
    by_pypdf, by_pdfium = read_both(drawn(Table(columns=(1, 1, 1), rows=rows))).squashed()
    expected = Counter(squash("".join(texts)))
    assert Counter(without_feet(by_pypdf)) == expected
    assert Counter(without_feet(by_pdfium)) == expected
    if "第2页" not in by_pypdf:
        assert without_feet(by_pypdf) == squash("".join(texts))


def test_labels_of_another_face_stay_in_line(drawn):
    spans = [label("申请人："), "张㛃，", Span("男", CELL.role)]
    table = Table(columns=(1, 3), rows=[Row([label_cell("纠纷类型"), Cell("邻里纠纷")])])
    for found in read_both(drawn(Paragraph(spans, UNINDENTED), table)).squashed():
        assert found == "申请人：张㛃，男纠纷类型邻里纠纷" + FOOT


def without_feet(text: str) -> str:
    count = text.count("共") if "第" in text else 0
    pages = int(text.rpartition("共")[2].removesuffix("页")) if count else 0
    for number in range(1, pages + 1):
        text = text.replace(f"第{number}页共{pages}页", "", 1)
    return text
