"""A kit dressed like the program; fonts come from the tree or from the package they are built of."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from app.i18n import Formats, Translator
from app.ui.kit import Kit
from app.ui.runner import Runner
from app.ui.style import Style

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def dressed(qapp):
    style = Style(ROOT / "resources")
    found = find_spec("pylopdf_fonts_zh_cn")
    if not (ROOT / "resources" / "fonts").is_dir() and found is not None and found.origin:
        style.bring_fonts(Path(found.origin).parent)
    style.apply(qapp)
    return style


@pytest.fixture
def kit(dressed):
    dressed.is_still = True
    yield Kit(dressed, Translator(), Formats())
    dressed.use(theme="light", scale=1.0)


@pytest.fixture
def runner():
    problems = []
    made = Runner(problems.append)
    yield made
    made.close()
    assert problems == []


class Kept(dict):
    """Preferences for one test."""

    def set(self, key, value):
        self[key] = value


@pytest.fixture
def preferences():
    return Kept()
