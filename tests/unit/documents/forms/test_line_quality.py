"""Lines as printers set them: no mark begins or ends one badly, no page parts what belongs together."""

from __future__ import annotations

import pytest

from app.documents.pages.paragraphs import Paragraph
from tests.gallery.lines import DrawnLine, DrawnPage, drawn_pages
from tests.gallery.quality import Counts, Fault, line_faults, lone_signatures
from tests.support.filled_contents import Prose
from tests.unit.documents.forms.test_completeness import KINDS

EDGE, WIDTH, HEIGHT = 90.0, 596.0, 842.0
RIGHT = WIDTH - EDGE


def line(text, baseline, *, left=EDGE, end=RIGHT, size=16.0, face="/F0"):
    return DrawnLine(text, face, left, baseline, size, end)


def page(*lines):
    return DrawnPage(WIDTH, HEIGHT, lines)


def kinds_of(*pages):
    return [fault for fault, _page, _text in line_faults(list(pages))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_each_kind_is_well_set_embedded_sound_and_read_by_two_readers(renderer, kind):
    counts = Counts()
    for seed, many in ((1, 2), (2, 7)):
        contents = Prose(seed, many=many).fill(kind)
        counts.look_at(f"{kind.__name__} {seed}", renderer.render(contents, is_draft=False).pdf)
    assert counts.lines > 10
    assert counts.faults == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_thirty_papers_of_each_kind_are_well_set(renderer, kind):
    counts = Counts()
    for seed in range(30):
        contents = Prose(seed, many=seed % 9 + 1).fill(kind)
        counts.look_at(f"{kind.__name__} {seed}", renderer.render(contents, is_draft=False).pdf)
    assert counts.faults == []


def test_the_lines_read_are_those_that_were_set(drawn):
    text = (
        "经人民调解委员会主持调解，各方自愿达成协议，于2026年11月20日前付清12,800.00元"
        "（大写：人民币壹万贰仟捌佰元整）。"
    )
    [read] = drawn_pages(drawn(Paragraph(text)))
    assert "".join(entry.text for entry in read.body) == text
    assert [entry.left for entry in read.body] == pytest.approx([121.6, 89.6, 89.6], abs=0.1)
    assert all(entry.end == pytest.approx(505.6, abs=0.3) for entry in read.body[:-1])


def test_marks_at_the_wrong_end_of_a_line_are_found():
    assert kinds_of(page(line("，付清全部款项", 700))) == [Fault.BAD_START]
    assert kinds_of(page(line("付清全部款项（", 700))) == [Fault.BAD_END]
    assert kinds_of(page(line("付清全部款项。", 700), line("—", 600))) == []


def test_lines_left_alone_at_a_break_are_found():
    start = line("协议签订后三十日内付清全部款", 100, left=EDGE + 32)
    after = page(line("项，逾期的另付违约金，直到付", 700), line("清。", 672, end=120))
    assert kinds_of(page(line("上一段。", 128, end=200), start), after) == [Fault.ORPHAN]
    before = page(line(start.text, 128, left=EDGE + 32), line("全部款项和利息，一次付到指定账户并通", 100))
    assert kinds_of(before, page(line("知对方。", 700, end=150))) == [Fault.WIDOW]
    assert kinds_of(before, after) == []
    heading = page(line("履行方式、时限：", 100, end=220, face="/F1"))
    assert kinds_of(heading, page(line("各方按照约定履行。", 700, left=EDGE + 32))) == [
        Fault.STRANDED_HEADING
    ]


def test_a_place_to_sign_without_text_above_is_found():
    place = (line("申请人：古丽娜尔", 700, size=14), line("（签名、盖章或按指印）", 650, size=10.5))
    text = line("本协议一式三份。", 756)
    assert lone_signatures(page(*place))
    assert not lone_signatures(page(text, *place))
    assert not lone_signatures(page(text))
    seal = (line("石化社区人民调解委员会", 700, size=14), line("（印章）", 676, size=14))
    assert lone_signatures(page(*seal))
    assert not lone_signatures(page(text, *seal))
