"""The project's own files and their syntax trees, for the tests that hold the house together."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent.parent
"""The root of the source tree."""


@cache
def tracked_files() -> tuple[str, ...]:
    """Every file git keeps or would keep (new, not ignored), by its path below the root, with slashes."""
    listed = subprocess.run(
        ["git", "-C", str(TREE), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return tuple(sorted(name for name in names if name and (TREE / name).is_file()))


def python_files(*floors: str) -> tuple[str, ...]:
    """Every Python file of the project, or only those below the folders named."""
    names = (name for name in tracked_files() if name.endswith(".py"))
    return tuple(n for n in names if not floors or n.startswith(tuple(f"{floor}/" for floor in floors)))


def text_of(name: str) -> str:
    """The text of one file."""
    return (TREE / name).read_text(encoding="utf-8")


@cache
def tree_of(name: str) -> ast.Module:
    """The syntax tree of one Python file."""
    return ast.parse(text_of(name), filename=name)


def dotted(node: ast.AST) -> str:
    """Write a name or attribute chain as it stands in the source: ``self._session.execute``; else empty."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call below a node."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
