"""The table "Words of this house" in README, and the words the code uses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.support.sources import python_files, text_of, tree_of

HEADING = "Words of this house"
_ROW = re.compile(r"^\|(?P<cells>.+)\|\s*$")
_IDENTIFIER = re.compile(r"`(\w+)`")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """One row: identifier, Chinese term, meaning, and the identifiers that must not stand for it."""

    identifier: str
    term: str
    meaning: str
    not_called: tuple[str, ...]


def read_glossary(readme: str) -> list[Word]:
    """Read every row of the tables below the heading, up to the next heading of its rank."""
    after = readme.partition(HEADING + "\n")[2]
    section = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    words = []
    for line in section.splitlines():
        row = _ROW.match(line)
        cells = [cell.strip() for cell in row["cells"].split("|")] if row else []
        named = _IDENTIFIER.fullmatch(cells[0]) if len(cells) == len(Word.__slots__) else None
        if named:
            words.append(Word(named[1], cells[1], cells[2], tuple(_IDENTIFIER.findall(cells[3]))))
    return words


def glossary() -> list[Word]:
    """The words of the README in the tree."""
    return read_glossary(text_of("README.md"))


def public_classes(floor: str) -> Iterator[tuple[str, str, str]]:
    """Every public class below a folder: its file, its name, the first line of its docstring."""
    for name in python_files(floor):
        for node in tree_of(name).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                told = ast.get_docstring(node) or ""
                yield name, node.name, told.partition("\n")[0]


@cache
def parts(identifier: str) -> tuple[str, ...]:
    """Take an identifier apart: ``CaseFile``, ``case_file`` and ``CASE_FILE`` alike give case, file."""
    return tuple(part.lower() for part in _PART.findall(identifier))


def identifiers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name the code itself gives to something: classes, functions, arguments, variables, fields."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def holds(identifier: str, forbidden: str) -> bool:
    """Tell whether the forbidden word's parts stand side by side in the identifier."""
    inside, sought = parts(identifier), parts(forbidden)
    return any(inside[at : at + len(sought)] == sought for at in range(len(inside) - len(sought) + 1))
