"""One centre with one case, made by the program itself, and a copy of it for every test."""

import shutil

import pytest

from tests.support.terminal import Terminal


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    terminal = Terminal(tmp_path_factory.mktemp("template") / "data").set_up()
    terminal.register()
    return terminal.data


@pytest.fixture
def terminal(template, tmp_path):
    """A centre whose first case is 2026-0001 (in the year of the test)."""
    shutil.copytree(template, tmp_path / "data")
    return Terminal(tmp_path / "data")
