"""No word that people read stands in a widget without passing through the translator."""

import ast
import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[3] / "app" / "ui"
HAN = re.compile(r"[\u3400-\u9fff]")
SPOKEN = {"text", "plural", "context", "words", "tr"}
FILES = sorted(path for folder in ("style", "widgets", "shell") for path in (UI / folder).rglob("*.py"))


def raw_words(source):
    tree = ast.parse(source)
    allowed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SPOKEN:
                allowed |= {id(arg) for arg in node.args}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            allowed.add(id(node.value))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HAN.search(node.value)
        and id(node) not in allowed
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_passes_through_the_translator(path):
    assert raw_words(path.read_text(encoding="utf-8")) == []


def test_the_rule_sees_a_raw_word():
    assert raw_words("label.setText('登记')") == ["登记"]
    assert raw_words("label.setText(translator.text('登记'))") == []


def test_every_word_of_the_kit_is_in_the_english_catalogue():
    from app.i18n import load_translator

    english = load_translator(UI.parents[1] / "resources" / "locales", "en")
    missing = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                word = node.args[0].value
                if isinstance(word, str) and HAN.search(word) and HAN.search(english.text(word)):
                    missing.append(word)
    assert missing == []
