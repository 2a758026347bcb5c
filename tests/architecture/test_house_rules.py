"""Each rule of the house holds in the tree, and each is shown to catch what it is for."""

import ast

import pytest

from tests.support import house_rules as rules
from tests.support.sources import python_files, tree_of

CLOCK = "app/archive/clock.py"
NO_PRESENT = {
    "app/domain/values/ids.py": "RFC 9562 counts milliseconds; no date or deadline is taken from them"
}
RECKONING = ("app/domain", "app/persistence", "app/services")
FRACTIONS_ALLOWED: dict[str, str] = {}
"""Files of the reckoning floors that may use binary fractions, each with its reason; may only shrink."""


def everywhere_but(*left_out):
    return tuple(name for name in python_files("app") if not name.startswith(left_out))


RULES = [
    (rules.session_use, everywhere_but("app/persistence/"), "self._session.execute(query)"),
    (rules.session_use, everywhere_but("app/persistence/"), "session.add(row)"),
    (rules.float_use, tuple(n for n in python_files(*RECKONING) if n not in FRACTIONS_ALLOWED), "x = 0.1"),
    (rules.float_use, tuple(n for n in python_files(*RECKONING) if n not in FRACTIONS_ALLOWED), "float(x)"),
    (rules.float_money, everywhere_but(), "def pay(amount: float | None): ..."),
    (rules.float_money, everywhere_but(), "total_fen: dict[str, float] = {}"),
    (rules.clock_use, everywhere_but(CLOCK, *NO_PRESENT), "datetime.now(tz=ZONE)"),
    (rules.clock_use, everywhere_but(CLOCK, *NO_PRESENT), "today = datetime.date.today"),
    (rules.silent_except, everywhere_but(), "try:\n  x()\nexcept:\n  raise"),
    (rules.silent_except, everywhere_but(), "try:\n  x()\nexcept ValueError:\n  pass"),
    (rules.silent_except, everywhere_but(), "with suppress(Exception):\n  x()"),
    (
        rules.silent_except,
        everywhere_but(),
        "for x in y:\n  try:\n    x()\n  except Exception:\n    continue",
    ),
    (rules.printing, everywhere_but("app/cli/"), "print(1)"),
    (rules.untranslated, python_files("app/ui"), "label.setText('登记')"),
    (rules.untranslated, python_files("app/ui"), "button = QPushButton(f'{n} cases', self)"),
    (rules.untranslated, python_files("app/ui"), "w.setToolTip('Save' if x else y)"),
    (rules.untranslated, python_files("app/ui"), "TITLE = '案件'"),
    (rules.narrow_signals, python_files("app/ui"), "chosen = Signal(int)"),
    (rules.undocumented, python_files("app"), "class Case:\n  def close(self): ..."),
]


@pytest.mark.parametrize(("rule", "names", "wrong"), RULES)
def test_the_rule_catches_what_it_is_for(rule, names, wrong):
    assert list(rule(ast.parse(wrong)))


@pytest.mark.parametrize(
    ("rule", "right"),
    [
        (rules.session_use, "session.held_on\nwork.sessions.add(record)"),
        (rules.float_use, "Decimal('0.1')\nif isinstance(x, float): raise TypeError"),
        (rules.float_money, "def place(width: float, amount: int): ..."),
        (rules.clock_use, "clock.now()\ntime.monotonic()"),
        (rules.silent_except, "try:\n  x()\nexcept ValueError as error:\n  log(error)"),
        (
            rules.untranslated,
            "label.setText(translator.text('登记'))\nlabel.setText('')\nw.setObjectName('box')",
        ),
        (rules.untranslated, "label.setText(t.plural('{n} 件', '{n} 件', n=2) if done == 'x' else '·')"),
        (rules.untranslated, "LINES = (('name', msgid('姓名'), 3),)"),
        (rules.untranslated, "words = kit.translator.text\nQLabel(words('登记') + ' Ctrl+0')"),
        (rules.untranslated, "'''A docstring says 登记.'''"),
        (rules.narrow_signals, "chosen = Signal(object)"),
        (rules.undocumented, "class Box:\n  def paintEvent(self, event): ...\n  def _draw(self): ..."),
    ],
)
def test_the_rule_leaves_the_rest_alone(rule, right):
    assert list(rule(ast.parse(right))) == []


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _, _ in RULES))
def test_the_tree_keeps_the_rule(rule):
    names = next(names for known, names, _ in RULES if known is rule)
    broken = [f"{name}:{line}: {what}" for name in names for line, what in rule(tree_of(name))]
    assert broken == [], "\n".join(broken)


def test_there_is_one_clock():
    assert CLOCK in python_files("app")
    assert list(rules.clock_use(tree_of(CLOCK)))


def test_no_allowance_outlives_its_need():
    stale = [name for name in FRACTIONS_ALLOWED if not list(rules.float_use(tree_of(name)))]
    stale += [name for name in NO_PRESENT if not list(rules.clock_use(tree_of(name)))]
    assert stale == []


def test_a_migration_stands_alone():
    """An old migration must run with every later program: only env.py knows the program."""
    told = []
    for name in python_files("migrations"):
        if name == "migrations/env.py":
            continue
        for node in ast.walk(tree_of(name)):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            told += [f"{name}:{node.lineno}" for module in modules if module.split(".")[0] == "app"]
    assert told == []
