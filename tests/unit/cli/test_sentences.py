"""Whatever the program refuses, it says in a sentence, with all that the sentence needs."""

import ast
import string

import pytest

from app.presenters.sentence_table import SENTENCES
from tests.support.sources import python_files, tree_of

REFUSALS = {"DomainError", "InvalidInput", "RuleRefusal", "NotFound", "StorageRefusal"}
NOT_FACTS = {"field"}


def refusals():
    for name in python_files("app"):
        for node in ast.walk(tree_of(name)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in REFUSALS
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                facts = {word.arg for word in node.keywords} - NOT_FACTS
                yield f"{name}:{node.lineno}", node.args[0].value, facts


def places_of(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def known(facts):
    """Money is told in fen and said in yuan; a fact passed on whole (``**facts``) may hold anything."""
    return facts | {name.removesuffix("_fen") for name in facts if name}


def test_every_code_that_is_raised_has_a_sentence_that_can_be_filled():
    found = list(refusals())
    assert len(found) > 100
    unsaid = [(place, code) for place, code, _ in found if code not in SENTENCES]
    assert unsaid == []
    unfilled = [
        (place, code)
        for place, code, facts in found
        if None not in facts and not places_of(SENTENCES[code]) <= known(facts)
    ]
    assert unfilled == []


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_say_what_to_do_and_never_shout(code):
    sentence = SENTENCES[code]
    assert sentence.strip() == sentence != ""
    assert not set(sentence) & set("！!")
