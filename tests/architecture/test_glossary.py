"""One word for one thing: README says it, and the code keeps to it."""

import ast
import re

import pytest

from tests.support.glossary import glossary, holds, identifiers, parts, public_classes, read_glossary
from tests.support.sources import python_files, tree_of


def test_every_public_class_of_the_domain_is_a_word_of_the_house():
    known = {word.identifier for word in glossary()}
    absent = [
        f"| `{name}` | 中文 | {told} | |"
        for _, name, told in public_classes("app/domain")
        if name not in known
    ]
    assert absent == [], "add to README:\n" + "\n".join(absent)


def test_no_word_stands_twice_or_means_nothing():
    words = glossary()
    assert len({word.identifier for word in words}) == len(words)
    assert [w.identifier for w in words if not re.search(r"[\u3400-\u9fff]", w.term) or not w.meaning] == []


def test_no_word_outlives_its_thing():
    classes = {name for _, name, _ in public_classes("app")}
    assert [word.identifier for word in glossary() if word.identifier not in classes] == []


def test_no_forbidden_synonym_names_anything():
    forbidden = [(wrong, word.identifier) for word in glossary() for wrong in word.not_called]
    assert forbidden, "README forbids no synonym at all"
    found = [
        f"{name}:{line}: {given} (say {right}, not {wrong})"
        for name in (*python_files("app"), "main.py")
        for line, given in identifiers(tree_of(name))
        for wrong, right in forbidden
        if holds(given, wrong)
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    ("given", "wrong", "found"),
    [
        ("MatterList", "matter", True),
        ("open_matter_count", "matter", True),
        ("matters", "matter", False),
        ("what_matters", "matter", False),
        ("caseFile", "case_file", True),
        ("file_case", "case_file", False),
        ("formatter", "matter", False),
    ],
)
def test_a_synonym_is_found_as_a_word_not_as_letters(given, wrong, found):
    assert holds(given, wrong) is found


def test_an_identifier_is_taken_apart_however_it_is_written():
    assert parts("HTTPPage2") == ("http", "page", "2")
    assert parts("_case_file") == parts("CaseFile") == parts("CASE_FILE")


def test_names_given_are_found_and_names_used_are_not():
    tree = ast.parse("def f(one):\n  two = three\n  self.four = five()\nclass Six: seven: int")
    assert {name for _, name in identifiers(tree)} == {"f", "one", "two", "four", "Six", "seven"}


def test_the_table_is_read_up_to_the_next_heading():
    text = (
        "## Words of this house\n| Word | 中文 | Meaning | Not called |\n|---|---|---|---|\n"
        "| `Case` | 案件 | One dispute. | `matter`, `file` |\n\n## Next\n| `No` | 不 | x | |\n"
    )
    (word,) = read_glossary(text)
    assert (word.identifier, word.term, word.not_called) == ("Case", "案件", ("matter", "file"))
