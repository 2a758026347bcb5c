"""Binding: stored pages as they were, scans as pages, stamps, bookmarks, facts, sheets for the rest."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from zlib import crc32

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from app.documents.binding.archival import UNVALIDATED, VALIDATOR, FileFactsSheet
from app.documents.binding.binder import Binder, Outline, OwnPaper
from app.documents.binding.jpeg_segments import without_notes
from app.documents.binding.leaves import Leaf, Unbindable
from app.documents.binding.pictures import LONGEST, REDUCED, pictures_of
from app.documents.rendering import Renderer
from app.domain.errors import RuleRefusal
from tests.support import paper_samples as samples
from tests.support.file_samples import HEIC, ON, a_picture, locked, many_pages, turned
from tests.support.pdf_reading import read_both, squash

FACTS = FileFactsSheet(title="调解卷宗", author=samples.COMMITTEE, subject="登记编号 2026-0417", day=ON)
HEAD = "友谊社区人民调解委员会　2026-0417"


@pytest.fixture(scope="module")
def paper(font_folder):
    """An issued paper of some pages."""
    return Renderer(font_folder).render(samples.agreement(), is_draft=False).pdf


@pytest.fixture
def bound(tmp_path, font_folder, paper):
    """Bind leaves between a cover and a note; gives what each became and the file."""

    def make(*leaves, step=lambda: None, name="卷宗.pdf"):
        work = tmp_path / "work"
        work.mkdir(exist_ok=True)
        binder = Binder(work, font_folder)
        output, first, gathered, entries = tmp_path / name, 1, [], []
        for title, content in leaves:
            leaf = Leaf(title=title, content=content, is_pdf=content[:4] == b"%PDF", digest="0" * 64,
                        facts=(("名称", title),))  # fmt: skip
            gathered.append(binder.add(leaf, head=HEAD, day=ON))
            entries.append((title, first))
            first += gathered[-1].pages
        own = OwnPaper(title="封面", pdf=paper)
        try:
            made = binder.finish(output, front=(own,), last=own, back=own, facts=FACTS, step=step,
                                 outline=(Outline(title="证据材料", entries=tuple(entries)),))  # fmt: skip
        finally:
            binder.close()
        return gathered, made, output

    return make


def texts(path):
    return [squash(page) for page in read_both(path.read_bytes()).pypdf]


def test_stored_pages_keep_their_words_and_bear_numbers_without_a_gap(bound, paper):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    gathered, made, path = bound(("协议书", paper), ("照片", a_picture()))
    assert [leaf.pages for leaf in gathered] == [own, 1]
    pages = texts(path)
    assert made.pages == len(pages) == 4 * own + 1
    assert not any("卷内第" in page for page in pages[:own]), "the cover bears no number"
    body = pages[own : 3 * own + 1]
    for number, page in enumerate(body, start=1):
        assert page.count(f"卷内第{number}页") == 1
    for page, before in zip(body, texts_of(paper), strict=False):
        assert page.replace(f"卷内第{body.index(page) + 1}页", "") == before
    assert not any("卷内第" in page for page in pages[3 * own + 1 :]), "neither does the back cover"


def texts_of(pdf):
    return [squash(page) for page in read_both(pdf).pypdf]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_number_stands_top_right_however_the_page_is_turned(bound, paper, turn):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    _gathered, _made, path = bound(("转页", turned(paper, turn)))
    with_stamp = pypdfium2.PdfDocument(path)[own]
    width, _height = with_stamp.get_size()
    without = pypdfium2.PdfDocument(turned(paper, turn))[0]
    marked, plain = (page.render(scale=1).to_pil().convert("L") for page in (with_stamp, without))
    changed = ImageChops.difference(marked, plain).point(lambda value: 255 if value > 40 else 0).getbbox()
    assert changed is not None
    left, _top, _right, bottom = changed
    assert left > width * 0.8
    assert bottom < 13 * 72 / 25.4, "above the running head, far from the foot"


def test_bookmarks_page_labels_and_facts_name_no_party(bound, paper):
    _gathered, made, path = bound(("协议书", paper), ("照片", a_picture()))
    reader = pypdf.PdfReader(path)
    first, group, *ends = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [first.title, group.title, *(end.title for end in ends)] == ["封面", "证据材料", "封面", "封面"]
    [children] = [entry for entry in reader.outline if isinstance(entry, list)]
    assert [child.title for child in children] == ["协议书", "照片"]
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    assert reader.get_destination_page_number(children[1]) == 2 * own
    assert reader.page_labels[own : own + 2] == ["1", "2"]
    assert reader.metadata.title == "调解卷宗"
    assert UNVALIDATED in reader.metadata.subject
    assert made.is_validated is None
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.Lang == "zh-CN"
        [intent] = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp", "a colour profile"
        assert "pdfaid:part" not in pdf.open_metadata(), "nothing is claimed that nobody validated"


@pytest.mark.parametrize(("answer", "claimed"), [("PASS", True), ("FAIL", False)])
@pytest.mark.skipif(os.name == "nt", reason="the stand-in for the validator is a shell script")
def test_the_claim_stays_only_where_a_validator_lets_it_pass(bound, monkeypatch, tmp_path, answer, claimed):
    judge = tmp_path / VALIDATOR
    judge.write_text(f"#!/bin/sh\necho {answer} $5\n", encoding="ascii")
    judge.chmod(judge.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    _gathered, made, path = bound(("照片", a_picture()))
    assert made.is_validated is claimed
    with pikepdf.open(path) as pdf:
        assert ("pdfaid:part" in pdf.open_metadata()) is claimed
        assert (UNVALIDATED in str(pdf.docinfo["/Subject"])) is not claimed


def test_the_same_leaves_give_the_same_bytes(bound, paper):
    first, second = (bound(("协议书", paper), ("照片", a_picture()), name=f"{n}.pdf")[2] for n in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("content", "pages", "lies"),
    [
        (a_picture(kind="JPEG"), 1, False),
        (a_picture((800, 600), "JPEG"), 1, True),
        (a_picture(kind="PNG", mode="RGBA"), 1, False),
        (a_picture(kind="PNG", mode="1"), 1, False),
        (a_picture(kind="PNG", mode="I;16"), 1, False),
        (a_picture(kind="JPEG", mode="CMYK"), 1, False),
        (a_picture(kind="GIF", mode="P"), 1, False),
        (a_picture(kind="WEBP"), 1, False),
        (many_pages(3), 3, False),
        (HEIC, 1, True),
    ],
    ids=["jpeg", "lying", "png", "bilevel", "deep", "cmyk", "gif", "webp", "tiff", "heic"],
)
def test_pictures_of_all_sorts_become_pages(bound, paper, content, pages, lies):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    [gathered], _made, path = bound(("扫描件", content))
    assert (gathered.pages, gathered.trouble) == (pages, "")
    width, height = pypdfium2.PdfDocument(path)[own].get_size()
    assert (width > height) is lies
    assert sorted((round(width), round(height))) == [595, 842]


def test_a_huge_scan_is_reduced_and_an_ordinary_one_goes_in_byte_for_byte():
    ordinary, huge = a_picture((1654, 2339), "JPEG"), a_picture((LONGEST + 400, 1000), "JPEG")
    [kept], [reduced] = list(pictures_of(ordinary)), list(pictures_of(huge))
    assert kept.data == without_notes(ordinary)
    assert kept.size == (1654, 2339)
    assert max(reduced.size) <= REDUCED
    with pytest.raises(Unbindable, match="过大"):
        list(pictures_of(_bare_picture(20000, 20000)))


def _bare_picture(width, height):
    """Make a PNG that says it is of a size nobody could hold in memory."""
    small = a_picture((1, 1))
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + small[24:29]
    return small[:12] + head + crc32(head).to_bytes(4, "big") + small[33:]


def test_a_picture_taken_sideways_stands_upright_and_tells_nobody_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "某某手机"
    [turned_up] = list(pictures_of(a_picture((300, 200), "JPEG", exif=exif)))
    assert turned_up.size == (200, 300)
    plain = Image.Exif()
    plain[0x010F] = "某某手机".encode().hex()
    content = a_picture((300, 200), "JPEG", exif=plain, comment="王秀兰家")
    [kept] = list(pictures_of(content))
    assert b"Exif" in content
    assert b"Exif" not in kept.data
    assert "王秀兰家".encode() not in kept.data
    with Image.open(BytesIO(kept.data)) as again:
        assert again.getpixel((10, 10))[0] > 200


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("录像.mp4", b"\x00\x00\x00\x18ftypmp42", "不是图片"),
        ("坏图.jpg", a_picture(kind="JPEG")[:-900], "损坏"),
        ("坏文件.pdf", b"%PDF-1.4 nothing", "损坏"),
        ("密码.pdf", None, "密码"),
    ],
)
def test_what_cannot_be_a_page_has_a_sheet_that_says_why(bound, paper, name, content, why):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    [gathered], _made, path = bound((name, content or locked(paper)))
    assert gathered.pages == 1
    assert why in gathered.trouble
    sheet = texts(path)[own]
    assert "附件说明页" in sheet
    assert squash(name) in sheet
    assert why in sheet
    assert "卷内第1页" in sheet


def test_a_name_with_a_sign_no_face_has_is_marked_not_refused(bound, paper):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    _gathered, _made, path = bound(("笑脸\U0001f600.mp4", b"x"))
    assert "笑脸〓.mp4" in texts(path)[own]


def test_what_was_filled_into_a_form_becomes_part_of_the_page_and_a_loose_font_is_told(bound, paper):
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    [gathered], _made, path = bound(("表.pdf", _filled_form()))
    assert gathered.has_loose_fonts
    with pikepdf.open(path) as pdf:
        assert "/Annots" not in pdf.pages[own]
        assert "/AcroForm" not in pdf.Root
    assert "1280" in pypdfium2.PdfDocument(path)[own].get_textpage().get_text_bounded()


def _filled_form():
    """Make a page with one field somebody typed a sum into, set in a font that is not in the file."""
    name = pikepdf.Name
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica)
        )
        look = pikepdf.Stream(pdf, b"BT /F0 12 Tf 2 4 Td (1280) Tj ET")
        look.Type, look.Subtype = name.XObject, name.Form
        look.BBox, look.Resources = [0, 0, 90, 20], pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font))
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=name.Annot, Subtype=name.Widget, FT=name.Tx, T="sum", V="1280", F=4,
                Rect=[100, 700, 190, 720], DA="/F0 12 Tf 0 g", AP=pikepdf.Dictionary(N=look),
            )
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([field])
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font))
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=[field], DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font)), DA="/F0 12 Tf 0 g"
        )
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_stop_in_the_middle_leaves_what_was_there(bound, tmp_path):
    (tmp_path / "卷宗.pdf").write_bytes(b"before")

    def stop():
        raise RuleRefusal("case_file.cancelled")

    with pytest.raises(RuleRefusal, match="cancelled"):
        bound(("照片", a_picture()), step=stop)
    assert (tmp_path / "卷宗.pdf").read_bytes() == b"before"
    assert list(tmp_path.glob(".*unfinished")) == []


def test_many_leaves_are_written_down_some_at_a_time(bound, tmp_path, paper):
    gathered, made, path = bound(*((f"照片{n}", a_picture((60, 80), "JPEG")) for n in range(60)))
    assert len(list((tmp_path / "work").glob("0*.pdf"))) >= 2
    assert len(gathered) == 60
    own = len(pypdf.PdfReader(BytesIO(paper)).pages)
    assert made.pages == 60 + 3 * own
    assert "卷内第60页" in texts(path)[own + 59]
