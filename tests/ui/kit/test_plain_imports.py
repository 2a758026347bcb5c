"""PySide6 keeps the source of no module that is imported after it."""

import linecache
import sys
from importlib import import_module

from app.ui.opening.plain_imports import leave_sources_unread


def test_a_module_is_imported_without_its_source_being_read(tmp_path, monkeypatch):
    source = tmp_path / "read_by_nobody.py"
    source.write_text("WORD = 'PySide6'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        assert import_module("read_by_nobody").WORD == "PySide6"
    finally:
        sys.modules.pop("read_by_nobody", None)
    assert str(source) not in linecache.cache


def test_it_finds_where_the_installed_pyside_looks():
    assert leave_sources_unread()
    assert leave_sources_unread()
