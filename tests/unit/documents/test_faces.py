"""Reading and cutting faces, against fontTools as the oracle."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from app.documents.faces.subsetting import subset
from app.documents.faces.tick_boxes import CROSSED, DASH, TICKED, UNTICKED, choice, tick, tick_box_face
from app.documents.faces.to_unicode import to_unicode_map
from app.documents.faces.truetype import NotTrueType, TrueTypeFace


@pytest.mark.parametrize("name", ["NotoSerifSC-Regular", "NotoSansSC-Regular", "NotoNaskhArabic-Regular"])
def test_glyphs_and_widths_are_those_of_the_file(font_folder, name):
    path = font_folder / f"{name}.ttf"
    face, oracle = TrueTypeFace.open(path), TTFont(BytesIO(path.read_bytes()), lazy=True)
    known = oracle.getBestCmap()
    assert face.name == name
    for code_point in [
        *range(0x20, 0x3000, 7),
        *range(0x4E00, 0x9FFF, 97),
        *range(0x20000, 0x2CFFF, 211),
        0x10FFFF,
    ]:
        glyph = known.get(code_point)
        assert face.glyph(code_point) == (oracle.getGlyphID(glyph) if glyph else 0)
        if glyph:
            wide = oracle["hmtx"][glyph][0] * 1000 / oracle["head"].unitsPerEm
            assert face.advance(face.glyph(code_point)) == round(wide)


@pytest.mark.parametrize(
    ("name", "text"), [("NotoSerifSC-Regular", "人㛃𬱖a,人"), ("NotoNaskhArabic-Regular", "ئۆڭﻻﭖ")]
)
def test_a_subset_draws_the_same_outlines(font_folder, name, text):
    path = font_folder / f"{name}.ttf"
    face, whole = TrueTypeFace.open(path), TTFont(BytesIO(path.read_bytes()), lazy=True)
    glyphs = [face.glyph(ord(character)) for character in text]
    cut = TTFont(BytesIO(subset(face, glyphs)))
    order, names = cut.getGlyphOrder(), whole.getGlyphOrder()
    for place, glyph in enumerate(glyphs, start=1):
        assert outline(cut, order[place]) == outline(whole, names[glyph])
        assert cut["hmtx"][order[place]] == whole["hmtx"][names[glyph]]


def outline(font: TTFont, glyph: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value


def test_a_sign_without_shape_is_empty_in_a_subset(font_folder):
    face = TrueTypeFace.open(font_folder / "NotoNaskhArabic-Regular.ttf")
    cut = TTFont(BytesIO(subset(face, [face.empty_glyph])))
    assert cut["hmtx"][cut.getGlyphOrder()[1]] == (0, 0)
    assert cut["glyf"][cut.getGlyphOrder()[1]].numberOfContours == 0


def test_the_face_of_tick_boxes_is_a_font():
    face, oracle = TrueTypeFace(tick_box_face()), TTFont(BytesIO(tick_box_face()))
    assert sorted(map(chr, oracle.getBestCmap())) == sorted(UNTICKED + TICKED + CROSSED + DASH)
    for sign in UNTICKED + TICKED + CROSSED + DASH:
        assert face.advance(face.glyph(ord(sign))) == 1000
    contours = [oracle["glyf"][name].numberOfContours for name in oracle.getGlyphOrder()]
    assert contours == [0, 2, 3, 4, 1]


def test_boxes_stand_before_their_words():
    assert tick("同意", is_ticked=True) == "☑同意"
    assert choice(["成功", "不成", "待续"], ["不成"]) == "☐成功\u3000☑不成\u3000☐待续"


def test_the_map_to_unicode_is_utf_16():
    text = to_unicode_map(["人", "𬱖", "لا"]).decode("ascii")
    assert "<0001> <4EBA>" in text
    assert "<0002> <D873DC56>" in text
    assert "<0003> <06440627>" in text
    assert to_unicode_map(["人"] * 250).count(b"beginbfchar") == 3


def test_outlines_of_another_kind_are_refused():
    with pytest.raises(NotTrueType):
        TrueTypeFace(b"OTTO" + bytes(100))
