"""A renderer with the program's own faces, and what a form says on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.kinds import Contents
from app.documents.rendering import Renderer
from tests.support.pdf_reading import read_both, squash


@pytest.fixture(scope="session")
def renderer(font_folder: Path) -> Renderer:
    return Renderer(font_folder)


@pytest.fixture
def pages_of(renderer: Renderer) -> Callable[[Contents], list[str]]:
    """Give the squashed text of each page, by pypdf."""

    def read(contents: Contents) -> list[str]:
        return [squash(page) for page in read_both(renderer.render(contents, is_draft=False).pdf).pypdf]

    return read


@pytest.fixture
def text_of(pages_of: Callable[[Contents], list[str]]) -> Callable[[Contents], str]:
    """Give the squashed text of all pages in one."""
    return lambda contents: "".join(pages_of(contents))
