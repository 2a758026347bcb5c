"""Data files are found from any working folder, and the fonts hold every character of their sources."""

import importlib.util
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from app.archive import fonts
from app.archive.resources import fonts_folder, resource_path, resources_folder
from app.domain.errors import StorageRefusal

SOURCES = {
    fonts.SERIF: ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
    fonts.SANS: ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    fonts.ARABIC: ("pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf"),
}
UYGHUR = "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"


@pytest.fixture(scope="module")
def maker():
    """The font maker, loaded as the stand-alone file it is."""
    found = importlib.util.spec_from_file_location("make_fonts", resource_path("make_fonts.py"))
    module = importlib.util.module_from_spec(found)
    sys.modules["make_fonts"] = module
    found.loader.exec_module(module)
    yield module
    del sys.modules["make_fonts"]


def opened(path):
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def source_of(name):
    package, file = SOURCES[name]
    return opened(Path(importlib.util.find_spec(package).submodule_search_locations[0]) / file)


def made_of(name):
    return opened(fonts_folder() / name)


def bounds(font, character):
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.bounds


def test_a_data_file_is_found_from_anywhere(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert resource_path("make_fonts.py").is_file()
    assert fonts_folder().parent == resources_folder()


def test_a_data_file_that_is_not_there_is_named():
    with pytest.raises(StorageRefusal) as refusal:
        resource_path("no-such-file.json")
    assert refusal.value.code == "resource.missing"
    assert refusal.value.facts["name"] == "no-such-file.json"


def test_absent_fonts_are_named(tmp_path):
    (tmp_path / fonts.SANS).write_bytes(b"")
    assert fonts.absent_fonts(tmp_path) == (fonts.SERIF, fonts.ARABIC)


@pytest.mark.parametrize("name", fonts.FONT_FILES)
def test_the_fonts_are_made(name):
    assert name not in fonts.absent_fonts(), "run: python resources/make_fonts.py"


@pytest.mark.parametrize("name", fonts.FONT_FILES)
def test_a_made_font_is_plain_truetype_with_every_character_of_its_source(name):
    made, source = made_of(name), source_of(name)
    assert {"glyf", "loca"} <= set(made.keys())
    assert not {"CFF ", "CFF2", "fvar"} & set(made.keys())
    assert made.getBestCmap().keys() == source.getBestCmap().keys()
    assert made["maxp"].numGlyphs == source["maxp"].numGlyphs


def test_the_arabic_font_covers_uyghur():
    covered = made_of(fonts.ARABIC).getBestCmap()
    assert [letter for letter in UYGHUR if ord(letter) not in covered] == []


def test_the_arabic_font_is_the_regular_weight():
    assert made_of(fonts.ARABIC)["OS/2"].usWeightClass == 400


@pytest.mark.parametrize("name", [fonts.SERIF, fonts.SANS])
def test_a_converted_glyph_keeps_its_place_and_width(name):
    made, source = made_of(name), source_of(name)
    for character in "人民调解协议书，。（）〔〕０1Ａg㎡𬱖䶮㛃":
        # A quadratic curve may stray one unit, and rounding half another.
        assert bounds(made, character) == pytest.approx(bounds(source, character), abs=2), character
        widths = [font["hmtx"][font.getBestCmap()[ord(character)]][0] for font in (made, source)]
        assert widths[0] == widths[1], character


def test_a_second_making_takes_the_fonts_from_the_cache(maker, tmp_path, capsys):
    for font in maker.FONTS:
        maker.write(tmp_path / "cache" / font.key() / font.name, f"bytes of {font.name}".encode())
    said = maker.bring(tmp_path / "fonts", tmp_path / "cache")
    assert [line.split()[0] for line in said] == list(fonts.FONT_FILES)
    assert (tmp_path / "fonts" / fonts.SANS).read_bytes() == f"bytes of {fonts.SANS}".encode()
    assert maker.bring(tmp_path / "fonts", tmp_path / "nothing") == []
    assert capsys.readouterr().out == ""


def test_a_font_of_an_older_converter_is_replaced(maker, tmp_path):
    for font in maker.FONTS:
        maker.write(tmp_path / "cache" / font.key() / font.name, b"new")
        maker.write(tmp_path / "fonts" / font.name, b"old")
    stamp = {font.name: "of another converter" for font in maker.FONTS}
    maker.write(tmp_path / "fonts" / maker.STAMP, json.dumps(stamp).encode())
    maker.bring(tmp_path / "fonts", tmp_path / "cache")
    assert {(tmp_path / "fonts" / name).read_bytes() for name in fonts.FONT_FILES} == {b"new"}


def test_the_key_changes_with_the_converter(maker, monkeypatch):
    before = [font.key() for font in maker.FONTS]
    monkeypatch.setattr(maker, "CONVERTER", "another")
    assert not set(before) & {font.key() for font in maker.FONTS}


def test_a_missing_source_is_told_in_a_sentence(maker):
    with pytest.raises(SystemExit, match="no-such-package"):
        _ = maker.Font("x.ttf", "no_such_package", "x.otf").path


def test_a_font_is_converted_from_start_to_end(maker, tmp_path):
    """The Arabic-script font takes a second; the Chinese ones are proved by the files themselves."""
    arabic = maker.FONTS[2]
    (tmp_path / "made.ttf").write_bytes(maker.regular(str(arabic.path)))
    assert "fvar" not in opened(tmp_path / "made.ttf")


def test_some_glyphs_are_converted_as_in_a_worker(maker):
    serif = maker.FONTS[0]
    made = maker.outlines(str(serif.path), 0, 40)
    assert len(made) == 40
    assert all(len(glyph.data) % 4 == 0 for glyph in made)
    assert any(glyph.points > 10 for glyph in made)


def test_absent_fonts_are_made_by_the_first_start(monkeypatch, tmp_path):
    """The maker's words are handed on and a maker that fails stops the start with its last words."""
    script = tmp_path / "make_fonts.py"
    script.write_text("print('第一步')\nprint('磁盘已满')\nraise SystemExit(1)", encoding="utf-8")
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path)
    monkeypatch.setattr(fonts, "resource_path", lambda _name: script)
    said = []
    with pytest.raises(StorageRefusal) as refusal:
        fonts.make_absent_fonts(said.append)
    assert said == ["第一步", "磁盘已满"]
    assert refusal.value.facts["reason"] == "磁盘已满"


def test_the_maker_can_be_run_by_hand():
    script = resource_path("make_fonts.py")
    answer = subprocess.run([sys.executable, script, "--help"], capture_output=True, check=True)
    assert b"--cache" in answer.stdout
