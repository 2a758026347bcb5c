"""What a page carries to prove itself: on every issued page, readable from a photocopy, on no draft."""

from __future__ import annotations

import random
from io import BytesIO
from types import SimpleNamespace
from uuid import UUID

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from app.archive.signing.keys import SigningKey, is_signed, key_id_of
from app.documents.binding.joining import JoinedPaper, join
from app.documents.forms.watch.office import OFFICE_A4
from app.documents.pages.paper import A4, MM, PaperDocument
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.pdf_file import Facts
from app.documents.reading.papers import ReadPage, places_in_pdf, read_image, read_pdf, texts_of_pdf
from app.documents.reading.scans import ScannedPage
from app.documents.rendering import Renderer
from app.domain.filing.proofs.pages import QrContents, code_of, grouped, squashed, text_digest
from app.services.transactions.proofs.page_keys import DocumentProver
from tests.support import paper_samples
from tests.support.forged_papers import photo
from tests.support.pdf_reading import read_both, squash

KEY = SigningKey(bytes(range(32)))
ID = UUID("01a2249a-1dd7-7151-952b-6e71a0eb6d06")


def prover(copies=3, number="（2026）友谊人调字第12号"):
    document = SimpleNamespace(id=ID, number=number, copies=copies)
    return DocumentProver(document, KEY, key_id_of(KEY.public))


@pytest.fixture(scope="module")
def issued(font_folder):
    return Renderer(font_folder).render(paper_samples.agreement(), is_draft=False, prover=prover())


def test_every_page_carries_kind_number_page_copies_and_code(issued):
    pages = read_both(issued.pdf).pdfium
    assert len(pages) == len(issued.proofs) == issued.pages
    for place, (page, proof) in enumerate(zip(pages, issued.proofs, strict=True), start=1):
        text = squash(page)
        assert f"第{place}页共{issued.pages}页" in text
        assert "人民调解协议书一式3份第＿＿份" in text
        assert f"查验码{grouped(proof.code)}" in text
        assert "（2026）友谊人调字第12号" in text
        assert set(squash(proof.text)) <= set(text), "the register keeps nothing the page does not bear"


def test_the_same_contents_and_key_give_the_same_bytes(issued, font_folder):
    again = Renderer(font_folder).render(paper_samples.agreement(), is_draft=False, prover=prover())
    assert again == issued


def test_another_document_gets_other_codes_for_the_same_words(issued, font_folder):
    other = DocumentProver(
        SimpleNamespace(id=UUID(int=5), number=prover().document.number, copies=3), KEY, "0" * 8
    )
    drawn = Renderer(font_folder).render(paper_samples.agreement(), is_draft=False, prover=other)
    assert [a.text for a in drawn.proofs] == [b.text for b in issued.proofs]
    assert not {a.code for a in drawn.proofs} & {b.code for b in issued.proofs}


def test_a_draft_carries_nothing_and_says_so(font_folder):
    draft = Renderer(font_folder).render(paper_samples.agreement(), is_draft=True, prover=prover())
    assert draft.proofs == ()
    pages = read_both(draft.pdf).pdfium
    assert all("草稿" in page and "查验码" not in page for page in pages)
    assert all(page.qr is None for page in read_pdf(draft.pdf))


def test_the_qr_code_alone_is_checked_by_the_public_key(issued):
    for place, proof in enumerate(issued.proofs):
        qr = read_image(photo(issued.pdf, place)).qr
        assert (qr.claim.document_id, qr.claim.page, qr.claim.pages) == (ID, place + 1, issued.pages)
        assert qr.claim.text_sha256 == text_digest(proof.text)
        assert is_signed(KEY.public, qr.claim.message(), qr.signature)
        assert code_of(qr.signature) == proof.code
        assert not is_signed(KEY.public, qr.claim.message() + b"1", qr.signature)
        assert not is_signed(SigningKey(bytes(32)).public, qr.claim.message(), qr.signature)


