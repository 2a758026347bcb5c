"""The rules of the house that no linter knows: each finds the places that break it in a syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from tests.support.sources import calls, dotted

Place = tuple[int, str]
"""A line, and what is wrong on it."""

SESSION_ACTS = {
    "add", "add_all", "begin", "begin_nested", "commit", "delete", "execute", "expunge", "flush", "get",
    "merge", "query", "refresh", "rollback", "scalar", "scalars",
}  # fmt: skip
NOW = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now",
    "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today", "time.time",
    "time.time_ns", "time.localtime", "time.gmtime",
}  # fmt: skip
MONEY_WORDS = {
    "amount", "amounts", "balance", "fee", "fees", "fen", "money", "paid", "payment", "price",
    "sum", "sums", "total", "totals", "yuan",
}  # fmt: skip
EVERYTHING = {"Exception", "BaseException"}
LEAVING = (ast.Continue, ast.Break)
SHOWN_BY = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
    "QDockWidget", "setText", "setPlainText", "setToolTip", "setStatusTip", "setWhatsThis",
    "setPlaceholderText", "setWindowTitle", "setTitle", "setInformativeText", "setDetailedText",
    "setAccessibleName", "setAccessibleDescription", "setLabelText", "setPrefix", "setSuffix",
    "setSpecialValueText", "setButtonText", "addAction", "addButton", "addItem", "addItems", "addMenu",
    "addRow", "addTab", "insertItem", "setItemText", "setTabText", "setTabToolTip", "setHeaderLabels",
    "showMessage", "drawText", "information", "warning", "critical", "question",
}  # fmt: skip
QT_WORDS = {"count", "data", "event", "flags", "index", "paint", "parent", "validate"}
"""Virtual functions of Qt that are one word, which no capital tells apart."""
MARKER = "msgid"
"""A function that marks a text in a table for the catalogue; it is translated where it is shown."""
TRANSLATES = frozenset({"text", "plural", "context"})
KEY_CAP = re.compile(r"\b(?:Ctrl|Alt|Shift|Esc|Enter|Tab|F\d+)\b(?:\+\w\b)?")
"""What stands on the keys reads the same in every language."""
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")


def _called(call: ast.Call) -> str:
    return dotted(call.func).rpartition(".")[2]


def _names(nodes: Iterable[ast.expr]) -> set[str]:
    return {dotted(node) for node in nodes}


def session_use(tree: ast.AST) -> Iterator[Place]:
    """SQL sessions are spoken to in persistence alone."""
    for call in calls(tree):
        *before, act = dotted(call.func).split(".")
        if act in SESSION_ACTS and before and re.fullmatch(r"_*(db_?)?session", before[-1]):
            yield call.lineno, f"{dotted(call.func)}() outside persistence"


def float_use(tree: ast.AST) -> Iterator[Place]:
    """Where sums are reckoned there is no binary fraction, neither type nor literal, but to refuse it."""
    refused = {kind for call in calls(tree) if _called(call) == "isinstance" for kind in call.args[1:]}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "float" and node not in refused:
            yield node.lineno, "float: money is Money (whole fen) or Decimal"
        elif isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno, f"{node.value!r}: write a Decimal or whole units"
        elif isinstance(node, ast.Call) and _called(node) in {"Float", "REAL", "Double"}:
            yield node.lineno, "a column of binary fractions"


def float_money(tree: ast.AST) -> Iterator[Place]:
    """Elsewhere (points and pixels are floats there) nothing named like money is typed float."""
    for node in ast.walk(tree):
        named, kind = "", None
        if isinstance(node, ast.arg):
            named, kind = node.arg, node.annotation
        elif isinstance(node, ast.AnnAssign):
            named, kind = dotted(node.target).rpartition(".")[2], node.annotation
        elif isinstance(node, ast.FunctionDef):
            named, kind = node.name, node.returns
        is_money = bool(MONEY_WORDS & set(named.lower().split("_")))
        if kind is not None and is_money and any(dotted(part) == "float" for part in ast.walk(kind)):
            yield kind.lineno, f"{named} is typed float"


def clock_use(tree: ast.AST) -> Iterator[Place]:
    """The present moment comes from the clock that bootstrap hands out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node) in NOW:
            yield node.lineno, f"{dotted(node)} outside the clock"


