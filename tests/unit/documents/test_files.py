"""The PDF file itself: fonts inside it, the same bytes for the same contents, what it says of itself."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from threading import Thread

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from app.documents.faces.tick_boxes import tick
from app.documents.fonts import FontLibrary
from app.documents.lines.styles import Align, TextStyle, label
from app.documents.pages.paper import A4_LEDGER, PaperDocument
from app.documents.pages.paragraphs import Gap, Paragraph, Together, title
from app.documents.pages.pdf_file import Facts
from app.documents.pages.signing import SealPlace, SignaturePlace, SignaturePlaces
from app.documents.pages.tables import Cell, Row, Table, label_cell
from tests.support.pdf_reading import read_both, squash


def everything(fonts: FontLibrary, *, is_draft: bool = False, note: str = "") -> PaperDocument:
    facts = Facts(
        title="人民调解协议书",
        author="友谊社区人民调解委员会",
        subject="邻里纠纷",
        keywords="调解,𬱖",
        day=date(2026, 11, 9),
    )
    document = PaperDocument(fonts=fonts, facts=facts, running_head="（2026）人调字第12号", is_draft=is_draft)
    document.add(title("人民调解协议书"), Paragraph("一、事实", keeps_next=True, bookmark="事实"))
    document.add(Paragraph([label("申请人："), "𬱖㛃 ئابدۇللا，" + tick("同意", is_ticked=True), note]))
    document.add(Gap(20), Table(columns=(1, 2), rows=[Row([label_cell("期次"), Cell("金额")])], heads=1))
    document.add(Together([Paragraph("二、履行", bookmark="履行"), Paragraph("一次性。" * 9)]))
    document.add(
        SignaturePlaces([SignaturePlace(role="申请人", name="𬱖㛃")]), SealPlace("友谊社区人民调解委员会")
    )
    return document


def page_fonts(pdf: bytes) -> list[DictionaryObject]:
    found = {}
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        for name, font in page["/Resources"]["/Font"].items():
            found[name] = font.get_object()
    return list(found.values())


def test_every_font_is_embedded(fonts):
    found = page_fonts(everything(fonts).render())
    assert len(found) == 4  # serif, sans, our signs, Arabic
    for font in found:
        [descendant] = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        program = descriptor["/FontFile2"].get_object().get_data()
        assert program[:4] == b"\0\1\0\0"
        assert len(program) == descriptor["/FontFile2"]["/Length1"]
        assert "/ToUnicode" in font


def test_no_standard_font_is_named(fonts):
    pdf = everything(fonts).render()
    assert b"Helvetica" not in pdf
    assert b"Type1" not in pdf


def test_the_same_contents_give_the_same_bytes(fonts):
    first = everything(fonts).render()
    document = everything(fonts)
    assert document.render() == document.render() == first
    assert everything(fonts, note="。").render() != first


def test_threads_do_not_mix_their_documents(fonts):
    expected = [everything(fonts, note=str(number) * number).render() for number in range(6)]
    found: dict[int, bytes] = {}

    def draw(number: int) -> None:
        found[number] = everything(fonts, note=str(number) * number).render()

    threads = [Thread(target=draw, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(6)] == expected


def test_the_file_says_what_it_is(fonts):
    reader = pypdf.PdfReader(BytesIO(everything(fonts).render()))
    assert reader.metadata is not None
    assert reader.metadata.title == "人民调解协议书"
    assert reader.metadata.author == "友谊社区人民调解委员会"
    assert reader.metadata.subject == "邻里纠纷"
    assert reader.metadata.get("/Keywords") == "调解,𬱖"
    assert reader.metadata.get("/CreationDate") == "D:20261109"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF boolean
    assert [entry.title for entry in reader.outline] == ["人民调解协议书", "事实", "履行"]


def test_bookmarks_lead_to_their_pages(drawn):
    pdf = drawn(
        *[Paragraph(f"起{number}" + "一二三四五" * 200, bookmark=f"第{number}段") for number in range(4)]
    )
    reader = pypdf.PdfReader(BytesIO(pdf))
    texts = [squash(page.extract_text()) for page in reader.pages]
    assert len(texts) > 2
    pages = [reader.get_destination_page_number(entry) for entry in reader.outline]
    assert len(pages) == 4
    assert all(f"起{number}" in texts[page] for number, page in enumerate(pages))


def test_every_page_is_numbered(drawn):
    texts = read_both(drawn(Paragraph("调解员释明法律规定。" * 400))).pypdf
    assert len(texts) > 3
    for number, text in enumerate(texts, start=1):
        assert squash(text).endswith(f"第{number}页共{len(texts)}页")


def test_a_draft_is_marked_on_every_page_and_only_a_draft(drawn):
    long = Paragraph("调解员释明法律规定。" * 400)
    for found in read_both(drawn(long, is_draft=True)):
        assert all("草稿，未签署" in squash(page) for page in found)
    for found in read_both(drawn(long)):
        assert not any("草稿" in page for page in found)


def test_a_number_runs_along_on_every_page(fonts):
    document = everything(fonts, note="调解员释明法律规定。" * 200)
    for found in read_both(document.render()):
        assert all("（2026）人调字第12号" in squash(page) for page in found)


def test_a_ledger_lies_on_its_side(fonts):
    document = PaperDocument(fonts=fonts, facts=Facts(title="台账"), sheet=A4_LEDGER)
    box = pypdf.PdfReader(BytesIO(document.render())).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_an_empty_document_is_one_page(drawn):
    assert read_both(drawn()).squashed() == ("第1页共1页", "第1页共1页")


@pytest.mark.parametrize("align", list(Align))
def test_no_line_leaves_its_column(fonts, align):
    document = PaperDocument(fonts=fonts, facts=Facts(title="试"))
    document.add(Paragraph("2026年，（甲方）“乙方”支付12,800.00元；ABC。" * 60, TextStyle(align=align)))
    places: list[float] = []

    def note(text: str, _matrix: list[float], at: list[float], *_rest: object) -> None:
        if text.strip():
            places.append(at[4])

    for page in pypdf.PdfReader(BytesIO(document.render())).pages:
        page.extract_text(visitor_text=note)
    assert min(places) >= document.sheet.side - 4.01  # an opening mark may give its blank half
    assert max(places) <= document.sheet.side + document.sheet.column
