"""What cannot be printed is refused by name, before and, as a last guard, while drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.coverage import Missing, check_printable, missing_characters
from app.documents.fonts import FontLibrary, FontRole
from app.documents.pages.paragraphs import Paragraph
from app.domain.errors import InvalidInput, StorageRefusal


def test_missing_characters_are_listed_once_and_in_order(fonts):
    assert missing_characters("张😀三\x07😀㛃", fonts) == [Missing("😀", 0x1F600), Missing("\x07", 7)]
    assert missing_characters("𬱖䶮㛃𠅤㙓𬍛𬭚𫖯𬘡𡐓䢺㑇㭎㎡☑☐☒—ئۇيغۇر\n\t", fonts) == []


@pytest.mark.parametrize("character", ["\u0378", "\ue000", "\U000e0001"[:0] + "\ud800", "\x00", "\U0010fffd"])
def test_what_has_no_shape_in_any_face_is_missing(fonts, character):
    assert [found.character for found in missing_characters(character, fonts)] == [character]


def test_joiners_and_selectors_print_nothing_but_are_no_loss(fonts):
    assert missing_characters("葛\U000e0100\u200d\u200b\ufe00\u200e\u2067", fonts) == []


def test_the_refusal_names_field_and_character(fonts):
    with pytest.raises(InvalidInput) as refusal:
        check_printable([("applicants.0.name", "张三"), ("facts", "他😀了👍")], fonts)
    assert refusal.value.code == "document.unprintable_character"
    assert refusal.value.field == "facts"
    assert dict(refusal.value.facts) == {"character": "😀", "codepoint": "U+1F600", "others": 1}


def test_drawing_refuses_as_well(drawn):
    with pytest.raises(InvalidInput) as refusal:
        drawn(Paragraph("他😀了"))
    assert refusal.value.facts["codepoint"] == "U+1F600"


def test_every_role_prints_the_same_characters(fonts):
    for character in "人㛃𬱖☑a—ئ·":
        assert all(fonts.chain(role).find(character) for role in FontRole)


def test_a_folder_without_fonts_is_named(tmp_path):
    with pytest.raises(StorageRefusal) as refusal:
        FontLibrary.load(tmp_path, system_folders=())
    assert refusal.value.code == "fonts.missing"
    assert refusal.value.facts["folder"] == str(tmp_path)


def test_a_damaged_font_is_refused(tmp_path, font_folder):
    for path in font_folder.glob("*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes()[:2000])
    with pytest.raises(StorageRefusal) as refusal:
        FontLibrary.load(tmp_path, system_folders=())
    assert refusal.value.code == "fonts.damaged"


def test_fonts_are_read_once(font_folder):
    assert FontLibrary.load(font_folder, system_folders=()) is FontLibrary.load(
        font_folder, system_folders=()
    )


def test_a_fangsong_of_the_system_is_preferred_in_the_body(tmp_path, font_folder):
    (tmp_path / "simfang.ttf").write_bytes((font_folder / "NotoSansSC-Regular.ttf").read_bytes())
    library = FontLibrary.load(font_folder, system_folders=(tmp_path,))
    assert library.faces[library.chain(FontRole.BODY)["人"].face].name == "NotoSansSC-Regular"
    assert library.faces[library.chain(FontRole.TITLE)["人"].face].name == "NotoSerifSC-Regular"


def test_a_fangsong_that_cannot_be_read_is_passed_over(tmp_path: Path, font_folder):
    (tmp_path / "simfang.ttf").write_bytes(b"OTTO" + bytes(200))
    library = FontLibrary.load(font_folder, system_folders=(tmp_path,))
    assert library.chain(FontRole.BODY)["人"].face == 0