@pytest.mark.parametrize("turned", [0.0, 2.5, 90.0, 180.0])
def test_a_poor_photocopy_still_reads(issued, turned):
    """Copied twice: blurred, reduced to black and white, specked, a little askew."""
    document = pypdfium2.PdfDocument(issued.pdf)
    sheet = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    copy = sheet.filter(ImageFilter.GaussianBlur(0.8)).point(lambda shade: 255 if shade > 140 else 0)
    chance = random.Random(7)
    specks = [(chance.randrange(copy.width), chance.randrange(copy.height)) for _ in range(9000)]
    for speck in specks:
        copy.putpixel(speck, chance.choice((0, 255)))
    held = BytesIO()
    copy.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255).save(held, "PNG")
    assert read_image(held.getvalue()).qr is not None


@pytest.mark.parametrize("sheet", [A4, OFFICE_A4], ids=["form", "office"])
def test_the_qr_code_stands_clear_of_text_and_binding(fonts, sheet):
    left = sheet.width - 8.5 * MM - 18 * MM
    assert left >= sheet.side + sheet.column or sheet.foot > 26 * MM
    assert left > sheet.width / 2, "papers are bound at the left"
    long = Paragraph("漏水，" * 2000)
    document = PaperDocument(fonts=fonts, facts=Facts(title="试样"), prover=prover(), sheet=sheet)
    document.add(long)
    drawn = document.draw().pdf
    pages = pypdfium2.PdfDocument(drawn)
    try:
        words = pages[0].get_textpage()
        boxes = [words.get_charbox(place) for place in range(words.count_chars())]
        words.close()
    finally:
        pages.close()
    beside = [box for box in boxes if box[1] < 26.5 * MM and box[2] > left - 2 * MM]
    assert beside == []
    assert all(page.code for page in read_pdf(drawn))


def test_a_long_number_still_fits(font_folder):
    long = prover(number="（2026）乌鲁木齐市沙依巴克区友好北路街道友谊社区人民调解委员会人调字第1234号")
    drawn = Renderer(font_folder).render(paper_samples.application(), is_draft=False, prover=long)
    assert read_image(photo(drawn.pdf, dots_per_inch=300)).qr.claim.number == long.document.number


def test_blanks_and_line_ends_do_not_count():
    assert squashed("甲 方\n乙\u3000方") == "甲方乙方"
    assert text_digest("甲 方\n乙方") == text_digest("甲方 乙方") != text_digest("甲方乙万")


def test_characters_of_one_page_beside_the_qr_code_of_another_fit_no_page_of_a_scan(issued):
    first, second = issued.proofs[:2]
    claim = first.claim(prover().document.number)
    own = QrContents(claim, first.key_id, bytes.fromhex(first.signature))
    pages = {proof.code: proof.page for proof in issued.proofs}
    true, glued = ReadPage(code=first.code, qr=own), ReadPage(code=second.code, qr=own)
    assert (true.has_two_minds, ScannedPage(true).page_of(ID, pages)) == (False, 1)
    assert (glued.has_two_minds, ScannedPage(glued).page_of(ID, pages)) == (True, None)
    assert ScannedPage(glued).is_of_another(ID, pages)
    assert not ReadPage(code=first.code).has_two_minds


def test_each_copy_of_a_print_has_its_number_and_its_page_reads_as_issued(issued, font_folder, tmp_path):
    output, sheets = tmp_path / "print.pdf", issued.pages
    once = JoinedPaper("告知书", issued.pdf)
    assert join([JoinedPaper("协议书", issued.pdf, 3), once], output, font_folder) == 4 * sheets
    assert texts_of_pdf(output.read_bytes())[:sheets] == texts_of_pdf(issued.pdf)
    with pikepdf.open(output) as whole, whole.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles == [*(f"协议书\u3000第{copy}份" for copy in (1, 2, 3)), "告知书"]
        stamps = [list(page.get("/Annots", ())) for page in whole.pages]
        assert [len(found) for found in stamps] == [*[1] * 3 * sheets, *[0] * sheets]
        drawn = [found[0].AP.N.read_bytes() for found in stamps[: 3 * sheets : sheets]]
        assert len(set(drawn)) == 3
        [left, bottom, right, top] = [float(corner) for corner in stamps[0][0].Rect]
    [box] = places_in_pdf(issued.pdf, "第＿＿份")[:1]
    assert left <= (box[0] + box[2]) / 2 <= right
    assert bottom <= (box[1] + box[3]) / 2 <= top