def silent_except(tree: ast.AST) -> Iterator[Place]:
    """No handler catches everything unnamed, and none swallows what it catches without a word."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno, "bare except"
            elif all(_does_nothing(step) for step in node.body):
                yield node.lineno, "an exception passes in silence (contextlib.suppress, with the reason)"
            elif dotted(node.type) in EVERYTHING and all(isinstance(step, LEAVING) for step in node.body):
                yield node.lineno, f"except {dotted(node.type)} hides every bug"
        elif isinstance(node, ast.Call) and _called(node) == "suppress" and EVERYTHING & _names(node.args):
            yield node.lineno, "suppress(Exception) hides every bug"


def _does_nothing(step: ast.stmt) -> bool:
    is_dots = isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant) and step.value.value is ...
    return is_dots or isinstance(step, ast.Pass)


def printing(tree: ast.AST) -> Iterator[Place]:
    """Only the terminal prints."""
    for call in calls(tree):
        if dotted(call.func) == "print":
            yield call.lineno, "print outside app/cli"


def untranslated(tree: ast.AST) -> Iterator[Place]:
    """Whatever a widget shows has passed the translator: no letter in its call, no Han anywhere, is raw."""
    raw = _literals_beyond_the_translator(tree)
    for literal in raw:
        if HAN.search(str(literal.value)):
            yield literal.lineno, f"{literal.value!r} is not passed through the translator"
    for call in calls(tree):
        if _called(call) not in SHOWN_BY:
            continue
        for given in (*call.args, *(keyword.value for keyword in call.keywords)):
            for literal in _shown(given):
                words = str(literal.value)
                letters = re.search(r"[^\W\d_]", KEY_CAP.sub("", words))
                if literal in raw and letters and not HAN.search(words):
                    yield literal.lineno, f"{words!r} is shown as typed"


def _shown(given: ast.expr) -> Iterator[ast.Constant]:
    """The strings an argument may show: its own, those of an f-string, of either branch, of a sum or list."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given
    elif isinstance(given, (ast.JoinedStr, ast.IfExp, ast.BinOp, ast.BoolOp, ast.List, ast.Tuple)):
        for part in ast.iter_child_nodes(given):
            if isinstance(part, ast.expr) and part is not getattr(given, "test", None):
                yield from _shown(part)


def _literals_beyond_the_translator(tree: ast.AST) -> set[ast.Constant]:
    strings = {n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    short_names = {MARKER} | {
        dotted(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and re.search(r"translator\.\w+$", dotted(node.value))
        for target in node.targets
    }
    for call in calls(tree):
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if method in TRANSLATES or dotted(call.func) in short_names:
            strings -= {given for given in call.args if isinstance(given, ast.Constant)}
    for node in ast.walk(tree):
        # A string that stands alone is a docstring.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            strings.discard(node.value)
    return strings


def narrow_signals(tree: ast.AST) -> Iterator[Place]:
    """A Qt signal of int is cut off at 32 bits: an id or a sum in fen would arrive as another."""
    for call in calls(tree):
        if _called(call) in {"Signal", "Slot"} and _names(call.args) & {"int", "float"}:
            yield call.lineno, "Signal(int) overflows at 32 bits"


def undocumented(tree: ast.AST) -> Iterator[Place]:
    """Public methods say what they do; only Qt's camelCase overrides mean what Qt says."""
    for owner in ast.walk(tree):
        if not isinstance(owner, ast.ClassDef) or owner.name.startswith("_"):
            continue
        for method in owner.body:
            if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            is_override = bool(re.search(r"[a-z][A-Z]", method.name)) or method.name in QT_WORDS
            if method.name.startswith("_") or is_override or _is_setter_or_overload(method):
                continue
            if ast.get_docstring(method) is None:
                yield method.lineno, f"{owner.name}.{method.name} has no docstring"


def _is_setter_or_overload(method: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    marks = {dotted(mark).rpartition(".")[2] for mark in method.decorator_list}
    return bool(marks & {"setter", "deleter", "overload", "override"})
