"""The command line is read the same wherever its options stand."""

from pathlib import Path

import pytest

from app.cli.arguments import draws_the_demo, parser
from app.domain.filing.kinds import DocumentKind

VERBS = {
    "window": [],
    "demo": ["demo"],
    "check": ["check"],
    "show": ["show", "2026-0001", "--json"],
    "search": ["search", "张"],
    "init": ["init", "centre.json"],
    "register": ["register", "card.json"],
    "render": ["render", "1", "agreement", "-o", "a.pdf"],
    "seal": ["seal", "1", "agreement", "--certificate", "seal.p12", "-o", "a.pdf"],
    "screenshots": ["screenshots", "pictures"],
}


@pytest.mark.parametrize("words", VERBS.values(), ids=VERBS)
def test_data_and_database_stand_before_or_after_the_verb(words):
    where = ["--data", "folder", "--database", "postgresql://x/y"]
    for line in ([*where, *words], [*words, *where]):
        asked = parser().parse_args(line)
        assert (asked.data, asked.database) == (Path("folder"), "postgresql://x/y")


def test_nothing_said_means_the_window_on_the_own_folder():
    asked = parser().parse_args([])
    assert (asked.verb, asked.data, asked.database) == ("", None, None)


def test_every_kind_of_document_can_be_asked_for():
    for kind in DocumentKind:
        assert parser().parse_args(["render", "1", kind.value, "-o", "a.pdf"]).kind == kind.value


def test_a_gallery_is_of_the_demo_unless_data_is_named():
    asked = parser().parse_args(["render", "--all-kinds", "pictures"])
    assert asked.all_kinds == Path("pictures")
    assert draws_the_demo(asked)
    assert not draws_the_demo(parser().parse_args(["render", "--all-kinds", "pictures", "--data", "d"]))
    assert not draws_the_demo(parser().parse_args(["render", "1", "agreement", "-o", "a.pdf"]))


def test_pictures_have_the_size_that_was_asked():
    asked = parser().parse_args(["screenshots", "pictures", "--size", "1366x768"])
    assert asked.size == (1366, 768)
    assert parser().parse_args(["screenshots", "pictures"]).size == (1440, 900)


@pytest.mark.parametrize("size", ["1366", "1279x720", "1280x719", "0x0", "wide"])
def test_a_size_the_window_cannot_have_is_refused(size, capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["screenshots", "pictures", "--size", size])
    assert left.value.code == 2
    assert "--size" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        ["close"],
        ["show"],
        ["render", "1", "novel", "-o", "a.pdf"],
        ["--data"],
        ["render", "1", "agreement"],
        ["render", "-o", "a.pdf"],
        ["render", "1", "agreement", "-o", "a.pdf", "--all-kinds", "d"],
    ],
)
def test_a_line_that_means_nothing_ends_with_code_2(line, capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(line)
    assert left.value.code == 2
    assert "main.py" in capsys.readouterr().err
