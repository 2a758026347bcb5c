"""Files, classes, functions and packages stay small enough to be read at one sitting."""

import ast
from pathlib import PurePosixPath

import pytest

from tests.support.sources import python_files, text_of, tree_of

FILE, CLASS, FUNCTION, PACKAGE = 300, 200, 50, 15
START, WIRING = 60, 150

# Each allowance names what is long and why it may be; the lists may only shrink.
LONG_FILES: dict[str, str] = {}
LONG_CLASSES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
FULL_PACKAGES: dict[str, str] = {}

OURS = (*python_files("app", "resources"), "main.py", "hatch_build.py")


def lines_of(name):
    return len(text_of(name).splitlines())


def spans(kinds):
    for name in OURS:
        if name not in python_files():
            continue
        for node in ast.walk(tree_of(name)):
            if isinstance(node, kinds):
                yield f"{name}::{node.name}", node.end_lineno - node.lineno + 1


def longer(sizes, limit):
    return {name: size for name, size in sizes if size > limit}


def files():
    return [(name, lines_of(name)) for name in OURS if name in python_files()]


def packages():
    counted = {}
    for name in python_files("app"):
        if not name.endswith("/__init__.py"):
            folder = str(PurePosixPath(name).parent)
            counted[folder] = counted.get(folder, 0) + 1
    return list(counted.items())


SIZES = [
    ("files", files, FILE, LONG_FILES),
    ("classes", lambda: spans(ast.ClassDef), CLASS, LONG_CLASSES),
    ("functions", lambda: spans((ast.FunctionDef, ast.AsyncFunctionDef)), FUNCTION, LONG_FUNCTIONS),
    ("packages", packages, PACKAGE, FULL_PACKAGES),
]


@pytest.mark.parametrize(("what", "sizes", "limit", "allowed"), SIZES, ids=[row[0] for row in SIZES])
def test_nothing_outgrows_its_limit(what, sizes, limit, allowed):
    too_long = longer(sizes(), limit)
    assert {name: size for name, size in too_long.items() if name not in allowed} == {}, (
        f"{what} over {limit}: split by meaning"
    )
    assert [name for name in allowed if name not in too_long] == [], (
        "an allowance that is not needed any more"
    )


@pytest.mark.parametrize(
    ("name", "limit"),
    [("main.py", START), ("app/bootstrap/start.py", WIRING), ("app/bootstrap/wiring.py", WIRING)],
)
def test_the_start_stays_short(name, limit):
    assert lines_of(name) <= limit


def test_every_module_is_named_for_a_thing():
    nameless = {"utils", "util", "common", "helpers", "helper", "core", "manager", "managers", "base", "misc"}
    found = [n for n in python_files("app") if nameless & {part.removesuffix(".py") for part in n.split("/")}]
    assert found == []
