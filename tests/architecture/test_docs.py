"""What docs/ and README say is there: pictures, links, keys, words on the screen, the example card."""

import ast
import json
import re
from functools import cache
from pathlib import PurePosixPath

import pytest
from PIL import Image

from app.cli.cards import read_card
from app.cli.outcome import Exit
from app.domain.filing.kinds import DocumentKind
from tests.support.sources import TREE, python_files, text_of, tracked_files, tree_of
from tests.support.terminal import Terminal

PAGES = tuple(n for n in tracked_files() if n == "README.md" or (n.startswith("docs/") and n.endswith(".md")))
MANUAL = tuple(name for name in PAGES if name.startswith("docs/manual/"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ON_SCREEN = re.compile(r"【([^】]+)】")
KEY = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
WIDEST, HEAVIEST, HEAVIEST_OF_ALL = 1100, 150_000, 4_000_000


def shown_in(name):
    """The text of a page without its code blocks and hidden remarks."""
    return re.sub(r"<!--.*?-->", "", FENCE.sub("", text_of(name)), flags=re.DOTALL)


def anchors(name):
    """The places of a page that links may name, as forges write them."""
    headings = HEADING.findall(FENCE.sub("", text_of(name)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def leads_somewhere(page, target):
    path, _, anchor = target.partition("#")
    there = ((TREE / page).parent / path).resolve() if path else TREE / page
    return there.exists() and (not anchor or anchor in anchors(there.relative_to(TREE).as_posix()))


@cache
def written():
    """Every string of the program that is no docstring."""
    found = set()
    for name in python_files("app"):
        told = {
            id(node.body[0].value)
            for node in ast.walk(tree_of(name))
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and isinstance(node.body[0], ast.Expr)
        }
        found |= {
            node.value
            for node in ast.walk(tree_of(name))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        }
    return found


@cache
def templates():
    """The strings with places to fill, as patterns."""
    parts = (re.split(r"\{\w+\}", text) for text in written() if re.search(r"\{\w+\}", text))
    return [re.compile(".+".join(map(re.escape, part)), re.DOTALL) for part in parts if any(part)]


def is_said(words):
    return words in written() or any(template.fullmatch(words) for template in templates())


@cache
def bound_keys():
    """The keys the windows name (``Ctrl+Return``), and Qt's own names of those they listen for."""
    keys = {text.replace("Return", "Enter") for text in written() if re.fullmatch(r"[\w+]{2,20}", text)}
    for name in python_files("app/ui"):
        named = re.findall(r"Qt\.Key\.Key_(\w+)", text_of(name))
        keys |= {{"Return": "Enter", "Escape": "Esc"}.get(key, key) for key in named}
        keys |= {f"{held}1" for held in re.findall(r'f"((?:\w+\+)+)\{digit\}"', text_of(name))}
        if "ControlModifier" in text_of(name):
            keys |= {f"Ctrl+{key}" for key in named if len(key) == 1}
        if "setTabOrder" in text_of(name):
            keys.add("Tab")
    return keys


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_and_link_of_a_page_is_there(page):
    targets = [target for target in LINK.findall(shown_in(page)) if not re.match(r"[a-z]+:", target)]
    assert [target for target in targets if not leads_somewhere(page, target)] == []


def test_every_page_is_reached_from_readme():
    reached, waiting = set(), ["README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.endswith(".md"):
            continue
        reached.add(page)
        targets = (target.partition("#")[0] for target in LINK.findall(shown_in(page)) if ":" not in target)
        waiting += [
            ((TREE / page).parent / target).resolve().relative_to(TREE).as_posix()
            for target in targets
            if target
        ]
    assert [page for page in PAGES if page not in reached] == []


def test_pictures_are_used_and_light():
    pictures = [n for n in tracked_files() if n.startswith("docs/pictures/")]
    told = "\n".join(text_of(page) for page in PAGES)
    assert [name for name in pictures if PurePosixPath(name).name not in told] == []
    assert [name for name in pictures if (TREE / name).stat().st_size > HEAVIEST] == []
    assert sum((TREE / name).stat().st_size for name in pictures) < HEAVIEST_OF_ALL
    for name in pictures:
        with Image.open(TREE / name) as picture:
            assert picture.width <= WIDEST, name


@pytest.mark.parametrize("page", MANUAL)
def test_what_the_manual_says_stands_on_the_screen_does(page):
    assert [words for words in ON_SCREEN.findall(shown_in(page)) if words and not is_said(words)] == []


def test_every_key_of_the_table_is_bound():
    keys = KEY.findall(text_of("docs/manual/16-keys.md"))
    assert len(keys) > len(set(keys)) > 40
    assert sorted({key for key in keys if key not in bound_keys()}) == []


def test_words_that_are_nowhere_are_found_out():
    assert not is_said("此处并无此按钮")
    assert is_said("还差 4 项：")
    assert "Ctrl+Shift+F12" not in bound_keys()


def test_every_field_and_code_of_a_card_is_described():
    rules = json.loads(text_of("resources/schemas/case_card.json"))["properties"]
    party = rules["parties"]["items"]["properties"]
    agent = party["agents"]["items"]["properties"]
    described = set(re.findall(r"`(\w+)`", text_of("docs/case-card.md")))
    accident, treatment = rules["accident"]["properties"], rules["treatment"]["properties"]
    side = accident["road_users"]["items"]["properties"]
    codes = {
        code
        for place in (rules, party, agent, side)
        for told in place.values()
        for code in (*told.get("enum", ()), *told.get("items", {}).get("enum", ()))
    }
    assert sorted({*rules, *party, *agent, *accident, *side, *treatment, *codes} - described) == []


def test_the_example_card_is_one_that_register_takes(tmp_path):
    (example,) = re.findall(r"```json\n(.+?)```", text_of("docs/case-card.md"), re.DOTALL)
    file = tmp_path / "card.json"
    file.write_text(example, encoding="utf-8")
    assert len(read_card(file, TREE / "resources/schemas/case_card.json")["parties"]) > 1
    terminal = Terminal(tmp_path / "data").set_up()
    assert terminal.call("register", file).json["number"].endswith("-0001")
    assert terminal.call("show", "0001", "--json").json["case"]["amount"] == 12_800_00


@pytest.mark.parametrize("page", ["README.md", "docs/manual/17-terminal.md"])
def test_the_exit_codes_and_verbs_are_all_told(page):
    told = text_of(page)
    assert [code.value for code in Exit if f"| {code.value} |" not in told] == []
    verbs = re.findall(r'add_parser\(\s*"([\w-]+)"', text_of("app/cli/arguments.py"))
    assert len(verbs) > 5
    assert [verb for verb in verbs if f"main.py {verb}" not in told] == []


def test_every_kind_that_can_be_rendered_is_named_in_readme():
    named = text_of("README.md")
    assert [kind.value for kind in DocumentKind if f"`{kind.value}`" not in named] == []


def test_every_form_is_described_under_its_name():
    told = HEADING.findall(text_of("docs/forms.md"))
    assert [kind.term for kind in DocumentKind if not any(kind.term in heading for heading in told)] == []
