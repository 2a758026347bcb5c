from pathlib import Path

import pytest

from app.i18n import SOURCE_LOCALE, Translator, available_locales, load_translator

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "登记"
msgstr "Register"

msgctxt "权限"
msgid "登记"
msgstr "May register"

msgid "还差 {n} 项"
msgstr "{n} missing"

msgid "还差 {n} 件"
msgid_plural "还差 {n} 件"
msgstr[0] "{n} case missing"
msgstr[1] "{n} cases missing"

msgid "合计 {sum}"
msgstr "Total {total}"

#, fuzzy
msgid "回访"
msgstr "Guess"
"""


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "maplebridge.po").write_text(PO, encoding="utf-8")
    return tmp_path


def test_source_language_needs_no_catalogue(tmp_path):
    chinese = load_translator(tmp_path)
    assert chinese.locale == SOURCE_LOCALE
    assert chinese.text("还差 {n} 项", n=3) == "还差 3 项"
    assert chinese.plural("还差 {n} 件", "还差 {n} 件", 2) == "还差 2 件"


def test_catalogue_translates_text_context_and_plural(locales):
    english = load_translator(locales, "en")
    assert english.text("登记") == "Register"
    assert english.context("权限", "登记") == "May register"
    assert english.text("还差 {n} 项", n=3) == "3 missing"
    assert english.plural("还差 {n} 件", "还差 {n} 件", 1) == "1 case missing"
    assert english.plural("还差 {n} 件", "还差 {n} 件", 5) == "5 cases missing"


def test_unknown_message_is_said_in_the_source_language(locales):
    assert load_translator(locales, "en").text("不在册 {n}", n=1) == "不在册 1"


def test_translation_that_drops_a_figure_gives_way_to_the_source(locales):
    assert load_translator(locales, "en").text("合计 {sum}", sum="12,800.00") == "合计 12,800.00"


def test_guesses_are_not_used(locales):
    assert load_translator(locales, "en").text("回访") == "回访"


def test_locale_without_catalogue_speaks_chinese(locales):
    assert load_translator(locales, "fr").locale == SOURCE_LOCALE


def test_available_locales_begin_with_the_source(locales):
    assert available_locales(locales) == (SOURCE_LOCALE, "en")


def test_braces_in_text_without_facts_stay():
    assert Translator().text("{原样}") == "{原样}"


def test_shipped_english_has_the_placeholders_of_its_source():
    from string import Formatter

    from babel.messages.pofile import read_po

    path = Path(__file__).parents[3] / "resources/locales/en/LC_MESSAGES/maplebridge.po"
    with path.open("rb") as source:
        messages = [message for message in read_po(source, locale="en") if message.id and message.string]
    assert messages

    def places(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for message in messages:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert places(string) == places(ids[-1]), message.id
