"""Nothing kept names the machine it was made on or a registry, and no font or program is kept."""

import re
from pathlib import PurePosixPath

import pytest

from tests.support.sources import TREE, tracked_files

# Taken apart, so that this file does not hold what it looks for.
MACHINE = re.compile(
    r"(?<![\w.])/(?:" + "|".join(("w" + "ork", "t" + "mp", "r" + "oot", "o" + "pt", "ho" + "me/\\w")) + r")/"
)
REGISTRY = re.compile(
    "|".join(
        ("py" + r"pi\.org", "python" + r"hosted\.org", "registry" + r"\.npmjs", "deb" + r"\.debian\.org")
    )
)
OUTSIDE = re.compile(r"\.\./" + "shared")
BINARIES = {
    ".db", ".dll", ".exe", ".otf", ".pyc", ".so", ".sqlite", ".sqlite3",
    ".ttc", ".ttf", ".whl", ".woff", ".woff2",
}  # fmt: skip
PICTURES = {".png", ".jpg", ".jpeg", ".pdf", ".ico", ".gz"}


def texts():
    for name in tracked_files():
        if PurePosixPath(name).suffix.lower() not in PICTURES | BINARIES:
            yield name, (TREE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("forbidden", [MACHINE, REGISTRY, OUTSIDE], ids=["machine", "registry", "outside"])
def test_no_file_names_a_place_outside(forbidden):
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if forbidden.search(line)
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    ("forbidden", "line"),
    [
        (MACHINE, "open('" + "/w" + "ork/main/x')"),
        (MACHINE, "cache in " + "/t" + "mp/x"),
        (REGISTRY, "https://files.python" + "hosted.org/x"),
        (OUTSIDE, "see .." + "/shared/x"),
    ],
)
def test_a_place_outside_is_recognised(forbidden, line):
    assert forbidden.search(line)


@pytest.mark.parametrize("line", ["docs/work/rooms", "app/tmp/", "the work/life line", "shared/x"])
def test_a_folder_of_the_tree_is_not(line):
    assert not MACHINE.search(line)
    assert not OUTSIDE.search(line)


def test_no_font_database_or_program_is_kept():
    assert [name for name in tracked_files() if PurePosixPath(name).suffix.lower() in BINARIES] == []
